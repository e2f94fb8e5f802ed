import {
  CellValueType,
  type ICellData,
  type IRange,
  type IStyleData,
  type Nullable,
  isTextFormat,
} from '@univerjs/core';
import {
  BaseReferenceObject,
  type BaseValueObject,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';

type Each = (value: Nullable<BaseValueObject>, row: number, column: number) => Nullable<boolean>;
type Ranges = Nullable<Record<number, Nullable<Record<number, Nullable<IRange>>>>>;
type Lines = Nullable<Record<number, Nullable<{ s?: Nullable<IStyleData> | string }>>>;

interface SheetData {
  rowData?: Lines;
  columnData?: Lines;
  cellData: { getValue(row: number, column: number): Nullable<ICellData> };
}

/**
 * Reads references for formulas. Against the engine's own way a number carries the format of its column or row, too (a
 * date is a date where only the column says so), a text of no length is no blank, and a long column is read quickly.
 */
export function readReferencesLikeSheets(): void {
  const { toUnitRange } = BaseReferenceObject.prototype;
  // The engine takes the formula's own sheet for it: a formula in A1 would depend on itself.
  BaseReferenceObject.prototype.toUnitRange = function (this: BaseReferenceObject) {
    return isOfMissingSheet(this) ? { ...toUnitRange.call(this), sheetId: '' } : toUnitRange.call(this);
  };
  BaseReferenceObject.prototype.iterator = function (this: BaseReferenceObject, callback: Each) {
    const { startRow, endRow, startColumn, endColumn } = this.getRangePosition();
    const sheet = this.getCurrentActiveSheetData() as unknown as SheetData | undefined;
    if (!sheet || isOfMissingSheet(this)) {
      callback(ErrorValueObject.create('#REF!' as never), startRow, startColumn);
      return;
    }
    const cellAt = cellReader(this, sheet);
    const patternAt = patternReader(this, sheet);
    for (let row = startRow; row <= endRow; row++) {
      for (let column = startColumn; column <= endColumn; column++) {
        if (row < 0 || column < 0) {
          callback(ErrorValueObject.create('#REF!' as never), row, column);
          return;
        }
        const cell = cellAt(row, column);
        const value = cell ? valueObject(this, cell, () => patternAt(row, column, cell)) : null;
        if (callback(value, row, column) === false) return;
      }
    }
  };
}

/** Whether a reference names a sheet that does not exist. */
export const isOfMissingSheet = (reference: BaseReferenceObject): boolean =>
  reference.getForcedSheetName() !== '' && !reference.getForcedSheetId();

function valueObject(reference: BaseReferenceObject, cell: ICellData, pattern: () => string): BaseValueObject | null {
  const { v, t } = cell;
  if (v === null || v === undefined) return cell.p ? reference.getCellValueObject(cell) : null;
  if (v === '') return StringValueObject.create('');
  if (typeof v !== 'number' || t === CellValueType.BOOLEAN) return reference.getCellValueObject(cell);
  const format = pattern();
  return isTextFormat(format) ? StringValueObject.create(String(v)) : NumberValueObject.create(v, format);
}

/** What a cell holds just now: results of this calculation before spills of the last one before what was entered. */
function cellReader(
  reference: BaseReferenceObject,
  sheet: SheetData,
): (row: number, column: number) => Nullable<ICellData> {
  const results = reference.getCurrentRuntimeSheetData();
  const spilled = reference.getCurrentRuntimeActiveArrayFormulaCellData();
  const spilledBefore = reference.getCurrentActiveArrayFormulaCellData();
  const replaced = replacedRanges(
    reference.getCurrentActiveArrayFormulaRange() as Ranges,
    reference.getCurrentRuntimeActiveArrayFormulaRange() as Ranges,
  );
  return (row, column) => {
    const now =
      results?.getValue(row, column) ||
      spilled?.getValue(row, column) ||
      reference.getRuntimeFeatureCellValue(row, column);
    if (now) return now;
    const before = spilledBefore?.getValue(row, column);
    if (!before) return sheet.cellData.getValue(row, column);
    return replaced.some((range) => contains(range, row, column)) ? null : before;
  };
}

/** Where the last calculation had spilled and this one has spilled anew. */
function replacedRanges(before: Ranges, now: Ranges): IRange[] {
  return Object.entries(before ?? {}).flatMap(([row, line]) =>
    Object.entries(line ?? {}).flatMap(([column, range]) =>
      range && now?.[Number(row)]?.[Number(column)] ? [range] : [],
    ),
  );
}

function contains({ startRow, endRow, startColumn, endColumn }: IRange, row: number, column: number): boolean {
  return row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;
}

/** A number's format: the cell's own, the row's, the column's; styles are looked up once. */
function patternReader(
  reference: BaseReferenceObject,
  sheet: SheetData,
): (row: number, column: number, cell: ICellData) => string {
  const registry = reference.getCurrentStylesData();
  const known = new Map<string, string>();
  const patternOf = (style: Nullable<IStyleData> | string): string => {
    if (typeof style !== 'string') return style?.n?.pattern ?? '';
    let pattern = known.get(style);
    if (pattern === undefined) {
      pattern = registry?.getStyleByCell({ s: style })?.n?.pattern ?? '';
      known.set(style, pattern);
    }
    return pattern;
  };
  return (row, column, cell) =>
    patternOf(cell.s) ||
    // A result of this calculation does not carry the style of the cell that it will stand in.
    patternOf(sheet.cellData.getValue(row, column)?.s) ||
    patternOf(sheet.rowData?.[row]?.s) ||
    patternOf(sheet.columnData?.[column]?.s);
}
