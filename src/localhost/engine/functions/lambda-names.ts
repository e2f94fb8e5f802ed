import type { Injector } from '@univerjs/core';
import { Lexer, LexerNode } from '@univerjs/engine-formula';
import { minus } from './signed-ranges';

const GIVES_NAMES = /^(LET|LAMBDA)$/i;

/** What the parameters of a LAMBDA that is called at once stand in. */
const GIVEN = 'L_1';

/** A name in small letters, and as LET or LAMBDA has it. */
type Names = ReadonlyMap<string, string>;

/**
 * Reads the names that LET and LAMBDA give in any case, `-name` as minus of a name, and `-LET(…)` as minus of it: the
 * engine takes all these for names that it does not know.
 */
export function readLambdaNamesLikeSheets(injector: Injector): void {
  const lexer = injector.get(Lexer);
  const build = lexer.treeBuilder.bind(lexer);
  lexer.treeBuilder = (formula, transformSuffix) => {
    const tree = build(formula, transformSuffix);
    if (tree instanceof LexerNode && /\b(LET|LAMBDA)\b/i.test(formula)) readNames(tree, new Map());
    return tree;
  };
}

function readNames(node: LexerNode, outer: Names): void {
  const own = namesOf(node).map((name) => [name.toLowerCase(), name] as const);
  const names: Names = own.length > 0 ? new Map([...outer, ...own]) : outer;
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
      const [, sign = '', token = ''] = /^\s*(-?)\s*(.*?)\s*$/s.exec(child) ?? [];
      const name = names.get(token.toLowerCase());
      if (name !== undefined) children[i] = sign ? minus(name, node) : name;
    }
  });
}

/** The names that LET or LAMBDA gives; its last argument is what they are for. */
function namesOf(node: LexerNode): string[] {
  const token = node.getToken().trim();
  if (!GIVES_NAMES.test(token)) return [];
  const args = node.getChildren().filter((child) => child instanceof LexerNode && child.getToken() !== GIVEN);
  const given = args.slice(0, -1).filter((_, i) => token.toUpperCase() === 'LAMBDA' || i % 2 === 0);
  return given.flatMap((arg) => {
    const [name] = (arg as LexerNode).getChildren();
    return typeof name === 'string' ? [name.trim()] : [];
  });
}
