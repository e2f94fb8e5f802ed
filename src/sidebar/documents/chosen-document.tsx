import { useEffect, useState } from 'preact/hooks';
import type { FilledDocument } from '../../actions/documents/documents';
import type { Chosen } from '../../documents/fill';
import { call } from '../server';
import { GapsView } from './gaps-view';

/** One document: what it is made for, which places are empty, and the two ways to have it. */
export function ChosenDocument({ id }: { id: string }) {
  const [filled, setFilled] = useState<FilledDocument | null>(null);
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState('');

  async function work<T extends { kind: string }>(
    what: string,
    asked: () => Promise<T | { kind: 'refused'; message: string }>,
    done: (answer: T) => void,
  ): Promise<void> {
    if (busy) return;
    setBusy(what);
    setProblem('');
    setSaid('');
    try {
      const answer = await asked();
      if (answer.kind === 'refused') setProblem((answer as { message: string }).message);
      else done(answer as T);
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy('');
    }
  }

  const fill = (asked: Chosen): Promise<void> =>
    work('Reading the sheet…', () => call('fillDocument', id, asked), setFilled);
  useEffect(() => void fill({}), [id]);

  const chosen: Chosen = Object.fromEntries((filled?.choices ?? []).map((one) => [one.key, one.chosen]));
  const add = (page: string): Promise<void> =>
    work(
      'Adding the page…',
      () => call('addPage', page),
      () => void call('fillDocument', id, chosen).then((answer) => answer.kind === 'document' && setFilled(answer)),
    );

  return (
    <div aria-busy={busy !== ''}>
      {filled?.choices.map(({ key, label, options, chosen: one }) => (
        <div key={key} class="field">
          <label for={key}>{label}</label>
          <select
            id={key}
            value={one}
            onChange={({ currentTarget }) => void fill({ ...chosen, [key]: currentTarget.value })}
          >
            {options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </select>
        </div>
      ))}
      <div role="alert">
        {problem && <p class="problem">{problem}</p>}
        {problem && !filled && (
          <button type="button" onClick={() => void fill({})}>
            Try again
          </button>
        )}
      </div>
      <div role="status">{busy ? <p class="note">{busy}</p> : said ? <p class="written note">{said}</p> : null}</div>
      {filled && (
        <>
          <div class="buttons">
            <button
              type="button"
              class="primary"
              onClick={() => void call('printDocument', id, chosen).catch((error: Error) => setProblem(error.message))}
            >
              Print or save as PDF
            </button>
            <button
              type="button"
              onClick={() =>
                void work(
                  'Writing the tab…',
                  () => call('putDocument', id, chosen),
                  ({ message }) => setSaid(message),
                )
              }
            >
              Put into a tab
            </button>
          </div>
          <GapsView document={filled.document} onAdd={(page) => void add(page)} onAgain={() => void fill(chosen)} />
        </>
      )}
    </div>
  );
}
