import { type CriteriaTerms, criteriaType, criteriaValues } from './boolean-criteria';
import type { Environment } from '../base/environment';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook'>;

type Condition = GoogleAppsScript.Spreadsheet.BooleanCondition;

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
export interface FormatTerms extends CriteriaTerms {
  look: Look;
}

const calls = {
  getBackground: 'handle',
  getBold: 'handle',
  getCriteriaType: 'handle',
  getCriteriaValues: 'handle',
  getFontColor: 'handle',
  getItalic: 'handle',
  getStrikethrough: 'handle',
  getUnderline: 'handle',
} as const satisfies CallTable<Condition>;

const definition: ServiceDefinition = { name: 'BooleanCondition', calls: calls };

export class BooleanConditionService extends Service<Condition> implements Pick<Condition, keyof typeof calls> {
  readonly definition = definition;

  constructor(
    private readonly terms: FormatTerms,
    private readonly environment: Needs,
  ) {
    super();
  }

  get asGoogle(): Condition {
    return this.api;
  }

  getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria {
    return criteriaType(this.terms.criteria);
  }

  getCriteriaValues(): unknown[] {
    return criteriaValues(this.terms, this.environment);
  }

  getBackground = (): string | null => this.terms.look.background;
  getFontColor = (): string | null => this.terms.look.fontColor;
  getBold = (): boolean | null => this.terms.look.bold;
  getItalic = (): boolean | null => this.terms.look.italic;
  getStrikethrough = (): boolean | null => this.terms.look.strikethrough;
  getUnderline = (): boolean | null => this.terms.look.underline;
}
