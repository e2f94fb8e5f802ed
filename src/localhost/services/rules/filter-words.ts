import type { CellValue } from '../../contract/engine';
import type { Criteria, CriteriaTerms, CriteriaValue } from './boolean-criteria';
import type { FilterTerms } from './filter-criteria';

/** A cell below the header of a filter: what it holds and what it shows. */
export interface FilteredCell {
  value: CellValue;
  text: string;
}

/** What a column's filter is to the engine. */
export interface EngineCriteria {
  colId: number;
  filters?: { filters?: string[]; blank?: true };
  customFilters?: { and?: 1; customFilters: EngineCondition[] };
  /** Google's words for it, where a script has set it. */
  terms?: FilterTerms;
}

interface EngineCondition {
  val: string | number;
  operator?: Comparison;
}

type Comparison = 'greaterThan' | 'greaterThanOrEqual' | 'lessThan' | 'lessThanOrEqual' | 'equal' | 'notEqual';

const COMPARISONS: Partial<Record<Criteria, Comparison>> = {
  NUMBER_EQUAL_TO: 'equal',
  NUMBER_GREATER_THAN: 'greaterThan',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  NUMBER_LESS_THAN: 'lessThan',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
  NUMBER_NOT_EQUAL_TO: 'notEqual',
};

/** Texts as the engine's patterns have them: `*` stands for anything, `?` for one character. */
const PATTERNS: Partial<Record<Criteria, readonly [before: string, after: string, operator?: Comparison]>> = {
  CELL_EMPTY: ['', ''],
  CELL_NOT_EMPTY: ['?*', ''],
  TEXT_CONTAINS: ['*', '*'],
  TEXT_DOES_NOT_CONTAIN: ['*', '*', 'notEqual'],
  TEXT_ENDS_WITH: ['*', ''],
  TEXT_EQUAL_TO: ['', ''],
  TEXT_STARTS_WITH: ['', '*'],
};

/** Days from today until a relative date; a period is named by its first day. */
const FIRST_DAYS: Record<string, number> = {
  TODAY: 0,
  TOMORROW: 1,
  YESTERDAY: -1,
  PAST_WEEK: -7,
  PAST_MONTH: -30,
  PAST_YEAR: -365,
};

/**
 * Google's terms in the engine's words.
 * @param cells of the column, below the header
 * @param today its serial number
 */
export function toEngine(terms: FilterTerms, column: number, cells: FilteredCell[], today: number): EngineCriteria {
  const { condition, hidden = [] } = terms;
  // Both at once are values to the engine: those that meet the condition and are not hidden.
  const words = condition && hidden.length === 0 ? conditionWords(condition, cells, today) : undefined;
  if (words) return { colId: column, customFilters: words, terms };
  const shown = cells.filter(
    ({ value, text }) => !hidden.includes(text) && (!condition || meets(condition, value, text, today)),
  );
  // A page may compare a number as it is, or as it is shown.
  const texts = shown.flatMap(({ value, text }) => (text === '' ? [] : [text, raw(value)]));
  const blank = shown.some(({ text }) => text === '') || (!condition && !hidden.includes(''));
  return { colId: column, filters: { filters: [...new Set(texts)], ...(blank && { blank: true as const }) }, terms };
}

/** The engine's words in Google's, where a person has set the filter in a page. */
export function toGoogle({ terms, filters, customFilters }: EngineCriteria, cells: FilteredCell[]): FilterTerms {
  if (terms) return terms;
  if (filters) {
    const shown = new Set(filters.filters);
    const hidden = cells
      .filter(({ value, text }) => (text === '' ? !filters.blank : !shown.has(text) && !shown.has(raw(value))))
      .map(({ text }) => text);
    return { hidden: [...new Set(hidden)] };
  }
  const condition = customFilters && conditionOf(customFilters);
  return condition ? { condition } : {};
}

function conditionWords(
  { criteria, values }: CriteriaTerms,
  cells: FilteredCell[],
  today: number,
): EngineCriteria['customFilters'] {
  const [first = '', second = first] = values;
  const between = (from: EngineCondition, to: EngineCondition): EngineCriteria['customFilters'] => ({
    and: 1,
    customFilters: [from, to],
  });
  const pattern = PATTERNS[criteria];
  if (pattern) {
    // The engine cannot tell a star from a pattern, nor does its pattern reach into the next line.
    if (/[*?]/.test(String(first)) || cells.some(({ text }) => text.includes('\n'))) return undefined;
    const [before, after, operator] = pattern;
    return { customFilters: [{ val: `${before}${first}${after}`, ...(operator && { operator }) }] };
  }
  const comparison = COMPARISONS[criteria];
  if (comparison) return { customFilters: [{ val: first, operator: comparison }] };
  if (criteria === 'NUMBER_NOT_BETWEEN') {
    return {
      customFilters: [
        { val: first, operator: 'lessThan' },
        { val: second, operator: 'greaterThan' },
      ],
    };
  }
  const [from, to] = criteria === 'NUMBER_BETWEEN' ? [first, second] : daysOf(first, today);
  if (criteria.startsWith('DATE_AFTER')) return { customFilters: [{ val: to, operator: 'greaterThanOrEqual' }] };
  if (criteria.startsWith('DATE_BEFORE')) return { customFilters: [{ val: from, operator: 'lessThan' }] };
  const upTo = criteria === 'NUMBER_BETWEEN' ? 'lessThanOrEqual' : 'lessThan';
  return between({ val: from, operator: 'greaterThanOrEqual' }, { val: to, operator: upTo });
}

