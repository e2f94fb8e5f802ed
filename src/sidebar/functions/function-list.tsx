import { useEffect, useRef } from 'preact/hooks';
import type { DescribedFunction } from '../../build/function-help';
import { takeFocus } from '../take-focus';
import { InstallView } from './install-view';
import { searchFunctions } from './search';

interface FunctionListProps {
  functions: readonly DescribedFunction[];
  query: string;
  /** The function that was looked at before; the keyboard goes on from there. */
  last: string | null;
  onSearch(query: string): void;
  onOpen(name: string): void;
}

/** All functions by chapter, or those that a search finds. */
export function FunctionList({ functions, query, last, onSearch, onOpen }: FunctionListProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = last ? `[data-name="${last}"]` : 'input';
    takeFocus(element.current!.querySelector<HTMLElement>(target));
  }, []);
  const searching = query.trim() !== '';
  const found = searchFunctions(functions, query);
  const chapters = searching ? [''] : [...new Set(functions.map(({ group }) => group))];
  return (
    <div ref={element}>
      <h1 class="unseen">Functions</h1>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          if (found[0] && searching) onOpen(found[0].name);
        }}
      >
        <label for="query">Search functions</label>
        <input
          id="query"
          type="search"
          autoComplete="off"
          placeholder="split, score, REVSHARE…"
          value={query}
          onInput={(event) => onSearch(event.currentTarget.value)}
        />
      </form>
      <p class="help" role="status">
        {searching && countInWords(found.length)}
      </p>
      {chapters.map((chapter) => (
        <section key={chapter}>
          {chapter && <h2>{chapter}</h2>}
          <ul class="functions">
            {found
              .filter(({ group }) => !chapter || group === chapter)
              .map(({ name, summary }) => (
                <li key={name}>
                  <button type="button" data-name={name} onClick={() => onOpen(name)}>
                    <code>{name}</code>
                    <span>{summary}</span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {!searching && <InstallView />}
    </div>
  );
}

function countInWords(count: number): string {
  if (count === 0) return 'No function has all these words. Try fewer, or another one.';
  return count === 1 ? '1 function' : `${count} functions`;
}
