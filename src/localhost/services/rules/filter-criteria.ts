import {
  type Criteria,
  CriteriaBuilder,
  type CriteriaTerms,
  type CriteriaValue,
  criteriaCalls,
  criteriaType,
  criteriaValues,
} from './boolean-criteria';
import type { Environment } from '../base/environment';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook'>;

type FilterCriteria = GoogleAppsScript.Spreadsheet.FilterCriteria;
type Builder = GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder;

/** What a column's filter lets through: what meets a condition, or what is not among hidden values. */
export interface FilterTerms {
  condition?: CriteriaTerms;
  hidden?: string[];
  /** At Google's for pivot tables alone. */
  visible?: string[];
}

const readingCalls = {
  copy: 'handle',
  getCriteriaType: 'handle',
  getCriteriaValues: 'handle',
  getHiddenValues: 'handle',
  getVisibleValues: 'handle',
} as const satisfies CallTable<FilterCriteria>;

const criteriaDefinition: ServiceDefinition = { name: 'FilterCriteria', calls: readingCalls };

/** What the filter of a column lets through. */
export class FilterCriteriaService
  extends Service<FilterCriteria>
  implements Pick<FilterCriteria, keyof typeof readingCalls>
{
  readonly definition = criteriaDefinition;

  constructor(
    readonly terms: FilterTerms,
    private readonly environment: Needs,
  ) {
    super();
  }

  get asGoogle(): FilterCriteria {
    return this.api;
  }

  copy(): Builder {
    return new FilterCriteriaBuilderService(this.environment, this.terms).asGoogle;
  }

  getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria {
    const { condition } = this.terms;
    return condition ? criteriaType(condition.criteria) : (null as never);
  }

  getCriteriaValues(): unknown[] {
    const { condition } = this.terms;
    return condition ? criteriaValues(condition, this.environment) : [];
  }

  getHiddenValues(): string[] {
    return [...(this.terms.hidden ?? [])];
  }

  getVisibleValues(): string[] {
    return [...(this.terms.visible ?? [])];
  }
}

const builderCalls = {
  ...criteriaCalls,
  ...readingCalls,
  build: 'handle',
  setHiddenValues: 'handle',
  setVisibleValues: 'handle',
} as const satisfies CallTable<Builder>;

const builderDefinition: ServiceDefinition = { name: 'FilterCriteriaBuilder', calls: builderCalls };

export class FilterCriteriaBuilderService
  extends CriteriaBuilder<Builder>
  implements Pick<Builder, keyof typeof builderCalls>
{
  readonly definition = builderDefinition;
  private terms: FilterTerms;

  constructor(environment: Needs, terms: FilterTerms = {}) {
    super(environment);
    this.terms = terms;
  }

  get asGoogle(): Builder {
    return this.api;
  }

  build(): FilterCriteria {
    return this.built.asGoogle;
  }

  copy = (): Builder => this.built.copy();
  getCriteriaType = (): GoogleAppsScript.Spreadsheet.BooleanCriteria => this.built.getCriteriaType();
  getCriteriaValues = (): unknown[] => this.built.getCriteriaValues();
  getHiddenValues = (): string[] => this.built.getHiddenValues();
  getVisibleValues = (): string[] => this.built.getVisibleValues();

  setHiddenValues(values: unknown): Builder {
    this.terms = { ...this.terms, hidden: texts(values, 'setHiddenValues'), visible: [] };
    return this.api;
  }

  setVisibleValues(values: unknown): Builder {
    this.terms = { ...this.terms, hidden: [], visible: texts(values, 'setVisibleValues') };
    return this.api;
  }

  protected when(criteria: Criteria, ...values: CriteriaValue[]): Builder {
    if (criteria === 'CUSTOM_FORMULA') {
      throw new ServiceError('A filter by a formula is not part of this local spreadsheet.');
    }
    this.terms = { ...this.terms, condition: { criteria, values } };
    return this.api;
  }

  private get built(): FilterCriteriaService {
    return new FilterCriteriaService(this.terms, this.environment);
  }
}

function texts(values: unknown, method: string): string[] {
  if (Array.isArray(values)) return values.map(String);
  throw new ServiceError(
    `The parameters (${typeof values}) don't match the method signature for SpreadsheetApp.FilterCriteriaBuilder.${method}.`,
  );
}
