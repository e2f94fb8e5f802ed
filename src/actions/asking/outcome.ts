import type { FieldErrors } from '../../schema/checks';
import type { FormValues, StepModel } from '../../schema/form';
import type { Refused } from '../answering';

/** What would be written, for the person to look at before it is. */
export interface Preview {
  title: string;
  paragraphs: readonly string[];
  table: { headings: readonly string[]; rows: readonly (readonly string[])[] } | null;
  /** With this value sent along under this key it is written; what the button says. */
  confirm: { key: string; value: string; label: string };
}

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
      /** How it is taken back: by the row's name while it is as it was written, or by sending the values of before. */
      undo?: { name: string; sum: string } | { values: FormValues };
      /** First steps after a set-up. */
      steps?: readonly StepModel[];
      /** Pages show a row for each of what was written: they need room, which nobody has to wait for. */
      needsRoom?: true;
    }
  /** Nothing was written yet. */
  | { kind: 'preview'; preview: Preview }
  /** Nothing was written; what to mend, by field, and carried values that are out of date. */
  | { kind: 'errors'; errors: FieldErrors; carried?: FormValues }
  /** Nothing was written: a question first, and what its yes adds to the values that are sent again. */
  | { kind: 'asks'; question: string; yes: { label: string; values: FormValues } }
  | Refused;
