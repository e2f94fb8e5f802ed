/**
 * Array literals such as `{A1:A2;"x"}`. The engine takes what is between braces for constants, so it is given functions
 * instead, under the names that Sheets has for them in its messages; references in them move like any others.
 */

export const ARRAY_LITERAL = 'ARRAY_LITERAL';
export const ARRAY_ROW = 'ARRAY_ROW';

/** What opens a part of a formula, for the separators that stand directly in it. */
type Part = '{' | '(' | 'literal' | 'row';

const QUOTED = `"(?:[^"]|"")*"|'(?:[^']|'')*'`;
const LITERAL = new RegExp(`${QUOTED}|[{}(),;]`, 'g');
const CALL = new RegExp(`${QUOTED}|\\b${ARRAY_LITERAL}\\(|\\b${ARRAY_ROW}\\(|[(),]`, 'gi');

/** `{A1,B1;C1:D1}` → `ARRAY_LITERAL(ARRAY_ROW(A1,B1),ARRAY_ROW(C1:D1))`; formulas whose braces do not match stay. */
export function literalsAsFunctions(formula: string): string {
  if (!formula.includes('{')) return formula;
  const open: Part[] = [];
  let matches = true;
  const rewritten = formula.replace(LITERAL, (sign) => {
    if (sign === '{' || sign === '(') {
      open.push(sign);
      return sign === '{' ? `${ARRAY_LITERAL}(${ARRAY_ROW}(` : sign;
    }
    if (sign === '}' || sign === ')') {
      if (open.pop() !== (sign === '}' ? '{' : '(')) matches = false;
      return sign === '}' ? '))' : sign;
    }
    return sign === ';' && open.at(-1) === '{' ? `),${ARRAY_ROW}(` : sign;
  });
  return matches && open.length === 0 && !/\{\s*\}/.test(formula.replace(new RegExp(QUOTED, 'g'), '"'))
    ? rewritten
    : formula;
}

/** The other way round. */
export function functionsAsLiterals(formula: string): string {
  if (!formula.includes(`${ARRAY_LITERAL}(`)) return formula;
  const open: Part[] = [];
  return formula.replace(CALL, (sign) => {
    const name = sign.toUpperCase();
    if (name === `${ARRAY_LITERAL}(`) return opened('literal', '{');
    if (name === `${ARRAY_ROW}(` && open.at(-1) === 'literal') return opened('row', '');
    if (sign.endsWith('(') && !sign.startsWith('"') && !sign.startsWith("'")) return opened('(', sign);
    if (sign === ',') return open.at(-1) === 'literal' ? ';' : sign;
    if (sign !== ')') return sign;
    const part = open.pop();
    return part === 'literal' ? '}' : part === 'row' ? '' : sign;
  });

  function opened(part: Part, instead: string): string {
    open.push(part);
    return instead;
  }
}
