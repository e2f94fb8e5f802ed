import {
  CellValueType,
  type ICellData,
  type IStyleData,
  type Nullable,
  type Styles,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import type { Area, CellPatch, CellStyle, CellValue, PatchMatrix, RichText, StylePatch } from '../contract/engine';
import { displayedText, valueOfCell } from './cell-values';
import { richTextCell, richTextOf } from './rich-text';
import type { Spills } from './spills';

/** Reads and writes blocks of cells of one workbook. */
export class Cells {
  constructor(
    private readonly workbook: Workbook,
    private readonly spills: Spills,
  ) {}

  values(sheetId: string, area: Area): CellValue[][] {
    return this.map(sheetId, area, (cell, pattern) => valueOfCell(cell, pattern));
  }

  displayed(sheetId: string, area: Area, locale: string): string[][] {
    return this.map(sheetId, area, (cell, pattern) => displayedText(cell, pattern, locale));
  }

  formulas(sheetId: string, area: Area, formulaOf: (row: number, column: number) => string | null): string[][] {
    const sheet = this.sheet(sheetId);
    return table(area, (row, column) => {
      const cell = sheet.getCellMatrix().getValue(row, column);
      if (!cell?.f && !cell?.si) return '';
      return cell.f ?? formulaOf(row, column) ?? '';
    });
  }

  styles(sheetId: string, area: Area): CellStyle[][] {
    const sheet = this.sheet(sheetId);
    return table(area, (row, column) => {
      const style = sheet.getComposedCellStyle(row, column);
      return { pattern: style.n?.pattern ?? '', style: { ...style } };
    });
  }

  richTexts(sheetId: string, area: Area): (RichText | undefined)[][] {
    return this.map(sheetId, area, richTextOf);
  }

  patterns(sheetId: string, area: Area): string[][] {
    const sheet = this.sheet(sheetId);
    const patterns = new PatternLookup(sheet, this.workbook.getStyles());
    const own = sheet.getCellMatrix().getMatrix();
    return table(area, (row, column) => patterns.at(row, column, own[row]?.[column]));
  }

  withStyle(sheetId: string, area: Area): [number, number][] {
    const own = this.sheet(sheetId).getCellMatrix().getMatrix();
    const found: [number, number][] = [];
    for (const row in own) {
      if (Number(row) < area.row || Number(row) >= area.row + area.rows) continue;
      for (let column = area.column; column < area.column + area.columns; column++) {
        if (own[row]?.[column]?.s) found.push([Number(row), column]);
      }
    }
    return found;
  }

  lineStyle(sheetId: string, line: 'row' | 'column', index: number): StylePatch {
    const sheet = this.sheet(sheetId);
    return { ...(line === 'row' ? sheet.getRowStyle(index) : sheet.getColumnStyle(index)) };
  }

  extent(sheetId: string): { rows: number; columns: number } {
    const end = { rows: 0, columns: 0 };
    const take = (row: string, cells: Nullable<Record<number, Nullable<ICellData>>>): void => {
      for (const column in cells) {
        const cell = cells[Number(column)];
        if (!cell || (cell.v ?? cell.f ?? cell.si ?? cell.p ?? null) === null) continue;
        end.rows = Math.max(end.rows, Number(row) + 1);
        end.columns = Math.max(end.columns, Number(column) + 1);
      }
    };
    const own = this.sheet(sheetId).getCellMatrix().getMatrix();
    for (const row in own) take(row, own[Number(row)]);
    const spilled = this.spills.ofSheet(sheetId);
    for (const row in spilled) take(row, spilled[Number(row)]);
    return end;
  }

  /** The patches in the engine's own words, for one mutation. */
  toCellData(sheetId: string, patches: PatchMatrix): Record<number, Record<number, ICellData>> {
    const matrix = this.sheet(sheetId).getCellMatrix();
    const data: Record<number, Record<number, ICellData>> = {};
    for (const row in patches) {
      const line: Record<number, ICellData> = (data[row] = {});
      const patchesOfRow = patches[row] ?? {};
      for (const column in patchesOfRow) {
        line[column] = cellData(patchesOfRow[column] ?? {}, matrix.getValue(Number(row), Number(column)));
      }
    }
    return data;
  }

  private map<T>(sheetId: string, area: Area, convert: (cell: Nullable<ICellData>, pattern: () => string) => T): T[][] {
    const sheet = this.sheet(sheetId);
    const patterns = new PatternLookup(sheet, this.workbook.getStyles());
    const own = sheet.getCellMatrix().getMatrix();
    const spilled = this.spills.ofSheet(sheetId);
    return table(area, (row, column) => {
      const cell = own[row]?.[column];
      const spill = spilled[row]?.[column];
      const shown = holdsValue(cell) || !spill ? cell : spill;
      return convert(shown, () => patterns.at(row, column, cell) || plain(patternOf(shown?.s)));
    });
  }

  private sheet(sheetId: string): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(sheetId);
    if (!sheet) throw new Error(`There is no sheet with the id ${sheetId}.`);
    return sheet;
  }
}

