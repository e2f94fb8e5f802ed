import { dayOf } from '../calc/day';
import { readTypedTime } from './typed-time';

/**
 * A cell as the workbook hands it over: blank is the empty string. Dates are instants; a day is found with `dayOf`.
 */
export type Cell = string | number | boolean | Date;

/**
 * Where the choices of a column stand: written here, or in a column of another table that people may extend. `hint` is
 * what a form says of a choice: a text before the value of another column of that table. `label` are the columns that a
 * form shows instead of the value; a row with something in the column `unless` is none to choose, and of many rows only
 * the `latest` are offered.
 */
export type Choices =
  | { listed: readonly string[] }
  | {
      table: string;
      column: string;
      hint?: { text: string; column: string };
      label?: readonly string[];
      unless?: string;
      latest?: number;
    };

/** The format that keeps what is written exactly as it is: "007", "1-2" and "=1+1" stay text. */
export const PLAIN_TEXT = '@';

/** Ratings that people give one another. */
export const RATING = { least: { value: 1 }, most: 5 } as const;

export type Input = 'text' | 'long text' | 'link' | 'choice' | 'number' | 'rating' | 'day';

/** What a filled cell holds, which decides how it is read. */
export type Holds = 'text' | 'number' | 'day' | 'moment' | 'anything';

/**
 * What a form writes where nobody typed anything: who is at work, the moment, a value, or what stands beside a choice in
 * the table that the choice comes from.
 */
export type Otherwise = 'user' | 'now' | { value: Cell } | Beside | readonly Beside[];

/** What stands beside a choice; `where` a column beside another choice holds a text. Of several the first that is filled. */
export interface Beside {
  beside: string;
  column: string;
  where?: { beside: string; column: string; is: string };
}

/**
 * One column of a table, defined once and as plain data: sheet set-up, validation, notes, forms, checks and reading all
 * follow from it. `T` is what a filled cell reads as.
 */
export interface Column<T = unknown> {
  /** The heading people see, by which the column is found. */
  header: string;
  help: string;
  /** Pixels. */
  width: number;
  /** `currency` takes the symbol and the minor units of the partnership's currency. */
  format: string | 'currency';
  input: Input;
  holds: Holds;
  choices?: Choices;
  /** Smallest number accepted; `above` excludes the limit itself. */
  least?: { value: number; above?: boolean };
  most?: number;
  /** Of a number: words that may stand there instead. */
  orWords?: readonly string[];
  /** Of a number that may be a part of one as well as anything else: forms read 30% as 0.3. */
  percent?: boolean;
  /**
   * A length of time, such as 1:30, is read as hours, in forms and in cells; where the choice `beside` has a unit, only
   * where that is hours. With `surely`, a unit has to say so: of what has none, `90m` may be millions.
   */
  hours?: boolean | HoursBy;
  /** Forms take an e-mail address only. */
  address?: true;
  /** Forms complete what is typed from what stands in the column. */
  completes?: true;
  /** Of a rating: what 1 and 5 mean, in a few words. */
  ends?: readonly [one: string, five: string];
  /** Characters; a cell holds 50,000. */
  longest?: number;
  /** Forms accept a text once only: rows are known by it, and those that name it follow when it is changed. */
  unique?: boolean;
  /**
   * Of a number: the column that says what it is counted in, in the row of the choice `beside` or else in its own. Where
   * that is %, forms read and show a percentage. `units` says it of each word that the column may hold: what is a part of
   * one in one row may be an amount in the next, and its cells keep their own look.
   */
  countedIn?: { column: string; beside?: string; units?: Readonly<Record<string, string>> };
  /** Of a day: forms refuse what is more than a day ahead, in these words after the day. */
  past?: string;
  /** Of a day: forms refuse one before that of another column, in these words. */
  notBefore?: { column: string; say: string };
  /** Forms refuse the same as in another column, in these words. */
  differsFrom?: { column: string; say: string };
  otherwise?: Otherwise;
  /** Who fills the cell: people, the add-on when a row is written, or a formula in the heading. */
  filled: 'by people' | 'by the add-on' | 'by formula';
  /** A tab of an older version, which lacks the column, gets in it what another column of the table says there. */
  takesOver?: string;
  /** Of a column that the add-on fills: people read it as well, so that it stands among those that they fill. */
  inView?: boolean;
  /** Only formulas read it: it is folded away, and stands before the other computed columns. */
  outOfView?: boolean;
  /** Few need it: it stands after what the others fill in, folded away until somebody opens its group. */
  untilWanted?: boolean;
  /** Its texts are there to be read: they are shown whole, on as many lines as they need. */
  wraps?: boolean;
  /**
   * Of a computed column: the body of its one formula, as it would be typed with commas. `{quantity}` stands for a column
   * of the same table, `{parties.party}` for one of another.
   */
  formula?: string;
  /** Never there: carries the type of a filled cell. */
  readonly reads?: T;
}

/** The column of a choice’s table that says what a number is counted in. */
export interface HoursBy {
  column: string;
  beside: string;
  surely?: true;
}

export type Details = Partial<Omit<Column, 'header' | 'help' | 'input' | 'holds' | 'reads'>>;

