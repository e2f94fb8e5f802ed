import { readDataPage } from '../schema/data-page';

/**
 * A document as it is before it is filled in: our own words, and places that are filled from the sheet. Plain data: the build
 * puts all of them into a file beside the script, which is read only when a document is asked for.
 */
export interface Template {
  id: string;
  title: string;
  /** Who reads it, and when. */
  forWhom: string;
  /** The numbered rows of the guides that it serves, such as D5. */
  frameworks: readonly string[];
  /** What has to be chosen before it can be filled in. */
  asks?: readonly Asked[];
  /** It should be one page: it is printed small. */
  onePage?: true;
  sections: readonly Section[];
}

export type Asked = 'side' | 'month';

export interface Section {
  title: string;
  parts: readonly Part[];
}

/**
 * One cell: of the row of a table whose column `key` says `is`, or of a computed page: the cell that says `find`, or begins
 * with it where the cell `itself` is meant, and from there.
 */
export type Place =
  | { table: string; column: string; key: string; is: string }
  | { page: string; find: string; where: 'below' | 'right' | 'itself' };

/** Rows of a table, as far as they belong here. */
export interface Rows {
  table: string;
  /** What the rows are, as the list of empty places names them. */
  what: string;
  /** The columns that are shown, by their keys. */
  columns: readonly string[];
  /** Only rows that say one of these words in a column; `{side}` is the side that was chosen. */
  where?: Readonly<Record<string, readonly string[]>>;
  /** Not those that say one of these. */
  unless?: Readonly<Record<string, readonly string[]>>;
  /** Only rows with something in each of these columns. */
  filled?: readonly string[];
  /** By this column, the latest day first; without it in the order of the sheet. */
  newest?: string;
  /** Rows with the same in this column stand together, in the order in which it first occurs. */
  together?: string;
  /** So many at most; the others are counted. */
  most?: number;
  /** A column without which a row is a place to be filled in, the column that says which row it is, and what stands there. */
  needs?: { column: string; called: string; none?: string };
  /** There need not be any row: their lack is no empty place, and this is what is said. */
  none?: string;
}

/** The table that stands under a title of a computed page. */
export interface Under {
  page: string;
  title: string;
  /** Its columns, by their headings; all where they are left out. */
  headings?: readonly string[];
  /** Only the rows of the sides, and those that begin with one of these words. */
  ofSides?: readonly string[];
  /** What is said while it holds no figure. */
  none: string;
}

type Fact = Extract<Part, { kind: 'fact' }>;

export type Part =
  /** A paragraph; `{sides}`, `{today}`, `{side}` and `{month}` are filled in. */
  | { kind: 'words'; text: string }
  | { kind: 'points'; items: readonly string[]; numbered?: true }
  /** One cell; `none` is said where it may well be empty. */
  | { kind: 'fact'; label: string; place: Place; none?: string }
  | ({ kind: 'rows' } & Rows)
  /** Cards of a computed page: a title, the figure below it and the sentence below that. */
  | { kind: 'cards'; page: string; titles: readonly string[] }
  | ({ kind: 'under' } & Under)
  /** Lines to write on by hand, for each side or for all. */
  | { kind: 'lines'; label: string; count: number; each?: true }
  | { kind: 'signatures' };

/** All documents by their ids, in the order in which they are offered. */
export type Templates = Readonly<Record<string, Template>>;

/** Reads them out of the file that carries them. */
export const readTemplates = (page: string): Templates => readDataPage(page) as Templates;

export const words = (text: string): Part => ({ kind: 'words', text });

export const points = (...items: readonly string[]): Part => ({ kind: 'points', items });

export const steps = (...items: readonly string[]): Part => ({ kind: 'points', items, numbered: true });

export const fact = (label: string, place: Place): Part => ({ kind: 'fact', label, place });

/** What was agreed on a topic of the page Agreement. */
export const topic = (name: string, label: string = name): Part =>
  fact(label, { table: 'agreement', column: 'agreed', key: 'topic', is: name });

/** A setting, by the name that it has in Settings. */
export const setting = (name: string, label: string = name): Part =>
  fact(label, { table: 'settings', column: 'value', key: 'setting', is: name });

/** A setting that may well be empty. */
export const anySetting = (name: string, none: string): Part => ({ ...(setting(name) as Fact), none });

/** A number by which a page judges, by the name that it has there. */
export const limit = (table: string, name: string, label: string = name): Part =>
  fact(label, { table, column: 'set', key: 'limit', is: name });

export const rows = (table: string, columns: readonly string[], what: string, details: Partial<Rows> = {}): Part => ({
  ...{ kind: 'rows', table, columns, what },
  ...details,
});

/** The same where nothing need be there: what is said then. */
export const anyRows = (
  table: string,
  columns: readonly string[],
  what: string,
  none: string,
  details: Partial<Rows> = {},
): Part => rows(table, columns, what, { ...details, none });

/** A table of the Scorecard, with what is said while it holds no figure. */
export const onScorecard = (title: string, none: string, details: Partial<Under> = {}): Part => ({
  ...{ kind: 'under', page: 'scorecard', title, none },
  ...details,
});

export const cards = (...titles: readonly string[]): Part => ({ kind: 'cards', page: 'scorecard', titles });

export const lines = (label: string, count: number): Part => ({ kind: 'lines', label, count });

export const linesEach = (label: string, count: number): Part => ({ kind: 'lines', label, count, each: true });

export const signatures: Part = { kind: 'signatures' };

/** No document claims to be more than it is. */
export const NO_ADVICE =
  'Filled in from the sheet of this partnership. It helps to agree and is no legal advice: have contracts read by somebody who knows the law.';
