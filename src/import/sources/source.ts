import type { Names } from '../file/headings';
import type { TargetId } from '../targets';
import type { PlainUnit } from '../values/durations';

/** The heading of a column, one of several, or several columns whose texts are put together. */
export type FieldColumn = Names | { joined: readonly string[] };

/** Rows by what a column says. */
export interface Where {
  column: Names;
  /** Tried on the cell without case and outer spaces. */
  matches: RegExp;
}

/** Rows that are left out, and why in words. */
export type Left = Where & { why: string };

/** What the rows of a source of money mean beside their amounts. */
export interface MoneyRules {
  /** These rows are refunds; a row whose gross is negative is one anyway. */
  refunds?: Where;
  /** These rows were paid back whole, and the file says so in the sale's own row. */
  paidBack?: Where;
  /** These rows are fees by themselves: their amount, without its sign, is a cost and not a sale. */
  fees?: Where;
  /** Fees are written as what they change: negative where they were taken. */
  feesAreChanges?: true;
  /** Gross holds these, and with a refund their part of it goes back as well. */
  taxes?: Names;
}

/** A row for each line of an order, in which only the first has what concerns the order. */
export interface OrderRules {
  by: Names;
  item: Names;
  quantity: Names;
  price: Names;
}

/** A column whose numbers become readings of a KPI. */
export interface Metric {
  column: Names;
  is: 'count' | 'number' | 'percent' | 'minutes';
  /** How the readings of a month, or the rows of a table without days, become one. */
  rollUp: 'sum' | 'latest' | 'average';
}

/**
 * A program that people export tables from: by what its tables are known and what becomes of their columns. Headings are
 * compared without case, `_` and `?`; `(¤)` stands for any currency in brackets, also none.
 */
export interface Source {
  /** Stands in the source keys of imported rows, so that it never changes. */
  id: string;
  name: string;
  target: TargetId;
  /** Columns that are all there, by any of their names. */
  knownBy: readonly Names[];
  /** Columns that another table of the same program has. */
  notWith?: readonly Names[];
  fields: Readonly<Record<string, FieldColumn>>;
  constants?: Readonly<Record<string, string>>;
  /** What names a row for good: its own ID, or what no two rows share. Without it, all that is taken from the row. */
  key?: readonly Names[];
  /** Its numbers always have this decimal mark; otherwise the file decides or somebody is asked. */
  decimal?: '.';
  /** Its days always come in this order. */
  order?: 'day first' | 'month first';
  /** Its clock times are those of UTC. */
  zone?: 'UTC';
  currency?: { column: Names } | { always: string };
  leaves?: readonly Left[];
  /** What a plain number in the column of Quantity counts. */
  quantityIn?: PlainUnit;
  /** Where there is no length of time, these two times of day; the second one of a day of its own. */
  clock?: { from: Names; to: Names; until: Names };
  money?: MoneyRules;
  lines?: OrderRules;
  /** Many small amounts become one row for each combination of these columns. */
  addUp?: readonly Names[];
  metrics?: readonly Metric[];
  /** The one metric is named by what stands above the headings. */
  namedByTitle?: true;
}
