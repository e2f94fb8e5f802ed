import type { FieldErrors } from '../tables/checks';
import type { FormValues } from '../tables/form';
import type { Refused } from './answering';

/** What a form is told after it was submitted. Plain values only: this crosses to the sidebar. */
export type Outcome =
  | {
      kind: 'written';
      message: string;
      where: { tabId: string; row: number } | null;
      /** What the form begins with for the next entry. */
      next: FormValues;
      /** What makes sense now: a menu function and what a button says of it. */
      follow?: { show: 'showLog' | 'showSetUp'; label: string };
    }
  /** Nothing was written; what to mend, by field, and carried values that are out of date. */
  | { kind: 'errors'; errors: FieldErrors; carried?: FormValues }
  | Refused;
