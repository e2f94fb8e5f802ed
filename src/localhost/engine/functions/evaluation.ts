import type { Injector } from '@univerjs/core';
import {
  type BaseAstNode,
  type BaseReferenceObject,
  type BaseValueObject,
  BooleanValueObject,
  ErrorValueObject,
  IFunctionService,
  IFormulaRuntimeService,
  Interpreter,
  NullValueObject,
} from '@univerjs/engine-formula';
import { ProjectFunction } from '../custom-functions';
import { isOfMissingSheet } from '../reference-reader';
import { intersectArguments, intersected } from './implicit-intersection';
import { type Rows, arrayOf, rowsOf, scalarOf, valueOf } from './values';
import { KeptAnswers } from './columns/kept-answers';
import { CallLimit } from './call-limit';
import { Closures, isLambda } from './closures';
import { THROWN } from '../../contract/engine';
import { remembered } from '../univer/known-parts';
import { KnownRanges } from '../univer/known-ranges';
import { VolatileCells } from './volatile-cells';

interface LambdaLike {
  isEmptyParamFunction?(): boolean;
  setRefOffset?(x: number, y: number): void;
}

/** Where a node is evaluated: the offset of its references, and whether single values may be tables. */
interface Context {
  x: number;
  y: number;
  overArrays: boolean;
}

const REFERENCE_NODE = 1;
const FUNCTION_NODE = 4;
const LAMBDA_NODE = 5;
const PARAMETER_NODE = 6;

/** What counts within a lambda: the call itself, functions and operators. */
const COUNTED = new Set([3, FUNCTION_NODE, LAMBDA_NODE, 11, 12]);

/** How much of what counts stands below a node. */
const countedIn: (node: BaseAstNode) => number = remembered((node) =>
  node.getChildren().reduce((sum, child) => sum + countedIn(child) + Number(COUNTED.has(child.nodeType)), 0),
);

const tooMuch = (): ErrorValueObject => ErrorValueObject.create(THROWN as never);

/** Functions that evaluate everything in them over arrays, lambdas included. */
const OVER_ARRAYS = new Set(['ARRAYFORMULA', 'FILTER', 'INDEX', 'SORT', 'SORTN', 'SUMPRODUCT']);

/**
 * Evaluates formulas in the way of Sheets where the engine has another:
 * - IF calculates only the branch it takes when its condition is a single value, or says the same in every row of a long
 *   column. The engine calculates both, which costs minutes where IF spares most rows of a column the work, as in
 *   `MAP(…, LAMBDA(name, IF(name = "", , …)))`.
 * - Outside of ARRAYFORMULA and its like a range that stands for a single value is intersected with the formula's cell, also
 *   where a LAMBDA or LET gives it a name.
 * - A formula whose lambdas calculate too much is an error, and so is one that answers a lambda.
 * - A part that answers each row by itself is calculated only in the rows that have changed: see `KeptAnswers`.
 * - A custom function is told when an argument answers anew at each calculation: see `VolatileCells`, which is answered.
 */
