import { isDate } from '../typed-values';
import type { Environment } from './environment';
import { enums } from './enums';
import { RangeBase } from './range-base';
import { type CallTable, type EnumValue, Service, type ServiceDefinition, ServiceError, own } from './service';

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type Condition = GoogleAppsScript.Spreadsheet.BooleanCondition;
type Range = GoogleAppsScript.Spreadsheet.Range;

export type Criteria = (typeof enums.BooleanCriteria)['labels'][number];

/** A value of a criterion: a number, a text, the serial number of a day, or the name of a relative date. */
export type CriteriaValue = string | number;

/** How cells look that meet the condition; null leaves a property as it is. */
export interface Look {
  background: string | null;
  fontColor: string | null;
  bold: boolean | null;
  italic: boolean | null;
  strikethrough: boolean | null;
  underline: boolean | null;
}

/** A condition in Google's terms. */
export interface FormatTerms {
  criteria: Criteria;
  values: CriteriaValue[];
  look: Look;
}

const conditionCalls = {
  getBackground: 'handle',
  getBold: 'handle',
  getCriteriaType: 'handle',
  getCriteriaValues: 'handle',
  getFontColor: 'handle',
  getItalic: 'handle',
  getStrikethrough: 'handle',
  getUnderline: 'handle',
} as const satisfies CallTable<Condition>;

const conditionDefinition: ServiceDefinition = { name: 'BooleanCondition', calls: conditionCalls };

class BooleanConditionService extends Service<Condition> implements Pick<Condition, keyof typeof conditionCalls> {
  readonly definition = conditionDefinition;

  constructor(
    private readonly terms: FormatTerms,
    private readonly environment: Environment,
  ) {
    super();
  }

  get asGoogle(): Condition {
    return this.api;
  }

  getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria {
    const value: EnumValue = enums.BooleanCriteria.value(this.terms.criteria);
    return value as unknown as GoogleAppsScript.Spreadsheet.BooleanCriteria;
  }

  getCriteriaValues(): unknown[] {
    const { criteria, values } = this.terms;
    if (!criteria.startsWith('DATE')) return [...values];
    return values.map((value) =>
      typeof value === 'number'
        ? new Date(this.environment.workbook.timeZone.instantOf(value))
        : enums.RelativeDate.value(value as RelativeDate),
    );
  }

  getBackground = (): string | null => this.terms.look.background;
  getFontColor = (): string | null => this.terms.look.fontColor;
  getBold = (): boolean | null => this.terms.look.bold;
  getItalic = (): boolean | null => this.terms.look.italic;
  getStrikethrough = (): boolean | null => this.terms.look.strikethrough;
  getUnderline = (): boolean | null => this.terms.look.underline;
}

type RelativeDate = (typeof enums.RelativeDate)['labels'][number];

const ruleCalls = {
  copy: 'handle',
  getBooleanCondition: 'handle',
  getGradientCondition: 'handle',
  getRanges: 'handle',
} as const satisfies CallTable<Rule>;

const ruleDefinition: ServiceDefinition = { name: 'ConditionalFormatRule', calls: ruleCalls };

/** What a rule says: terms of ours, or the engine's own words for what Google's builder has no word for. */
export interface FormatContent {
  ranges: readonly RangeBase[];
  terms?: FormatTerms;
  engineRule?: Record<string, unknown>;
}

/** A conditional format that a script has built or read. */
export class ConditionalFormatRuleService extends Service<Rule> implements Pick<Rule, keyof typeof ruleCalls> {
  readonly definition = ruleDefinition;

  constructor(
    readonly content: FormatContent,
    private readonly environment: Environment,
  ) {
    super();
  }

  get asGoogle(): Rule {
    return this.api;
  }

  copy(): Builder {
    return new ConditionalFormatRuleBuilderService(this.environment, this.content).asGoogle;
  }

  getRanges(): Range[] {
    return this.content.ranges.map((range) => range.asGoogle);
  }

  getBooleanCondition(): Condition | null {
    const { terms } = this.content;
    return terms ? new BooleanConditionService(terms, this.environment).asGoogle : null;
  }

  /** Colour scales that people make in the page are kept, but their colours are not told. */
  getGradientCondition(): null {
    return null;
  }
}

