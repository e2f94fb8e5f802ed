import { isoOfDay } from '../../../calc/day';
import { asShown } from '../../../calc/decimal';
import { digest } from '../../../import/values/digest';
import { contributions, STATE } from '../../../registers/contributions';
import type { Cell } from '../../../schema/column';
import { minorUnits } from '../../../schema/currency';
import { noteOf, tickKey, type ItemModel } from '../../../schema/form';
import type { EntryRegister, Register } from '../../../schema/register';
import { sameText } from '../../../schema/same-text';
import { readRow, type Positions, type RowOf } from '../../../schema/table';
import { readTypedTime } from '../../../schema/typed-time';
import { changeRows, type RowChange } from '../../rows/change-rows';
import { byName, type NamedRow, type NamedRows } from '../../rows/named-rows';
import type { Workbook, WorkbookTab } from '../../workbook';
import { acceptOf, DELETED, DISPUTE, twice, type Answered, type AnsweredRows, type Given } from './answered-rows';
import type { Answerer, Answerers } from './answerer';

/** An entry as it is read, and its quantity as it stands in the cell. */
type Entry = RowOf<typeof contributions> & { typed: Cell };

export const entries = contributions as Register as EntryRegister;

/** Without these columns nothing can be answered. */
export const ENTRY_COLUMNS = ['date', 'party', 'kind', 'quantity', 'status', 'acceptedValue', 'answeredBy', 'value'];

/** What was recorded by the form; rows of an older version do not say it apart from their status. */
const recordedOf = ({ recorded, answeredBy, status }: Entry): string | null =>
  recorded ?? (answeredBy === null ? null : (status?.toLowerCase() ?? null));

/** Where an entry stands; the State column says the same in the sheet. */
function stateOf(entry: Entry): (typeof STATE)[keyof typeof STATE] {
  const recorded = recordedOf(entry);
  const said = entry.status?.toLowerCase();
  if (recorded === 'disputed') return STATE.disputed;
  if (recorded === 'accepted' && entry.acceptedValue !== null) {
    // Whoever has typed another status over it wants it to be looked at again.
    const isTyped = said !== undefined && said !== 'proposed' && said !== 'accepted';
    return entry.acceptedValue === entry.value && !isTyped ? STATE.accepted : STATE.changed;
  }
  return entry.value === null ? STATE.unvalued : STATE.open;
}

/** `90 m` may be of a cloth, and is shown as it was typed; hours that were imported have no more than four decimals. */
function quantityOf({ quantity, typed }: Pick<Entry, 'quantity' | 'typed'>): string {
  if (typeof typed === 'string' && typed.trim() !== '' && readTypedTime(typed, 'en_US', 'numbers') === null) {
    return typed.trim();
  }
  return quantity === null ? '?' : String(asShown(Math.round(quantity * 10_000) / 10_000));
}

/** What a person reads of an entry before they answer it, its value apart. */
const readOf = ({ date, party, kind, item, note, ...entry }: Entry) => ({
  title: [date === null ? 'no date' : isoOfDay(date), party ?? 'no party'].join(' · '),
  counted: `${quantityOf(entry)} × ${kind ?? '?'}`,
  texts: [item, note].filter((text) => text !== null),
});

/** What is accepted: the value, and what it was given for, which may change without it. */
const seenOf = (entry: Entry): string => `${entry.value} ${digest(JSON.stringify(readOf(entry)))}`;

/** Entries of the log: one of the other sides accepts what they are worth, or disputes them. */
export class AnsweredEntries implements AnsweredRows {
  private readonly positions: Positions<typeof contributions.columns>;

  constructor(
    private readonly workbook: Workbook,
    private readonly tab: WorkbookTab,
    private readonly log: NamedRows,
    private readonly answerers: Answerers,
    private readonly currency: string | null,
  ) {
    this.positions = log.positions as typeof this.positions;
  }

  get tabName(): string {
    return this.tab.name;
  }

  items(side: string): ItemModel[] {
    return this.log.rows.flatMap((row) => {
      const entry = this.entryOf(row);
      const waits = stateOf(entry) !== STATE.accepted && (side === '' || !sameText(entry.party, side));
      return waits ? [this.itemOf(row, entry)] : [];
    });
  }

  private entryOf({ line }: NamedRow): Entry {
    return { ...readRow(contributions, this.positions, line), typed: line[this.positions.quantity] ?? '' };
  }

