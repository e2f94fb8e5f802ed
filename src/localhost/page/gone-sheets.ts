import { type IRange, type IUniverInstanceService, UniverInstanceType, type Workbook } from '@univerjs/core';
import { SheetsDataValidationValidatorService } from '@univerjs/sheets-data-validation';
import { AutoHeightController } from '@univerjs/sheets-ui';

interface Validating {
  _univerInstanceService: IUniverInstanceService;
  validatorRanges(unitId: string, sheetId: string, ranges: IRange[]): Promise<unknown[]>;
}

interface Measuring {
  _univerInstanceService: IUniverInstanceService;
  getUndoRedoParamsOfAutoHeight(...args: unknown[]): { redos: unknown[]; undos: unknown[] };
}

/** What the grid puts off must not throw because somebody has taken a sheet away meanwhile. */
export function tolerateGoneSheets(): void {
  tolerateInValidation();
  tolerateInMeasuring();
}

/**
 * Cells of a sheet that is not in front are checked against their rules when the page has nothing else to do. By then somebody
 * may have taken the sheet away: then there is nothing to check. The grid would throw.
 */
function tolerateInValidation(): void {
  const prototype = SheetsDataValidationValidatorService.prototype as unknown as Validating;
  const validate = prototype.validatorRanges;
  prototype.validatorRanges = function (this: Validating, unitId, sheetId, ranges) {
    const workbook = this._univerInstanceService.getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
    return workbook?.getSheetBySheetId(sheetId) ? validate.call(this, unitId, sheetId, ranges) : Promise.resolve([]);
  };
}

/** Rows are measured a moment after the rules of their lists have changed, in the sheet that is in front: there may be none. */
function tolerateInMeasuring(): void {
  const prototype = AutoHeightController.prototype as unknown as Measuring;
  const measure = prototype.getUndoRedoParamsOfAutoHeight;
  prototype.getUndoRedoParamsOfAutoHeight = function (this: Measuring, ...args) {
    const workbook = this._univerInstanceService.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    return workbook?.getActiveSheet() ? measure.apply(this, args) : { redos: [], undos: [] };
  };
}
