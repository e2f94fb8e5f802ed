import type { Injector } from '@univerjs/core';
import { type BaseAstNode, IFormulaDependencyGenerator, Interpreter } from '@univerjs/engine-formula';

interface Generator {
  _detectForcedRecalculationNodeRecursion(node: BaseAstNode): boolean;
  _getAddressFunctionNodeList(node: BaseAstNode | null): BaseAstNode[];
}

/**
 * Has the engine remember what a formula that has been read says for good: whether it answers anew at each calculation, whether
 * it answers late, and which functions in it answer references. It looks through every part of every formula of the workbook for
 * that at each edit.
 */
export function rememberParts(injector: Injector): void {
  const generator = injector.get(IFormulaDependencyGenerator) as unknown as Generator;
  generator._detectForcedRecalculationNodeRecursion = remembered(
    generator._detectForcedRecalculationNodeRecursion.bind(generator),
  );
  const addressFunctions = remembered(generator._getAddressFunctionNodeList.bind(generator));
  generator._getAddressFunctionNodeList = (node) => (node ? addressFunctions(node) : []);
  const interpreter = injector.get(Interpreter) as unknown as { checkAsyncNode(node: BaseAstNode | null): boolean };
  const isLate = remembered(interpreter.checkAsyncNode.bind(interpreter));
  interpreter.checkAsyncNode = (node) => node !== null && isLate(node);
}

/** Nothing of a formula that has been read changes; another one is read anew. */
export function remembered<T>(ask: (node: BaseAstNode) => T): (node: BaseAstNode) => T {
  const answers = new WeakMap<BaseAstNode, { answer: T }>();
  return (node) => {
    let known = answers.get(node);
    if (!known) answers.set(node, (known = { answer: ask(node) }));
    return known.answer;
  };
}
