import { isDate } from '../../workbook/typed-values';
import type { Environment } from '../base/environment';
import { enums } from '../base/enums';
import { Service } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook'>;

type BooleanCriteria = GoogleAppsScript.Spreadsheet.BooleanCriteria;

export type Criteria = (typeof enums.BooleanCriteria)['labels'][number];

/** A value of a criterion: a number, a text, the serial number of a day, or the name of a relative date. */
export type CriteriaValue = string | number;

/** A condition that a cell meets or not. */
export interface CriteriaTerms {
  criteria: Criteria;
  values: CriteriaValue[];
}

export type RelativeDate = (typeof enums.RelativeDate)['labels'][number];

type DateCriteria = 'DATE_AFTER' | 'DATE_BEFORE' | 'DATE_EQUAL_TO';

/** The members of a builder that sets a condition. */
export const criteriaCalls = {
  whenCellEmpty: 'handle',
  whenCellNotEmpty: 'handle',
  whenDateAfter: 'handle',
  whenDateBefore: 'handle',
  whenDateEqualTo: 'handle',
  whenNumberBetween: 'handle',
  whenNumberEqualTo: 'handle',
  whenNumberGreaterThan: 'handle',
  whenNumberGreaterThanOrEqualTo: 'handle',
  whenNumberLessThan: 'handle',
  whenNumberLessThanOrEqualTo: 'handle',
  whenNumberNotBetween: 'handle',
  whenNumberNotEqualTo: 'handle',
  whenTextContains: 'handle',
  whenTextDoesNotContain: 'handle',
  whenTextEndsWith: 'handle',
  whenTextEqualTo: 'handle',
  whenTextStartsWith: 'handle',
  withCriteria: 'handle',
} as const;

/** Sets the condition of a conditional format or of a filter. */
export abstract class CriteriaBuilder<Builder> extends Service<Builder> {
  constructor(protected readonly environment: Needs) {
    super();
  }

  protected abstract when(criteria: Criteria, ...values: CriteriaValue[]): Builder;

  whenCellEmpty = (): Builder => this.when('CELL_EMPTY');
  whenCellNotEmpty = (): Builder => this.when('CELL_NOT_EMPTY');
  whenDateAfter = (date: unknown): Builder => this.whenDate('DATE_AFTER', date);
  whenDateBefore = (date: unknown): Builder => this.whenDate('DATE_BEFORE', date);
  whenDateEqualTo = (date: unknown): Builder => this.whenDate('DATE_EQUAL_TO', date);
  whenNumberBetween = (start: number, end: number): Builder => this.when('NUMBER_BETWEEN', start, end);
  whenNumberEqualTo = (number: number): Builder => this.when('NUMBER_EQUAL_TO', number);
  whenNumberGreaterThan = (number: number): Builder => this.when('NUMBER_GREATER_THAN', number);
  whenNumberGreaterThanOrEqualTo = (number: number): Builder => this.when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  whenNumberLessThan = (number: number): Builder => this.when('NUMBER_LESS_THAN', number);
  whenNumberLessThanOrEqualTo = (number: number): Builder => this.when('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  whenNumberNotBetween = (start: number, end: number): Builder => this.when('NUMBER_NOT_BETWEEN', start, end);
  whenNumberNotEqualTo = (number: number): Builder => this.when('NUMBER_NOT_EQUAL_TO', number);
  whenTextContains = (text: string): Builder => this.when('TEXT_CONTAINS', String(text));
  whenTextDoesNotContain = (text: string): Builder => this.when('TEXT_DOES_NOT_CONTAIN', String(text));
  whenTextEndsWith = (text: string): Builder => this.when('TEXT_ENDS_WITH', String(text));
  whenTextEqualTo = (text: string): Builder => this.when('TEXT_EQUAL_TO', String(text));
  whenTextStartsWith = (text: string): Builder => this.when('TEXT_STARTS_WITH', String(text));

  withCriteria(criteria: unknown, args: unknown[]): Builder {
    const label = enums.BooleanCriteria.labelOf(criteria);
    const [first] = args;
    if (label.startsWith('DATE')) return this.whenDate(label.replace('_RELATIVE', '') as DateCriteria, first);
    return this.when(label, ...(args as CriteriaValue[]));
  }

  private whenDate(criteria: DateCriteria, date: unknown): Builder {
    if (isDate(date)) return this.when(criteria, this.environment.workbook.timeZone.serialOf(date.getTime()));
    return this.when(`${criteria}_RELATIVE`, enums.RelativeDate.labelOf(date));
  }
}

export function criteriaType(criteria: Criteria): BooleanCriteria {
  const value: unknown = enums.BooleanCriteria.value(criteria);
  return value as BooleanCriteria;
}

/** The values as a script gets them: days as dates, relative dates as what they are. */
export function criteriaValues({ criteria, values }: CriteriaTerms, environment: Needs): unknown[] {
  if (!criteria.startsWith('DATE')) return [...values];
  return values.map((value) =>
    typeof value === 'number'
      ? new Date(environment.workbook.timeZone.instantOf(value))
      : enums.RelativeDate.value(value as RelativeDate),
  );
}
