import { dayOf } from '../calc/day';

/**
 * A cell as the workbook hands it over: blank is the empty string. Dates are instants; a day is found with `dayOf`.
 */
export type Cell = string | number | boolean | Date;

/**
 * Where the choices of a column stand: written here, or in a column of another table that people may extend. `hint` is
 * what a form says of a choice: a text before the value of another column of that table.
 */
export type Choices =
  { listed: readonly string[] } | { table: string; column: string; hint?: { text: string; column: string } };

/** The format that keeps what is written exactly as it is: "007", "1-2" and "=1+1" stay text. */
export const PLAIN_TEXT = '@';

/** Ratings that people give one another. */
export const RATING = { least: { value: 1 }, most: 5 } as const;

export type Input = 'text' | 'long text' | 'link' | 'choice' | 'number' | 'rating' | 'day';

/**
 * One column of a table, defined once: sheet set-up, validation, notes, forms, checks and reading all follow from it.
 * `T` is what a filled cell reads as.
 */
export interface Column<T> {
  /** The heading people see, by which the column is found. */
  header: string;
  help: string;
  /** Pixels. */
  width: number;
  /** `currency` takes the symbol and the minor units of the partnership's currency. */
  format: string | 'currency';
  input: Input;
  choices?: Choices;
  /** Smallest number accepted; `above` excludes the limit itself. */
  least?: { value: number; above?: boolean };
  most?: number;
  /** Forms read a length of time, such as 1:30, as hours. */
  hours?: boolean;
  /** Characters; a cell holds 50,000. */
  longest?: number;
  /** Who fills the cell: people, the add-on when a row is written, or a formula in the heading. */
  filled: 'by people' | 'by the add-on' | 'by formula';
  /** The value of a cell that is not blank, or undefined when the cell holds something else than it should. */
  read(cell: Cell): T | undefined;
}

type Details = Partial<Pick<Column<unknown>, 'choices' | 'least' | 'most' | 'hours' | 'longest' | 'filled' | 'width'>>;

function column<T>(
  base: Pick<Column<T>, 'format' | 'input' | 'read' | 'width'>,
  header: string,
  help: string,
  details: Details,
): Column<T> {
  return { header, help, filled: 'by people', ...base, ...details };
}

const readText = (cell: Cell): string | undefined => (cell instanceof Date ? undefined : String(cell).trim());
const readNumber = (cell: Cell): number | undefined => (typeof cell === 'number' ? cell : undefined);

/** Text that stays text. */
export const text = (header: string, help: string, details: Details = {}): Column<string> =>
  column({ format: PLAIN_TEXT, input: 'text', read: readText, width: 140 }, header, help, { longest: 500, ...details });

/** Text of several lines. */
export const longText = (header: string, help: string, details: Details = {}): Column<string> =>
  column({ format: PLAIN_TEXT, input: 'long text', read: readText, width: 260 }, header, help, {
    longest: 20_000,
    ...details,
  });

/** An address on the web, kept as text. */
export const link = (header: string, help: string, details: Details = {}): Column<string> =>
  column({ format: PLAIN_TEXT, input: 'link', read: readText, width: 180 }, header, help, {
    longest: 2_000,
    ...details,
  });

/** One word of a list. */
export const choice = (header: string, help: string, choices: Choices, details: Details = {}): Column<string> =>
  column({ format: PLAIN_TEXT, input: 'choice', read: readText, width: 130 }, header, help, { choices, ...details });

/** A value whose kind differs from row to row, handed over as it stands. */
export const mixed = (header: string, help: string, details: Details = {}): Column<Cell> =>
  column({ format: PLAIN_TEXT, input: 'text', read: (cell) => cell, width: 120 }, header, help, details);

export const number = (header: string, help: string, details: Details = {}): Column<number> =>
  column({ format: '#,##0.00', input: 'number', read: readNumber, width: 90 }, header, help, details);

/** An amount of money in the partnership's currency. */
export const amount = (header: string, help: string, details: Details = {}): Column<number> =>
  column({ format: 'currency', input: 'number', read: readNumber, width: 110 }, header, help, details);

/** A part of one, shown as a percentage: 0.7 is 70 %. */
export const fraction = (header: string, help: string, details: Details = {}): Column<number> =>
  column({ format: '0.0%', input: 'number', read: readNumber, width: 90 }, header, help, {
    least: { value: 0 },
    most: 1,
    ...details,
  });

/** A whole day; reads as a serial day number. */
export const day = (header: string, help: string, details: Details = {}): Column<number> =>
  column(
    { format: 'yyyy-mm-dd', input: 'day', read: (cell) => dayOf(cell) ?? undefined, width: 95 },
    header,
    help,
    details,
  );

/** A judgement from 1 (poor) to 5 (excellent). */
export const rating = (header: string, help: string): Column<number> =>
  column({ format: '0', input: 'rating', read: readNumber, width: 110 }, header, help, RATING);

/** A point in time, written by the add-on. */
export const moment = (header: string, help: string): Column<Date> =>
  column(
    {
      format: 'yyyy-mm-dd hh:mm',
      input: 'text',
      read: (cell) => (cell instanceof Date ? cell : undefined),
      width: 130,
    },
    header,
    help,
    { filled: 'by the add-on' },
  );
