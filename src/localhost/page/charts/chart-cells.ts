import { type Univer, numfmt } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type {} from '@univerjs/sheets-numfmt/facade';
import type { ChartSpec } from '../../contract/chart';
import type { PlacedArea } from '../../contract/engine';
import type { ChartCell } from './chart-data';

/** The cells of a chart's ranges as the page shows them just now, without the hidden ones that are left out. */
export function chartCells(api: FUniver, univer: Univer, spec: ChartSpec): ChartCell[][][] {
  return spec.ranges.map((range) => cellsOf(api, univer, range, spec.hiddenDimensionStrategy));
}

/** Shows a number by a number format, as a cell does. */
export function formatNumber(value: number, pattern: string): string {
  // Figures of axes are steps and sums: what binary fractions add to them is not shown.
  const figure = Number(value.toPrecision(12));
  if (pattern === '' || pattern === 'General') return figure.toLocaleString('en-US', { maximumFractionDigits: 6 });
  try {
    return numfmt.format(pattern, figure, { throws: true });
  } catch {
    return String(figure);
  }
}

function cellsOf(
  api: FUniver,
  univer: Univer,
  { sheetId, area }: PlacedArea,
  hidden: ChartSpec['hiddenDimensionStrategy'],
): ChartCell[][] {
  const sheet = api.getActiveWorkbook()?.getSheetBySheetId(sheetId);
  if (!sheet) return [];
  const rows = Math.min(area.rows, sheet.getMaxRows() - area.row);
  const columns = Math.min(area.columns, sheet.getMaxColumns() - area.column);
  if (rows < 1 || columns < 1) return [];
  const range = sheet.getRange(area.row, area.column, rows, columns);
  const [values, texts, patterns] = [range.getRawValues(), range.getDisplayValues(), range.getNumberFormats()];
  const spilled = spilledCells(univer, sheet);
  const shownRows = shownLines(area.row, rows, hidden === 'IGNORE_BOTH' || hidden === 'IGNORE_ROWS', isRowShown(sheet));
  const shownColumns = shownLines(
    area.column,
    columns,
    hidden === 'IGNORE_BOTH' || hidden === 'IGNORE_COLUMNS',
    isColumnShown(sheet),
  );
  return shownRows.map((i) =>
    shownColumns.map((j) => {
      const pattern = patterns[i]?.[j] ?? '';
      const value = (values[i]?.[j] ?? spilled?.[area.row + i]?.[area.column + j]?.v ?? null) as ChartCell['value'];
      const text = texts[i]?.[j] ?? '';
      return { value, text: text === '' ? String(value ?? '') : text, pattern, isDate: isDatePattern(pattern) };
    }),
  );
}

/** What formulas have spilled into cells that hold nothing themselves, by row and column. */
function spilledCells(univer: Univer, sheet: FWorksheet) {
  const workbookId = sheet.getWorkbook().getUnitId();
  return univer.__getInjector().get(FormulaDataModel).getArrayFormulaCellData()[workbookId]?.[sheet.getSheetId()];
}

function shownLines(first: number, count: number, leaveOut: boolean, isShown: (line: number) => boolean): number[] {
  return Array.from({ length: count }, (_, index) => index).filter((index) => !leaveOut || isShown(first + index));
}

const isRowShown = (sheet: FWorksheet) => (row: number) => sheet.getSheet().getRowVisible(row);
const isColumnShown = (sheet: FWorksheet) => (column: number) => sheet.getSheet().getColVisible(column);

function isDatePattern(pattern: string): boolean {
  return pattern !== '' && numfmt.isDateFormat(pattern);
}
