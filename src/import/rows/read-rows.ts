import type { FileRow, FileTable } from '../file/file-table';
import type { Plan } from '../plan';
import type { SheetFacts } from '../sheet';
import { eachInSlices, type Slices } from '../slices';
import { byDay, single } from './entries';
import { RowLeftOut, type OutRow, type ReadRows } from './out-row';
import { readings } from './readings';
import type { RowMaker } from './row-maker';
import { RowReader } from './row-reader';
import { addedUp, orders, sales } from './sales';

/**
 * The rows of a file as they would stand in the register, and those that do not become one, each with its reason.
 * @param plan in which every doubt that is needed is settled
 */
export async function readRows(plan: Plan, table: FileTable, sheet: SheetFacts, slices: Slices): Promise<ReadRows> {
  const reader = new RowReader(plan, table, sheet);
  const maker = makerFor(reader);
  const rows: OutRow[] = [];
  const leftOut: ReadRows['leftOut'] = [];
  const orElse = (make: () => void): void => {
    try {
      make();
    } catch (error) {
      if (!(error instanceof RowLeftOut)) throw error;
      leftOut.push(error.left);
    }
  };
  await eachInSlices(table.rows, slices, (row) =>
    orElse(() => {
      checkWidth(row, table);
      const made = maker.take(row);
      if (made) rows.push(made);
    }),
  );
  await eachInSlices(maker.rest(), slices, (make) => orElse(() => rows.push(...make())));
  return { rows, leftOut };
}

/** A separator amid a text without quotation marks moves all that follows into the wrong columns. */
function checkWidth({ line, cells }: FileRow, { headings }: FileTable): void {
  const more = cells.slice(headings.length).find((cell) => cell.trim() !== '');
  if (more === undefined) return;
  const why = `the row has ${cells.length} cells and the headings are ${headings.length}`;
  throw new RowLeftOut({ line, column: '', found: more.slice(0, 80), why });
}

function makerFor(reader: RowReader): RowMaker {
  const { source, plan } = reader;
  if (source.metrics) return readings(reader);
  if (source.lines) return orders(reader);
  if (source.addUp) return addedUp(reader);
  if (source.target === 'revenue') return sales(reader);
  return source.target === 'contributions' && plan.answers.rows === 'day' ? byDay(reader) : single(reader);
}
