import { RangeBase } from '../base/range-base';
import { type CallTable, own } from '../base/service';
import { patchFor } from '../../workbook/typed-values';
import { DataValidationService, type ValidationTerms } from '../rules/validation';
import { equalAreas } from './equal-areas';
import { clearValidation, setValidation, termsOf, validationAt } from '../rules/validation-rules';

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

  /**
   * Unticked boxes: cells that hold a ticked or an unticked value keep it.
   * @param ticked what a ticked box holds, TRUE if nothing is given
   * @param unticked what one holds that is not; empty, if only the other is given
   */
  insertCheckboxes(ticked?: unknown, unticked: unknown = ''): Range {
    const { workbook } = this.environment;
    const values = workbook.read(this.sheetId, this.area);
    const terms = { criteria: 'CHECKBOX' as const, values: ticked === undefined ? [] : [ticked, unticked].map(String) };
    setValidation(workbook, this.sheetId, [this.area], new DataValidationService(terms, this.environment));
    const box = boxOf(terms);
    this.eachCell((row, column, i, j) => {
      const value = values[i]?.[j];
      if (!box.isTicked(value) && !box.isUnticked(value)) this.put(row, column, box.unticked);
    });
    return this.api;
  }

  removeCheckboxes(): Range {
    const { workbook } = this.environment;
    const values = workbook.read(this.sheetId, this.area);
    this.eachCell((row, column, i, j) => {
      const box = this.boxAt(row, column);
      if (!box) return;
      clearValidation(workbook, this.sheetId, { row, column, rows: 1, columns: 1 });
      const value = values[i]?.[j];
      if (box.isTicked(value) || box.isUnticked(value)) this.put(row, column, '');
    });
    return this.api;
  }

  check(): Range {
    return this.tick(({ ticked }) => ticked);
  }

  uncheck(): Range {
    return this.tick(({ unticked }) => unticked);
  }

  /** Null when some are ticked and some are not, or where there is no box. */
  isChecked(): boolean | null {
    const values = this.environment.workbook.read(this.sheetId, this.area);
    const states: (boolean | undefined)[] = [];
    this.eachCell((row, column, i, j) => states.push(this.boxAt(row, column)?.isTicked(values[i]?.[j])));
    const [first] = states;
    return first !== undefined && states.every((state) => state === first) ? first : null;
  }

  private tick(valueOf: (box: Box) => unknown): Range {
    this.eachCell((row, column) => {
      const box = this.boxAt(row, column);
      if (box) this.put(row, column, valueOf(box));
    });
    return this.api;
  }

  private put(row: number, column: number, value: unknown): void {
    const { workbook } = this.environment;
    workbook.patch(this.sheetId, row, column, patchFor(value, '', workbook));
  }

  private boxAt(row: number, column: number): Box | undefined {
    const rule = this.environment.workbook.engine.validationRule(this.sheetId, row, column);
    return rule?.type === 'checkbox' ? boxOf(termsOf(rule)) : undefined;
  }
}

/** What a tick box holds in either state. */
interface Box {
  ticked: unknown;
  unticked: unknown;
  isTicked: (value: unknown) => boolean;
  isUnticked: (value: unknown) => boolean;
}

function boxOf({ values }: Pick<ValidationTerms, 'values'>): Box {
  const [ticked, unticked] = values.length === 0 ? [true, false] : [values[0], values[1] ?? ''];
  const holds = (wanted: unknown) => (value: unknown) =>
    values.length === 0 ? value === wanted : String(value ?? '') === wanted;
  return { ticked, unticked, isTicked: holds(ticked), isUnticked: holds(unticked) };
}
