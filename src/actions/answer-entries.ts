import { isoOfDay } from '../calc/day';
import { checkForm, type FieldErrors, type Submission } from '../tables/checks';
import type { Cell } from '../tables/column';
import { contributionsTable, STATE } from '../tables/contributions';
import { formModel, type FormModel, type ItemModel } from '../tables/form';
import { answerForm } from '../tables/forms';
import { isUnused, readRow, type Positions, type RowOf } from '../tables/table';
import { contributionsTab, settingsTab } from '../tables/tabs';
import { joinRuns, rowBlocks } from './blocks';
import { choicesFrom, type CellsOf } from './choices';
import { sideOf } from './log-contribution';
import { recall, settle } from './memory';
import type { Outcome } from './outcome';
import { columnsOf, readyTabs } from './tabs';
import type { Block, Workbook, WorkbookTab } from './workbook';

type Entry = RowOf<typeof contributionsTable>;

interface LogRow {
  /** 1-based. */
  row: number;
  entry: Entry;
}

interface Log {
  tab: WorkbookTab;
  rows: LogRow[];
  positions: Positions<(typeof contributionsTable)['columns']>;
}

const NEEDED = ['id', 'date', 'party', 'kind', 'quantity', 'status', 'acceptedValue', 'answeredBy', 'value'] as const;

function readLog(tabs: ReturnType<typeof readyTabs>): Log {
  const tab = tabs(contributionsTab);
  const cells = tab.read();
  const positions = columnsOf(contributionsTable, tab, cells, NEEDED);
  const rows = cells.flatMap((row, index): LogRow[] =>
    index === 0 || isUnused(contributionsTable, positions, row)
      ? []
      : [{ row: index + 1, entry: readRow(contributionsTable, positions, row) }],
  );
  return { tab, rows, positions };
}

/** Where an entry stands; the State column says the same in the sheet. */
function stateOf({ status, acceptedValue, value }: Entry): (typeof STATE)[keyof typeof STATE] {
  if (status?.toLowerCase() === 'disputed') return STATE.disputed;
  if (acceptedValue !== null) return acceptedValue === value ? STATE.accepted : STATE.changed;
  return value === null ? STATE.unvalued : STATE.open;
}

const same = (a: string | null | undefined, b: string | null | undefined): boolean =>
  (a ?? '').trim().toLowerCase() === (b ?? '').trim().toLowerCase();

/** The entries that wait for an answer. Rows that were typed without an ID are given one, to be found again by. */
export function openAnswers(workbook: Workbook): FormModel {
  const tabs = readyTabs(workbook);
  const settings = tabs(settingsTab).read();
  const log = readLog(tabs);
  workbook.exclusively(() => nameRows(workbook, log));
  const cellsOf: CellsOf = (id) => (id === settingsTab.id ? settings : []);
  const { draft, last } = recall(workbook, answerForm.id);
  const side = sideOf(workbook, cellsOf) ?? last.side ?? '';
  const items = log.rows
    .filter(({ entry }) => stateOf(entry) !== STATE.accepted && (side === '' || !same(entry.party, side)))
    .map(itemOf);
  return formModel(answerForm, workbook.locale, choicesFrom(cellsOf), { side }, draft, items);
}

/** IDs are drawn from the clock and the row, in one pass and one write a run; a row is named once and for good. */
function nameRows(workbook: Workbook, { tab, rows, positions }: Log): void {
  const stamp = workbook.now().getTime().toString(36).toUpperCase();
  const blocks: Block[] = [];
  for (const { row, entry } of rows) {
    if (entry.id !== null) continue;
    entry.id = `C-${stamp}-${row}`;
    blocks.push({ row, column: positions.id + 1, cells: [[entry.id]] });
  }
  if (blocks.length > 0) tab.write(joinRuns(blocks), [positions.id + 1]);
}

