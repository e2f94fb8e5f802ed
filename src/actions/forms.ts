import type { Submission } from '../tables/checks';
import type { FormModel } from '../tables/form';
import { answering, type Refused } from './answering';
import { answerEntries, openAnswers } from './answer-entries';
import { openEntry, submitEntry, type EntryForm } from './entry-form';
import { logContribution } from './log-contribution';
import type { Outcome } from './outcome';
import { rate } from './rate';
import { recordKpi } from './record-kpi';
import { openSetUp, setUp } from './set-up';
import type { Workbook } from './workbook';

interface ServedForm {
  open(workbook: Workbook): FormModel;
  submit(workbook: Workbook, given: Submission): Outcome;
}

const entry = (form: EntryForm): ServedForm => ({
  open: (workbook) => openEntry(form, workbook),
  submit: (workbook, given) => submitEntry(form, workbook, given),
});

/** The forms of the sidebar: what each shows, and what it does. */
const FORMS: Record<string, ServedForm> = {
  'set-up': { open: openSetUp, submit: setUp },
  log: entry(logContribution),
  reading: entry(recordKpi),
  review: entry(rate),
  answer: { open: openAnswers, submit: answerEntries },
};

export type Opened = { kind: 'form'; form: FormModel } | Refused;

export const openForm = (workbook: Workbook, formId: string): Opened =>
  answering(() => ({ kind: 'form', form: formNamed(formId).open(workbook) }));

export const submitForm = (workbook: Workbook, formId: string, given: Submission): Outcome =>
  answering(() => formNamed(formId).submit(workbook, given));

function formNamed(formId: string): ServedForm {
  const form = FORMS[formId];
  if (!form) throw new Error(`There is no form ${formId}.`);
  return form;
}
