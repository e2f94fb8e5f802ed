import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { DescribedFunction } from '../../build/function-help';
import { FunctionList } from './function-list';
import { FunctionView } from './function-view';
import type { Notation } from './notation';

interface PageProps {
  functions: readonly DescribedFunction[];
  notation: Notation;
}

/** The help of the functions: the list, or one of them. The search is kept while one is looked at. */
function Page({ functions, notation }: PageProps) {
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const described = functions.find(({ name }) => name === open);
  if (described) return <FunctionView described={described} notation={notation} onBack={() => setOpen(null)} />;
  const openFunction = (name: string): void => {
    setOpen(name);
    setLast(name);
  };
  return <FunctionList functions={functions} query={query} last={last} onSearch={setQuery} onOpen={openFunction} />;
}

// The server appends the notation after the page, so the whole of it has to be there first.
addEventListener('DOMContentLoaded', () => {
  const functions = JSON.parse(document.getElementById('functions')!.textContent!) as DescribedFunction[];
  const { separator = ',', decimal = '.' } = document.getElementById('start')?.dataset ?? {};
  render(<Page functions={functions} notation={{ separator, decimal }} />, document.getElementById('app')!);
});
