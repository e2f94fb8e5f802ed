import { INVISIBLE, SPACES, type Span } from '../calc/name';

/**
 * Names in formulas: of parties, KPIs, stages. SUMIF and its like read `A*`, `Who?`, `>5` and `<>` as patterns, so sums by
 * name compare instead, which is exact and without regard to case.
 */

/** A class of characters as a formula writes it: by their codes, because some are not seen in it. */
const classOf = (spans: readonly Span[]): string => {
  const parts = spans.map(([first, last]) =>
    first === last ? `UNICHAR(${first})` : `UNICHAR(${first})&"-"&UNICHAR(${last})`,
  );
  return `"["&${parts.join('&')}&"]+"`;
};

const [UNSEEN, GAPS] = [classOf(INVISIBLE), classOf(SPACES)];

/** Names without what nobody sees: any kind and number of spaces count as one, none at the ends. For arrays and one name. */
export const cleaned = (names: string): string =>
  `TRIM(REGEXREPLACE(REGEXREPLACE(${names}&"",${UNSEEN},""),${GAPS}," "))`;

/** The sum of the values whose row fulfils all conditions; 0 where none does. */
export const sumWhere = (values: string, ...conditions: readonly string[]): string =>
  `IFNA(SUM(FILTER(${values},${conditions.join(',')})),0)`;
