import type { Injector } from '@univerjs/core';
import { Lexer, LexerNode } from '@univerjs/engine-formula';
import { minus } from './signed-ranges';

const GIVES_NAMES = /^(LET|LAMBDA)$/i;

type Names = ReadonlySet<string>;

/** Reads `-name` as minus of a name that LET or LAMBDA gives, and `-LET(…)` as minus of it: the engine knows neither. */
export function readLambdaNamesLikeSheets(injector: Injector): void {
  const lexer = injector.get(Lexer);
  const build = lexer.treeBuilder.bind(lexer);
  lexer.treeBuilder = (formula, transformSuffix) => {
    const tree = build(formula, transformSuffix);
    if (tree instanceof LexerNode && /\b(LET|LAMBDA)\b/i.test(formula)) readNames(tree, new Set());
    return tree;
  };
}

function readNames(node: LexerNode, outer: Names): void {
  const own = namesOf(node);
  const names: Names = own.length > 0 ? new Set([...outer, ...own]) : outer;
  const children = node.getChildren();
  children.forEach((child, i) => {
    if (child instanceof LexerNode) {
      const [, token] = /^\s*-\s*(\w+)\s*$/.exec(child.getToken()) ?? [];
      if (token !== undefined && GIVES_NAMES.test(token)) {
        child.setToken(token);
        children[i] = minus(child, node);
      }
      readNames(child, names);
    } else {
      const [, name = ''] = /^\s*-\s*(.*?)\s*$/s.exec(child) ?? [];
      if (names.has(name)) children[i] = minus(name, node);
    }
  });
}

/** The names that LET or LAMBDA gives; its last argument is what they are for. */
function namesOf(node: LexerNode): string[] {
  const token = node.getToken().trim();
  if (!GIVES_NAMES.test(token)) return [];
  const args = node.getChildren().filter((child) => child instanceof LexerNode);
  const given = args.slice(0, -1).filter((_, i) => token.toUpperCase() === 'LAMBDA' || i % 2 === 0);
  return given.flatMap((arg) => {
    const [name] = (arg as LexerNode).getChildren();
    return typeof name === 'string' ? [name.trim()] : [];
  });
}
