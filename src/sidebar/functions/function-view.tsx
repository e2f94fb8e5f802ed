import { useEffect, useRef } from 'preact/hooks';
import type { DescribedFunction, LaidOutExample } from '../../build/function-help';
import { ExampleView } from './example-view';
import { FormulaForm } from './formula-form';
import { syntaxText, type Notation } from './notation';

interface FunctionViewProps {
  described: DescribedFunction;
  notation: Notation;
  onBack(): void;
}

/** Everything about one function. */
export function FunctionView({ described, notation, onBack }: FunctionViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current!.focus();
  }, []);
  const { name, summary, returns, notes, examples } = described;
  return (
    <article class="function">
      <button type="button" onClick={onBack}>
        All functions
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {name}
      </h1>
      <p>{summary}</p>
      <p class="syntax">
        <code>={syntaxText(described, notation)}</code>
      </p>
      <h2>Answer</h2>
      <p>{returns}</p>
      <h2>Arguments</h2>
      <FormulaForm described={described} notation={notation} />
      <Examples heading="Examples" name={name} examples={examples.filter(({ error }) => !error)} notation={notation} />
      <Examples heading="Errors" name={name} examples={examples.filter(({ error }) => error)} notation={notation} />
      {notes.length > 0 && <h2>Good to know</h2>}
      {notes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
    </article>
  );
}

interface ExamplesProps {
  heading: string;
  name: string;
  examples: readonly LaidOutExample[];
  notation: Notation;
}

function Examples({ heading, name, examples, notation }: ExamplesProps) {
  return (
    <>
      <h2>{heading}</h2>
      {examples.map((example, i) => (
        <ExampleView key={example.title} id={`${heading}-${i}`} name={name} example={example} notation={notation} />
      ))}
    </>
  );
}
