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

/** True where one of several days cannot be meant. */
export const isAnyImpossible = (...keys: readonly string[]): string =>
  `(${keys.map((key) => isImpossibleDay(`{${key}}`)).join('+')}>0)`;
