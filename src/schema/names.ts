import { INVISIBLE, SPACES } from '../calc/name';

/**
 * Names in formulas: of parties, KPIs, stages. SUMIF and its like read `A*`, `Who?`, `>5` and `<>` as patterns, so sums by
 * name compare instead, which is exact and without regard to case.
 */

/** Names without what nobody sees: any kind and number of spaces count as one, none at the ends. For arrays and one name. */
export const cleaned = (names: string): string =>
  `TRIM(REGEXREPLACE(REGEXREPLACE(${names}&"",${anyOf(SPACES)}," "),${anyOf(INVISIBLE)},""))`;

/** A pattern for one of these characters, which stand in it themselves: RE2 and JavaScript write their codes differently. */
const anyOf = (codes: readonly number[]): string => `"["&${codes.map((code) => `UNICHAR(${code})`).join('&')}&"]"`;

/** The sum of the values whose row fulfils all conditions; 0 where none does. */
export const sumWhere = (values: string, ...conditions: readonly string[]): string =>
  `IFNA(SUM(FILTER(${values},${conditions.join(',')})),0)`;
