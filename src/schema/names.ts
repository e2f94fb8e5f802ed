import { INVISIBLE, SPACES } from '../calc/name';

/**
 * Names in formulas: of parties, KPIs, stages. SUMIF and its like read `A*`, `Who?`, `>5` and `<>` as patterns, so sums by
 * name compare instead, which is exact and without regard to case.
 */

/** Names without what nobody sees: any kind and number of spaces count as one, none at the ends. For arrays and one name. */
export function cleaned(names: string): string {
  const without = (text: string, code: number, instead: string): string =>
    `SUBSTITUTE(${text},UNICHAR(${code}),"${instead}")`;
  const spaced = SPACES.reduce((text, code) => without(text, code, ' '), names);
  return `TRIM(${INVISIBLE.reduce((text, code) => without(text, code, ''), spaced)})`;
}

/** The sum of the values whose row fulfils all conditions; 0 where none does. */
export const sumWhere = (values: string, ...conditions: readonly string[]): string =>
  `IFNA(SUM(FILTER(${values},${conditions.join(',')})),0)`;
