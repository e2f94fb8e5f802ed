import { isoOfDay } from '../../calc/day';
import { checkForm, type FieldErrors, type Submission } from '../../schema/checks';
import type { Cell } from '../../schema/column';
import { contributions, STATE } from '../../registers/contributions';
import { settings as settingsRegister } from '../../registers/settings';
import type { EntryRegister, Register } from '../../schema/register';
import { formModel, type FormModel, type ItemModel } from '../../schema/form';
import { answerForm } from './answer-form';
import { sameText } from '../../schema/same-text';
import { isUnused, readRow, type RowOf } from '../../schema/table';
import { changeRows, type RowChange } from '../rows/change-rows';
import { choicesBeside, choicesFrom, readWhenAsked, type CellsOf } from './choices';
import { sideOf } from '../sides';
import { recall, settle } from './memory';
import { nameRows } from '../rows/name-rows';
import type { Outcome } from './outcome';
import { columnsOf, readyTabs } from '../tabs';
import { takeCurrency } from '../setting-up/take-currency';
import type { Workbook, WorkbookTab } from '../workbook';

type Entry = RowOf<typeof contributions>;

const entries = contributions as Register as EntryRegister;

interface LogRow {
  /** 1-based. */
  row: number;
  entry: Entry;
}

interface Log {
  tab: WorkbookTab;
  cells: Cell[][];
  rows: LogRow[];
}

const NEEDED = ['id', 'date', 'party', 'kind', 'quantity', 'status', 'acceptedValue', 'answeredBy', 'value'] as const;

function readLog(tabs: ReturnType<typeof readyTabs>): Log {
  const tab = tabs(contributions);
  const cells = tab.read();
  const positions = columnsOf(contributions, tab, cells, NEEDED);
  const rows = cells.flatMap((row, index): LogRow[] =>
    index === 0 || isUnused(contributions, positions, row)
      ? []
      : [{ row: index + 1, entry: readRow(contributions, positions, row) }],
  );
  return { tab, cells, rows };
}

/** Where an entry stands; the State column says the same in the sheet. */
function stateOf({ status, acceptedValue, value }: Entry): (typeof STATE)[keyof typeof STATE] {
  if (status?.toLowerCase() === 'disputed') return STATE.disputed;
  if (acceptedValue !== null) return acceptedValue === value ? STATE.accepted : STATE.changed;
  return value === null ? STATE.unvalued : STATE.open;
}