/** Where a day or a period begins, and where the time after it begins. */
function daysOf(value: CriteriaValue, today: number): [from: number, after: number] {
  if (typeof value === 'number') return [Math.floor(value), Math.floor(value) + 1];
  const from = today + FIRST_DAYS[value]!;
  return [from, value.startsWith('PAST') ? today + 1 : from + 1];
}

function meets(condition: CriteriaTerms, value: CellValue, text: string, today: number): boolean {
  const { criteria, values } = condition;
  const [wanted, shown] = [String(values[0] ?? '').toLowerCase(), text.toLowerCase()];
  switch (criteria) {
    case 'CELL_EMPTY':
      return text === '';
    case 'CELL_NOT_EMPTY':
      return text !== '';
    case 'TEXT_CONTAINS':
      return shown.includes(wanted);
    case 'TEXT_DOES_NOT_CONTAIN':
      return !shown.includes(wanted);
    case 'TEXT_STARTS_WITH':
      return shown.startsWith(wanted);
    case 'TEXT_ENDS_WITH':
      return shown.endsWith(wanted);
    case 'TEXT_EQUAL_TO':
      return shown === wanted;
  }
  const number = numberOf(value);
  if (number === undefined) return criteria === 'NUMBER_NOT_EQUAL_TO';
  const words = conditionWords(condition, [], today)!;
  const answers = words.customFilters.map(({ val, operator }) => compare(number, operator!, Number(val)));
  return words.and ? answers.every(Boolean) : answers.some(Boolean);
}

function compare(number: number, operator: Comparison, other: number): boolean {
  switch (operator) {
    case 'greaterThan':
      return number > other;
    case 'greaterThanOrEqual':
      return number >= other;
    case 'lessThan':
      return number < other;
    case 'lessThanOrEqual':
      return number <= other;
    case 'equal':
      return number === other;
    case 'notEqual':
      return number !== other;
  }
}

function conditionOf({ and, customFilters }: NonNullable<EngineCriteria['customFilters']>): CriteriaTerms | undefined {
  const [first, second] = customFilters as [EngineCondition, EngineCondition?];
  const numbers = (): CriteriaValue[] => customFilters.map(({ val }) => Number(val));
  const operators = customFilters.map(({ operator }) => operator).join();
  if (second) {
    if (and && operators === 'greaterThanOrEqual,lessThanOrEqual')
      return { criteria: 'NUMBER_BETWEEN', values: numbers() };
    if (!and && operators === 'lessThan,greaterThan') return { criteria: 'NUMBER_NOT_BETWEEN', values: numbers() };
    return undefined;
  }
  const text = String(first.val);
  if (text.trim() === '')
    return { criteria: first.operator === 'notEqual' ? 'CELL_NOT_EMPTY' : 'CELL_EMPTY', values: [] };
  const [, before, inside = '', after] = /^(\*?)(.*?)(\*?)$/s.exec(text) ?? [];
  const ends = `${before && 'before'}${after && 'after'}`;
  if (first.operator === 'notEqual' && Number.isNaN(Number(text))) {
    // Google has no word for a text that must not begin, end or read in some way.
    return ends === 'beforeafter' ? { criteria: 'TEXT_DOES_NOT_CONTAIN', values: [inside] } : undefined;
  }
  const byNumber = (Object.keys(COMPARISONS) as Criteria[]).find((one) => COMPARISONS[one] === first.operator);
  if (byNumber) return { criteria: byNumber, values: numbers() };
  if (ends === 'beforeafter') return { criteria: 'TEXT_CONTAINS', values: [inside] };
  return {
    criteria: ends === 'before' ? 'TEXT_ENDS_WITH' : ends ? 'TEXT_STARTS_WITH' : 'TEXT_EQUAL_TO',
    values: [inside],
  };
}

function numberOf(value: CellValue): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value !== null ? value.serial : undefined;
}

function raw(value: CellValue): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(numberOf(value) ?? value ?? '');
}
