import { patchFor, scriptValue } from '../../workbook/typed-values';
import { refuseInvalid } from '../rules/rejections';
import { RangeBase } from '../base/range-base';
import type { CallTable } from '../base/service';

type ScriptValue = string | number | boolean | Date;

type Range = GoogleAppsScript.Spreadsheet.Range;

export const valueCalls = {
  clearContent: 'write',
  getDisplayValue: 'read',
  getDisplayValues: 'read',
  getValue: 'read',
  getValues: 'read',
  isBlank: 'read',
  setValue: 'write',
  setValues: 'write',
} as const satisfies CallTable<Range>;

/** Reading and writing what cells hold. */
export abstract class RangeValues extends RangeBase {
  getValues(): ScriptValue[][] {
    const { workbook } = this.environment;
    const { timeZone } = workbook;
    return workbook.read(this.sheetId, this.area).map((row) => row.map((value) => scriptValue(value, timeZone)));
  }

  getValue(): ScriptValue {
    const { workbook } = this.environment;
    const [[value = null] = []] = workbook.read(this.sheetId, this.firstCell);
    return scriptValue(value, workbook.timeZone);
  }

  setValues(values: unknown[][]): Range {
    this.checkSize(values);
    const { workbook } = this.environment;
    const patterns = this.patternsFor(values);
    // All or nothing: one value that no cell can take keeps the others from being written, too.
    const patches = values.map((line, i) =>
      line.map((value, j) => patchFor(value, patterns?.[i]?.[j] ?? '', workbook)),
    );
    refuseInvalid(this.environment, this.sheetId, this.area, patches);
    this.eachCell((row, column, i, j) => workbook.patch(this.sheetId, row, column, patches[i]![j]!));
    return this.api;
  }

  setValue(value: unknown): Range {
    return this.setValues(this.table(value));
  }

  getDisplayValues(): string[][] {
    return this.environment.workbook.displayed(this.sheetId, this.area);
  }

  getDisplayValue(): string {
    const [[text = ''] = []] = this.environment.workbook.displayed(this.sheetId, this.firstCell);
    return text;
  }

  isBlank(): boolean {
    return this.environment.workbook
      .read(this.sheetId, this.area)
      .every((row) => row.every((value) => value === null || value === ''));
  }

  clearContent(): Range {
    this.eachCell((row, column) => this.environment.workbook.patch(this.sheetId, row, column, { value: null }));
    return this.api;
  }

  /** Formats matter only for texts and dates. */
  private patternsFor(values: unknown[][]): string[][] | undefined {
    const plain = (value: unknown): boolean =>
      value === null || value === '' || /^(number|boolean|undefined)$/.test(typeof value);
    if (values.every((row) => row.every(plain))) return undefined;
    return this.environment.workbook.patterns(this.sheetId, this.area);
  }
}
