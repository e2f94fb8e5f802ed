import type { Injector } from '@univerjs/core';
import { DEFAULT_TOKEN_TYPE_PARAMETER, Lexer, LexerNode } from '@univerjs/engine-formula';

const RANGE = ':';

/** Reads `-INDEX(…):INDEX(…)` as minus of the range; the engine takes the sign for a part of where the range begins. */
export function readSignedRangesLikeSheets(injector: Injector): void {
  const lexer = injector.get(Lexer);
  const build = lexer.treeBuilder.bind(lexer);
  lexer.treeBuilder = (formula, transformSuffix) => {
    const tree = build(formula, transformSuffix);
    if (tree instanceof LexerNode && formula.includes(RANGE) && formula.includes('-')) moveSigns(tree);
    return tree;
  };
}

function moveSigns(node: LexerNode): void {
  const children = node.getChildren();
  children.forEach((child, i) => {
    if (!(child instanceof LexerNode)) return;
    if (child.getToken().trim() === RANGE && takeSign(child)) children[i] = minus(child, node);
    moveSigns(child);
  });
}

/** Takes the sign from where a range begins; answers whether there was one. */
function takeSign(range: LexerNode): boolean {
  let holder: LexerNode = range;
  let [first] = holder.getChildren();
  while (first instanceof LexerNode && first.getToken().trim() === DEFAULT_TOKEN_TYPE_PARAMETER) {
    holder = first;
    [first] = holder.getChildren();
  }
  if (first === undefined) return false;
  const text = first instanceof LexerNode ? first.getToken() : first;
  const [, unsigned] = /^\s*-\s*([^-\s].*)$/s.exec(text) ?? [];
  if (unsigned === undefined) return false;
  if (first instanceof LexerNode) first.setToken(unsigned);
  else holder.getChildren()[0] = unsigned;
  return true;
}

/** As the engine has `-(…)`. */
export function minus(of: LexerNode | string, parent: LexerNode): LexerNode {
  const [sign, inside] = [new LexerNode(), new LexerNode()];
  sign.setToken('-');
  inside.setToken(DEFAULT_TOKEN_TYPE_PARAMETER);
  sign.setChildren([inside]);
  sign.setParent(parent);
  inside.setChildren([of]);
  inside.setParent(sign);
  if (of instanceof LexerNode) of.setParent(inside);
  return sign;
}
