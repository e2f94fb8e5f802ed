import { contributionsTable } from './contributions';
import { kpisTable, readingsTable } from './kpis';
import { reviewsTable } from './reviews';
import { kindsTable, partiesTable, settingsTable, sidesTable, stagesTable } from './settings';
import type { PageMark } from './page';
import type { Tab, Table } from './table';

/** The tabs of a partnership's workbook, in the order in which they stand. */
export const settingsTab: Tab = {
  id: 'settings',
  name: 'Settings',
  version: 5,
  tables: [settingsTable, partiesTable, kindsTable, sidesTable, stagesTable],
  rows: 60,
};

export const contributionsTab: Tab = {
  id: 'contributions',
  name: 'Contributions',
  version: 3,
  tables: [contributionsTable],
  rows: 1000,
};

export const kpisTab: Tab = { id: 'kpis', name: 'KPIs', version: 3, tables: [kpisTable], rows: 60 };

export const readingsTab: Tab = { id: 'readings', name: 'KPI log', version: 1, tables: [readingsTable], rows: 1000 };

export const reviewsTab: Tab = { id: 'reviews', name: 'Reviews', version: 2, tables: [reviewsTable], rows: 200 };

export const TABS: readonly Tab[] = [contributionsTab, kpisTab, readingsTab, reviewsTab, settingsTab];

export const SCORECARD: PageMark = { id: 'scorecard', name: 'Scorecard', version: 3 };

/** Pages that are computed; they stand before the tabs. */
export const PAGES: readonly PageMark[] = [SCORECARD];

/** The tab in which a table stands. */
export function tabOfTable(tableId: string): Tab {
  const tab = TABS.find(({ tables }) => tables.some(({ id }) => id === tableId));
  if (!tab) throw new Error(`No tab holds a table ${tableId}.`);
  return tab;
}

export const tableNamed = (tableId: string): Table => tabOfTable(tableId).tables.find(({ id }) => id === tableId)!;
