import { toEngineFormula, toLocalFormula } from '../../notation/localized-formulas';
import { RangeBase } from '../base/range-base';
import { fromR1C1, toR1C1 } from '../../notation/r1c1';
import type { CallTable } from '../base/service';

type Range = GoogleAppsScript.Spreadsheet.Range;

export const formulaCalls = {
  getFormula: 'read',
  getFormulaR1C1: 'read',
  getFormulas: 'read',
  getFormulasR1C1: 'read',
  setFormula: 'write',
  setFormulaR1C1: 'write',
  setFormulas: 'write',
  setFormulasR1C1: 'write',
} as const satisfies CallTable<Range>;

/** Formulas, as the locale writes them and with references relative to their cell. */
export abstract class RangeFormulas extends RangeBase {
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

  getFormulasR1C1(): string[][] {
    return this.getFormulas().map((line, i) => line.map((formula, j) => toR1C1(formula, this.placeOf(i, j))));
  }

  getFormulaR1C1(): string {
    return toR1C1(this.getFormula(), this.placeOf(0, 0));
  }

  setFormulasR1C1(formulas: string[][]): Range {
    this.checkSize(formulas);
    return this.setFormulas(formulas.map((line, i) => line.map((one, j) => fromR1C1(String(one), this.placeOf(i, j)))));
  }

  setFormulaR1C1(formula: string): Range {
    return this.setFormulasR1C1(this.table(formula));
  }

  private placeOf(i: number, j: number): { row: number; column: number } {
    return { row: this.row + i, column: this.column + j };
  }
}

function withEquals(formula: string): string {
  return formula.startsWith('=') ? formula : `=${formula}`;
}
