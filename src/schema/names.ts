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

/**
 * The classes by the words that stand for them in definitions: spelled out they are longer than the rest of most formulas,
 * and stand in hundreds of them.
 */
const CLASSES: Readonly<Record<string, string>> = { UNSEEN_SIGNS: classOf(INVISIBLE), KINDS_OF_SPACE: classOf(SPACES) };

/** A formula with what its words stand for, as a cell takes it. */
export const spelledOut = (formula: string): string =>
  formula.replace(/"[^"]*"|UNSEEN_SIGNS|KINDS_OF_SPACE/g, (part) => CLASSES[part] ?? part);

/**
 * Names without what nobody sees: any kind and number of spaces count as one, none at the ends. For arrays and one name.
 * For a definition; a formula that is not rendered is to be spelled out.
 */
export const cleaned = (names: string): string =>
  `TRIM(REGEXREPLACE(REGEXREPLACE(${names}&"",UNSEEN_SIGNS,""),KINDS_OF_SPACE," "))`;

/** The sum of the values whose row fulfils all conditions; 0 where none does. */
export const sumWhere = (values: string, ...conditions: readonly string[]): string =>
  `IFNA(SUM(FILTER(${values},${conditions.join(',')})),0)`;
