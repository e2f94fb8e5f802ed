import { toEngineFormula, toLocalFormula } from '../../notation/localized-formulas';
import { patchFor, scriptValue } from '../../workbook/typed-values';
import { RangeBase } from '../base/range-base';

type Range = GoogleAppsScript.Spreadsheet.Range;

type ScriptValue = string | number | boolean | Date;

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

  getFormulas(): string[][] {
    return this.environment.workbook.formulas(this.sheetId, this.area);
  }

  getFormula(): string {
    const [[formula = ''] = []] = this.environment.workbook.formulas(this.sheetId, this.firstCell);
    return formula;
  }

  setFormulas(formulas: string[][]): Range {
    this.checkSize(formulas);
    const { workbook } = this.environment;
    this.eachCell((row, column, i, j) => {
      const formula = String(formulas[i]?.[j] ?? '');
      workbook.patch(
        this.sheetId,
        row,
        column,
        formula ? { formula: toEngineFormula(withEquals(formula), workbook.locale) } : { value: null },
      );
    });
    return this.api;
  }

  /** In a range of several cells the formula is filled from the first one: references shift. */
  setFormula(formula: string): Range {
    const { workbook } = this.environment;
    const { locale } = workbook;
    const first = toEngineFormula(withEquals(String(formula)), locale);
    const isFilled = formula !== '' && this.rows * this.columns > 1;
    const formulas = this.table(String(formula)).map((line, i) =>
      line.map((one, j) => (isFilled ? toLocalFormula(workbook.engine.shiftedFormula(first, i, j), locale) : one)),
    );
    return this.setFormulas(formulas);
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

  protected get firstCell(): { row: number; column: number; rows: number; columns: number } {
    return { ...this.area, rows: 1, columns: 1 };
  }

  /** Formats matter only for texts and dates. */
  private patternsFor(values: unknown[][]): string[][] | undefined {
    const plain = (value: unknown): boolean =>
      value === null || value === '' || /^(number|boolean|undefined)$/.test(typeof value);
    if (values.every((row) => row.every(plain))) return undefined;
    return this.environment.workbook.patterns(this.sheetId, this.area);
  }
}

function withEquals(formula: string): string {
  return formula.startsWith('=') ? formula : `=${formula}`;
}
