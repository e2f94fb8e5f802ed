import type { DataValidation, DataValidationOperator } from 'exceljs';
import type { ValidationTerms } from '../services/rules/validation';

/** Characters of a list that a rule holds itself. */
const LONGEST_LIST = 255;
const LAST_ROW = 1_048_576;

const OPERATORS: Partial<Record<string, DataValidationOperator>> = {
  BETWEEN: 'between',
  NOT_BETWEEN: 'notBetween',
  EQUAL_TO: 'equal',
  NOT_EQUAL_TO: 'notEqual',
  GREATER_THAN: 'greaterThan',
  GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  LESS_THAN: 'lessThan',
  LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
  AFTER: 'greaterThan',
  ON_OR_AFTER: 'greaterThanOrEqual',
  BEFORE: 'lessThan',
  ON_OR_BEFORE: 'lessThanOrEqual',
};

/** A rule of validation in Excel's words; undefined for one that it has no words for. */
export function excelValidation({
  criteria,
  values,
  helpText,
  allowInvalid,
}: ValidationTerms): DataValidation | undefined {
  const common = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: (allowInvalid ?? true) ? 'warning' : 'stop',
    ...(helpText && { error: helpText, prompt: helpText, showInputMessage: true }),
  } as const;
  if (criteria === 'VALUE_IN_LIST') {
    const items = values[0] as string[];
    const list = items.join(',');
    if (list.length > LONGEST_LIST || items.some((item) => /[",]/.test(item))) return undefined;
    return { type: 'list', formulae: [`"${list}"`], ...common };
  }
  if (criteria === 'VALUE_IN_RANGE') return { type: 'list', formulae: [bounded(String(values[0]))], ...common };
  if (criteria === 'DATE_IS_VALID_DATE')
    return { type: 'date', operator: 'greaterThanOrEqual', formulae: [0], ...common };
  const [, kind, comparison = ''] = /^(NUMBER|DATE)_(.*)$/.exec(criteria) ?? [];
  const operator = OPERATORS[comparison];
  if (!kind || !operator || !values.every((value) => typeof value === 'number')) return undefined;
  return { type: kind === 'DATE' ? 'date' : 'decimal', operator, formulae: values, ...common };
}

/** `Settings!$A$2:$A` ends at Excel's last row. */
export const bounded = (reference: string): string =>
  reference.replace(/(\$?[A-Z]{1,3}\$?\d+:(\$?)[A-Z]{1,3})$/i, (_, open: string) => `${open}$${LAST_ROW}`);
