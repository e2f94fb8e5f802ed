import { type IRange, type IUniverInstanceService, UniverInstanceType, type Workbook } from '@univerjs/core';
import { SheetsDataValidationValidatorService } from '@univerjs/sheets-data-validation';

interface Validating {
  _univerInstanceService: IUniverInstanceService;
  validatorRanges(unitId: string, sheetId: string, ranges: IRange[]): Promise<unknown[]>;
}

/**
 * Cells of a sheet that is not in front are checked against their rules when the page has nothing else to do. By then somebody
 * may have taken the sheet away: then there is nothing to check. The grid would throw.
 */
export function tolerateGoneSheets(): void {
  const prototype = SheetsDataValidationValidatorService.prototype as unknown as Validating;
  const validate = prototype.validatorRanges;
  prototype.validatorRanges = function (this: Validating, unitId, sheetId, ranges) {
    const workbook = this._univerInstanceService.getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
    return workbook?.getSheetBySheetId(sheetId) ? validate.call(this, unitId, sheetId, ranges) : Promise.resolve([]);
  };
}
