import { FIRST_YEAR, LAST_YEAR } from '../calc/day';
import { cleaned } from './names';
import { HOUR, HOUR_UNITS, MINUTE } from './time-words';

/** What formulas ask of cells that people have typed: of whole columns, as `{column}` in braces. */

/** The row of Settings that holds the day of all figures, because no formula may ask the clock. */
export const AS_OF = 'As of';
export const asOf = `XLOOKUP("${AS_OF}",{settings.setting},{settings.value},)`;

/**
 * True where a name is filled in and its list does not hold it. What nobody sees in a name is only looked for in a column
 * in which a name as it stands is unknown: that is rare, and costs more than all the rest.
 */
export const isUnknown = (names: string, list: string): string =>
  `IF(SUM(IFERROR((${names}<>"")*ISNA(XMATCH(${names},${list})),1))=0,0,` +
  `(${names}<>"")*ISNA(XMATCH(${cleaned(names)},${cleaned(list)})))`;

/** True where a name stands in another row as well. */
export const isTwin = (names: string): string =>
  `LET(names,${cleaned(names)},(names<>"")*(XMATCH(names,names)<>XMATCH(names,names,0,-1)))`;

/** True where a cell holds something that should be a number. */
export const isNoNumber = (cells: string): string => `(${cells}<>"")*NOT(ISNUMBER(${cells}))`;

/** True where a number lies outside its limits; a text is not outside. */
export const isOutside = (cells: string, least: number | undefined, most: number | undefined): string => {
  const beyond = [
    ...(least === undefined ? [] : [`(${cells}<${least})`]),
    ...(most === undefined ? [] : [`(${cells}>${most})`]),
  ];
  return `ISNUMBER(${cells})*${beyond.length > 1 ? `(${beyond.join('+')})` : beyond.join()}`;
};

/** True where a cell holds something that should be a number within these limits. */
export const isOff = (cells: string, least: number, most: number): string =>
  `((${isNoNumber(cells)})+(${isOutside(cells, least, most)})>0)`;

/** The first day that is none any more. */
const AFTER = `DATE(${LAST_YEAR + 1},1,1)`;

/** True where a day cannot be meant. */
export const isImpossibleDay = (days: string): string =>
  `(${days}<>"")*IF(ISNUMBER(${days}),(${days}<DATE(${FIRST_YEAR},1,1))+(${days}>=${AFTER})>0,TRUE)`;

/** True where a day is more than one ahead of the day of all figures; it may be tomorrow already where the other side is. */
export const isAhead = (days: string): string => `ISNUMBER(${days})*(${days}>=${asOf}+2)*(${days}<${AFTER})`;

/** True where a day comes before another one of its row. */
export const isBefore = (days: string, earliest: string): string =>
  `ISNUMBER(${earliest})*ISNUMBER(${days})*(${days}<${earliest})`;

/** True where a cell holds none of a few words, in any case. */
export const isNoneOf = (cells: string, words: readonly string[]): string =>
  `(${cells}<>"")*ISNA(XMATCH(TRIM(${cells}&""),${listOf(words)}))`;

/** True where a cell holds one of a few words, in any case. */
export const isOneOf = (cells: string, words: readonly string[]): string =>
  `ISNUMBER(XMATCH(TRIM(${cells}&""),${listOf(words)}))`;

/** True where a cell says yes; a ticked box, and the text that becomes of one, say so too. */
export const isYes = (cells: string): string => isOneOf(cells, ['yes', 'TRUE']);

const listOf = (words: readonly string[]): string => `VSTACK(${words.map((word) => `"${word}"`).join(',')})`;

/**
 * How people write a length of time, and the same as hours, minutes and seconds between colons. No group that is kept is optional: what
 * some sheets make of one that is not there is an error.
 */
const TIMES: readonly (readonly [pattern: string, instead: string])[] = [
  [`^([0-9]+):([0-5][0-9]):?([0-5]?[0-9]?)${HOUR}?[.]?$`, '$1:$2:$3'],
  [`^([0-9]+)${HOUR}[.]?([0-5]?[0-9]?)(?:m|${MINUTE})?[.]?$`, '$1:$2:'],
  [`^([0-9]+)(?:m|${MINUTE})[.]?$`, '0:$1:'],
];

/** Hours with one or two decimals after a point or a comma, and the digits of both, then those of the decimals. */
const DECIMALS = [`^([0-9]+)[.]([0-9][0-9]?)${HOUR}?[.]?$`, '$1$2|$2'] as const;

const replaced = (text: string, [pattern, instead]: readonly [string, string]): string =>
  `REGEXREPLACE(${text},"${pattern}","${instead}")`;

/**
 * The numbers of a column in which hours may also stand as a time, such as 1:30, 1h30 or 90 min. A sheet keeps the first as
 * a part of a day, and only its look tells; it keeps 30:15 and the others as a text. Blank for a moment, which is no
 * length of time; what is no time stays as it is.
 */
export const hoursIn = (cells: string): string =>
  `IF(ISNUMBER(${cells}),IF(ISNUMBER(FIND(":",TO_TEXT(${cells}))),IF(${cells}<1000,ROUND(${cells}*24,10),),${cells}),` +
  // Hardly ever does a column hold a text, and to read texts costs far more than the rest.
  `IF(COUNTA(${cells})=COUNT(${cells}),${cells},LET(plain,SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(LOWER(${cells}&""),UNICHAR(160),"")," ",""),",","."),` +
  `clock,${TIMES.reduce(replaced, 'plain')},digits,${replaced('plain', DECIMALS)},` +
  `first,FIND(":",clock),second,FIND(":",clock,first+1),bar,FIND("|",digits),` +
  `IFERROR(LEFT(clock,first-1)+("0"&MID(clock,first+1,second-first-1))/60+("0"&MID(clock,second+1,2))/3600,` +
  `IFERROR(LEFT(digits,bar-1)/10^(LEN(digits)-bar),${cells})))))`;

/**
 * The same for a column that counts hours in some of its rows only: elsewhere a time is none, and a text no number.
 * @param units what each row counts
 * @param surely whether it has to be said that they are hours; else they may be where nothing is said yet
 */
export const hoursWhere = (cells: string, units: string, surely = false): string =>
  `LET(timed,${hoursIn(cells)},counted,${units},IF(${surely ? '0' : '(counted="")'}+${isOneOf('counted', HOUR_UNITS)}>0,timed,` +
  `IF(ISNUMBER(${cells})*(timed=${cells}),${cells},)))`;

/** The numbers of a column in which no time can stand; blank for one, which a sheet keeps as a part of a day. */
export const plainNumberIn = (cells: string): string =>
  `IF(ISNUMBER(${cells}),IF(ISNUMBER(FIND(":",TO_TEXT(${cells}))),,${cells}),${cells})`;

/** True where a cell holds something that cannot be read as hours, or as what its row counts. */
export const isMisread = (cells: string, read: string): string => `(${cells}<>"")*NOT(ISNUMBER(${read}))`;

/** The unit of a choice in the same row, such as of a kind of contribution. */
export const unitOfChoice = (choice: string, list: string, unit: string): string =>
  `XLOOKUP(${choice},${list},${unit},)`;
