import type { Page } from '../page';
import { settingIn, type SettingKey } from '../settings';

/** A part of the Scorecard: what it adds to the page. */
export type Section = Pick<Page, 'cells' | 'areas'> & Partial<Pick<Page, 'notes' | 'charts'>>;

/** How many sides and KPIs the Scorecard shows; what goes beyond stands in their tabs, and the Scorecard says so. */
export const MOST = { parties: 5, kpis: 10 } as const;

/** Where things stand that other parts of the page point to. */
export const PLACES = {
  party: 'A10:A14',
  effort: 'B10:B14',
  gap: 'D10:D14',
  verdict: 'G10:G14',
  kpi: 'A19:A28',
  kpiStatus: 'G19:G28',
  ratedBy: 'A32:A36',
  health: 'B32:B36',
  healthGap: 'B37',
  healthVerdict: 'D37',
  score: 'G36',
  scoreWords: 'H36',
  nextReview: 'J5',
  reasons: 'K10:K',
  lastGap: 'B90:B94',
  gapBefore: 'C90:C94',
} as const;

/** A column of a table, named so that a set-up finds it: `{contributions.party}`. */
export const to = (address: string): string => `{${address}}`;

/** A setting's value. */
export const setting = (key: SettingKey): string => settingIn(to, key);

export const array = (body: string): string => `=ARRAYFORMULA(${body})`;

/** The first rows of a list; the words when it is empty. */
export const firstRows = (list: string, rows: number, columns: number, otherwise: string): string =>
  `ARRAY_CONSTRAIN(IFNA(${list},"${otherwise}"),${rows},${columns})`;

/** Headings side by side, from a cell to the right. */
export const headings = (row: number, from: string, titles: readonly string[]): Record<string, string> =>
  Object.fromEntries(titles.map((title, i) => [`${String.fromCharCode(from.charCodeAt(0) + i)}${row}`, title]));
