import { addMonths, monthStart, monthsBetween } from '../day';
import type { Deal, Term } from './deal';
import { isOpening, TERMS } from './terms';

/** The months of a statement, counted from 0. */
export interface Calendar {
  readonly count: number;
  /** The last day that counts; before every day where nothing does. */
  readonly asOf: number;
  /** It was given, and not taken from the latest month. */
  readonly given: boolean;
  /** The first opening balance that counts. */
  readonly opening: Term | null;
  /** Where an opening balance stands: nothing may be earned before this day. */
  readonly opens: number | null;
  /** The month of a day: below 0 before the first. */
  monthOf(day: number): number;
  start(month: number): number;
  end(month: number): number;
  /** The day on which the terms of a month are asked. */
  asked(month: number): number;
  completed(month: number): boolean;
}

/** What counts towards the first month: what is dated, and what is paid or guaranteed every month. */
const begins = ({ term }: Term): boolean =>
  term === 'monthly fee' || term === 'guarantee' || (TERMS[term].holds === 'dated' && !isOpening(term));

const latest = (days: readonly number[]): number => days.reduce((a, b) => Math.max(a, b), -1);

export function calendarOf({ asOf: given, sales, refunds, terms }: Deal): Calendar {
  const dated = terms.filter((term) => TERMS[term.term].holds === 'dated' && !isOpening(term.term));
  const received = [...sales.map(({ day }) => day), ...refunds.map(({ day }) => day)];
  const last = latest(received.length > 0 ? received : dated.map(({ day }) => day!));
  const asOf = given ?? (last < 0 ? last : monthEnd(last));
  const opening = terms
    .filter(({ term, day }) => term === 'opening balance' && day! <= asOf)
    .reduce<Term | null>((first, term) => (first && first.day! <= term.day! ? first : term), null);
  const days = [...received, ...terms.filter(begins).map(({ day }) => day!)];
  const earliest = days.reduce((a, b) => Math.min(a, b), Infinity);
  const monthAfter = opening ? monthStart(opening.day! + 1) : null;
  // Where nothing begins, no month does. What begins later in the month of as_of opens it already: an opening stands in it.
  const first = earliest === Infinity ? Infinity : Math.max(monthStart(earliest), monthAfter ?? 0);
  const count = first > asOf ? 0 : monthsBetween(first, asOf) + 1;
  const months = monthsFrom(first, count);
  return {
    count,
    asOf,
    given: given !== null,
    opening,
    opens: opening && Math.max(opening.day!, monthAfter!),
    ...months,
    asked: (month) => Math.min(months.end(month), asOf),
    completed: (month) => (given === null ? month < count - 1 : months.end(month) <= given),
  };
}

const monthEnd = (day: number): number => addMonths(monthStart(day), 1) - 1;

function monthsFrom(first: number, count: number): Pick<Calendar, 'monthOf' | 'start' | 'end'> {
  // Many rows share few days, and a day's month takes a while to find.
  const known = new Map<number, number>();
  const starts = Array.from({ length: count + 1 }, (_, month) => addMonths(first, month));
  return {
    monthOf(day) {
      let month = known.get(day);
      if (month === undefined) known.set(day, (month = monthsBetween(first, day)));
      return month;
    },
    start: (month) => starts[month]!,
    end: (month) => starts[month + 1]! - 1,
  };
}
