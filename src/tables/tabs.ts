import { contributionsTable } from './contributions';
import { kindsTable, partiesTable, settingsTable } from './settings';
import type { Tab } from './table';

/** The tabs of a partnership's workbook, in the order in which they stand. */
export const settingsTab: Tab = {
  id: 'settings',
  name: 'Settings',
  version: 1,
  tables: [settingsTable, partiesTable, kindsTable],
  rows: 60,
};

export const contributionsTab: Tab = {
  id: 'contributions',
  name: 'Contributions',
  version: 1,
  tables: [contributionsTable],
  rows: 1000,
};

export const TABS: readonly Tab[] = [contributionsTab, settingsTab];
