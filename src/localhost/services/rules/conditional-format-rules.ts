import { randomUUID } from 'node:crypto';
import { a1Of } from '../../notation/a1';
import { engineRange } from '../../notation/engine-range';
import type { ConditionalFormat } from '../../contract/engine';
import { toEngineFormula, toLocalFormula } from '../../notation/localized-formulas';
import type { Environment } from '../base/environment';
import type { Criteria, CriteriaValue } from './boolean-criteria';
import { ConditionalFormatRuleService } from './conditional-format';
import type { FormatTerms, Look } from './format-condition';
import { engineGradient, gradientOf } from './gradient';
import { ServiceError } from '../../contract/service-error';
import { own } from '../base/service';
import type { RangeBase } from '../base/range-base';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'workbook'>;

/** Google's criteria in the engine's words. What the engine has no word for is a formula to it. */
const KINDS: Partial<Record<Criteria, readonly [subType: string, operator?: string]>> = {
  CELL_EMPTY: ['text', 'containsBlanks'],
  CELL_NOT_EMPTY: ['text', 'notContainsBlanks'],
  CUSTOM_FORMULA: ['formula'],
  NUMBER_BETWEEN: ['number', 'between'],
  NUMBER_EQUAL_TO: ['number', 'equal'],
  NUMBER_GREATER_THAN: ['number', 'greaterThan'],
  NUMBER_GREATER_THAN_OR_EQUAL_TO: ['number', 'greaterThanOrEqual'],
  NUMBER_LESS_THAN: ['number', 'lessThan'],
  NUMBER_LESS_THAN_OR_EQUAL_TO: ['number', 'lessThanOrEqual'],
  NUMBER_NOT_BETWEEN: ['number', 'notBetween'],
  NUMBER_NOT_EQUAL_TO: ['number', 'notEqual'],
  TEXT_CONTAINS: ['text', 'containsText'],
  TEXT_DOES_NOT_CONTAIN: ['text', 'notContainsText'],
  TEXT_ENDS_WITH: ['text', 'endsWith'],
  TEXT_EQUAL_TO: ['text', 'equal'],
  TEXT_STARTS_WITH: ['text', 'beginsWith'],
};

/** Where the periods of relative dates begin; each ends today, but for the day to come. */
const RELATIVE_DAYS: Record<string, string> = {
  TODAY: 'TODAY()',
  TOMORROW: 'TODAY()+1',
  YESTERDAY: 'TODAY()-1',
  PAST_WEEK: 'TODAY()-7',
  PAST_MONTH: 'EDATE(TODAY(),-1)',
  PAST_YEAR: 'EDATE(TODAY(),-12)',
};

/** What is asked of the sheet that the rules are for. */
interface FormattedSheet {
  readonly id: string;
  range(row: number, column: number, rows: number, columns: number): RangeBase;
}

/** Replaces all conditional formats of a sheet; the first rule comes before the others. */
export function setFormats(environment: Needs, sheet: FormattedSheet, rules: unknown): void {
  const where = 'SpreadsheetApp.Sheet.setConditionalFormatRules';
  if (!Array.isArray(rules)) {
    throw new ServiceError(`The parameters (${typeof rules}) don't match the method signature for ${where}.`);
  }
  const wanted = rules.map((rule) => engineFormat(environment, sheet, own(ConditionalFormatRuleService, rule, where)));
  const { workbook } = environment;
  const { id: subUnitId } = sheet;
  for (const { id } of workbook.engine.conditionalFormats(subUnitId)) {
    workbook.execute('sheet.mutation.delete-conditional-rule', { subUnitId, cfId: id });
  }
  // The engine puts each rule before those it has.
  for (const rule of wanted.reverse()) workbook.execute('sheet.mutation.add-conditional-rule', { subUnitId, rule });
}

export function formatsOf(environment: Needs, sheet: FormattedSheet): ConditionalFormatRuleService[] {
  return environment.workbook.engine.conditionalFormats(sheet.id).map((format) => {
    const ranges = format.ranges.map(({ row, column, rows, columns }) =>
      sheet.range(row + 1, column + 1, rows, columns),
    );
    const terms = termsOf(format, environment.workbook.locale);
    const gradient = gradientOf(format.rule);
    return new ConditionalFormatRuleService(
      { ranges, ...(gradient ? { gradient } : terms ? { terms } : { engineRule: format.rule }) },
      environment,
    );
  });
}

