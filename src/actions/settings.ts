import { nameKey } from '../calc/name';
import { SETTINGS, type SettingKey } from '../registers/setting-list';
import { settings as register } from '../registers/settings';
import { readCell, type Cell, type Column } from '../schema/column';
import { readRows } from '../schema/table';

export type Settings = {
  [K in SettingKey]: (typeof SETTINGS)[K] extends Column<infer Value> ? Value | null : never;
};

/** A ticked box says yes, and so does the text that becomes of one. */
const asAnswer = ({ choices }: Column, cell: Cell): Cell =>
  choices && 'listed' in choices && choices.listed.includes('yes') && /^\s*true\s*$/i.test(String(cell)) ? 'yes' : cell;

/** The settings as typed values; null where nothing (or something unreadable) is entered. */
export function readSettings(cells: readonly (readonly Cell[])[]): Settings {
  const byName = new Map(readRows(register, cells).map((row) => [nameKey(row.setting ?? ''), row.value]));
  const read: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(SETTINGS)) {
    const cell = byName.get(nameKey(setting.header));
    read[key] =
      cell === undefined || cell === null ? null : (readCell<unknown>(setting, asAnswer(setting, cell)) ?? null);
  }
  return read as Settings;
}
