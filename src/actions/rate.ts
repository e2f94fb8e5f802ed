import { isoOfDay } from '../calc/day';
import { reviewForm } from '../tables/forms';
import { reviewsTable } from '../tables/reviews';
import { reviewsTab } from '../tables/tabs';
import type { EntryForm } from './entry-form';
import { sideOf } from './log-contribution';

/** *Review*: one side's ratings of the partnership and of the other side. */
export const rate: EntryForm = {
  form: reviewForm,
  tab: reviewsTab,
  table: reviewsTable,
  name: { column: 'sourceKey', of: (key) => `form ${key}` },
  initial: (workbook, cellsOf, last) => ({
    date: isoOfDay(workbook.today()),
    ratedBy: sideOf(workbook, cellsOf) ?? last.ratedBy ?? '',
    kind: last.kind ?? 'check-in',
  }),
  complete: () => ({}),
  inWords: ({ ratedBy, kind, date }) => `Ratings of ${String(ratedBy)}, ${String(kind)} on ${isoOfDay(Number(date))}`,
  next: ({ ratedBy, kind }, typed) => ({ date: typed.date ?? '', ratedBy: String(ratedBy), kind: String(kind) }),
};
