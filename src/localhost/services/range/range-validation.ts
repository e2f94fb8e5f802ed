import { RangeBase } from '../base/range-base';
import { type CallTable, own } from '../base/service';
import { DataValidationService } from '../rules/validation';
import { equalAreas } from './equal-areas';
import { clearValidation, setValidation, validationAt } from '../rules/validation-rules';

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;
type Range = GoogleAppsScript.Spreadsheet.Range;

export const validationCalls = {
  check: 'write',
  clearDataValidations: 'write',
  getDataValidation: 'read',
  getDataValidations: 'read',
  insertCheckboxes: 'write',
  isChecked: 'read',
  removeCheckboxes: 'write',
  setDataValidation: 'write',
  setDataValidations: 'write',
  uncheck: 'write',
} as const satisfies CallTable<Range>;

/** What cells accept: rules and tick boxes. */
export abstract class RangeValidation extends RangeBase {
  setDataValidation(rule: Rule | null): Range {
    const { workbook } = this.environment;
    if (rule === null) clearValidation(workbook, this.sheetId, this.area);
    else
      setValidation(
        workbook,
        this.sheetId,
        [this.area],
        own(DataValidationService, rule, 'SpreadsheetApp.Range.setDataValidation'),
      );
    return this.api;
  }

  setDataValidations(rules: (Rule | null)[][]): Range {
    this.checkSize(rules);
    const { workbook } = this.environment;
    clearValidation(workbook, this.sheetId, this.area);
    for (const [rule, areas] of equalAreas(rules, this.area)) {
      setValidation(
        workbook,
        this.sheetId,
        areas,
        own(DataValidationService, rule, 'SpreadsheetApp.Range.setDataValidations'),
      );
    }
    return this.api;
  }

  clearDataValidations(): Range {
    return this.setDataValidation(null);
  }

  getDataValidation(): Rule | null {
    return validationAt(this.environment, this.sheetId, this.area.row, this.area.column)?.asGoogle ?? null;
  }

  getDataValidations(): (Rule | null)[][] {
    const rules = this.table<Rule | null>(null);
    this.eachCell((row, column, i, j) => {
      rules[i]![j] = validationAt(this.environment, this.sheetId, row, column)?.asGoogle ?? null;
    });
    return rules;
  }

  /** Unticked boxes: cells that hold something keep it if it is TRUE or FALSE. */
  insertCheckboxes(): Range {
    const { workbook } = this.environment;
    const values = workbook.read(this.sheetId, this.area);
    setValidation(
      workbook,
      this.sheetId,
      [this.area],
      new DataValidationService({ criteria: 'CHECKBOX', values: [] }, this.environment),
    );
    this.eachCell((row, column, i, j) => {
      if (typeof values[i]?.[j] !== 'boolean') workbook.patch(this.sheetId, row, column, { value: false });
    });
    return this.api;
  }

  removeCheckboxes(): Range {
    const { workbook } = this.environment;
    const values = workbook.read(this.sheetId, this.area);
    this.eachCell((row, column, i, j) => {
      if (!this.isCheckbox(row, column)) return;
      clearValidation(workbook, this.sheetId, { row, column, rows: 1, columns: 1 });
      if (typeof values[i]?.[j] === 'boolean') workbook.patch(this.sheetId, row, column, { value: null });
    });
    return this.api;
  }

  check(): Range {
    return this.tick(true);
  }

  uncheck(): Range {
    return this.tick(false);
  }

  /** Null when some are ticked and some are not, or where there is no box. */
  isChecked(): boolean | null {
    const values = this.environment.workbook.read(this.sheetId, this.area).flat();
    const [first = null] = values;
    return typeof first === 'boolean' && values.every((value) => value === first) ? first : null;
  }

  private tick(value: boolean): Range {
    this.eachCell((row, column) => {
      if (this.isCheckbox(row, column)) this.environment.workbook.patch(this.sheetId, row, column, { value });
    });
    return this.api;
  }

  private isCheckbox(row: number, column: number): boolean {
    return this.environment.workbook.engine.validationRule(this.sheetId, row, column)?.type === 'checkbox';
  }
}
