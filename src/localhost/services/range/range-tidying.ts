import type { Area, CellValue } from '../../contract/engine';
import { enums } from '../base/enums';
import { ServiceError } from '../../contract/service-error';
import type { CallTable } from '../base/service';
import { RangeBase } from '../base/range-base';

type Range = GoogleAppsScript.Spreadsheet.Range;

export const tidyingCalls = {
  getDataRegion: 'read',
  getNextDataCell: 'read',
  randomize: 'write',
  removeDuplicates: 'write',
  splitTextToColumns: 'write',
  trimWhitespace: 'write',
} as const satisfies CallTable<Range>;

const STEPS = { UP: [-1, 0], DOWN: [1, 0], PREVIOUS: [0, -1], NEXT: [0, 1] } as const;

const DELIMITERS = { COMMA: ',', PERIOD: '.', SEMICOLON: ';', SPACE: ' ' } as const;

/** Finding where data ends, and tidying it up. */
export abstract class RangeTidying extends RangeBase {
  /** The block around the range that blank rows and columns set apart. */
  getDataRegion(dimension?: unknown): Range {
    const { rows: lastRow, columns: lastColumn } = this.sheet.info;
    const cells = this.sheetCells();
    const limit = dimension === undefined ? undefined : enums.Dimension.labelOf(dimension);
    let { row: top, column: left } = this.area;
    let [bottom, right] = [top + this.rows - 1, left + this.columns - 1];
    const holds = (fromRow: number, toRow: number, fromColumn: number, toColumn: number): boolean =>
      cells.slice(fromRow, toRow + 1).some((line) => line.slice(fromColumn, toColumn + 1).some(isFilled));
    for (let grown = true; grown;) {
      grown = false;
      const [near, far] = [Math.max(0, left - 1), right + 1];
      const [above, below] = [Math.max(0, top - 1), bottom + 1];
      if (limit !== 'COLUMNS') {
        if (top > 0 && holds(top - 1, top - 1, near, far)) [top, grown] = [top - 1, true];
        if (below < lastRow && holds(below, below, near, far)) [bottom, grown] = [below, true];
      }
      if (limit !== 'ROWS') {
        if (left > 0 && holds(above, below, left - 1, left - 1)) [left, grown] = [left - 1, true];
        if (far < lastColumn && holds(above, below, far, far)) [right, grown] = [far, true];
      }
    }
    return this.sheet.asGoogle.getRange(top + 1, left + 1, bottom - top + 1, right - left + 1);
  }

  /** Where Ctrl and an arrow key lead from the first cell. */
  getNextDataCell(direction: unknown): Range {
    const [down, along] = STEPS[enums.Direction.labelOf(direction)];
    const { rows, columns } = this.sheet.info;
    const cells = this.sheetCells();
    const filled = (row: number, column: number): boolean => isFilled(cells[row]?.[column]);
    const inside = (row: number, column: number): boolean => row >= 0 && column >= 0 && row < rows && column < columns;
    let { row, column } = this.area;
    const [next, after] = [row + down, column + along];
    const toEnd = filled(row, column) && filled(next, after);
    while (inside(row + down, column + along)) {
      if (toEnd && !filled(row + down, column + along)) break;
      row += down;
      column += along;
      if (!toEnd && filled(row, column)) break;
    }
    return this.sheet.asGoogle.getRange(row + 1, column + 1);
  }

  /** Keeps the first of equal rows; the rest of the range moves up. Columns are the sheet's, from 1. */
  removeDuplicates(columnsToCompare?: number[]): Range {
    const { workbook } = this.environment;
    const places = columnsToCompare?.map((column) => column - this.column);
    if (places?.some((place) => !(place >= 0 && place < this.columns))) {
      throw new ServiceError('The columns to compare are outside the range.');
    }
    const values = workbook.read(this.sheetId, this.area);
    const seen = new Set<string>();
    const kept = values.flatMap((line, i) => {
      const key = JSON.stringify((places ?? line.map((_, j) => j)).map((place) => comparable(line[place] ?? null)));
      if (seen.has(key)) return [];
      seen.add(key);
      return [i];
    });
    this.rearrange(kept);
    return this.sheet.asGoogle.getRange(this.row, this.column, kept.length, this.columns);
  }

  randomize(): Range {
    const order = Array.from({ length: this.rows }, (_, i) => i);
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    this.rearrange(order);
    return this.api;
  }

  /** Spaces, tabs and line breaks go at both ends; several within become one. */
  trimWhitespace(): Range {
    const { workbook } = this.environment;
    const formulas = workbook.formulas(this.sheetId, this.area);
    const values = workbook.read(this.sheetId, this.area);
    this.eachCell((row, column, i, j) => {
      const value = values[i]?.[j];
      if (typeof value !== 'string' || formulas[i]?.[j]) return;
      const trimmed = value.trim().replace(/\s+/g, ' ');
      if (trimmed !== value) workbook.patch(this.sheetId, row, column, { value: trimmed });
    });
    return this.api;
  }

  /** Splits the texts of the first column into it and the columns to its right. */
  splitTextToColumns(delimiter?: unknown): void {
    const texts = this.environment.workbook
      .displayed(this.sheetId, { ...this.area, columns: 1 })
      .map(([text]) => text!);
    const separator =
      typeof delimiter === 'string'
        ? delimiter
        : delimiter === undefined
          ? (Object.values(DELIMITERS).find((one) => texts.some((text) => text.includes(one))) ?? ',')
          : DELIMITERS[enums.TextToColumnsDelimiter.labelOf(delimiter)];
    const rows = texts.map((text) => text.split(separator));
    const width = Math.max(...rows.map((row) => row.length));
    const padded = rows.map((row) => Array.from({ length: width }, (_, j) => row[j] ?? ''));
    this.sheet.asGoogle.getRange(this.row, this.column, rows.length, width).setValues(padded);
  }

  /** Puts rows of the range into a new order; what is left over is emptied. Formulas go along as they are sorted. */
  private rearrange(order: number[]): void {
    const { workbook } = this.environment;
    const values = workbook.read(this.sheetId, this.area);
    const formulas = workbook.flushed().formulas(this.sheetId, this.area);
    const styles = workbook.styles(this.sheetId, this.area);
    const { row: top, column: left } = this.area;
    this.eachCell((row, column, i, j) => {
      const source = order[i];
      if (source === undefined) {
        workbook.patch(this.sheetId, row, column, { value: null });
        return;
      }
      const formula = formulas[source]?.[j];
      const moved = formula && workbook.engine.shiftedFormula(formula, i - source, 0);
      workbook.patch(this.sheetId, top + i, left + j, {
        ...(moved ? { formula: moved } : { value: values[source]?.[j] ?? null }),
        style: styles[source]?.[j]?.style ?? {},
      });
    });
  }

  private sheetCells(): CellValue[][] {
    const { workbook } = this.environment;
    const { rows, columns } = workbook.extent(this.sheetId);
    const area: Area = { row: 0, column: 0, rows, columns };
    return workbook.read(this.sheetId, area);
  }
}

function isFilled(value: CellValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Texts are compared without regard to case. */
function comparable(value: CellValue): unknown {
  return typeof value === 'string' ? ['text', value.toLowerCase()] : value;
}
