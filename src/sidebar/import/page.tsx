import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { OpenedImport } from '../../actions/import/open-import';
import { call } from '../server';
import { ImportView } from './import-view';

/** The page of the import. Files are read here, so that nothing of them but the wanted rows leaves the browser. */
function Page() {
  const [opened, setOpened] = useState<OpenedImport | null>(null);
  const [problem, setProblem] = useState('');
  const open = (): void => {
    setProblem('');
    call('openImport').then(
      (answer) => (answer.kind === 'import' ? setOpened(answer) : setProblem(answer.message)),
      (error: Error) => setProblem(error.message),
    );
  };
  useEffect(open, []);

  if (opened) return <ImportView opened={opened} />;
  if (problem === '') return <p role="status">Opening…</p>;
  return (
    <div role="alert">
      <p class="problem">{problem}</p>
      <button type="button" onClick={open}>
        Try again
      </button>
    </div>
  );
}

render(
  <>
    <h1 class="unseen">Import</h1>
    <Page />
  </>,
  document.getElementById('app')!,
);
