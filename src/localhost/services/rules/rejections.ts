import type { Area, CellPatch } from '../../contract/engine';
import { ServiceError } from '../../contract/service-error';
import { a1Of } from '../../notation/a1';
import { within } from '../../notation/areas';
import type { Environment } from '../base/environment';
import type { ValidationTerms } from './validation';
import { ADDRESS, EMAIL, termsOf } from './validation-rules';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook' | 'spreadsheet'>;

/**
 * Google's complaint about a value that a rule on its cell rejects. A formula is looked at when it has answered, which is
 * too late to reject it; whether one of a rule holds is not asked.
 * @param patches what is to be written, by row and column of the area
 * @throws ServiceError for the first cell whose rule rejects
 */
export function refuseInvalid(
  environment: Needs,
  sheetId: string,
  area: Area,
  patches: readonly (readonly CellPatch[])[],
): void {
  const { workbook } = environment;
  const rules = workbook.engine.rejectingRules(sheetId);
  if (rules.length === 0) return;
  const known = rules.map(({ areas, rule }) => ({ areas, accepts: acceptance(environment, termsOf(rule)) }));
  patches.forEach((line, i) =>
    line.forEach(({ value, formula }, j) => {
      const cell = { row: area.row + i, column: area.column + j, rows: 1, columns: 1 };
      if (formula !== undefined || value === null || value === undefined || value === '') return;
      const rule = known.find(({ areas }) => areas.some((one) => within(cell, one)));
      if (!rule || rule.accepts(typeof value === 'object' ? value.serial : value)) return;
      const a1 = a1Of(cell.row + 1, cell.column + 1, 1, 1);
      throw new ServiceError(`The data you entered in cell ${a1} violates the data validation rules set on this cell.`);
    }),
  );
}

type Value = string | number | boolean;

const COMPARISONS: Readonly<Record<string, (value: number, first: number, second: number) => boolean>> = {
  BETWEEN: (value, first, second) => value >= first && value <= second,
  NOT_BETWEEN: (value, first, second) => value < first || value > second,
  EQUAL_TO: (value, first) => value === first,
  NOT_EQUAL_TO: (value, first) => value !== first,
  GREATER_THAN: (value, first) => value > first,
  GREATER_THAN_OR_EQUAL_TO: (value, first) => value >= first,
  LESS_THAN: (value, first) => value < first,
  LESS_THAN_OR_EQUAL_TO: (value, first) => value <= first,
  AFTER: (value, first) => Math.floor(value) > first,
  BEFORE: (value, first) => value < first,
  ON_OR_AFTER: (value, first) => value >= first,
  ON_OR_BEFORE: (value, first) => Math.floor(value) <= first,
};

const TEXTS: Readonly<Record<string, (text: string, given: string) => boolean>> = {
  TEXT_CONTAINS: (text, given) => text.toLowerCase().includes(given.toLowerCase()),
  TEXT_DOES_NOT_CONTAIN: (text, given) => !text.toLowerCase().includes(given.toLowerCase()),
  TEXT_EQUAL_TO: (text, given) => text === given,
  TEXT_IS_VALID_EMAIL: (text) => EMAIL.test(text),
  TEXT_IS_VALID_URL: (text) => ADDRESS.test(text),
};

const textOf = (value: Value): string => (typeof value === 'boolean' ? String(value).toUpperCase() : String(value));

function acceptance(environment: Needs, { criteria, values }: ValidationTerms): (value: Value) => boolean {
  if (criteria === 'CUSTOM_FORMULA') return () => true;
  if (criteria === 'DATE_IS_VALID_DATE') return (value) => typeof value === 'number';
  if (criteria === 'CHECKBOX') {
    return values.length === 0 ? (value) => typeof value === 'boolean' : among(values.map(String));
  }
  if (criteria === 'VALUE_IN_LIST') return among(values[0] as string[]);
  if (criteria === 'VALUE_IN_RANGE') {
    // The cells of the list have been deleted: nothing says what fits.
    if (String(values[0]).includes('#REF!')) return () => true;
    let listed: ((value: Value) => boolean) | undefined;
    return (value) => {
      listed ??= among(environment.spreadsheet().getRange(String(values[0])).getValues().flat().map(String));
      return listed(value);
    };
  }
  if (criteria.startsWith('TEXT')) {
    const holds = TEXTS[criteria];
    return (value) => holds?.(textOf(value), String(values[0] ?? '')) ?? true;
  }
  const compare = COMPARISONS[criteria.replace(/^(NUMBER|DATE)_/, '')];
  const [first, second] = values.map(Number);
  return (value) => typeof value === 'number' && (compare?.(value, first ?? NaN, second ?? NaN) ?? true);
}

const among = (listed: readonly string[]): ((value: Value) => boolean) => {
  const known = new Set(listed);
  return (value) => known.has(String(value));
};
