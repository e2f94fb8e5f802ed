import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Refused } from '../actions/answering';

interface OpenedPageProps<T> {
  title: string;
  /** Asks the server for what the page needs. */
  open(): Promise<T | Refused>;
  children(opened: T): ComponentChildren;
}

/** A page that asks the server once, when it opens, and can ask again where that failed. */
export function OpenedPage<T extends { kind: string }>({ title, open, children }: OpenedPageProps<T>) {
  const [opened, setOpened] = useState<T | null>(null);
  const [problem, setProblem] = useState('');
  const ask = (): void => {
    setProblem('');
    open().then(
      (answer) => (isRefused(answer) ? setProblem(answer.message) : setOpened(answer)),
      (error: Error) => setProblem(error.message),
    );
  };
  useEffect(ask, []);
  return (
    <>
      <h1 class="unseen">{title}</h1>
      {opened ? (
        children(opened)
      ) : problem === '' ? (
        <p role="status">Opening…</p>
      ) : (
        <div role="alert">
          <p class="problem">{problem}</p>
          <button type="button" onClick={ask}>
            Try again
          </button>
        </div>
      )}
    </>
  );
}

const isRefused = (answer: { kind: string }): answer is Refused => answer.kind === 'refused';
