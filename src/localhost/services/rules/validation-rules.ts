import { randomUUID } from 'node:crypto';
import type { Area, ValidationRule } from '../../contract/engine';
import { engineRange } from '../../notation/engine-range';
import { a1Of } from '../../notation/a1';
import { plainSheetNames } from '../../notation/sheet-names';
import type { Workbook } from '../../workbook/workbook';
import type { Environment } from '../base/environment';
import { type Criteria, DataValidationService, type ValidationTerms } from './validation';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook' | 'spreadsheet'>;

/** What is taken for an e-mail address or the address of a page; Google's own reading is not confirmed. */
export const EMAIL = /^[^@\s,;]+@[^@\s.,;]+(\.[^@\s.,;]+)+$/;
export const ADDRESS = /^(https?:\/\/|www\.|mailto:|ftp:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/;

const [STOP, WARNING] = [1, 2];

/** Google's criteria in the engine's words: kind of rule and comparison. */
const KINDS: Record<Criteria, readonly [type: string, operator?: string]> = {
  CHECKBOX: ['checkbox'],
  CUSTOM_FORMULA: ['custom'],
  DATE_AFTER: ['date', 'greaterThan'],
  DATE_BEFORE: ['date', 'lessThan'],
  DATE_BETWEEN: ['date', 'between'],
  DATE_EQUAL_TO: ['date', 'equal'],
  DATE_IS_VALID_DATE: ['date', 'greaterThanOrEqual'],
  DATE_NOT_BETWEEN: ['date', 'notBetween'],
  DATE_ON_OR_AFTER: ['date', 'greaterThanOrEqual'],
  DATE_ON_OR_BEFORE: ['date', 'lessThanOrEqual'],
  NUMBER_BETWEEN: ['decimal', 'between'],
  NUMBER_EQUAL_TO: ['decimal', 'equal'],
  NUMBER_GREATER_THAN: ['decimal', 'greaterThan'],
  NUMBER_GREATER_THAN_OR_EQUAL_TO: ['decimal', 'greaterThanOrEqual'],
  NUMBER_LESS_THAN: ['decimal', 'lessThan'],
  NUMBER_LESS_THAN_OR_EQUAL_TO: ['decimal', 'lessThanOrEqual'],
  NUMBER_NOT_BETWEEN: ['decimal', 'notBetween'],
  NUMBER_NOT_EQUAL_TO: ['decimal', 'notEqual'],
  TEXT_CONTAINS: ['custom'],
  TEXT_DOES_NOT_CONTAIN: ['custom'],
  TEXT_EQUAL_TO: ['custom'],
  TEXT_IS_VALID_EMAIL: ['custom'],
  TEXT_IS_VALID_URL: ['custom'],
  VALUE_IN_LIST: ['list'],
  VALUE_IN_RANGE: ['list'],
};

/** The engine takes a date for one only when it sees it formatted; a day's serial number it always sees. */
const ANY_DAY = ['decimal', 'greaterThanOrEqual'] as const;

/** Puts a rule on areas; rules that were there give way. */
export function setValidation(
  workbook: Workbook,
  sheetId: string,
  areas: readonly Area[],
  service: DataValidationService,
): void {
  const { terms } = service;
  const [type, operator] = terms.criteria === 'DATE_IS_VALID_DATE' ? ANY_DAY : KINDS[terms.criteria];
  const [formula1, formula2] = formulas(terms, areas[0]!);
  const allowInvalid = service.getAllowInvalid();
  workbook.execute('sheet.command.addDataValidation', {
    subUnitId: sheetId,
    rule: {
      uid: randomUUID(),
      type,
      ...(operator !== undefined && { operator }),
      ...(formula1 !== undefined && { formula1 }),
      ...(formula2 !== undefined && { formula2 }),
      ranges: areas.map(engineRange),
      allowBlank: true,
      errorStyle: allowInvalid ? WARNING : STOP,
      showErrorMessage: true,
      ...(terms.helpText && { error: terms.helpText, prompt: terms.helpText, showInputMessage: true }),
      ...(terms.values[1] === false && { showDropDown: false }),
      bizInfo: { terms },
    },
  });
}

export function clearValidation(workbook: Workbook, sheetId: string, area: Area): void {
  const isOneCell = area.rows === 1 && area.columns === 1;
  if (isOneCell && !workbook.engine.validationRule(sheetId, area.row, area.column)) return;
  workbook.execute('sheets.command.clear-range-data-validation', { subUnitId: sheetId, ranges: [engineRange(area)] });
}

export function validationAt(
  environment: Needs,
  sheetId: string,
  row: number,
  column: number,
): DataValidationService | undefined {
  const rule = environment.workbook.engine.validationRule(sheetId, row, column);
  return rule && new DataValidationService(termsOf(rule), environment);
}

/** Rules whose first value speaks of cells: it changes when these move, or when their sheet has another name. */
const REFERRING: ReadonlySet<Criteria> = new Set(['VALUE_IN_RANGE', 'CUSTOM_FORMULA']);

function asItStands({ formula1 = '', type }: ValidationRule): string {
  const formula = plainSheetNames(formula1);
  return type === 'list' ? formula.slice(1) : formula;
}

/** Google's terms of a rule: as the script gave them, or read off a rule that a person made in the page. */
export function termsOf(rule: ValidationRule): ValidationTerms {
  const { terms } = (rule.bizInfo ?? {}) as { terms?: ValidationTerms };
  if (terms && REFERRING.has(terms.criteria)) {
    return { ...terms, values: [asItStands(rule), ...terms.values.slice(1)] };
  }
  if (terms) return terms;
  const found = (Object.keys(KINDS) as Criteria[]).find((criteria) => {
    const [type, operator] = KINDS[criteria];
    return type === rule.type && (operator === undefined || operator === rule.operator);
  });
  const values = [rule.formula1, rule.formula2].filter((value) => value !== undefined);
  const isList = found === 'VALUE_IN_LIST' && !rule.formula1?.startsWith('=');
  return {
    criteria: found ?? 'CUSTOM_FORMULA',
    values: isList ? [(rule.formula1 ?? '').split(','), true] : values,
    allowInvalid: rule.errorStyle !== STOP,
    ...(rule.prompt && { helpText: rule.prompt }),
  };
}

function formulas({ criteria, values }: ValidationTerms, { row, column }: Area): (string | undefined)[] {
  const [first, second] = values;
  if (criteria.startsWith('TEXT')) return [textFormula(criteria, String(first), a1Of(row + 1, column + 1))];
  if (criteria === 'VALUE_IN_LIST') return [(first as string[]).join(',')];
  if (criteria === 'VALUE_IN_RANGE') return [`=${String(first)}`];
  if (criteria === 'CUSTOM_FORMULA') return [String(first)];
  if (criteria === 'DATE_IS_VALID_DATE') return ['0'];
  return [first, second].map((value) => (value === undefined ? undefined : String(value)));
}

/** A criterion for texts as a formula about a cell: the engine has none of its own that Sheets would agree with. */
function textFormula(criteria: Criteria, text: string, cell: string): string {
  const quoted = `"${text.replaceAll('"', '""')}"`;
  // SEARCH takes some signs for patterns.
  const found = `ISNUMBER(FIND(LOWER(${quoted}),LOWER(${cell})))`;
  if (criteria === 'TEXT_CONTAINS') return `=${found}`;
  if (criteria === 'TEXT_DOES_NOT_CONTAIN') return `=NOT(${found})`;
  if (criteria === 'TEXT_EQUAL_TO') return `=EXACT(${cell}&"",${quoted})`;
  const pattern = (criteria === 'TEXT_IS_VALID_EMAIL' ? EMAIL : ADDRESS).source.replaceAll('"', '""');
  return `=REGEXMATCH(${cell}&"","${pattern}")`;
}
