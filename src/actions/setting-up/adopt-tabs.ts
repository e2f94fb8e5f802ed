import { REGISTERS } from '../../registers';
import { PAGES } from '../../registers/pages';
import { settings } from '../../registers/settings';
import type { Cell } from '../../schema/column';
import { tablesOf, type Register } from '../../schema/register';
import { enteredKeys, findColumns } from '../../schema/table';
import type { Workbook } from '../workbook';

/** A tab that is ours by its name and headings, and carries no mark. */
interface Unmarked {
  id: string;
  name: string;
  /** Columns whose values a formula of ours will make, from 0; null: the whole tab is computed. */
  computed: number[] | null;
}

/**
 * The tabs of a workbook that came by way of an Excel file, which keeps what tabs hold and loses their marks. None where
 * any tab is marked as ready, or where Settings is not among them. A read a tab, in a workbook without marks.
 */
export function unmarkedTabs(workbook: Workbook): Unmarked[] {
  const marked = workbook.tabs();
  if (marked.some(({ version }) => version !== ADOPTED)) return [];
  const names = workbook.sheetNames().filter((name) => !marked.some((tab) => tab.name === name));
  const registers = REGISTERS.filter(({ name }) => names.includes(name)).flatMap((register) => {
    const [headings = []] = workbook.shownRows(register.name, 1, 1) ?? [];
    return isOf(register, headings)
      ? [{ id: register.id, name: register.name, computed: computedIn(register, headings) }]
      : [];
  });
  const isKnown = [...registers, ...marked].some(({ id }) => id === settings.id);
  if (!isKnown) return [];
  const pages = PAGES.filter(({ name }) => names.includes(name)).map(({ id, name }) => ({ id, name, computed: null }));
  return [...pages, ...registers];
}

/** Of a tab that was taken over and waits for its formulas: older than any version. */
export const ADOPTED = 0;

/** Takes over the tabs that carry no mark: what formulas had answered goes, so that they have room when they come back. */
export function adoptTabs(workbook: Workbook): void {
  for (const { id, name, computed } of unmarkedTabs(workbook)) workbook.adopt(name, id, ADOPTED, computed);
}

/** The rows of Settings in a workbook without marks, as they are shown; none where it has marks. */
export function unmarkedSettings(workbook: Workbook): Cell[][] {
  const found = unmarkedTabs(workbook).find(({ id }) => id === settings.id);
  return (found && workbook.shownRows(found.name, 1, MOST_SETTINGS)) ?? [];
}

const MOST_SETTINGS = 200;

const isOf = (register: Register, headings: readonly Cell[]): boolean =>
  tablesOf(register).every((table) => {
    const { positions } = findColumns(table, headings);
    return enteredKeys(table).every((key) => positions[key]! >= 0);
  });

const computedIn = (register: Register, headings: readonly Cell[]): number[] =>
  tablesOf(register).flatMap((table) => {
    const { positions } = findColumns(table, headings);
    return Object.keys(table.columns).flatMap((key) =>
      table.columns[key]!.filled === 'by formula' && positions[key]! >= 0 ? [positions[key]!] : [],
    );
  });
