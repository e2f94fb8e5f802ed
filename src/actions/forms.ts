import type { Submission } from '../tables/checks';
import type { FormModel } from '../tables/form';
import { logContribution, openLog } from './log-contribution';
import type { Outcome } from './outcome';
import { openSetUp, setUp } from './set-up';
import { Busy, NotReady, type Workbook } from './workbook';

/** The forms of the sidebar: what each shows, and what it does. */
const FORMS: Record<
  string,
  { open(workbook: Workbook): FormModel; submit(workbook: Workbook, given: Submission): Outcome }
> = {
  'set-up': { open: openSetUp, submit: (workbook, { values }) => setUp(workbook, values) },
  log: { open: openLog, submit: logContribution },
};

export type Opened = { kind: 'form'; form: FormModel } | { kind: 'refused'; message: string };

export const openForm = (workbook: Workbook, formId: string): Opened =>
  answering(() => ({ kind: 'form', form: formNamed(formId).open(workbook) }));

export const submitForm = (workbook: Workbook, formId: string, given: Submission): Outcome =>
  answering(() => formNamed(formId).submit(workbook, given));

function formNamed(formId: string): (typeof FORMS)[string] {
  const form = FORMS[formId];
  if (!form) throw new Error(`There is no form ${formId}.`);
  return form;
}

/** What stands in a person's way is an answer, not a fault; anything else is thrown on. */
function answering<T>(work: () => T): T | { kind: 'refused'; message: string } {
  try {
    return work();
  } catch (error) {
    if (error instanceof Busy || error instanceof NotReady) return { kind: 'refused', message: error.message };
    throw error;
  }
}