function column<T>(
  base: Pick<Column<T>, 'format' | 'input' | 'holds' | 'width'>,
  header: string,
  help: string,
  details: Details,
): Column<T> {
  return { header, help, filled: details.formula === undefined ? 'by people' : 'by formula', ...base, ...details };
}

/** Where it is said what a number of the column is counted in. */
export const countingOf = ({ countedIn, hours }: Pick<Column, 'countedIn' | 'hours'>): Column['countedIn'] =>
  countedIn ?? (typeof hours === 'object' ? hours : undefined);

/** The value of a cell that is not blank, or undefined when the cell holds something else than it should. */
export function readCell<T>({ holds, hours }: Pick<Column<T>, 'holds' | 'hours'>, cell: Cell): T | undefined {
  // What the row counts is not known here.
  const isTime = hours && !(typeof hours === 'object' && hours.surely);
  const time = isTime && typeof cell === 'string' ? readTypedTime(cell, 'en_US') : null;
  return READ[holds](time && 'hours' in time ? time.hours : cell) as T | undefined;
}

const READ: Record<Holds, (cell: Cell) => unknown> = {
  text: (cell) => (cell instanceof Date ? undefined : String(cell).trim()),
  number: (cell) => (typeof cell === 'number' ? cell : undefined),
  day: (cell) => dayOf(cell) ?? undefined,
  moment: (cell) => (cell instanceof Date ? cell : undefined),
  anything: (cell) => cell,
};

/** Text that stays text. */
export const text = (header: string, help: string, details: Details = {}): Column<string> =>
  column({ format: PLAIN_TEXT, input: 'text', holds: 'text', width: 140 }, header, help, { longest: 500, ...details });

/** Text of several lines. */
export const longText = (header: string, help: string, details: Details = {}): Column<string> =>
  column({ format: PLAIN_TEXT, input: 'long text', holds: 'text', width: 260 }, header, help, {
    longest: 20_000,
    ...details,
  });

/** An address on the web, kept as text. */
export const link = (header: string, help: string, details: Details = {}): Column<string> =>
  column({ format: PLAIN_TEXT, input: 'link', holds: 'text', width: 180 }, header, help, {
    longest: 2_000,
    ...details,
  });

/** One word of a list. */
export const choice = (header: string, help: string, choices: Choices, details: Details = {}): Column<string> =>
  column({ format: PLAIN_TEXT, input: 'choice', holds: 'text', width: 150 }, header, help, { choices, ...details });

/** yes or no. */
export const yesNo = (header: string, help: string, details: Details = {}): Column<string> =>
  choice(header, help, { listed: ['yes', 'no'] }, { width: 80, ...details });

/** A value whose kind differs from row to row, handed over as it stands. */
export const mixed = (header: string, help: string, details: Details = {}): Column<Cell> =>
  column({ format: PLAIN_TEXT, input: 'text', holds: 'anything', width: 120 }, header, help, details);

/** How a number is shown where its column says nothing else. */
export const PLAIN_NUMBER = '#,##0.00';

/**
 * A number as it is: 6 is shown as 6 and 2.5 as 2.5, where `0.##` would leave a point behind the 6. What is typed brings
 * its own look along: `45%` stays a percentage.
 */
export const AUTOMATIC = 'General';

export const number = (header: string, help: string, details: Details = {}): Column<number> =>
  column({ format: PLAIN_NUMBER, input: 'number', holds: 'number', width: 90 }, header, help, details);

/** A number, or one of a few words instead. Its cells keep whatever kind was typed. */
export const numberOr = (
  header: string,
  help: string,
  orWords: readonly string[],
  details: Details = {},
): Column<Cell> =>
  column({ format: AUTOMATIC, input: 'number', holds: 'anything', width: 90 }, header, help, { orWords, ...details });

/** An amount of money in the partnership's currency. */
export const amount = (header: string, help: string, details: Details = {}): Column<number> =>
  column({ format: 'currency', input: 'number', holds: 'number', width: 110 }, header, help, details);

/** A part of one, shown as a percentage: 0.7 is 70 %. */
export const fraction = (header: string, help: string, details: Details = {}): Column<number> =>
  column({ format: '0.0%', input: 'number', holds: 'number', width: 90 }, header, help, {
    least: { value: 0 },
    most: 1,
    ...details,
  });

/** A whole day; reads as a serial day number. */
export const day = (header: string, help: string, details: Details = {}): Column<number> =>
  column({ format: 'yyyy-mm-dd', input: 'day', holds: 'day', width: 95 }, header, help, details);

/** A judgement from 1 (poor) to 5 (excellent). */
export const rating = (
  header: string,
  help: string,
  ends: readonly [one: string, five: string] = ['poor', 'excellent'],
): Column<number> =>
  column({ format: '0', input: 'rating', holds: 'number', width: 110 }, header, help, { ...RATING, ends });

/** A point in time, written by the add-on. */
export const moment = (header: string, help: string): Column<Date> =>
  column({ format: 'yyyy-mm-dd hh:mm', input: 'text', holds: 'moment', width: 130 }, header, help, {
    filled: 'by the add-on',
    otherwise: 'now',
  });

/** Who wrote a row. */
export const author = (header: string, help: string): Column<string> =>
  text(header, help, { filled: 'by the add-on', otherwise: 'user', width: 170 });
