import {
  CellValueType,
  DataValidationType,
  type ICellData,
  ICommandService,
  type Nullable,
  type ISheetDataValidationRule,
  type Workbook,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import {
  DataValidationCacheService,
  DataValidationFormulaService,
  DataValidationListCacheService,
  SheetDataValidationModel,
} from '@univerjs/sheets-data-validation';
import { readA1 } from '../notation/a1';
import type { Grid } from './grid';
import { spillMutation } from './mutations';
import { afterMicrotasks } from './tasks';

/** What the grid takes for the result of a formula: here of the one that stands at 0, 0. */
type Result = { result: Record<number, Record<number, ICellData[][]>> };

interface FormulaResults {
  getRuleFormulaResult(workbookId: string, sheetId: string, ruleId: string): Promise<unknown>;
  getRuleFormulaResultSync(workbookId: string, sheetId: string, ruleId: string): unknown;
}

interface Offered {
  workbookId: string;
  sheetId: string;
  ruleId: string;
  /** Tells one list from another. */
  key: string;
}

/**
 * Offers the values of a range where a validation rule takes its list from one. The grid would calculate the range as a
 * formula, and the page never calculates: here the cells are read.
 */
export class RangeLists {
  private readonly offered = new Map<string, Offered>();
  private isChecking = false;

  /** To be made before the grid shows a workbook, whose rules are taken up at once. */
  constructor(private readonly grid: Grid) {
    const resultOf = this.resultOf.bind(this);
    const prototype = DataValidationFormulaService.prototype as unknown as FormulaResults;
    const { getRuleFormulaResult: later, getRuleFormulaResultSync: now } = prototype;
    prototype.getRuleFormulaResult = function (this: FormulaResults, ...rule) {
      const found = resultOf(...rule);
      return found ? Promise.resolve(found) : later.call(this, ...rule);
    };
    prototype.getRuleFormulaResultSync = function (this: FormulaResults, ...rule) {
      return resultOf(...rule) ?? now.call(this, ...rule);
    };
    this.injector.get(ICommandService).onCommandExecuted(({ id }) => {
      if (this.offered.size > 0 && (id.startsWith('sheet.mutation.') || id === spillMutation)) this.checkSoon();
    });
  }

  private get injector() {
    return this.grid.univer.__getInjector();
  }

  private resultOf(workbookId: string, sheetId: string, ruleId: string): [Result] | undefined {
    const cells = this.cellsOf(workbookId, sheetId, ruleId);
    if (!cells) return undefined;
    this.offered.set(`${sheetId} ${ruleId}`, { workbookId, sheetId, ruleId, key: JSON.stringify(cells) });
    return [{ result: { 0: { 0: cells } } }];
  }

  /** The cells of the list; undefined where the rule takes its list from elsewhere. */
  private cellsOf(workbookId: string, sheetId: string, ruleId: string): ICellData[][] | undefined {
    const rule = this.ruleOf(workbookId, sheetId, ruleId);
    const workbook = this.grid.api.getUniverSheet(workbookId)?.getWorkbook();
    const isList = rule?.type === DataValidationType.LIST || rule?.type === DataValidationType.LIST_MULTIPLE;
    if (!workbook || !isList || !rule.formula1?.startsWith('=')) return undefined;
    return this.cellsAt(workbook, sheetId, rule.formula1.slice(1));
  }

  private cellsAt(workbook: Workbook, ownSheetId: string, reference: string): ICellData[][] | undefined {
    const area = readA1(reference);
    if (!area) return undefined;
    const { sheetName, startRow = 1, startColumn = 1 } = area;
    const sheet =
      sheetName === undefined ? workbook.getSheetBySheetId(ownSheetId) : workbook.getSheetBySheetName(sheetName);
    if (!sheet) return undefined;
    const spilled = this.injector.get(FormulaDataModel).getArrayFormulaCellData()[workbook.getUnitId()]?.[
      sheet.getSheetId()
    ];
    const endRow = Math.min(area.endRow ?? Infinity, sheet.getRowCount());
    const endColumn = Math.min(area.endColumn ?? Infinity, sheet.getColumnCount());
    const cells: ICellData[][] = [];
    for (let row = startRow - 1; row < endRow; row++) {
      for (let column = startColumn - 1; column < endColumn; column++) {
        const own = sheet.getCellRaw(row, column);
        const cell = isFilled(own) ? own : spilled?.[row]?.[column];
        if (isFilled(cell)) cells.push([shown(cell, sheet.getComposedCellStyle(row, column).n?.pattern)]);
      }
    }
    return cells;
  }

  private ruleOf(workbookId: string, sheetId: string, ruleId: string): ISheetDataValidationRule | undefined {
    return this.injector.get(SheetDataValidationModel).getRuleById(workbookId, sheetId, ruleId);
  }

  /** Once for all the mutations of an edit. */
  private checkSoon(): void {
    if (this.isChecking) return;
    this.isChecking = true;
    void afterMicrotasks().then(() => {
      this.isChecking = false;
      this.check();
    });
  }

  /** Has the grid ask anew for the lists that are not what they were. */
  private check(): void {
    for (const [name, { workbookId, sheetId, ruleId, key }] of this.offered) {
      const cells = this.cellsOf(workbookId, sheetId, ruleId);
      if (cells && JSON.stringify(cells) === key) continue;
      this.offered.delete(name);
      this.injector.get(DataValidationListCacheService).markRuleDirty(workbookId, sheetId, ruleId);
      const rule = this.ruleOf(workbookId, sheetId, ruleId);
      if (rule) this.injector.get(DataValidationCacheService).markRangeDirty(workbookId, sheetId, rule.ranges);
    }
  }
}

function isFilled(cell: Nullable<ICellData>): cell is ICellData {
  return (cell?.v ?? '') !== '';
}

/** What the grid needs to know of a cell for its entry in the list. */
function shown({ v, t }: ICellData, pattern: string | undefined): ICellData {
  if (t === CellValueType.BOOLEAN) return { v: v ? 'TRUE' : 'FALSE' };
  const isFormatted = pattern !== undefined && pattern !== 'General' && typeof v === 'number';
  return isFormatted ? { v, s: { n: { pattern } } } : { v };
}
