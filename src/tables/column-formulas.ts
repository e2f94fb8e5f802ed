import { contributionsFormulas } from './contributions';
import { kpisFormulas } from './kpis';
import type { Formulas } from './layout';
import { reviewsFormulas } from './reviews';
import { partiesFormulas, sidesFormulas } from './settings';
import type { Reference } from './table';

const OF_TABLES: Record<string, Record<string, (to: Reference) => string>> = {
  contributions: contributionsFormulas,
  kpis: kpisFormulas,
  reviews: reviewsFormulas,
  parties: partiesFormulas,
  sides: sidesFormulas,
};

/** The formulas of all computed columns as plain text: the build puts them into the file of the pages. */
export const columnFormulas = (): Formulas =>
  Object.fromEntries(
    Object.entries(OF_TABLES).map(([table, formulas]) => [
      table,
      Object.fromEntries(Object.entries(formulas).map(([key, body]) => [key, body((address) => `{${address}}`)])),
    ]),
  );
