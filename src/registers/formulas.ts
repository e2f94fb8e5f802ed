import { cleaned } from '../schema/names';
import { SETTINGS, type SettingKey } from './setting-list';

/** Words that the formulas of several registers share. `{parties.party}` stands for a column. */

/** A setting's value, found by its name, wherever its row stands. */
export const setting = (key: SettingKey): string =>
  `XLOOKUP("${SETTINGS[key].header}",{settings.setting},{settings.value},)`;

/** True where a name is filled in and its list does not hold it. */
export const isUnknown = (names: string, list: string): string =>
  `(${names}<>"")*ISNA(XMATCH(${cleaned(names)},${cleaned(list)}))`;

/** True where a cell holds a text that should be a number. */
export const isText = (cells: string): string => `ISTEXT(${cells})*(${cells}<>"")`;

/** True where a day cannot be meant. */
export const isImpossibleDay = (days: string): string =>
  `(${days}<>"")*IF(ISNUMBER(${days}),(${days}<DATE(1900,1,1))+(${days}>DATE(2100,12,31))>0,TRUE)`;

/**
 * The numbers of a column in which hours may also stand as a time, such as 1:30. A sheet keeps that as a part of a day,
 * and only its look tells; it keeps 30:15 as a text. Blank for a moment, which is no length of time.
 */
export const hoursIn = (cells: string): string =>
  `IF(ISNUMBER(${cells}),IF(ISNUMBER(FIND(":",TO_TEXT(${cells}))),IF(${cells}<1000,ROUND(${cells}*24,10),),${cells}),` +
  `IFERROR(LEFT(${cells},FIND(":",${cells})-1)+MID(${cells},FIND(":",${cells})+1,2)/60,${cells}))`;

/** True where one of several days cannot be meant. */
export const isAnyImpossible = (...keys: readonly string[]): string =>
  `(${keys.map((key) => isImpossibleDay(`{${key}}`)).join('+')}>0)`;