export function evaluateLikeSheets(injector: Injector): { volatile: VolatileCells; limit: CallLimit } {
  const runtime = injector.get(IFormulaRuntimeService);
  const functions = injector.get(IFunctionService);
  const cells = new VolatileCells(injector);
  const limit = new CallLimit();
  const closures = new Closures(injector, limit);
  const ranges = new KnownRanges(injector);
  const answers = new KeptAnswers(
    (node, context) => evaluate(node, context),
    () => runtime.currentSubUnitId,
    (node) => cells.isMentionedIn(node),
  );
  /** How many volatile parts of formulas have been met: more than before means that there were some in between. */
  let met = 0;
  let metBeforeFormula = 0;
  let depth = 0;
  /** What a lambda is in that a function calls just now. */
  let callsOverArrays = false;

  /** What a lambda calculates is another thing at each call. */
  const execute = (node: BaseAstNode, context: Context): void => {
    if (depth === 1) answers.execute(node, context);
    else evaluate(node, context);
  };

  const evaluate = (node: BaseAstNode, outer: Context): void => {
    if (runtime.isStopExecution()) return;
    // A lambda is executed by the function that it is handed to.
    if (node.nodeType === LAMBDA_NODE && (node as LambdaLike).isEmptyParamFunction?.()) {
      closures.create(node, outer);
      return;
    }
    if (depth > 1 && COUNTED.has(node.nodeType)) {
      limit.count();
      if (limit.isReached) {
        node.setValue(tooMuch());
        return;
      }
    }
    const range = ranges.at(node, outer);
    if (range) {
      if (depth > 1) limit.count(countedIn(node));
      node.setValue(range);
      if (cells.isVolatile(node)) met += 1;
      return;
    }
    const children = node.getChildren();
    const token = node.getToken().toUpperCase();
    const context = !outer.overArrays && OVER_ARRAYS.has(token) ? { ...outer, overArrays: true } : outer;
    const isIf = token === 'IF' && children.length >= 2;
    const metBefore = met;
    const open = isIf ? takeBranch(node, context) : children;
    if (open === 'taken') return;
    for (const child of open) execute(child, context);
    if (node.nodeType === REFERENCE_NODE) (node as LambdaLike).setRefOffset?.(context.x, context.y);
    if (!context.overArrays) intersectArguments(node, runtime);
    const callsBefore = callsOverArrays;
    callsOverArrays = context.overArrays;
    executeNode(node, met > metBefore);
    refuseMissingSheet(node);
    ranges.note(node, context);
    callsOverArrays = callsBefore;
    if (cells.isVolatile(node)) met += 1;
  };

  const executeNode = (node: BaseAstNode, hasVolatileArgument: boolean): void => {
    if (node.nodeType === PARAMETER_NODE) return closures.readName(node);
    const isRefused = hasVolatileArgument || (met > metBeforeFormula && hasParameter(node));
    const called = isRefused && node.nodeType === FUNCTION_NODE ? functions.getExecutor(node.getToken()) : undefined;
    if (!(called instanceof ProjectFunction)) return node.execute();
    called.hasVolatileArgument = true;
    try {
      node.execute();
    } finally {
      called.hasVolatileArgument = false;
    }
  };

  /** Answers what is still to be calculated where the condition takes no branch as a whole. */
  const takeBranch = (node: BaseAstNode, context: Context): 'taken' | BaseAstNode[] => {
    const [condition, whenTrue, whenFalse] = node.getChildren();
    execute(condition!, context);
    const value = condition!.getValue();
    const single = value && !context.overArrays ? intersected(value, runtime) : value;
    const test = single ? scalarOf(single) : ErrorValueObject.create('#VALUE!' as never);
    if (!test) return takeWholeBranch(node, context);
    node.setValue(test.isError() ? test : branchValue(test.getValue() ? whenTrue : whenFalse, context));
    // The branch that is not taken today may be taken tomorrow.
    if (cells.isMentionedIn(node)) met += 1;
    return 'taken';
  };

  /** The same where every row of a long condition says the same. */
  const takeWholeBranch = (node: BaseAstNode, context: Context): 'taken' | BaseAstNode[] => {
    const [condition, ...branches] = node.getChildren();
    const rows = rowsOf(condition!.getValue()!);
    const isTrue = saysAll(rows);
    if (isTrue === undefined) return branches;
    const branch = branches[isTrue ? 0 : 1];
    const answer = branchValue(branch, context);
    const whole = scalarOf(answer);
    if (!whole && !isAsLarge(answer, rows)) return branches.filter((one) => one !== branch);
    node.setValue(whole ? arrayOf(rows.map((row) => row.map(() => whole))) : answer);
    if (cells.isMentionedIn(node)) met += 1;
    return 'taken';
  };

  const branchValue = (branch: BaseAstNode | undefined, context: Context): BaseValueObject => {
    if (!branch) return BooleanValueObject.create(false);
    execute(branch, context);
    const value = branch.getValue();
    return value ? valueOf(value) : NullValueObject.create();
  };

  const interpreter = injector.get(Interpreter) as unknown as {
    _execute(node: BaseAstNode, x?: number, y?: number): number;
  };
  // The body of a lambda is executed within the formula that calls it.
  interpreter._execute = (node, x = 0, y = 0) => {
    if (depth === 0) {
      metBeforeFormula = met;
      limit.begin();
    }
    depth += 1;
    try {
      execute(node, { x, y, overArrays: depth > 1 && callsOverArrays });
      return 0;
    } finally {
      depth -= 1;
      if (depth === 0) forgetWithin(node);
    }
  };

  const setRuntimeData = runtime.setRuntimeData.bind(runtime);
  runtime.setRuntimeData = (value) => {
    const { currentUnitId: unitId, currentSubUnitId: sheetId, currentRow: row, currentColumn: column } = runtime;
    setRuntimeData(limit.isReached ? tooMuch() : isLambda(value) ? ErrorValueObject.create('#N/A' as never) : value);
    limit.note({ unitId, sheetId, row, column });
    cells.note({ unitId, sheetId, row, column }, met > metBeforeFormula);
  };
  return { volatile: cells, limit };
}

/**
 * Lets go of what the parts of a formula have answered. They would keep it until the formula is calculated again: most of the
 * memory of a workbook with long columns, which is looked through again and again for what may be thrown away.
 */
function forgetWithin(node: BaseAstNode): void {
  for (const child of node.getChildren()) {
    child.setValue(null as never);
    forgetWithin(child);
  }
}

/** Shorter conditions cost little, and their branches may be longer than they are. */
const LONG = 50;

/** What every cell of a long column says; undefined where they differ, or where one says neither yes nor no. */
function saysAll(rows: Rows): boolean | undefined {
  if (rows.length < LONG || rows[0]!.length !== 1) return undefined;
  const says = (value: Rows[number][number]): boolean | undefined => {
    if (!value || value.isNull()) return false;
    return value.isBoolean() || value.isNumber() ? Boolean(value.getValue()) : undefined;
  };
  const first = says(rows[0]![0]);
  return rows.every((row) => says(row[0]) === first) ? first : undefined;
}

const isAsLarge = (answer: BaseValueObject, rows: Rows): boolean => {
  const own = rowsOf(answer);
  return own.length === rows.length && own[0]?.length === rows[0]?.length;
};

/** A reference to a sheet that does not exist is an error, whatever it is asked for. */
function refuseMissingSheet(node: BaseAstNode): void {
  const value = node.getValue();
  if (value?.isReferenceObject() && isOfMissingSheet(value as BaseReferenceObject)) {
    node.setValue(ErrorValueObject.create('#REF!' as never));
  }
}

/** Whether a parameter of a lambda stands in a node: what it is handed comes from elsewhere in the formula. */
function hasParameter(node: BaseAstNode): boolean {
  return node.nodeType === PARAMETER_NODE || node.getChildren().some(hasParameter);
}
