import type { LaidOutExample } from '../../build/function-help';
import { call } from '../server';
import { CellTable, columnLetter } from './cell-table';
import { blockOf } from './example-block';
import { InsertionView } from './insertion-view';
import { exampleFormula, type Notation } from './notation';
import { useInsertion } from './use-insertion';

interface ExampleViewProps {
  id: string;
  name: string;
  example: LaidOutExample;
  notation: Notation;
}

/** A worked example: the cells it begins with, the formula, and what the formula answers. */
export function ExampleView({ id, name, example, notation }: ExampleViewProps) {
  const insertion = useInsertion();
  const formula = exampleFormula(name, example, notation);
  const { title, cells, at, answer, error } = example;
  const place = `${columnLetter(at[1])}${at[0] + 1}`;
  return (
    <section class="example" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {cells.length > 0 && (
        <CellTable cells={cells} from={[0, 0]} label={`Cells of the example: ${title}`} notation={notation} />
      )}
      <p>
        <code>{formula}</code> in {place} {error ? 'fails:' : 'answers'}
      </p>
      {answer && <CellTable cells={answer} from={at} label={`Answer: ${title}`} notation={notation} />}
      {error && <p class="message">{error}</p>}
      <InsertionView
        insertion={insertion}
        label="Insert this example"
        describedBy={id}
        onInsert={() => void insertion.run(() => call('insertExample', blockOf(example, formula)))}
      />
    </section>
  );
}
