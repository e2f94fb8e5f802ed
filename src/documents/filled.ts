/** A document that is filled in, as plain data: it crosses to the page that shows it. */
export interface Filled {
  id: string;
  /** Names it among all copies: of a document that asks for something, what was chosen as well. */
  copy: string;
  title: string;
  /** Whose it is, and of when. */
  subtitle: string;
  blocks: readonly Block[];
  /** How many places it has, and those that are empty. */
  places: number;
  gaps: readonly Gap[];
  /** The tabs that it draws on, as they are called. */
  draws: readonly string[];
  closing: string;
  /** It is set small, to be one page. */
  isOnePage: boolean;
}

export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'words'; text: string }
  | { kind: 'points'; items: readonly string[]; numbered: boolean }
  | { kind: 'fact'; label: string; text: string; isEmpty: boolean }
  | { kind: 'table'; columns: readonly TableColumn[]; rows: readonly (readonly string[])[]; after: string }
  | { kind: 'none'; text: string }
  | { kind: 'lines'; label: string; count: number }
  | { kind: 'signatures'; sides: readonly string[] };

export interface TableColumn {
  heading: string;
  /** Pixels in the sheet: how wide it is beside the others. */
  width: number;
}

/** A place that is empty, and where it is filled in. */
export interface Gap {
  /** `Scope`, `KPIs` */
  what: string;
  /** The tab's name, as people call it or as it would be called. */
  tab: string;
  /** Null: the sheet has no such tab. */
  tabId: string | null;
  /** The row, 1-based, where there is one already. */
  row: number | null;
  /** What to do there, in words. */
  how: string;
  /** The page of the gallery that brings the tab, where it is not there. */
  add: { id: string; name: string } | null;
}

/** What stands where nothing was agreed. */
export const NOT_YET = 'not yet agreed';
