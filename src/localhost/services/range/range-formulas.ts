import { fromR1C1, toR1C1 } from '../../notation/r1c1';
import { RangeValues } from './range-values';
import type { CallTable } from '../base/service';

type Range = GoogleAppsScript.Spreadsheet.Range;

export const formulaCalls = {
  getFormulaR1C1: 'read',
  getFormulasR1C1: 'read',
  setFormulaR1C1: 'write',
  setFormulasR1C1: 'write',
} as const satisfies CallTable<Range>;

/** Formulas whose references are relative to their cell. */
export abstract class RangeFormulas extends RangeValues {
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