  private itemOf({ row, name }: NamedRow, entry: Entry): ItemModel {
    const key = tickKey(entries.id, name);
    const { title, counted, texts } = readOf(entry);
    const was = entry.acceptedValue === null ? '' : ` (accepted: ${this.shown(entry.acceptedValue)})`;
    return {
      key,
      note: noteOf(key),
      title,
      detail: [
        `Row ${row}, ${stateOf(entry)}: ${counted}`,
        ...texts,
        ...(entry.answeredBy === null ? [] : [`Answered by ${entry.answeredBy}: ${entry.answerNote ?? 'no note'}`]),
      ].join('\n'),
      figure: (entry.value === null ? 'no value yet' : this.shown(entry.value)) + was,
      answers: [
        ...(entry.value === null ? [] : [{ value: acceptOf(seenOf(entry)), label: 'Accept' }]),
        { value: DISPUTE, label: 'Dispute' },
      ],
    };
  }

  private shown(value: number): string {
    const { currency } = this;
    return currency === null ? String(value) : `${value.toFixed(minorUnits(currency))} ${currency}`;
  }

  answer(given: readonly Given[], by: Answerer): Answered {
    const found = byName(this.log.rows);
    const done: Answered = { accepted: 0, disputed: 0, left: [] };
    const changes: (RowChange & { status: 'accepted' | 'disputed' })[] = [];
    for (const { name, answer, note } of given) {
      const [row, ...more] = found.get(name) ?? [];
      if (!row) {
        done.left.push(DELETED);
        continue;
      }
      const entry = this.entryOf(row);
      const cells = this.cellsOf(entry, by, note, answer);
      const obstacle = more.length > 0 ? null : this.obstacleTo(entry, by, answer);
      if (more.length > 0)
        done.left.push(
          twice(
            name,
            [row, ...more].map((one) => one.row),
          ),
        );
      else if (standsAlready(entry, cells, note)) done[cells.status]++;
      else if (obstacle) done.left.push(`Row ${row.row} ${obstacle}`);
      else changes.push({ row: row.row, cells, status: cells.status });
    }
    const places = changeRows(this.tab, contributions, entries.named.column, this.log.cells, changes);
    places.forEach((place, index) => {
      if (place === null) done.left.push(DELETED);
      else done[changes[index]!.status]++;
    });
    return done;
  }

  /** Why an entry cannot be answered so, in words that follow its row; null when it can. */
  private obstacleTo(entry: Entry, { side }: Answerer, answer: string): string | null {
    if (sameText(entry.party, side)) return `is ${side}’s own: nobody answers their own entries.`;
    if (answer === DISPUTE) return null;
    if (!answer.startsWith(acceptOf(''))) return 'was given an answer that is not known.';
    if (entry.value === null) return 'has no value yet that could be accepted.';
    // The sheet's own value counts, as it is now; somebody who looked at another one has not agreed to it.
    const value = acceptOf(entry.value);
    if (answer !== value && !answer.startsWith(`${value} `)) {
      return `is worth ${this.shown(entry.value)} by now, which is not what you saw: look at it again.`;
    }
    // A form that was opened before an update of the add-on sends the value alone.
    if (answer !== value && answer !== acceptOf(seenOf(entry))) {
      return 'reads otherwise by now than what you saw, though it is worth the same: look at it again.';
    }
    const answerer = this.answerers.sideOf(entry.answeredBy);
    const state = stateOf(entry);
    if (answerer === null || sameText(answerer, side)) return null;
    if (state === STATE.accepted) return `is accepted by ${answerer} already.`;
    return state === STATE.disputed ? `is disputed by ${answerer}: only that side can accept it now.` : null;
  }

  /** The cells of an answer stand side by side: it is written as a whole. */
  private cellsOf(entry: Entry, by: Answerer, note: string, answer: string) {
    const status = answer === DISPUTE ? ('disputed' as const) : ('accepted' as const);
    return {
      status,
      acceptedValue: (status === 'accepted' ? entry.value : entry.acceptedValue) ?? '',
      answeredBy: by.signature,
      answeredAt: this.workbook.now(),
      // An earlier note is part of the story: a new one goes below it.
      answerNote: [entry.answerNote, note].filter((text) => text).join('\n'),
      recorded: status,
    };
  }
}

/** An earlier try of the same submission got as far as this entry. */
const standsAlready = (
  entry: Entry,
  { status, acceptedValue, answeredBy, recorded }: ReturnType<AnsweredEntries['cellsOf']>,
  note: string,
) =>
  entry.status === status &&
  entry.recorded === recorded &&
  (entry.acceptedValue ?? '') === acceptedValue &&
  entry.answeredBy === answeredBy &&
  `\n${entry.answerNote ?? ''}`.endsWith(note && `\n${note}`);