const builderCalls = {
  build: 'handle',
  copy: 'handle',
  getBooleanCondition: 'handle',
  getGradientCondition: 'handle',
  getRanges: 'handle',
  setBackground: 'handle',
  setBold: 'handle',
  setFontColor: 'handle',
  setItalic: 'handle',
  setRanges: 'handle',
  setStrikethrough: 'handle',
  setUnderline: 'handle',
  whenCellEmpty: 'handle',
  whenCellNotEmpty: 'handle',
  whenDateAfter: 'handle',
  whenDateBefore: 'handle',
  whenDateEqualTo: 'handle',
  whenFormulaSatisfied: 'handle',
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
} as const satisfies CallTable<Builder>;

const builderDefinition: ServiceDefinition = { name: 'ConditionalFormatRuleBuilder', calls: builderCalls };

const PLAIN: Look = {
  background: null,
  fontColor: null,
  bold: null,
  italic: null,
  strikethrough: null,
  underline: null,
};

export class ConditionalFormatRuleBuilderService
  extends Service<Builder>
  implements Pick<Builder, keyof typeof builderCalls>
{
  readonly definition = builderDefinition;
  private ranges: readonly RangeBase[];
  private look: Look;
  private condition: Omit<FormatTerms, 'look'> | undefined;
  private readonly engineRule: Record<string, unknown> | undefined;

  constructor(
    private readonly environment: Environment,
    content?: FormatContent,
  ) {
    super();
    this.ranges = content?.ranges ?? [];
    this.look = content?.terms?.look ?? PLAIN;
    this.condition = content?.terms;
    this.engineRule = content?.engineRule;
  }

  get asGoogle(): Builder {
    return this.api;
  }

  build(): Rule {
    return this.rule.asGoogle;
  }

  copy(): Builder {
    return this.rule.copy();
  }

  getRanges(): Range[] {
    return this.rule.getRanges();
  }

  getBooleanCondition(): Condition | null {
    return this.rule.getBooleanCondition();
  }

  getGradientCondition(): null {
    return null;
  }

  setRanges(ranges: unknown): Builder {
    const where = 'SpreadsheetApp.ConditionalFormatRuleBuilder.setRanges';
    if (!Array.isArray(ranges)) {
      throw new ServiceError(`The parameters (${typeof ranges}) don't match the method signature for ${where}.`);
    }
    this.ranges = ranges.map((range) => own(RangeBase, range, where));
    return this.api;
  }

  setBackground = (background: string | null): Builder => this.looking({ background });
  setFontColor = (fontColor: string | null): Builder => this.looking({ fontColor });
  setBold = (bold: boolean | null): Builder => this.looking({ bold });
  setItalic = (italic: boolean | null): Builder => this.looking({ italic });
  setStrikethrough = (strikethrough: boolean | null): Builder => this.looking({ strikethrough });
  setUnderline = (underline: boolean | null): Builder => this.looking({ underline });

  whenCellEmpty = (): Builder => this.when('CELL_EMPTY');
  whenCellNotEmpty = (): Builder => this.when('CELL_NOT_EMPTY');
  whenDateAfter = (date: unknown): Builder => this.whenDate('DATE_AFTER', date);
  whenDateBefore = (date: unknown): Builder => this.whenDate('DATE_BEFORE', date);
  whenDateEqualTo = (date: unknown): Builder => this.whenDate('DATE_EQUAL_TO', date);
  whenFormulaSatisfied = (formula: string): Builder => this.when('CUSTOM_FORMULA', String(formula));
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

  private get rule(): ConditionalFormatRuleService {
    const { ranges, look, condition, engineRule } = this;
    const terms = condition && { criteria: condition.criteria, values: condition.values, look };
    const content = { ranges, ...(terms ? { terms } : engineRule && { engineRule }) };
    return new ConditionalFormatRuleService(content, this.environment);
  }

  private looking(change: Partial<Look>): Builder {
    this.look = { ...this.look, ...change };
    return this.api;
  }

  private when(criteria: Criteria, ...values: CriteriaValue[]): Builder {
    this.condition = { criteria, values };
    return this.api;
  }

  private whenDate(criteria: DateCriteria, date: unknown): Builder {
    if (isDate(date)) return this.when(criteria, this.environment.workbook.timeZone.serialOf(date.getTime()));
    return this.when(`${criteria}_RELATIVE`, enums.RelativeDate.labelOf(date));
  }
}

type DateCriteria = 'DATE_AFTER' | 'DATE_BEFORE' | 'DATE_EQUAL_TO';
