import {
  CellValueType,
  type ICellData,
  type INumfmtLocaleTag,
  InterceptorEffectEnum,
  type Nullable,
  isTextFormat,
  numfmt,
} from '@univerjs/core';
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { SheetsNumfmtCellContentController } from '@univerjs/sheets-numfmt';
import { hasDecimalComma, toEngineFormula, toLocalFormula } from '../notation/localized-formulas';
import { displayedText } from '../engine/cell-values';
import { isEarlyDay } from '../engine/univer/day-count';
import { readTyped } from '../engine/univer/typed-text';
import type { Grid } from './grid';

/** After the grid has formatted a number, before it is drawn. */
const AFTER_FORMATTING = 9;

/** Before the grid reads a text its own way. */
const FIRST = 1000;

type Through = (cell: Nullable<ICellData>, location: unknown) => Nullable<ICellData>;

/** What is typed, shown in a cell and shown in its editor follows the workbook's locale. The grid itself knows English. */
export class PageLocale {
  private locale = 'en_US';
  private listening = false;

  constructor(private readonly grid: Grid) {}

  /** Takes up a locale such as `de_DE`; to be called once a workbook is shown, and whenever it changes. */
  use(locale: string): void {
    const injector = this.grid.univer.__getInjector();
    this.locale = locale;
    injector.get(SheetsNumfmtCellContentController).setNumfmtLocal(locale as INumfmtLocaleTag);
    if (this.listening) return;
    this.listening = true;
    const interceptors = injector.get(SheetInterceptorService);
    interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: AFTER_FORMATTING,
      effect: InterceptorEffectEnum.Value,
      handler: (cell, { rawData, worksheet, row, col }, next) => {
        // Of the cell as it is kept: asking the sheet for its look would ask this again.
        const patternOf = (): string => worksheet.getComposedCellStyleByCellData(row, col, rawData).n?.pattern ?? '';
        const day = earlyDay(rawData, patternOf, this.locale);
        if (day !== undefined) return next({ ...(cell ?? rawData), v: day });
        return next(
          this.isForeign && isPlainNumber(cell) ? { ...(cell ?? rawData), v: this.shown(Number(cell?.v)) } : cell,
        );
      },
    });
    this.translateForEditing(interceptors);
    interceptors.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      priority: FIRST,
      handler: (cell, { worksheet, row, col }, next) => {
        const pattern = worksheet.getComposedCellStyle(row, col).n?.pattern ?? '';
        const read = this.read(cell, pattern);
        // A text to this locale is not to be taken for a number by the grid.
        return read?.t === CellValueType.STRING ? read : next(read);
      },
    });
  }

  /** Comes last of all, also where the grid ends its own chain early. */
  private translateForEditing({ writeCellInterceptor: point }: SheetInterceptorService): void {
    const through = point.fetchThroughInterceptors.bind(point) as (...args: unknown[]) => Through;
    const translated = (name: unknown, filter: unknown): Through => {
      const run = through(name, filter);
      return name === BEFORE_CELL_EDIT ? (cell, location) => this.toEdit(run(cell, location)) : run;
    };
    point.fetchThroughInterceptors = translated as typeof point.fetchThroughInterceptors;
  }

  private get isForeign(): boolean {
    return hasDecimalComma(this.locale);
  }

  private shown(number: number): string {
    return String(Number(number.toPrecision(15))).replace('.', ',');
  }

  /** A cell's content as its editor offers it. */
  private toEdit(cell: Nullable<ICellData>): Nullable<ICellData> {
    if (!cell) return cell;
    if (cell.f) return { ...cell, f: toLocalFormula(cell.f, this.locale) };
    if (!this.isForeign || cell.t !== CellValueType.NUMBER) return cell;
    if (typeof cell.v === 'number') return { ...cell, v: this.shown(cell.v) };
    // A percentage, which the grid writes its own way.
    return typeof cell.v === 'string' && /^-?\d+\.\d+%$/.test(cell.v) ? { ...cell, v: cell.v.replace('.', ',') } : cell;
  }

  /** What a person has typed into a cell of a number format, as the grid is to keep it. */
  private read(cell: Nullable<ICellData>, pattern: string): Nullable<ICellData> {
    if (!cell) return cell;
    if (cell.f) return { ...cell, f: toEngineFormula(cell.f, this.locale) };
    if (!this.isForeign && !/1900/.test(String(cell.v))) return cell;
    const isTyped = typeof cell.v === 'string' && cell.t !== CellValueType.FORCE_STRING && !cell.p;
    if (!isTyped || isTextFormat(pattern)) return cell;
    const { value, pattern: own } = readTyped(String(cell.v), this.locale);
    if (typeof value === 'boolean') return cell;
    if (typeof value === 'string') return { ...cell, t: CellValueType.STRING };
    const number: ICellData = { ...cell, v: value, t: CellValueType.NUMBER };
    if (!own || !replaces(own, pattern)) return number;
    return { ...number, s: { ...(typeof cell.s === 'object' ? cell.s : {}), n: { pattern: own } } };
  }
}

/** Whether what was typed brings a number format of another kind than the cell has. */
function replaces(own: string, pattern: string): boolean {
  if (pattern === '' || pattern === 'General') return true;
  return (
    numfmt.isDateFormat(own) !== numfmt.isDateFormat(pattern) ||
    numfmt.isPercentFormat(own) !== numfmt.isPercentFormat(pattern)
  );
}

/** A day before 1 March 1900 as it is shown: the grid counts these in another way. */
function earlyDay(cell: Nullable<ICellData>, pattern: () => string, locale: string): string | undefined {
  if (typeof cell?.v !== 'number' || !isEarlyDay(cell.v) || cell.t === CellValueType.BOOLEAN) return undefined;
  const format = pattern();
  return numfmt.isValidFormat(format) && numfmt.isDateFormat(format)
    ? displayedText(cell, () => format, locale)
    : undefined;
}

function isPlainNumber(cell: Nullable<ICellData>): boolean {
  return cell?.t === CellValueType.NUMBER && typeof cell.v === 'number' && !Number.isInteger(cell.v);
}