/** The number format of a cell: its own, or else its row's, its column's or the sheet's. Styles are kept by their ids. */
export class PatternLookup {
  private readonly byId = new Map<string, string | undefined>();

  constructor(
    private readonly sheet: Worksheet,
    private readonly registry: Styles,
  ) {}

  at(row: number, column: number, cell: Nullable<ICellData>): string {
    return plain(
      this.of(cell?.s) ??
        this.of(this.sheet.getRowStyle(row, true)) ??
        this.of(this.sheet.getColumnStyle(column, true)) ??
        this.of(this.sheet.getDefaultCellStyle()),
    );
  }

  private of(style: Nullable<IStyleData> | string): string | undefined {
    if (typeof style !== 'string') return patternOf(style);
    if (!this.byId.has(style)) this.byId.set(style, patternOf(this.registry.get(style)));
    return this.byId.get(style);
  }
}

const patternOf = (style: Nullable<IStyleData> | string): string | undefined =>
  (typeof style === 'object' ? style?.n?.pattern : undefined) || undefined;

/** A cell that was given `General` has no format, also where its row or column has one. */
const plain = (pattern: string | undefined): string => (pattern === undefined || pattern === 'General' ? '' : pattern);

function holdsValue(cell: Nullable<ICellData>): boolean {
  return cell?.v !== undefined && cell.v !== null;
}

function table<T>(area: Area, at: (row: number, column: number) => T): T[][] {
  const rows: T[][] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const line: T[] = [];
    for (let column = area.column; column < area.column + area.columns; column++) line.push(at(row, column));
    rows.push(line);
  }
  return rows;
}

function cellData(patch: CellPatch, old: Nullable<ICellData>): ICellData {
  const data: ICellData = {};
  if (patch.style !== undefined) data.s = patch.style as Nullable<IStyleData>;
  if (patch.rich) return { ...data, ...richTextCell(patch.rich) };
  if (patch.formula !== undefined) return { ...data, f: patch.formula, v: null, si: null, p: null };
  if (patch.value === undefined) {
    // Without its type, a text that looks like a number would be taken for one when only its style changes.
    return old?.t ? { ...data, t: old.t } : data;
  }
  putContent(data, patch.value, patch.forceText ?? false);
  data.f = data.si = data.p = null;
  return data;
}

/** An import writes a million cells: none of them is copied on its way. */
function putContent(data: ICellData, value: CellValue, forceText: boolean): void {
  if (value === null) data.v = null;
  else if (typeof value === 'boolean') {
    data.v = value ? 1 : 0;
    data.t = CellValueType.BOOLEAN;
  } else if (typeof value === 'number' || typeof value === 'object') {
    data.v = typeof value === 'number' ? value : value.serial;
    data.t = CellValueType.NUMBER;
  } else {
    data.v = value;
    data.t = forceText ? CellValueType.FORCE_STRING : CellValueType.STRING;
  }
}
