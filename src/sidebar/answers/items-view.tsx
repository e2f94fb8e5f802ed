import { useEffect, useRef, useState } from 'preact/hooks';
import type { FormValues, ItemPage } from '../../schema/form';
import { call } from '../server';
import { ItemView } from './item-view';
import { cleared, ticksKept, ticksLabel } from './tally';

interface ItemsViewProps {
  /** As the form was opened, and anew once it is whole. */
  first: ItemPage;
  /** Whose entries these are. */
  firstSide: string;
  /** More may be found in a moment. */
  isComing: boolean;
  /** What was answered when the form was last closed. */
  begun: FormValues;
  values: FormValues;
  errors: Record<string, string>;
  /** Changes with every submission that was written. */
  written: unknown;
  onChange(changed: FormValues): void;
}

/** What waits for an answer, a page at a time; each with its few answers, and what is said with it. */
export function ItemsView({ first, firstSide, isComing, begun, values, errors, written, onChange }: ItemsViewProps) {
  const [page, setPage] = useState(first);
  const [before, setBefore] = useState(begun);
  const restored = ticksKept(first, before, values);
  const [problem, setProblem] = useState('');
  const [loading, setLoading] = useState(false);
  const side = values.side ?? '';

  async function show(from: number): Promise<void> {
    setLoading(true);
    setProblem('');
    try {
      const answer = await call('answerPage', side, from);
      if ('items' in answer) setPage(answer);
      else setProblem(answer.message);
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setLoading(false);
    }
  }
  const [shownFor, setShownFor] = useState({ side, written });
  useEffect(() => {
    if (shownFor.side === side && shownFor.written === written) return;
    setShownFor({ side, written });
    if (written) setBefore({});
    void show(shownFor.side === side ? page.from : 0);
  }, [side, written]);

  // Items that were there before keep what is done with them, and the keyboard.
  const taken = useRef(first);
  useEffect(() => {
    if (taken.current === first) return;
    taken.current = first;
    setBefore(begun);
    if (side === firstSide) setPage(first);
    else void show(0);
  }, [first]);

  const { items, from, total } = page;
  const elsewhere = Object.keys(errors).filter(
    (key) => key.startsWith(first.begins.note) && !items.some(({ note }) => note === key),
  );
  const acceptAll = (): void =>
    onChange(
      Object.fromEntries(
        items.flatMap(({ key, answers }) => {
          const accept = answers.find(({ label }) => label === 'Accept');
          return accept && !values[key] ? [[key, accept.value]] : [];
        }),
      ),
    );
  return (
    <div class="items" aria-busy={loading}>
      {restored.length > 0 && (
        <p class="restored">
          {ticksLabel(restored)} restored from last time{' '}
          <button type="button" class="small" onClick={() => onChange(cleared(first, restored))}>
            Clear
          </button>
        </p>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {elsewhere.length > 0 && <p class="error">On other pages, too: {errors[elsewhere[0]!]}</p>}
      {total === 0 && <p class="help">{isComing ? 'Looking for what waits…' : 'Nothing waits for an answer.'}</p>}
      {total > page.size && <Pages page={page} loading={loading} onShow={(start) => void show(start)} />}
      {items.some(({ answers }) => answers.some(({ label }) => label === 'Accept')) && items.length > 1 && (
        <button type="button" onClick={acceptAll}>
          Accept all {items.length} shown
        </button>
      )}
      {items.map((item) => (
        <ItemView
          key={item.key}
          item={item}
          answer={values[item.key] ?? ''}
          note={values[item.note] ?? ''}
          error={errors[item.note]}
          onChange={onChange}
        />
      ))}
      {total > from + items.length && items.length > 5 && (
        <Pages page={page} loading={loading} onShow={(start) => void show(start)} />
      )}
    </div>
  );
}

interface PagesProps {
  page: ItemPage;
  loading: boolean;
  onShow(from: number): void;
}

function Pages({ page: { from, items, total, size }, loading, onShow }: PagesProps) {
  const last = from + items.length;
  return (
    <div class="pages">
      <span>
        {from + 1} to {last} of {total.toLocaleString('en')}
      </span>
      {from > 0 && (
        <button type="button" aria-disabled={loading} onClick={() => onShow(from - size)}>
          Back
        </button>
      )}
      {last < total && (
        <button type="button" aria-disabled={loading} onClick={() => onShow(last)}>
          Next {Math.min(size, total - last)}
        </button>
      )}
    </div>
  );
}