function itemOf({ row, entry }: LogRow): ItemModel {
  const state = stateOf(entry);
  const amount = entry.value === null ? 'no value yet' : String(entry.value);
  const was = entry.acceptedValue === null ? '' : ` (accepted: ${entry.acceptedValue})`;
  return {
    key: entry.id!,
    title: [entry.date === null ? 'no date' : isoOfDay(entry.date), entry.party ?? 'no party'].join(' · '),
    detail: [
      `Row ${row}, ${state}: ${entry.quantity ?? '?'} × ${entry.kind ?? '?'}`,
      ...[entry.item, entry.note].filter((text) => text !== null),
      ...(entry.answeredBy === null ? [] : [`Answered by ${entry.answeredBy}: ${entry.answerNote ?? 'no note'}`]),
    ].join('\n'),
    figure: amount + was,
    answers: [
      // What is accepted is the value that was looked at, also when the entry changes before the answer arrives.
      ...(entry.value === null ? [] : [{ value: `accept ${entry.value}`, label: 'Accept' }]),
      { value: 'dispute', label: 'Dispute' },
    ],
  };
}

/** Writes the answers. Three reads, and one write for each run of rows that follow one another. */
export function answerEntries(workbook: Workbook, { locale, values: typed }: Submission): Outcome {
  const given = Object.entries(typed).filter(([key, answer]) => key.startsWith('C-') && answer !== '');
  const outcome = workbook.exclusively((): Outcome => {
    const tabs = readyTabs(workbook);
    const settings = tabs(settingsTab).read();
    const choices = choicesFrom((id) => (id === settingsTab.id ? settings : []));
    const checked = checkForm(answerForm, typed, { locale, choices });
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };
    const side = String(checked.values.side);
    const note = String(checked.values.note);
    const errors = problemsOf(given, note);
    if (errors) return { kind: 'errors', errors };

    const log = readLog(tabs);
    const done: { blocks: Block[]; accepted: number; disputed: number; left: string[] } = {
      blocks: [],
      accepted: 0,
      disputed: 0,
      left: [],
    };
    for (const [id, answer] of given) {
      const found = log.rows.find(({ entry }) => entry.id === id);
      const obstacle = obstacleTo(found?.entry, side, answer);
      if (!found || obstacle) {
        done.left.push(`${found ? `Row ${found.row}` : 'An entry'} ${obstacle}`);
        continue;
      }
      done.blocks.push(...rowBlocks(found.row, answerCells(workbook, found.entry, side, note, answer), log.positions));
      done[answer === 'dispute' ? 'disputed' : 'accepted']++;
    }
    if (done.blocks.length > 0)
      log.tab.write(
        joinRuns(done.blocks),
        [log.positions.answerNote + 1].filter((n) => n > 0),
      );
    const counts = `${done.accepted} accepted, ${done.disputed} disputed in ${log.tab.name}.`;
    return { kind: 'written', message: [counts, ...done.left].join(' '), where: null, next: { side } };
  });
  if (outcome.kind === 'written') settle(workbook, answerForm.id, outcome.next);
  return outcome;
}

function problemsOf(given: readonly (readonly [string, string])[], note: string): FieldErrors | null {
  if (given.length === 0) return { side: 'Choose an answer for at least one entry below.' };
  const disputes = given.some(([, answer]) => answer === 'dispute');
  return disputes && note === '' ? { note: 'Say in a few words why you dispute it.' } : null;
}

/** Why an entry cannot be answered so, in words that follow its name; null when it can. */
function obstacleTo(entry: Entry | undefined, side: string, answer: string): string | null {
  if (!entry) return 'was deleted meanwhile.';
  if (same(entry.party, side)) return `is ${side}’s own: nobody answers their own entries.`;
  if (!/^(dispute|accept -?\d+(\.\d+)?)$/.test(answer)) return 'was given an answer that is not known.';
  const disputer = entry.answeredBy?.split(' · ')[0];
  if (answer !== 'dispute' && same(entry.status, 'disputed') && disputer && !same(disputer, side)) {
    return `is disputed by ${disputer}: only that side can accept it now.`;
  }
  return null;
}

function answerCells(
  workbook: Workbook,
  entry: Entry,
  side: string,
  note: string,
  answer: string,
): Record<string, Cell> {
  const accepts = answer !== 'dispute';
  return {
    status: accepts ? 'accepted' : 'disputed',
    acceptedValue: accepts ? Number(answer.slice('accept '.length)) : (entry.acceptedValue ?? ''),
    answeredBy: [side, workbook.user].filter((part) => part !== '').join(' · '),
    answeredAt: workbook.now(),
    // An earlier note is part of the story: a new one goes below it.
    answerNote: [entry.answerNote, note].filter((text) => text).join('\n'),
  };
}
