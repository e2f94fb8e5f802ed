import { isoOfDay } from '../calc/day';
import { readingForm } from '../tables/forms';
import { readingsTable } from '../tables/kpis';
import { readingsTab } from '../tables/tabs';
import type { EntryForm } from './entry-form';

/** *Record a KPI*: one reading in the KPI log. */
export const recordKpi: EntryForm = {
  form: readingForm,
  tab: readingsTab,
  table: readingsTable,
  name: { column: 'sourceKey', of: (key) => `form ${key}` },
  initial: (workbook, _cellsOf, last) => ({
    date: isoOfDay(workbook.today()),
    kpi: last.kpi ?? '',
    source: last.source ?? '',
  }),
  complete: (workbook) => ({ enteredBy: workbook.user, enteredAt: workbook.now() }),
  inWords: ({ kpi, date }, typed) => `${String(kpi)}: ${(typed.actual ?? '').trim()} on ${isoOfDay(Number(date))}`,
  next: ({ kpi }, typed) => ({ date: typed.date ?? '', kpi: String(kpi), source: typed.source ?? '' }),
};
