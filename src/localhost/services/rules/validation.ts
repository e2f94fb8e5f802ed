import { isDate } from '../../workbook/typed-values';
import type { Environment } from '../base/environment';
import { enums } from '../base/enums';
import { RangeBase } from '../base/range-base';
import { type CallTable, type EnumValue, Service, type ServiceDefinition, noSuchSignature, own } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook' | 'spreadsheet'>;

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

export type Criteria = (typeof enums.DataValidationCriteria)['labels'][number];

/** A value of a criterion; a date is a serial day number, a range a reference such as `Log!$A$1:$A$9`. */
export type CriteriaValue = string | number | boolean | string[];

/** A rule in Google's terms. */
export interface ValidationTerms {
  criteria: Criteria;
  values: CriteriaValue[];
  helpText?: string;
  allowInvalid?: boolean;
}

const ruleCalls = {
  copy: 'handle',
  getAllowInvalid: 'handle',
  getCriteriaType: 'handle',
  getCriteriaValues: 'handle',
  getHelpText: 'handle',
} as const satisfies CallTable<Rule>;

const ruleDefinition: ServiceDefinition = { name: 'DataValidation', calls: ruleCalls };

/** A validation rule that a script has built or read. */
export class DataValidationService extends Service<Rule> implements Pick<Rule, keyof typeof ruleCalls> {
  readonly definition = ruleDefinition;

  constructor(
    readonly terms: ValidationTerms,
    private readonly environment: Needs,
  ) {
    super();
  }

  get asGoogle(): Rule {
    return this.api;
  }

  copy(): Builder {
    return new DataValidationBuilderService(this.environment, this.terms).asGoogle;
  }

  getAllowInvalid(): boolean {
    return this.terms.allowInvalid ?? true;
  }

  getHelpText(): string {
    return this.terms.helpText ?? (null as unknown as string);
  }

  getCriteriaType(): GoogleAppsScript.Spreadsheet.DataValidationCriteria {
    const value: EnumValue = enums.DataValidationCriteria.value(this.terms.criteria);
    return value as unknown as GoogleAppsScript.Spreadsheet.DataValidationCriteria;
  }

  getCriteriaValues(): unknown[] {
    const { criteria } = this.terms;
    const isDateRule = criteria.startsWith('DATE');
    if (criteria === 'VALUE_IN_RANGE') {
      const [reference, ...others] = this.terms.values;
      return [this.environment.spreadsheet().getRange(String(reference)), ...others];
    }
    return this.terms.values.map((value) =>
      isDateRule && typeof value === 'number' ? new Date(this.environment.workbook.timeZone.instantOf(value)) : value,
    );
  }
}

const builderCalls = {
  build: 'handle',
  requireCheckbox: 'handle',
  requireDate: 'handle',
  requireDateAfter: 'handle',
  requireDateBefore: 'handle',
  requireDateBetween: 'handle',
  requireDateEqualTo: 'handle',
  requireDateNotBetween: 'handle',
  requireDateOnOrAfter: 'handle',
  requireDateOnOrBefore: 'handle',
  requireFormulaSatisfied: 'handle',
  requireNumberBetween: 'handle',
  requireNumberEqualTo: 'handle',
  requireNumberGreaterThan: 'handle',
  requireNumberGreaterThanOrEqualTo: 'handle',
  requireNumberLessThan: 'handle',
  requireNumberLessThanOrEqualTo: 'handle',
  requireNumberNotBetween: 'handle',
  requireNumberNotEqualTo: 'handle',
  requireTextContains: 'handle',
  requireTextDoesNotContain: 'handle',
  requireTextEqualTo: 'handle',
  requireTextIsEmail: 'handle',
  requireTextIsUrl: 'handle',
  requireValueInList: 'handle',
  requireValueInRange: 'handle',
  setAllowInvalid: 'handle',
  setHelpText: 'handle',
  copy: 'handle',
  getAllowInvalid: 'handle',
  getCriteriaType: 'handle',
  getCriteriaValues: 'handle',
  getHelpText: 'handle',
  withCriteria: 'handle',
} as const satisfies CallTable<Builder>;

const builderDefinition: ServiceDefinition = { name: 'DataValidationBuilder', calls: builderCalls };

export class DataValidationBuilderService extends Service<Builder> implements Pick<Builder, keyof typeof builderCalls> {
  readonly definition = builderDefinition;
  private terms: ValidationTerms;

  constructor(
    private readonly environment: Needs,
    terms?: ValidationTerms,
  ) {
    super();
    this.terms = terms ? { ...terms } : { criteria: 'CUSTOM_FORMULA', values: ['=TRUE'] };
  }

  get asGoogle(): Builder {
    return this.api;
  }

  build(): Rule {
    return new DataValidationService({ ...this.terms }, this.environment).asGoogle;
  }

  setAllowInvalid(allowInvalid: boolean): Builder {
    this.terms.allowInvalid = allowInvalid;
    return this.api;
  }

  setHelpText(helpText: string): Builder {
    this.terms.helpText = String(helpText);
    return this.api;
  }

