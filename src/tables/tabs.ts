import { contributionsTable } from './contributions';
import { kindsTable, partiesTable, settingsTable } from './settings';
import type { Tab, Table } from './table';

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

/** The tab in which a table stands. */
export function tabOfTable(tableId: string): Tab {
  const tab = TABS.find(({ tables }) => tables.some(({ id }) => id === tableId));
  if (!tab) throw new Error(`No tab holds a table ${tableId}.`);
  return tab;
}

export const tableNamed = (tableId: string): Table => tabOfTable(tableId).tables.find(({ id }) => id === tableId)!;
