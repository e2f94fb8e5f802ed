import { colorGiven } from '../base/colors';
import { BooleanConditionService, type FormatTerms, type Look } from './format-condition';
import {
  type Criteria,
  CriteriaBuilder,
  type CriteriaTerms,
  type CriteriaValue,
  criteriaCalls,
} from './boolean-criteria';
import type { Environment } from '../base/environment';
import { GradientConditionService, type GradientTerms, type PointName, gradientPoint } from './gradient';
import { RangeBase } from '../base/range-base';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition, own } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook'>;

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type Condition = GoogleAppsScript.Spreadsheet.BooleanCondition;
type Gradient = GoogleAppsScript.Spreadsheet.GradientCondition;
type Range = GoogleAppsScript.Spreadsheet.Range;

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
  gradient?: GradientTerms;
  engineRule?: Record<string, unknown>;
}

/** A conditional format that a script has built or read. */
export class ConditionalFormatRuleService extends Service<Rule> implements Pick<Rule, keyof typeof ruleCalls> {
  readonly definition = ruleDefinition;

  constructor(
    readonly content: FormatContent,
    private readonly environment: Needs,
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

  getGradientCondition(): Gradient | null {
    const { gradient } = this.content;
    return gradient ? new GradientConditionService(gradient).asGoogle : null;
  }
}

const builderCalls = {
  ...criteriaCalls,
  build: 'handle',
  copy: 'handle',
  getBooleanCondition: 'handle',
  getGradientCondition: 'handle',
  getRanges: 'handle',
  setBackground: 'handle',
  setBold: 'handle',
  setFontColor: 'handle',
  setGradientMaxpoint: 'handle',
  setGradientMaxpointWithValue: 'handle',
  setGradientMidpointWithValue: 'handle',
  setGradientMinpoint: 'handle',
  setGradientMinpointWithValue: 'handle',
  setItalic: 'handle',
  setRanges: 'handle',
  setStrikethrough: 'handle',
  setUnderline: 'handle',
  whenFormulaSatisfied: 'handle',
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
  extends CriteriaBuilder<Builder>
  implements Pick<Builder, keyof typeof builderCalls>
{
  readonly definition = builderDefinition;
  private ranges: readonly RangeBase[];
  private look: Look;
  private condition: CriteriaTerms | undefined;
  private gradient: GradientTerms | undefined;
  private readonly engineRule: Record<string, unknown> | undefined;

  constructor(environment: Needs, content?: FormatContent) {
    super(environment);
    this.ranges = content?.ranges ?? [];
    this.look = content?.terms?.look ?? PLAIN;
    this.condition = content?.terms;
    this.gradient = content?.gradient;
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

  getGradientCondition(): Gradient | null {
    return this.rule.getGradientCondition();
  }

  setRanges(ranges: unknown): Builder {
    const where = 'SpreadsheetApp.ConditionalFormatRuleBuilder.setRanges';
    if (!Array.isArray(ranges)) {
      throw new ServiceError(`The parameters (${typeof ranges}) don't match the method signature for ${where}.`);
    }
    this.ranges = ranges.map((range) => own(RangeBase, range, where));
    return this.api;
  }

  setBackground = (background: string | null): Builder => this.looking({ background: colorGiven(background) });
  setFontColor = (fontColor: string | null): Builder => this.looking({ fontColor: colorGiven(fontColor) });
  setBold = (bold: boolean | null): Builder => this.looking({ bold });
  setItalic = (italic: boolean | null): Builder => this.looking({ italic });
  setStrikethrough = (strikethrough: boolean | null): Builder => this.looking({ strikethrough });
  setUnderline = (underline: boolean | null): Builder => this.looking({ underline });

  setGradientMaxpoint = (color: string): Builder => this.scale('max', color);
  setGradientMinpoint = (color: string): Builder => this.scale('min', color);
  setGradientMaxpointWithValue = (color: string, type: unknown, value: string): Builder =>
    this.scale('max', color, type, value);
  setGradientMidpointWithValue = (color: string, type: unknown, value: string): Builder =>
    this.scale('mid', color, type, value);
  setGradientMinpointWithValue = (color: string, type: unknown, value: string): Builder =>
    this.scale('min', color, type, value);

  whenFormulaSatisfied = (formula: string): Builder => this.when('CUSTOM_FORMULA', String(formula));

  private get rule(): ConditionalFormatRuleService {
    const { ranges, look, condition, gradient, engineRule } = this;
    const terms = condition && { criteria: condition.criteria, values: condition.values, look };
    const content = { ranges, ...(gradient ? { gradient } : terms ? { terms } : engineRule && { engineRule }) };
    return new ConditionalFormatRuleService(content, this.environment);
  }

  private looking(change: Partial<Look>): Builder {
    this.look = { ...this.look, ...change };
    return this.api;
  }

  protected when(criteria: Criteria, ...values: CriteriaValue[]): Builder {
    this.condition = { criteria, values };
    this.gradient = undefined;
    return this.api;
  }

  /** A rule has a condition or a gradient: what is set later counts. */
  private scale(name: PointName, color: string, ...point: unknown[]): Builder {
    this.gradient = { ...this.gradient, [name]: gradientPoint(name, color, ...point) };
    this.condition = undefined;
    return this.api;
  }
}
