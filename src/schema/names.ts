/**
 * Names in formulas: of parties, KPIs, stages. SUMIF and its like read `A*`, `Who?`, `>5` and `<>` as patterns, so sums by
 * name compare instead, which is exact and without regard to case.
 */

/** Spaces that look like one: no-break, figure, thin, narrow no-break, ideographic. */
export const SPACES = [160, 8199, 8201, 8239, 12288];
/** Characters that nobody sees: soft hyphen, zero-width space, word joiner, byte order mark. */
export const INVISIBLE = [173, 8203, 8288, 65279];

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
