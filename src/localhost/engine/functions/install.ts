import type { Injector } from '@univerjs/core';
import {
  BaseFunction,
  type BaseValueObject,
  ErrorValueObject,
  type FunctionVariantType,
  IFunctionService,
} from '@univerjs/engine-formula';
import { edate, forEachCell, ifFailed, sort } from './amended';
import { ifFunction, ifsFunction } from './conditional';
import { makeIfLazy } from './lazy-if';
import { vlookup, xlookup } from './lookups';
import { map } from './map';
import { doWithoutValueIndex } from './no-value-index';
import { arrayFormula, countUnique, join, split, toPureNumber } from './missing';

type Calculate = (...args: FunctionVariantType[]) => FunctionVariantType;

interface Added {
  name: string;
  calculate: Calculate;
  least: number;
  most: number;
}

const isNotAvailable = (value: BaseValueObject): boolean =>
  value.isError() && (value as ErrorValueObject).getErrorType() === '#N/A';

/** Functions of Sheets that the engine lacks, or has with other arguments or another meaning. */
const ADDED: readonly Added[] = [
  { name: 'ARRAYFORMULA', calculate: arrayFormula, least: 1, most: 1 },
  { name: 'COUNTUNIQUE', calculate: countUnique, least: 1, most: 255 },
  { name: 'TO_PURE_NUMBER', calculate: toPureNumber, least: 1, most: 1 },
  { name: 'JOIN', calculate: join, least: 2, most: 255 },
  { name: 'SPLIT', calculate: split, least: 2, most: 4 },
  { name: 'SORT', calculate: sort, least: 1, most: 255 },
  { name: 'IFNA', calculate: ifFailed(isNotAvailable), least: 1, most: 2 },
  { name: 'IFERROR', calculate: ifFailed((value) => value.isError()), least: 1, most: 2 },
  { name: 'MAP', calculate: map, least: 2, most: 255 },
  { name: 'COUNTIF', calculate: ifFunction('count'), least: 2, most: 2 },
  { name: 'SUMIF', calculate: ifFunction('sum'), least: 2, most: 3 },
  { name: 'AVERAGEIF', calculate: ifFunction('average'), least: 2, most: 3 },
  { name: 'COUNTIFS', calculate: ifsFunction('count'), least: 2, most: 255 },
  { name: 'SUMIFS', calculate: ifsFunction('sum'), least: 3, most: 255 },
  { name: 'AVERAGEIFS', calculate: ifsFunction('average'), least: 3, most: 255 },
  { name: 'MINIFS', calculate: ifsFunction('min'), least: 3, most: 255 },
  { name: 'MAXIFS', calculate: ifsFunction('max'), least: 3, most: 255 },
];

/** Errors of the engine's functions under the names that Sheets has for them. */
const ERRORS: Readonly<Record<string, Readonly<Record<string, string>>>> = { FILTER: { '#CALC!': '#N/A' } };

/** Functions that the engine asks for one value only. */
const ONE_BY_ONE = ['EDATE', 'REGEXEXTRACT', 'REGEXMATCH', 'REGEXREPLACE'];

/** What takes over common cases of the engine's functions; undefined leaves a case to the engine. */
const FASTER: Record<string, (...args: FunctionVariantType[]) => FunctionVariantType | undefined> = {
  EDATE: edate,
  VLOOKUP: vlookup,
  XLOOKUP: xlookup,
};

class AddedFunction extends BaseFunction {
  override minParams: number;
  override maxParams: number;

  constructor(private readonly added: Added) {
    super(added.name);
    this.minParams = added.least;
    this.maxParams = added.most;
  }

  override calculate(...args: FunctionVariantType[]): FunctionVariantType {
    return this.added.calculate(...args);
  }
}

/** Makes the engine's formulas those of Sheets, as far as they are used here. */
export function installFunctions(injector: Injector): void {
  const service = injector.get(IFunctionService);
  service.registerExecutors(...ADDED.map((added) => new AddedFunction(added)));
  for (const [name, faster] of Object.entries(FASTER)) {
    amend(service, name, (calculate, args) => faster(...args) ?? calculate(...args));
  }
  for (const name of ONE_BY_ONE) amend(service, name, forEachCell);
  for (const [name, errors] of Object.entries(ERRORS)) {
    amend(service, name, (calculate, args) => {
      const answer = calculate(...args);
      const renamed = answer.isError() ? errors[(answer as ErrorValueObject).getErrorType()] : undefined;
      return renamed === undefined ? answer : ErrorValueObject.create(renamed as never);
    });
  }
  makeIfLazy(injector);
  doWithoutValueIndex();
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
