import { useEffect, useState } from 'preact/hooks';
import type { Paper } from '../../actions/documents/documents';
import type { Chosen } from '../../documents/fill';
import type { Filled } from '../../documents/filled';
import { call } from '../server';
import { BlockView } from './block-view';

interface PaperViewProps {
  id: string;
  chosen: Chosen;
  /** Where it is usual here. */
  paper: Paper;
}

const PAPERS: readonly Paper[] = ['A4', 'Letter'];

/** A document on paper, and the button that prints it: the browser's print dialog also saves it as a PDF. */
export function PaperView({ id, chosen, paper }: PaperViewProps) {
  const [filled, setFilled] = useState<Filled | null>(null);
  const [problem, setProblem] = useState('');
  const [size, setSize] = useState(paper);
  const open = (): void => {
    setProblem('');
    call('fillDocument', id, chosen).then(
      (answer) => (answer.kind === 'refused' ? setProblem(answer.message) : setFilled(answer.document)),
      (error: Error) => setProblem(error.message),
    );
  };
  useEffect(open, [id]);
  useEffect(() => {
    // The name under which the browser saves a PDF.
    if (filled) document.title = filled.title;
  }, [filled]);

  if (!filled) {
    return problem ? (
      <div role="alert">
        <p class="problem">{problem}</p>
        <button type="button" onClick={open}>
          Try again
        </button>
      </div>
    ) : (
      <p role="status">Reading the sheet…</p>
    );
  }
  return (
    <>
      <style>{`@page { size: ${size}; margin: ${filled.isOnePage ? '10mm 16mm' : '16mm 18mm 18mm'}; }`}</style>
      <div class="bar">
        <label for="paper">Paper</label>
        <select id="paper" value={size} onChange={({ currentTarget }) => setSize(currentTarget.value as Paper)}>
          {PAPERS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <button type="button" class="primary" onClick={() => print()}>
          Print or save as PDF
        </button>
        <span class="help">For a PDF choose “Save as PDF” as the printer.</span>
      </div>
      <article class={`paper ${size.toLowerCase()} ${filled.isOnePage ? 'small' : ''}`} aria-label={filled.title}>
        <header>
          <h1>{filled.title}</h1>
          <p>{filled.subtitle}</p>
        </header>
        {filled.blocks.map((block, at) => (
          <BlockView key={at} block={block} />
        ))}
        <footer>{filled.closing}</footer>
      </article>
    </>
  );
}