/** The entries that wait for an answer. Rows that were typed without an ID are given one, to be found again by. */
export function openAnswers(workbook: Workbook): FormModel {
  const tabs = readyTabs(workbook);
  const settings = tabs(settingsRegister).read();
  takeCurrency(workbook, tabs.all, settings);
  const log = workbook.exclusively(() => {
    const read = readLog(tabs);
    const nameless = read.rows.filter(({ entry }) => entry.id === null);
    const rows = nameless.map(({ row }) => row);
    nameRows(workbook, read.tab, entries, read.cells, rows).forEach((id, index) => {
      nameless[index]!.entry.id = id;
    });
    return read;
  });
  const cellsOf: CellsOf = (id) => (id === settingsRegister.id ? settings : []);
  const { draft, last } = recall(workbook, answerForm.id);
  const side = sideOf(workbook, cellsOf) ?? last.side ?? '';
  const items = log.rows
    .filter(({ entry }) => stateOf(entry) !== STATE.accepted && (side === '' || !sameText(entry.party, side)))
    .map(itemOf);
  return formModel(answerForm, workbook.locale, choicesFrom(cellsOf), { side }, draft, { items });
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

/**
 * Writes the answers, in three reads, a fourth for a side that has logged nothing yet, and one write for each run of
 * rows that follow one another. An answer that stands already is not written again.
 */
export function answerEntries(workbook: Workbook, { locale, values: typed }: Submission): Outcome {
  const given = Object.entries(typed).filter(([key, answer]) => key.startsWith('C-') && answer !== '');
  const outcome = workbook.exclusively((): Outcome => {
    const tabs = readyTabs(workbook);
    const log = readLog(tabs);
    const sides = (): Cell[] => log.rows.map(({ entry }) => entry.party ?? '');
    const choices = choicesBeside(
      typed,
      sides,
      readWhenAsked((id) => tabs(id).read()),
    );
    const checked = checkForm(answerForm, typed, { locale, choices });
    if ('errors' in checked) return { kind: 'errors', errors: checked.errors };
    const side = String(checked.values.side);
    const note = String(checked.values.note);
    const errors = problemsOf(given, note);
    if (errors) return { kind: 'errors', errors };

    const counts = { accepted: 0, disputed: 0 };
    const left: string[] = [];
    const changes: (RowChange & { status: keyof typeof counts })[] = [];
    for (const [id, answer] of given) {
      const found = log.rows.find(({ entry }) => entry.id === id);
      const obstacle = obstacleTo(found?.entry, side, answer);
      if (!found || obstacle) {
        left.push(`${found ? `Row ${found.row}` : 'An entry'} ${obstacle}`);
        continue;
      }
      const cells = answerCells(workbook, found.entry, side, note, answer);
      if (standsAlready(found.entry, cells, note)) counts[cells.status]++;
      else changes.push({ row: found.row, cells, status: cells.status });
    }
    const places = changeRows(log.tab, contributions, entries.named.column, log.cells, changes);
    places.forEach((place, index) => {
      if (place === null) left.push(`An entry ${DELETED}`);
      else counts[changes[index]!.status]++;
    });
    const done = `${counts.accepted} accepted, ${counts.disputed} disputed in ${log.tab.name}.`;
    return { kind: 'written', message: [done, ...left].join(' '), where: null, next: { side } };
  });
  if (outcome.kind === 'written') settle(workbook, answerForm.id, outcome.next);
  return outcome;
}

function problemsOf(given: readonly (readonly [string, string])[], note: string): FieldErrors | null {
  if (given.length === 0) return { side: 'Choose an answer for at least one entry below.' };
  const disputes = given.some(([, answer]) => answer === 'dispute');
  return disputes && note === '' ? { note: 'Say in a few words why you dispute it.' } : null;
}

const DELETED = 'was deleted meanwhile.';

/** Why an entry cannot be answered so, in words that follow its name; null when it can. */
function obstacleTo(entry: Entry | undefined, side: string, answer: string): string | null {
  if (!entry) return DELETED;
  if (sameText(entry.party, side)) return `is ${side}’s own: nobody answers their own entries.`;
  if (!/^(dispute|accept -?\d+(\.\d+)?)$/.test(answer)) return 'was given an answer that is not known.';
  const disputer = entry.answeredBy?.split(' · ')[0];
  if (answer !== 'dispute' && sameText(entry.status, 'disputed') && disputer && !sameText(disputer, side)) {
    return `is disputed by ${disputer}: only that side can accept it now.`;
  }
  return null;
}

/** The cells of an answer stand side by side: it is written as a whole. */
function answerCells(workbook: Workbook, entry: Entry, side: string, note: string, answer: string) {
  const accepts = answer !== 'dispute';
  return {
    status: accepts ? ('accepted' as const) : ('disputed' as const),
    acceptedValue: accepts ? Number(answer.slice('accept '.length)) : (entry.acceptedValue ?? ''),
    answeredBy: [side, workbook.user].filter((part) => part !== '').join(' · '),
    answeredAt: workbook.now(),
    // An earlier note is part of the story: a new one goes below it.
    answerNote: [entry.answerNote, note].filter((text) => text).join('\n'),
  };
}

/** An earlier try of the same submission got as far as this entry. */
const standsAlready = (entry: Entry, { status, acceptedValue, answeredBy }: Record<string, Cell>, note: string) =>
  entry.status === status &&
  (entry.acceptedValue ?? '') === acceptedValue &&
  entry.answeredBy === answeredBy &&
  `\n${entry.answerNote ?? ''}`.endsWith(note && `\n${note}`);