  requireCheckbox(checkedValue?: unknown, uncheckedValue?: unknown): Builder {
    const values = [checkedValue, uncheckedValue].filter((value) => value !== undefined).map(String);
    return this.require('CHECKBOX', ...values);
  }

  requireFormulaSatisfied(formula: string): Builder {
    return this.require('CUSTOM_FORMULA', String(formula));
  }

  requireValueInList(values: unknown[], showDropdown = true): Builder {
    return this.require('VALUE_IN_LIST', values.map(String), showDropdown);
  }

  requireValueInRange(range: unknown, showDropdown = true): Builder {
    const { reference } = own(RangeBase, range, 'SpreadsheetApp.DataValidationBuilder.requireValueInRange');
    return this.require('VALUE_IN_RANGE', reference, showDropdown);
  }

  requireDate(): Builder {
    return this.require('DATE_IS_VALID_DATE');
  }

  requireDateAfter(date: unknown): Builder {
    return this.require('DATE_AFTER', this.serial(date));
  }

  requireDateBefore(date: unknown): Builder {
    return this.require('DATE_BEFORE', this.serial(date));
  }

  requireDateBetween(start: unknown, end: unknown): Builder {
    return this.require('DATE_BETWEEN', this.serial(start), this.serial(end));
  }

  requireDateNotBetween(start: unknown, end: unknown): Builder {
    return this.require('DATE_NOT_BETWEEN', this.serial(start), this.serial(end));
  }

  requireDateEqualTo(date: unknown): Builder {
    return this.require('DATE_EQUAL_TO', this.serial(date));
  }

  requireDateOnOrAfter(date: unknown): Builder {
    return this.require('DATE_ON_OR_AFTER', this.serial(date));
  }

  requireDateOnOrBefore(date: unknown): Builder {
    return this.require('DATE_ON_OR_BEFORE', this.serial(date));
  }

  requireNumberBetween(start: number, end: number): Builder {
    return this.require('NUMBER_BETWEEN', start, end);
  }

  requireNumberNotBetween(start: number, end: number): Builder {
    return this.require('NUMBER_NOT_BETWEEN', start, end);
  }

  requireNumberEqualTo(number: number): Builder {
    return this.require('NUMBER_EQUAL_TO', number);
  }

  requireNumberNotEqualTo(number: number): Builder {
    return this.require('NUMBER_NOT_EQUAL_TO', number);
  }

  requireNumberGreaterThan(number: number): Builder {
    return this.require('NUMBER_GREATER_THAN', number);
  }

  requireNumberGreaterThanOrEqualTo(number: number): Builder {
    return this.require('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }

  requireNumberLessThan(number: number): Builder {
    return this.require('NUMBER_LESS_THAN', number);
  }

  requireNumberLessThanOrEqualTo(number: number): Builder {
    return this.require('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }

  requireTextContains(text: string): Builder {
    return this.require('TEXT_CONTAINS', String(text));
  }

  requireTextDoesNotContain(text: string): Builder {
    return this.require('TEXT_DOES_NOT_CONTAIN', String(text));
  }

  requireTextEqualTo(text: string): Builder {
    return this.require('TEXT_EQUAL_TO', String(text));
  }

  requireTextIsEmail(): Builder {
    return this.require('TEXT_IS_VALID_EMAIL');
  }

  requireTextIsUrl(): Builder {
    return this.require('TEXT_IS_VALID_URL');
  }

  /** A criterion with its values as `getCriteriaValues` tells them. */
  withCriteria(criteria: unknown, args: unknown[] = []): Builder {
    const label = enums.DataValidationCriteria.labelOf(criteria);
    if (!Array.isArray(args))
      throw noSuchSignature([criteria, args], 'SpreadsheetApp.DataValidationBuilder.withCriteria');
    const [first, second] = args as unknown[];
    if (label === 'VALUE_IN_RANGE') return this.requireValueInRange(first, second as boolean | undefined);
    if (label === 'VALUE_IN_LIST') return this.requireValueInList(first as unknown[], second as boolean | undefined);
    if (label === 'CHECKBOX') return this.requireCheckbox(first, second);
    const values = args as (string | number)[];
    if (label.startsWith('DATE')) return this.require(label, ...args.map((date) => this.serial(date)));
    return this.require(label, ...values.map((value) => (label.startsWith('NUMBER') ? Number(value) : String(value))));
  }

  copy = (): Builder => new DataValidationBuilderService(this.environment, this.terms).asGoogle;
  getAllowInvalid = (): boolean => this.build().getAllowInvalid();
  getCriteriaType = (): GoogleAppsScript.Spreadsheet.DataValidationCriteria => this.build().getCriteriaType();
  getCriteriaValues = (): unknown[] => this.build().getCriteriaValues();
  getHelpText = (): string | null => this.build().getHelpText();

  private require(criteria: Criteria, ...values: CriteriaValue[]): Builder {
    this.terms = { ...this.terms, criteria, values };
    return this.api;
  }

  private serial(date: unknown): number {
    if (!isDate(date)) return Number(date);
    return this.environment.workbook.timeZone.serialOf(date.getTime());
  }
}
