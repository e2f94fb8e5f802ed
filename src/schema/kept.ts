/**
 * A custom function answers `#NAME?` where the add-on is not there: for a partner who has not got it, after their own first
 * edit. So what such a formula showed is also kept as values, in the register Kept values, and the formula falls back to
 * them for this one error. Everything else in the sheet is a native formula over these figures and follows by itself:
 * only the few cells that call a function of ours need keeping. Our own refusals stay errors, because they say something.
 */

const OURS = /\b(?:REVSHARE|PARTNER|KPI|CONTRIB|CHECKLIST)[A-Z_]*\(/;
/** A call that only asks whether the add-on is there. */
const PROBE = 'REVSHARE(1,1)';
const UNKNOWN_NAME = 5;

/** Whether a formula shows nothing without the add-on. */
export const callsOurs = (formula: string): boolean => OURS.test(formula.replace(PROBE, ''));

/** True where a value is the error of a function that is not there. */
export const isUnknown = (at: string): string => `IFERROR(ERROR.TYPE(${at}),0)=${UNKNOWN_NAME}`;

const WITHOUT_ADD_ON = isUnknown(PROBE);

/** By what a kept value is found: `kpis.status`, `scorecard.A9`. */
export const sourceOf = (table: string, key: string): string => `${table}.${key}`;

const VALUES = 'IF(ISNUMBER({kept.number}),{kept.number},{kept.text})';
const from = (source: string, what: string): string => `FILTER(${what},{kept.source}="${source}")`;

const either = (formula: string, kept: string): string =>
  `LET(ours,${formula},IF(${isUnknown('INDEX(ours,1,1)')},IFNA(${kept},),ours))`;

/** The body of a computed column: a row is found again by its name, wherever it stands by then. */
export const orKeptByName = (formula: string, source: string, name: string): string =>
  either(formula, `XLOOKUP({${name}}&"",${from(source, '{kept.row}')},${from(source, VALUES)},)`);

/** A cell of a page, or what spills from it over so many columns. */
export function orKept(formula: string, source: string, columns: number | null): string {
  if (columns === null) {
    const one = (what: string): string => `XLOOKUP("${source}",{kept.source},${what},"")`;
    const kept = `LET(number,${one('{kept.number}')},IF(ISNUMBER(number),number,${one('{kept.text}')}))`;
    return either(formula, kept);
  }
  const inOrder = `CHOOSECOLS(SORT(${from(source, `HSTACK({kept.row},${VALUES})`)},1,TRUE),2)`;
  return `ARRAYFORMULA(${either(formula, `WRAPROWS(${inOrder},${columns})`)})`;
}

/** The moment that all kept values are of, and its day in the time zone of the sheet. */
export const MOMENT = 'moment';
export const DAY = 'day';

/** What a page says where the values on it are kept ones. */
export const KEPT_NOTICE =
  `=IF(${WITHOUT_ADD_ON},"Without Partner Ledger: figures as of "&TEXT(XLOOKUP("${MOMENT}",{kept.source},{kept.number},""),"yyyy-mm-dd hh:mm")&". ` +
  `Choose Extensions › Partner Ledger, or ask who set this up for it, to see later ones.","")`;
