import { isoOfDay } from '../calc/day';
import { checkForm, type Submission } from '../tables/checks';
import { PLAIN_TEXT, type Cell } from '../tables/column';
import { contributionsTable } from '../tables/contributions';
import { formModel, type FormModel, type FormValues } from '../tables/form';
import { logForm } from '../tables/forms';
import { kindsTable, partiesTable } from '../tables/settings';
import { enteredKeys, isUnused, readRows, type Positions } from '../tables/table';
import { contributionsTab, settingsTab } from '../tables/tabs';
import { refreshAsOf } from './as-of';
import { choicesFrom } from './choices';
import { recall, settle } from './memory';
import type { Outcome } from './outcome';
import { columnsOf, readyTabs } from './tabs';
import type { Block, Workbook } from './workbook';

/** The log form with the choices of this sheet, today, and the side and kind used last. */
export function openLog(workbook: Workbook): FormModel {
  const settingsOfBook = readyTabs(workbook)(settingsTab);
  const settings = settingsOfBook.read();
  refreshAsOf(workbook, settingsOfBook, settings);
  const { draft, last } = recall(workbook, logForm.id);
  return formModel(logForm, choicesFrom(settings), initialValues(workbook, settings, last), draft);
}

/**
 * Writes one entry of the log. The submission's key becomes the entry's ID, so that a repeated submission finds its
 * row and writes nothing. Three reads, one block.
 */
export function logContribution(workbook: Workbook, { key, values: typed }: Submission): Outcome {
  const outcome = workbook.exclusively((): Outcome => {
    const tab = readyTabs(workbook);
    const log = tab(contributionsTab);
    const settings = tab(settingsTab).read();
    const choices = choicesFrom(settings);
    const checked = checkForm(logForm, typed, { locale: workbook.locale, choices });
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };

    // Read last, so that as little time as possible passes before the row is written.
    const cells = log.read();
    const filled = logForm.fields.map((field) => field.key).filter((field) => checked.values[field] !== '');
    const positions = columnsOf(contributionsTable, log, cells, ['id', ...filled] as (keyof LogColumns)[]);
    const id = `C-${key}`;
    const written = cells.findIndex((row, index) => index > 0 && row[positions.id] === id) + 1;
    const row = written || endOfLog(cells, positions) + 1;
    if (!written) {
      const record = complete(workbook, settings, { ...checked.values, id });
      log.write(row, blocksOf(record, positions), plainTextColumns(positions));
    }
    const { quantity, kind, party, date } = checked.values;
    const entry = `${typed.quantity?.trim() ?? quantity} × ${kind} by ${party} on ${isoOfDay(Number(date))}`;
    return {
      kind: 'written',
      message: written
        ? `An earlier try had already written this entry: ${log.name}, row ${row}. Change it there if it is not right.`
        : `${entry}: written to ${log.name}, row ${row}.`,
      where: { tabId: log.id, row },
      next: { date: typed.date ?? '', party: String(party), kind: String(kind) },
    };
  });
  if (outcome.kind === 'written') settle(workbook, logForm.id, outcome.next);
  return outcome;
}

type LogColumns = (typeof contributionsTable)['columns'];

/** The 1-based row of the last entry, typed or written; computed cells below it do not count. */
function endOfLog(cells: readonly (readonly Cell[])[], positions: Positions<LogColumns>): number {
  let end = cells.length;
  while (end > 1 && isUnused(contributionsTable, positions, cells[end - 1]!)) end--;
  return Math.max(end, 1);
}

/** What the form does not ask: who, when, and what Settings say of this kind today, so that later changes act forward. */
function complete(
  workbook: Workbook,
  settings: readonly (readonly Cell[])[],
  entry: Record<string, Cell>,
): Record<string, Cell> {
  const kind = readRows(kindsTable, settings).find((row) => row.kind === entry.kind);
  return {
    ...entry,
    unitValue: entry.unitValue !== '' ? entry.unitValue! : (kind?.unitValue ?? ''),
    multiplier: entry.multiplier !== '' ? entry.multiplier! : (kind?.multiplier ?? ''),
    status: 'proposed',
    enteredBy: workbook.user,
    enteredAt: workbook.now(),
  };
}

/** The record's cells, in blocks of columns that stand side by side: usually one. */
function blocksOf(record: Record<string, Cell>, positions: Positions): Block[] {
  const filled = enteredKeys(contributionsTable)
    .map((key) => ({ column: positions[key]! + 1, cell: record[key] ?? '' }))
    .filter(({ column }) => column > 0)
    .sort((a, b) => a.column - b.column);
  const blocks: Block[] = [];
  for (const { column, cell } of filled) {
    const block = blocks[blocks.length - 1];
    if (block && block.column + block.cells.length === column) block.cells.push(cell);
    else blocks.push({ column, cells: [cell] });
  }
  // The block with the ID makes the row an entry: it is written last.
  const idColumn = positions.id! + 1;
  const holdsId = ({ column, cells }: Block): boolean => column <= idColumn && idColumn < column + cells.length;
  return [...blocks.filter((block) => !holdsId(block)), ...blocks.filter(holdsId)];
}

const plainTextColumns = (positions: Positions): number[] =>
  enteredKeys(contributionsTable)
    .filter((key) => contributionsTable.columns[key as keyof LogColumns].format === PLAIN_TEXT)
    .map((key) => positions[key]! + 1)
    .filter((column) => column > 0);

function initialValues(workbook: Workbook, settings: readonly (readonly Cell[])[], last: FormValues): FormValues {
  const own = readRows(partiesTable, settings).find(
    ({ email }) => email !== null && workbook.user !== '' && email.toLowerCase() === workbook.user.toLowerCase(),
  );
  return {
    date: isoOfDay(workbook.today()),
    party: own?.party ?? last.party ?? '',
    kind: last.kind ?? readRows(kindsTable, settings)[0]?.kind ?? '',
  };
}
