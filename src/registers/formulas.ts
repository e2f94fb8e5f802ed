import { isImpossibleDay } from '../schema/conditions';
import { SETTINGS, type SettingKey } from './setting-list';

/** Words that the formulas of several registers share. `{parties.party}` stands for a column. */

/** A setting's value, found by its name, wherever its row stands. */
export const setting = (key: SettingKey): string =>
  `XLOOKUP("${SETTINGS[key].header}",{settings.setting},{settings.value},)`;

/** True where one of several days cannot be meant. */
export const isAnyImpossible = (...keys: readonly string[]): string =>
  `(${keys.map((key) => isImpossibleDay(`{${key}}`)).join('+')}>0)`;
