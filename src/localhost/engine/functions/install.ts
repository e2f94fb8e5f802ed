import type { Injector } from '@univerjs/core';
import {
  BaseFunction,
  type BaseValueObject,
  type ErrorValueObject,
  type FunctionVariantType,
  IFunctionService,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import { ARRAY_LITERAL, ARRAY_ROW } from '../../notation/array-literals';
import { markedSheetNames } from '../../notation/sheet-names';
import { LAMBDA_CALL } from '../../notation/given-names';
import { UNREADABLE } from '../../notation/unreadable-formulas';
import type { EngineCallbacks } from '../../contract/engine';
import { SOME_DATE, SOME_TIME } from '../default-formats';
import { AGGREGATES, carryFirstFormat, carryFormat } from './carried-formats';
import { asDate, edate, forEachCell, forEachValue, ifFailed, sort, sortN } from './amended';
import { arrayLiteral, arrayRow } from './array-literals';
import { ifs, outOfChoices, switchCase } from './choices';
import { compared, difference, isOfAnotherKind, joined, overArrays, product, quotient, sum } from './array-operators';
import { ifFunction, ifsFunction } from './conditional';
import { EARLY_DAYS, shownNumber } from './early-days';
import { evaluateLikeSheets } from './evaluation';
import { readGivenNamesLikeSheets } from './given-names';
import { vlookup, xlookup, xmatch } from './lookups';
import { byLine, makeArray, map } from './map';
import { callLambda } from './closures';
import { readLambdaNamesLikeSheets } from './lambda-names';
import { doWithoutValueIndex } from './no-value-index';
import { arrayFormula, countUnique, drawing, join, split, toPureNumber, unreadableFormula } from './missing';
import { NOT_IN_SHEETS } from '../../notation/not-in-sheets';
import { readNumbersLikeSheets } from './number-literals';
import { NAMED_OPERATORS, toText, withFormat } from './operators';
import { POSITIONS, unread } from './positions';
import { drop, filter, take, toLine, unique, wrap } from './shapes';
import { readSignedRangesLikeSheets } from './signed-ranges';
import { substitute, unichar } from './texts';
import { scalarOf, valueOf } from './values';

type Calculate = (...args: FunctionVariantType[]) => FunctionVariantType;

interface Added {
  name: string;
  calculate: Calculate;
  least: number;
  most: number;
  /** Whether ranges are handed over as such, not as tables. */
  keepsReferences?: boolean;
}

const isNotAvailable = (value: BaseValueObject): boolean =>
  value.isError() && (value as ErrorValueObject).getErrorType() === '#N/A';

/** Functions of Sheets that the engine lacks, or has with other arguments or another meaning. */
const ADDED: readonly Added[] = [
  { name: UNREADABLE, calculate: unreadableFormula, least: 1, most: 1 },
  { name: ARRAY_LITERAL, calculate: arrayLiteral, least: 1, most: 255 },
  { name: ARRAY_ROW, calculate: arrayRow, least: 1, most: 255 },
  { name: 'ARRAYFORMULA', calculate: arrayFormula, least: 1, most: 1 },
  { name: 'COUNTUNIQUE', calculate: countUnique, least: 1, most: 255 },
  { name: 'TO_PURE_NUMBER', calculate: toPureNumber, least: 1, most: 1 },
  { name: 'JOIN', calculate: join, least: 2, most: 255 },
  { name: 'SUBSTITUTE', calculate: substitute, least: 3, most: 4 },
  { name: 'UNICHAR', calculate: unichar, least: 1, most: 1 },
  { name: 'SPLIT', calculate: split, least: 2, most: 4 },
  { name: 'SORT', calculate: sort, least: 1, most: 255 },
  { name: 'SORTN', calculate: sortN, least: 1, most: 255 },
  { name: 'FILTER', calculate: filter, least: 2, most: 255 },
  { name: 'UNIQUE', calculate: unique, least: 1, most: 3 },
  { name: 'TAKE', calculate: take, least: 2, most: 3 },
  { name: 'DROP', calculate: drop, least: 2, most: 3 },
  { name: 'TOCOL', calculate: toLine(true), least: 1, most: 3 },
  { name: 'TOROW', calculate: toLine(false), least: 1, most: 3 },
  { name: 'WRAPROWS', calculate: wrap(true), least: 2, most: 3 },
  { name: 'WRAPCOLS', calculate: wrap(false), least: 2, most: 3 },
  { name: 'MAKEARRAY', calculate: makeArray, least: 3, most: 3 },
  { name: 'BYROW', calculate: byLine(true), least: 2, most: 2, keepsReferences: true },
  { name: 'BYCOL', calculate: byLine(false), least: 2, most: 2, keepsReferences: true },
  { name: 'SPARKLINE', calculate: drawing, least: 1, most: 2 },
  { name: 'IMAGE', calculate: drawing, least: 1, most: 4 },
  { name: 'TO_PERCENT', calculate: withFormat('0.00%'), least: 1, most: 1 },
  { name: 'TO_DATE', calculate: withFormat(SOME_DATE), least: 1, most: 1 },
  { name: 'TO_DOLLARS', calculate: withFormat('$#,##0.00'), least: 1, most: 1 },
  { name: 'TO_TEXT', calculate: toText(shownNumber), least: 1, most: 1 },
  { name: 'SWITCH', calculate: switchCase, least: 3, most: 255 },
  { name: 'IFS', calculate: ifs, least: 2, most: 255 },
  { name: 'IFNA', calculate: ifFailed(isNotAvailable), least: 1, most: 2 },
  { name: 'IFERROR', calculate: ifFailed((value) => value.isError()), least: 1, most: 2 },
  { name: LAMBDA_CALL, calculate: callLambda, least: 1, most: 255, keepsReferences: true },
  { name: 'MAP', calculate: map, least: 2, most: 255, keepsReferences: true },
  { name: 'COUNTIF', calculate: ifFunction('count'), least: 2, most: 2 },
  { name: 'SUMIF', calculate: ifFunction('sum'), least: 2, most: 3 },
  { name: 'AVERAGEIF', calculate: ifFunction('average'), least: 2, most: 3 },
  { name: 'COUNTIFS', calculate: ifsFunction('count'), least: 2, most: 255 },
  { name: 'COUNTUNIQUEIFS', calculate: ifsFunction('countUnique'), least: 3, most: 255 },
  { name: 'SUMIFS', calculate: ifsFunction('sum'), least: 3, most: 255 },
  { name: 'AVERAGEIFS', calculate: ifsFunction('average'), least: 3, most: 255 },
  { name: 'MINIFS', calculate: ifsFunction('min'), least: 3, most: 255 },
  { name: 'MAXIFS', calculate: ifsFunction('max'), least: 3, most: 255 },
];

/** Comparisons that Sheets also has as functions. */
const COMPARISONS: Readonly<Record<string, string>> = { EQ: '=', NE: '<>', GT: '>', GTE: '>=', LT: '<', LTE: '<=' };

/** Functions of the engine that want their last argument where Sheets has a default. */
const DEFAULTS: Readonly<Record<string, number>> = { ROUND: 0, ROUNDUP: 0, ROUNDDOWN: 0, CEILING: 1, FLOOR: 1 };

/** Functions that answer days. */
const DAYS = ['EOMONTH', 'WORKDAY', 'WORKDAY.INTL'];

/** Functions that the engine asks for one value only. */
const ONE_BY_ONE = ['EDATE', 'EOMONTH'];

/** Of these, those that go by what their values are and not by how they look. */
const VALUE_BY_VALUE = ['REGEXEXTRACT', 'REGEXMATCH', 'REGEXREPLACE'];

/** What takes over common cases of the engine's functions; undefined leaves a case to the engine. */
const FASTER: Record<string, (...args: FunctionVariantType[]) => FunctionVariantType | undefined> = {
  CHOOSE: (index, ...choices) => outOfChoices(index!, ...choices),
  EDATE: edate,
  VLOOKUP: vlookup,
  XLOOKUP: xlookup,
  XMATCH: xmatch,
  MULTIPLY: (...operands) => overArrays(product, ...operands),
  PLUS: (...operands) => overArrays(sum, ...operands),
  MINUS: (...operands) => overArrays(difference, ...operands),
  DIVIDED: (...operands) => overArrays(quotient, ...operands),
  CONCATENATE: (...operands) => (operands.length === 2 ? overArrays(joined, ...operands) : undefined),
};

class AddedFunction extends BaseFunction {
  override minParams: number;
  override maxParams: number;

  constructor(private readonly added: Added) {
    super(added.name);
    this.minParams = added.least;
    this.maxParams = added.most;
    this.needsReferenceObject = added.keepsReferences ?? false;
  }

  override calculate(...args: FunctionVariantType[]): FunctionVariantType {
    return this.added.calculate(...args);
  }
}

/**
 * Makes the engine's formulas those of Sheets, as far as they are used here; answers the cells that must not be arguments, and
 * those that would calculate too much.
 */
export function installFunctions(
  injector: Injector,
  callbacks: Pick<EngineCallbacks, 'now'>,
): ReturnType<typeof evaluateLikeSheets> {
  const service = injector.get(IFunctionService);
  service.unregisterExecutors(...NOT_IN_SHEETS);
  service.registerExecutors(...ADDED.map((added) => new AddedFunction(added)));
  for (const [name, faster] of Object.entries(FASTER)) {
    amend(service, name, (calculate, args) => faster(...args) ?? calculate(...args));
  }
  const now = () => callbacks.now();
  service.registerExecutors(
    new AddedFunction({ name: 'NOW', calculate: () => NumberValueObject.create(now(), SOME_TIME), least: 0, most: 0 }),
    new AddedFunction({
      name: 'TODAY',
      calculate: () => NumberValueObject.create(Math.floor(now()), SOME_DATE),
      least: 0,
      most: 0,
    }),
  );
  for (const name of ['PLUS', 'MINUS', 'MULTIPLY', 'DIVIDED'] as const) {
    amend(service, name, (calculate, args) => carryFormat(name, calculate(...args), args));
  }
  for (const aggregate of AGGREGATES) {
    amend(service, aggregate.name, (calculate, args) => carryFirstFormat(aggregate, calculate(...args), args));
  }
  for (const [name, amended] of Object.entries(EARLY_DAYS)) amend(service, name, amended);
  for (const name of DAYS) amend(service, name, (calculate, args) => asDate(calculate(...args)));
  for (const name of ONE_BY_ONE) amend(service, name, forEachCell);
  for (const name of VALUE_BY_VALUE) amend(service, name, forEachValue);
  for (const [name, fallback] of Object.entries(DEFAULTS)) {
    service.getExecutor(name)!.minParams = 1;
    amend(service, name, (calculate, args) =>
      args.length === 1 ? calculate(args[0]!, NumberValueObject.create(fallback)) : calculate(...args),
    );
  }
  for (const name of POSITIONS) {
    service.getExecutor(name)!.needsReferenceObject = true;
    amend(service, name, (calculate, args) => calculate(...args.map(unread)));
  }
  amend(service, 'INDIRECT', (calculate, [reference, ...others]) => calculate(marked(reference!), ...others));
  amend(service, 'DOLLAR', (calculate, args) => withoutGap(calculate(...args)));
  addOperators(service);
  readNumbersLikeSheets(injector);
  readSignedRangesLikeSheets(injector);
  readLambdaNamesLikeSheets(injector);
  readGivenNamesLikeSheets(injector);
  doWithoutValueIndex();
  return evaluateLikeSheets(injector);
}

function addOperators(service: IFunctionService): void {
  for (const [name, calculate] of Object.entries(NAMED_OPERATORS)) {
    const size = /^U/.test(name) ? 1 : 2;
    service.registerExecutors(new AddedFunction({ name, calculate, least: size, most: size }));
  }
  const comparison = service.getExecutor('COMPARE') as
    (BaseFunction & { setCompareType(type: string): void }) | undefined;
  if (!comparison) throw new Error('The engine has no comparison.');
  amend(service, 'COMPARE', (calculate, args) => {
    const compare = compared((comparison as unknown as { _compareType: string })._compareType);
    const [a, b] = args.map(valueOf);
    const isOurs = a && b && ((a.isString() && b.isString()) || isOfAnotherKind(a, b));
    return isOurs ? compare(a, b) : (overArrays(compare, ...args) ?? calculate(...args));
  });
  for (const [name, operator] of Object.entries(COMPARISONS)) {
    const calculate: Calculate = (...args) => {
      comparison.setCompareType(operator);
      return comparison.calculate(...args.map(valueOf)) as FunctionVariantType;
    };
    service.registerExecutors(new AddedFunction({ name, calculate, least: 2, most: 2 }));
  }
}

/** A text without the room that the engine leaves behind it, where a negative amount has its bracket. */
function withoutGap(text: FunctionVariantType): FunctionVariantType {
  const one = scalarOf(text);
  return one?.isString() ? StringValueObject.create(String(one.getValue()).trimEnd()) : text;
}

/** A text that names a sheet, as the engine names it. */
function marked(reference: FunctionVariantType): FunctionVariantType {
  const text = scalarOf(reference);
  if (!text?.isString()) return reference;
  const known = markedSheetNames(String(text.getValue()));
  return known === text.getValue() ? reference : StringValueObject.create(known);
}

/** Puts something around a function of the engine. */
function amend(
  service: IFunctionService,
  name: string,
  amended: (calculate: Calculate, args: FunctionVariantType[]) => FunctionVariantType,
): void {
  const executor = service.getExecutor(name);
  if (!executor) throw new Error(`The engine has no function ${name}.`);
  const calculate = executor.calculate.bind(executor) as Calculate;
  executor.calculate = (...args: FunctionVariantType[]) => amended(calculate, args);
}
