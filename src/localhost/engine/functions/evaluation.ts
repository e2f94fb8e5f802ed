import type { Injector } from '@univerjs/core';
import {
  type BaseAstNode,
  type BaseValueObject,
  BooleanValueObject,
  ErrorValueObject,
  IFormulaRuntimeService,
  Interpreter,
  NullValueObject,
} from '@univerjs/engine-formula';
import { intersectArguments, intersected } from './implicit-intersection';
import { scalarOf, valueOf } from './values';

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

/** Functions that evaluate everything in them over arrays; what is inside a lambda is taken so, too. */
const OVER_ARRAYS = new Set(['ARRAYFORMULA', 'FILTER', 'INDEX', 'SORT', 'SORTN', 'SUMPRODUCT', 'LAMBDA']);

/**
 * Evaluates formulas in the way of Sheets where the engine has another:
 * - IF calculates only the branch it takes when its condition is a single value. The engine calculates both, which costs
 *   minutes where IF spares most rows of a column the work, as in `MAP(…, LAMBDA(name, IF(name = "", , …)))`.
 * - Outside of ARRAYFORMULA and its like a range that stands for a single value is intersected with the formula's cell.
 */
export function evaluateLikeSheets(injector: Injector): void {
  const runtime = injector.get(IFormulaRuntimeService);
  const execute = (node: BaseAstNode, outer: Context): number => {
    if (runtime.isStopExecution()) return 1;
    const children = node.getChildren();
    const token = node.getToken().toUpperCase();
    const context = !outer.overArrays && OVER_ARRAYS.has(token) ? { ...outer, overArrays: true } : outer;
    const isIf = token === 'IF' && children.length >= 2;
    if (isIf && takeBranch(node, context)) return 0;
    for (const child of isIf ? children.slice(1) : children) executeChild(child, context);
    if (node.nodeType === REFERENCE_NODE) (node as LambdaLike).setRefOffset?.(context.x, context.y);
    if (!context.overArrays) intersectArguments(node, runtime);
    node.execute();
    return 0;
  };

  const executeChild = (child: BaseAstNode, context: Context): void => {
    // A lambda is executed by the function that it is handed to.
    if (child.getToken().toUpperCase() === 'LAMBDA' && (child as LambdaLike).isEmptyParamFunction?.()) child.execute();
    else execute(child, context);
  };

  /** Answers whether the condition was a single value; otherwise nothing but the condition has been calculated. */
  const takeBranch = (node: BaseAstNode, context: Context): boolean => {
    const [condition, whenTrue, whenFalse] = node.getChildren();
    executeChild(condition!, context);
    const value = condition!.getValue();
    const single = value && !context.overArrays ? intersected(value, runtime) : value;
    const test = single ? scalarOf(single) : ErrorValueObject.create('#VALUE!' as never);
    if (!test) return false;
    node.setValue(test.isError() ? test : branchValue(test.getValue() ? whenTrue : whenFalse, context));
    return true;
  };

  const branchValue = (branch: BaseAstNode | undefined, context: Context): BaseValueObject => {
    if (!branch) return BooleanValueObject.create(false);
    executeChild(branch, context);
    const value = branch.getValue();
    return value ? valueOf(value) : NullValueObject.create();
  };

  const interpreter = injector.get(Interpreter) as unknown as {
    _execute(node: BaseAstNode, x?: number, y?: number): number;
  };
  interpreter._execute = (node, x = 0, y = 0) => execute(node, { x, y, overArrays: false });
}
