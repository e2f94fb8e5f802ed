/**
 * What the host process and a page say to each other over the WebSocket, as JSON.
 * The host holds the one workbook and gives every change a sequence number; a page is a mirror that does not calculate.
 */

/** One change of the workbook, in the spreadsheet engine's own words. */
export interface Mutation {
  id: string;
  params: unknown;
  options?: { onlyLocal?: boolean; fromFormula?: boolean };
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
  items?: MenuItem[];
}

export interface Menu {
  /** `addon` menus stand under Extensions, `custom` ones in the bar. */
  place: 'addon' | 'custom';
  name: string;
  items: MenuItem[];
}

export type ToPage =
  | { type: 'snapshot'; sequence: number; snapshot: Snapshot; user: string; title: string }
  | { type: 'mutations'; sequence: number; mutations: Mutation[] }
  /** The page's own view can no longer be trusted: it asks for a snapshot. `reason` is shown to the person. */
  | { type: 'reload'; reason: string }
  | { type: 'menus'; menus: Menu[] }
  /** The content is fetched from `/content/<contentId>`. */
  | { type: 'sidebar'; title: string; contentId: string }
  | { type: 'closeSidebar' }
  | { type: 'dialog'; title: string; contentId: string; width: number; height: number; modal: boolean }
  | { type: 'closeDialog' }
  | { type: 'toast'; message: string; title: string; seconds: number }
  /** An alert: the execution has already gone on, so only buttons that mean "seen" are offered. */
  | { type: 'alert'; title: string; message: string }
  | { type: 'activate'; sheetId: string; a1: string }
  /** The message of an error at a cell, shown when the person points at it. */
  | { type: 'cellErrors'; errors: { sheetId: string; row: number; column: number; message: string }[] };

export type FromPage =
  /** `base` is the sequence number of the last change this page has seen. */
  | { type: 'mutation'; base: number; mutation: Mutation }
  | { type: 'selection'; sheetId: string; a1: string }
  | { type: 'ready' };

/** The body of `POST /run`: a menu item was clicked or the sidebar called `google.script.run`. */
export interface RunRequest {
  functionName: string;
  args: unknown[];
  user: string;
}

export type RunReply = { value: unknown } | { error: { name: string; message: string } };
