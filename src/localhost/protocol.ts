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

/**
 * Order: the host numbers the changes. Beside every change it has taken from one page it tells the others `mutations` and
 * that page `taken`. A page's edit made on an outdated `base`:
 * - cells changed meanwhile, the edit changes cells: applied, and sent back to its page too, so that all end alike;
 * - cells changed meanwhile (formula results too), the edit moves cells: applied, and its page gets a fresh `snapshot`;
 * - cells were moved meanwhile by somebody else: refused with `reload`. From then on the host drops what that page sends
 *   until it asks with `refresh`, since later edits stand on the refused one.
 */
export type ToPage =
  /** On connection, on `refresh`, and whenever the host finds the page's mirror out of step. */
  | { type: 'snapshot'; sequence: number; snapshot: Snapshot; user: string; title: string }
  | { type: 'mutations'; sequence: number; mutations: Mutation[] }
  /** The page's own edit `edit` has become change `sequence`. */
  | { type: 'taken'; edit: number; sequence: number }
  /** The page's last edits were not written: it asks for a snapshot. `reason` is shown to the person. */
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
  /**
   * What one action of the person did: one unit, recalculated once. `edit` counts 1, 2, 3 … for each connection; `base` is
   * the sequence number of the last change this page has seen.
   */
  | { type: 'edit'; edit: number; base: number; mutations: Mutation[] }
  | { type: 'selection'; sheetId: string; a1: string }
  | { type: 'refresh' };

/** The body of `POST /run`: a menu item was clicked or the sidebar called `google.script.run`. */
export interface RunRequest {
  functionName: string;
  args: unknown[];
  user: string;
}

export type RunReply = { value: unknown } | { error: { name: string; message: string } };
