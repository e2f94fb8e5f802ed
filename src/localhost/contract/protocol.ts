import type { DrawnBanding } from './band-colors';
import type { Chart } from './chart';
import type { Area } from './engine';

/**
 * What the host process and a page say to each other over the WebSocket, as JSON.
 * The host holds the one workbook and gives every change a sequence number; a page is a mirror that does not calculate.
 */

/**
 * How the person of a page stands to the workbook, where they are not an editor who has authorised the project: `viewer`
 * may only look, `newcomer` has authorised nothing yet.
 */
export type PageRole = 'viewer' | 'newcomer';

/** One change of the workbook, in the spreadsheet engine's own words. */
export interface Mutation {
  id: string;
  params: unknown;
  options?: { onlyLocal?: boolean; fromFormula?: boolean };
}

/** A protection as it concerns one person: of a range, or of a whole sheet but for its `holes`. Rows and columns count from 0. */
export interface GuardedCells {
  sheetId: string;
  area?: Area;
  holes: Area[];
  description: string;
  /** The person may edit, but is told. */
  warningOnly: boolean;
}

export type ButtonName = 'CLOSE' | 'OK' | 'CANCEL' | 'YES' | 'NO';

/** An alert or a prompt of a script. */
export interface Question {
  title: string;
  message: string;
  buttons: ButtonName[];
  /** Whether a text is asked for. */
  hasText: boolean;
}

export interface Answer {
  /** `CLOSE`: closed without an answer. */
  button: ButtonName;
  text: string;
}

/** What autocomplete offers of one function of the project. */
export interface FunctionHelp {
  name: string;
  text: string;
  parameters: { name: string; text: string }[];
}

/** What a user has selected in the page. */
export interface Selection {
  sheetId: string;
  /** The active range; the last one of several. */
  a1: string;
  /** The others that are selected with it. */
  others?: string[];
}

/**
 * The cells that a conditional format highlights, in runs down a column: column, first row and number of rows of each,
 * one after the other.
 */
export interface FormatMatch {
  sheetId: string;
  id: string;
  runs: number[];
}

/** The workbook as the engine saves it, with the values that formulas have spilled. */
export interface Snapshot {
  workbook: unknown;
  spilled: unknown;
}

export interface MenuItem {
  caption: string;
  /** The function to run; absent for a separator or a sub-menu. */
  functionName?: string;
  /** A text that is shown instead of running something. */
  help?: string;
  items?: MenuItem[];
}

export interface Menu {
  /** `addon` menus stand under Extensions, `custom` ones in the bar. */
  place: 'addon' | 'custom';
  name: string;
  items: MenuItem[];
}

/**
 * Order: the host numbers the changes. Beside every change it has taken from one page it tells the others `mutations` and
 * that page `taken`. A page's edit made on an outdated `base`:
 * - the edit ends alike when it is made twice, as the writing of cells does: applied, and sent back to its page too, so that
 *   all end alike;
 * - any other edit, such as one that moves cells or adds a rule: applied, and its page gets a fresh `snapshot`;
 * - somebody else has meanwhile moved cells that the edit names, in the same sheet or in a formula: refused with `reload`.
 *   From then on the host drops what that page sends until it asks with `refresh`, since later edits stand on the refused one.
 */
export type ToPage =
  /** The workbook is not there yet: what is being done until it is. */
  | { type: 'opening'; text: string }
  /** On connection, on `refresh`, and whenever the host finds the page's mirror out of step. */
  | { type: 'snapshot'; sequence: number; snapshot: Snapshot; user: string; title: string; locale: string }
  /** `step`: what a script did for this page's person, who can undo it as one step; its later parts have the same text. */
  | { type: 'mutations'; sequence: number; mutations: Mutation[]; step?: string }
  /** The page's own edit `edit` has become change `sequence`. */
  | { type: 'taken'; edit: number; sequence: number }
  /** The page's last edits were not written: it asks for a snapshot. `reason` is shown to the person. */
  | { type: 'reload'; reason: string }
  /** The workbook's locale is another one from now on. */
  | { type: 'locale'; locale: string }
  | { type: 'menus'; menus: Menu[] }
  /** The functions that the page offers in formulas. */
  | { type: 'functions'; functions: FunctionHelp[] }
  /** The content is fetched from `/content/<contentId>`. */
  | { type: 'sidebar'; title: string; contentId: string }
  | { type: 'closeSidebar' }
  | { type: 'dialog'; title: string; contentId: string; width: number; height: number; modal: boolean }
  | { type: 'closeDialog' }
  | { type: 'toast'; message: string; title: string; seconds: number }
  /** A message of an execution that does not wait for it to be seen. */
  | { type: 'alert'; title: string; message: string }
  /** An execution waits for the answer; the person's first page that answers counts. */
  | ({ type: 'question'; id: string } & Question)
  /** The question needs no answer any more. */
  | { type: 'answered'; id: string }
  | ({ type: 'activate' } & Selection)
  /** The message of an error at a cell, shown when the person points at it; `allow`: a spreadsheet it may read if they say so. */
  | { type: 'cellErrors'; errors: { sheetId: string; row: number; column: number; message: string; allow?: string }[] }
  /** The charts of all sheets, whenever one of them has changed. Their figures are in the cells. */
  | { type: 'charts'; charts: Chart[] }
  /** The alternating colours of all sheets, whenever one of them has changed. */
  | { type: 'bandings'; bandings: DrawnBanding[] }
  /** The cells that the person may not edit or is warned about, whenever there are others than before. */
  | { type: 'guarded'; cells: GuardedCells[] }
  /** Which cells some conditional formats highlight from now on. */
  | { type: 'conditionalFormats'; matches: FormatMatch[] };

export type FromPage =
  /**
   * What one action of the person did: one unit, recalculated once. `edit` counts 1, 2, 3 … for each connection; `base` is
   * the sequence number of the last change this page has seen.
   */
  | { type: 'edit'; edit: number; base: number; mutations: Mutation[] }
  | ({ type: 'selection' } & Selection)
  | ({ type: 'answer'; id: string } & Answer)
  /** The person lets formulas read that spreadsheet. */
  | { type: 'allowImport'; id: string }
  | { type: 'refresh' };

/** The body of `POST /run`: a menu item was clicked or the sidebar called `google.script.run`. */
export interface RunRequest {
  functionName: string;
  args: unknown[];
  user: string;
}

export type RunReply = { value: unknown } | { error: { name: string; message: string } };
