import type { FieldErrors } from '../../schema/checks';
import type { FormValues } from '../../schema/form';
import type { Refused } from '../answering';

/** What a form is told after it was submitted. Plain values only: this crosses to the sidebar. */
export type Outcome =
  | {
      kind: 'written';
      message: string;
      where: { tabId: string; row: number } | null;
      /** What the form begins with for the next entry. */
      next: FormValues;
      /** What makes sense now: a form and what a button says of it. */
      follow?: { form: string; label: string };
    }
  /** Nothing was written; what to mend, by field, and carried values that are out of date. */
  | { kind: 'errors'; errors: FieldErrors; carried?: FormValues }
  /** Nothing was written: a question first, and what its yes adds to the values that are sent again. */
  | { kind: 'asks'; question: string; yes: { label: string; values: FormValues } }
  | Refused;
