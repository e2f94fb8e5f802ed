import { dayOfIso } from '../../../src/calc/day';
import type { Outcome } from '../../../src/actions/asking/outcome';
import { Partnership } from '../../support/partnership';

type Typed = string | number;

/** A sheet for two sides that has these pages. */
export const withPages = async (...pages: string[]): Promise<Partnership> => (await Partnership.started()).add(pages);

/** `2026-03-31` and `2026-03-31 14:00` as the number that a date cell holds; anything else as it is. */
function asCell(typed: Typed): Typed {
  const [, iso, hours, minutes] = /^(\d{4}-\d\d-\d\d)(?: (\d\d):(\d\d))?$/.exec(String(typed)) ?? [];
  return iso ? dayOfIso(iso)! + Number(hours ?? 0) / 24 + Number(minutes ?? 0) / 1440 : typed;
}

/** Types rows into a tab, from a row on, by the headings of its columns. */
export function type(partnership: Partnership, tab: string, rows: readonly Record<string, Typed>[], from = 2): void {
  const cells = rows.map((row) => Object.entries(row).map(([heading, typed]) => [heading, asCell(typed)]));
  partnership.script(`const sheet = book.getSheetByName(${JSON.stringify(tab)});
    const headings = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getDisplayValues()[0];
    ${JSON.stringify(cells)}.forEach((row, at) => row.forEach(([heading, cell]) => {
      const column = headings.indexOf(heading) + 1;
      if (column === 0) throw new Error('No heading ' + heading);
      sheet.getRange(${from} + at, column).setValue(cell);
    }));`);
}

/** Sets a value that stands beside its name: a setting, or a limit of a page. */
export function set(
  partnership: Partnership,
  tab: string,
  names: string,
  values: string,
  name: string,
  to: Typed,
): void {
  const row = partnership.cells(tab).findIndex((line, at) => at > 0 && line[column(partnership, tab, names)] === name);
  type(partnership, tab, [{ [values]: to }], row + 1);
}

const column = (partnership: Partnership, tab: string, heading: string): number =>
  partnership.cells(tab)[0]!.indexOf(heading);

/** The day that figures are computed for. */
export const setAsOf = (partnership: Partnership, day: string): void =>
  set(partnership, 'Settings', 'Setting', 'Value', 'As of', day);

/** What a tab says of its rows, by the text of a column; rows of which nothing is said are left out. */
export const attention = (partnership: Partnership, tab: string, by: string): Record<string, unknown> =>
  Object.fromEntries(
    partnership.rows(tab).flatMap((row) => (row.Attention === '' ? [] : [[String(row[by]), row.Attention]])),
  );

export function written(outcome: Outcome): string {
  if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
  return outcome.message;
}

/** Sends the edit form of a row with some fields changed, as the sidebar does. */
export function edit(
  partnership: Partnership,
  tab: string,
  row: number,
  changed: Record<string, string>,
  user?: string,
): Outcome {
  partnership.script(
    `const sheet = book.getSheetByName(${JSON.stringify(tab)}); sheet.activate(); sheet.getRange(${row}, 2).activate();`,
    user,
  );
  const opened = partnership.open('edit', user);
  if (opened.kind !== 'form') throw new Error(opened.message);
  const { id, fields, carried } = opened.form;
  const shown = Object.fromEntries(fields.map(({ key, initial }) => [key, initial]));
  return partnership.submit(id, { ...shown, ...carried, ...changed }, user);
}
