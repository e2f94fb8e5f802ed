import type { Cell } from '../../schema/column';
import { chartsOf, columnOf, type TabLayout } from '../../schema/layout';
import type { Completion, Placement } from '../../schema/placement';
import { tablesOf, type Register } from '../../schema/register';
import { sameText } from '../../schema/same-text';
import { findColumns, type Positions, type Table } from '../../schema/table';
import type { BlankCells } from '../asking/units';
import { showValues } from '../refreshing/show-values';
import { endOf } from '../rows/append-row';
import { rowBlocks } from '../rows/blocks';
import { settled, type Block, type WorkbookTab } from '../workbook';
import { ADOPTED } from './adopt-tabs';

/** A tab that an older version has made, or that has lost columns, with what it lacks. */
export interface Old {
  tab: Register;
  standing: WorkbookTab;
  cells: Cell[][];
  completion: Completion;
  blank: BlankCells;
}

/** Gives a tab of an older version its new columns, its present formulas and the settings it lacks. */
export function finish(
  { tab, standing, cells, completion: { slots, placement } }: Old,
  layout: TabLayout,
  currency: string | null,
): void {
  // A new table's first column comes last: until it stands, a table that was cut short counts as new.
  for (const [slot, { position, isNew, inNewTable }] of [...slots.entries()].reverse()) {
    if (isNew) standing.layOutColumn(position + 1, columnOf(layout, slot, inNewTable));
  }
  const formulas = slots.flatMap(({ position, isNew }, slot) =>
    isNew || position < 0 || layout.headings[slot] !== 'computed'
      ? []
      : [{ column: position + 1, formula: layout.cells[0]![slot]! }],
  );
  settled(standing, standing.write([...takenOver(tab, cells, placement), ...headingBlocks(formulas)]));
  for (const table of tablesOf(tab)) addValues(table, standing, cells, placement.positions[table.id]!, slots, layout);
  if (standing.version !== tab.version) showValues(tab, standing, currency);
  // An Excel file of the local host keeps no charts.
  if (standing.version === ADOPTED) standing.drawCharts(chartsOf(tab, (slot) => slots[slot]!.position + 1));
}

/** Formulas of row 1 by their columns, from 1: one write for those that stand side by side. */
export const headingBlocks = (formulas: readonly { column: number; formula: Cell }[]): Block[] =>
  rowBlocks(
    1,
    Object.fromEntries(formulas.map(({ column, formula }) => [column, formula])),
    Object.fromEntries(formulas.map(({ column }) => [column, column - 1])),
  );

/** What new columns take over from others, of a tab that stands as `cells` says. */
function takenOver(tab: Register, cells: readonly (readonly Cell[])[], { positions }: Placement): Block[] {
  return tablesOf(tab).flatMap((table) => {
    const before = findColumns(table, cells[0] ?? []).positions;
    return Object.entries(table.columns).flatMap(([key, { takesOver }]) => {
      if (takesOver === undefined || before[key]! >= 0 || before[takesOver]! < 0 || cells.length < 2) return [];
      const below = cells.slice(1).map((row) => [row[before[takesOver]!] ?? '']);
      return [{ row: 2, column: positions[table.id]![key]! + 1, cells: below }];
    });
  });
}

/**
 * Writes the settings and limits that an older version did not have below the others, with what they begin with. A table
 * that is new has them already.
 */
function addValues(
  table: Table,
  standing: WorkbookTab,
  cells: readonly (readonly Cell[])[],
  positions: Positions,
  slots: Completion['slots'],
  layout: TabLayout,
): void {
  const { values, initial = [] } = table;
  const [name = ''] = Object.keys(table.columns);
  const before = findColumns(table, cells[0] ?? []).positions;
  if (!values || before[name]! < 0) return;
  let end = endOf(table, cells, before);
  initial.forEach((row, index) => {
    if (cells.some((line) => sameText(line[before[name]!], row[name]))) return;
    end++;
    for (const key of values.keys) {
      const slot = slots.findIndex(({ position }) => position === positions[key]);
      standing.prepareCell(end, positions[key]! + 1, layout.formats[index]![slot]!, layout.validations[index]![slot]!);
    }
    settled(standing, standing.write(rowBlocks(end, row, positions)));
  });
}