function engineFormat(
  environment: Needs,
  sheet: FormattedSheet,
  { content }: ConditionalFormatRuleService,
): Record<string, unknown> {
  const { ranges, terms, gradient, engineRule } = content;
  if (ranges.length === 0) throw new ServiceError('A conditional format rule must have at least one range.');
  if (ranges.some(({ sheetId }) => sheetId !== sheet.id)) {
    throw new ServiceError('The ranges of a conditional format rule must be on the sheet it is set for.');
  }
  if (!terms && !gradient && !engineRule) throw new ServiceError('A conditional format rule must have a condition.');
  const rule = gradient
    ? engineGradient(gradient)
    : terms
      ? engineRuleOf(terms, a1Of(...firstCell(ranges)), environment.workbook.locale)
      : engineRule;
  return { cfId: randomUUID(), ranges: ranges.map(({ area }) => engineRange(area)), stopIfTrue: true, rule };
}

function firstCell(ranges: readonly { area: { row: number; column: number } }[]): [row: number, column: number] {
  const [first] = ranges.map(({ area }) => area).sort((a, b) => a.row - b.row || a.column - b.column);
  return [first!.row + 1, first!.column + 1];
}

function engineRuleOf(terms: FormatTerms, cell: string, locale: string): Record<string, unknown> {
  const { criteria, values, look } = terms;
  const [subType, operator] = KINDS[criteria] ?? ['formula'];
  const value =
    subType !== 'formula'
      ? values.length > 1
        ? values
        : values[0]
      : criteria === 'CUSTOM_FORMULA'
        ? toEngineFormula(String(values[0]), locale)
        : dateFormula(criteria, values[0]!, cell);
  return {
    type: 'highlightCell',
    subType,
    ...(operator !== undefined && { operator }),
    ...(value !== undefined && { value }),
    style: styleOf(look),
    terms,
  };
}

function dateFormula(criteria: Criteria, date: CriteriaValue, cell: string): string {
  const day = typeof date === 'number' ? String(Math.floor(date)) : RELATIVE_DAYS[date]!;
  const isPeriod = typeof date === 'string' && date.startsWith('PAST');
  const comparison = {
    DATE_AFTER: `INT(${cell})>${day}`,
    DATE_BEFORE: `INT(${cell})<${day}`,
    DATE_EQUAL_TO: isPeriod ? `INT(${cell})>=${day},INT(${cell})<=TODAY()` : `INT(${cell})=${day}`,
  }[criteria.replace('_RELATIVE', '')];
  return `=IF(ISNUMBER(${cell}),AND(${comparison}),FALSE)`;
}

/** Google's terms of a rule: as the script gave them, or read off a rule that a person made in the page. */
function termsOf({ rule }: ConditionalFormat, locale: string): FormatTerms | undefined {
  const { type, subType, operator, value, style, terms } = rule as unknown as EngineRule;
  // The formula itself, unlike the terms, has followed the cells.
  const own = subType === 'formula' && (!terms || terms.criteria === 'CUSTOM_FORMULA');
  const values = own ? [toLocalFormula(String(value), locale)] : undefined;
  if (terms) return values ? { ...terms, values } : terms;
  if (type !== 'highlightCell') return undefined;
  const criteria = (Object.keys(KINDS) as Criteria[]).find((one) => {
    const [kind, comparison] = KINDS[one]!;
    return kind === subType && comparison === operator;
  });
  if (!criteria) return undefined;
  const given = values ?? (value === undefined || value === '' ? [] : [value].flat());
  return { criteria, values: given, look: lookOf(style ?? {}) };
}

interface EngineRule {
  type: string;
  subType?: string;
  operator?: string;
  value?: CriteriaValue | CriteriaValue[];
  style?: EngineStyle;
  terms?: FormatTerms;
}

interface EngineStyle {
  bg?: { rgb: string };
  cl?: { rgb: string };
  bl?: number;
  it?: number;
  st?: { s: number };
  ul?: { s: number };
}

function styleOf({ background, fontColor, bold, italic, strikethrough, underline }: Look): EngineStyle {
  return {
    ...(background !== null && { bg: { rgb: background } }),
    ...(fontColor !== null && { cl: { rgb: fontColor } }),
    ...(bold !== null && { bl: Number(bold) }),
    ...(italic !== null && { it: Number(italic) }),
    ...(strikethrough !== null && { st: { s: Number(strikethrough) } }),
    ...(underline !== null && { ul: { s: Number(underline) } }),
  };
}

function lookOf({ bg, cl, bl, it, st, ul }: EngineStyle): Look {
  const flag = (value: number | undefined): boolean | null => (value === undefined ? null : value === 1);
  return {
    background: bg?.rgb ?? null,
    fontColor: cl?.rgb ?? null,
    bold: flag(bl),
    italic: flag(it),
    strikethrough: flag(st?.s),
    underline: flag(ul?.s),
  };
}
