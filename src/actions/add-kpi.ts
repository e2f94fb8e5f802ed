import { isoOfDay } from '../calc/day';
import { kpiForm } from '../tables/forms';
import { kpisTable, readingsTable } from '../tables/kpis';
import { kpisTab, readingsTab } from '../tables/tabs';
import type { EntryForm } from './entry-form';

/** *Add a KPI*: something that both sides, or one of them, want to move. */
export const addKpi: EntryForm = {
  form: kpiForm,
  tab: kpisTab,
  table: kpisTable,
  name: { column: 'id', of: (key) => `K-${key}` },
  known: {
    by: 'kpi',
    in: { tab: readingsTab, table: readingsTable, column: 'kpi', name: 'sourceKey' },
    noun: 'readings',
  },
  contradiction: {
    fields: ['start', 'due'],
    find: (_workbook, { start, due }) =>
      typeof start === 'number' && typeof due === 'number' && due < start
        ? { due: `It cannot be due before it starts. Choose ${isoOfDay(start)} or a later day.` }
        : null,
  },
  initial: (workbook) => ({
    side: 'both',
    direction: 'higher',
    rollUp: 'latest',
    start: isoOfDay(workbook.today()),
  }),
  complete: (_workbook, _cellsOf, { weight }) => ({ weight: weight === '' ? 1 : weight! }),
  inWords: ({ kpi }) => String(kpi),
  next: ({ side, direction, rollUp }, { start = '', due = '' }) => ({
    side: String(side),
    direction: String(direction),
    rollUp: String(rollUp),
    start,
    due,
  }),
};
