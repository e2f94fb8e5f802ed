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
import { scalarOf, valueOf } from './values';

interface LambdaLike {
  isEmptyParamFunction?(): boolean;
  setRefOffset?(x: number, y: number): void;
}

type Execute = (node: BaseAstNode, x?: number, y?: number) => number;

const REFERENCE_NODE = 1;

/**
 * Lets IF calculate only the branch it takes when its condition is a single value. The engine calculates both, which
 * costs minutes where IF spares most rows of a column the work, as in `MAP(…, LAMBDA(name, IF(name = "", , …)))`.
 */
export function makeIfLazy(injector: Injector): void {
  const runtime = injector.get(IFormulaRuntimeService);
  const execute: Execute = (node, x = 0, y = 0) => {
    if (runtime.isStopExecution()) return 1;
    const children = node.getChildren();
    const isIf = node.getToken().toUpperCase() === 'IF' && children.length >= 2;
    if (isIf && takeBranch(node, x, y)) return 0;
    for (const child of isIf ? children.slice(1) : children) executeChild(child, x, y);
    if (node.nodeType === REFERENCE_NODE) (node as LambdaLike).setRefOffset?.(x, y);
    node.execute();
    return 0;
  };

  const executeChild = (child: BaseAstNode, x: number, y: number): void => {
    // A lambda is executed by the function that it is handed to.
    if (child.getToken().toUpperCase() === 'LAMBDA' && (child as LambdaLike).isEmptyParamFunction?.()) child.execute();
    else execute(child, x, y);
  };

  /** Answers whether the condition was a single value; otherwise nothing but the condition has been calculated. */
  const takeBranch = (node: BaseAstNode, x: number, y: number): boolean => {
    const [condition, whenTrue, whenFalse] = node.getChildren();
    executeChild(condition!, x, y);
    const value = condition!.getValue();
    const test = value ? scalarOf(value) : ErrorValueObject.create('#VALUE!' as never);
    if (!test) return false;
    node.setValue(test.isError() ? test : branchValue(test.getValue() ? whenTrue : whenFalse, x, y));
    return true;
  };

  const branchValue = (branch: BaseAstNode | undefined, x: number, y: number): BaseValueObject => {
    if (!branch) return BooleanValueObject.create(false);
    executeChild(branch, x, y);
    const value = branch.getValue();
    return value ? valueOf(value) : NullValueObject.create();
  };

  (injector.get(Interpreter) as unknown as { _execute: Execute })._execute = execute;
}
