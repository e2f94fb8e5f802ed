import { ENTRY_REGISTERS } from '../../registers';
import type { Submission } from '../../schema/checks';
import type { FormModel } from '../../schema/form';
import { closePeriod, openClosing } from '../closing/close-period';
import { openReopening, reopenPeriod } from '../closing/reopen-period';
import { openDeal, submitDeal } from '../deals/deal-entry';
import { answering, type Refused } from '../answering';
import { answerEntries, openAnswers } from './answers/answer-entries';
import { editRow, openNamedRow, openSelectedRow, subjectOf } from './edit-row';
import { openEntry, submitEntry } from './entry-form';
import type { Opening } from '../asking/opening';
import { openSealed, submitSealed } from './sealed-form';
import { sealedItem } from './sealed-item';
import { answered, sending, sentBefore, type Sent } from '../asking/memory';
import type { Outcome } from '../asking/outcome';
import { openShare, share } from '../sharing/share';
import { openRemoveSample, removeSample } from '../setting-up/remove-sample';
import { openSetUp, setUp } from '../setting-up/set-up';
import { NotReady, type Workbook } from '../workbook';

interface ServedForm {
  open(workbook: Workbook, opening: Opening): FormModel;
  submit(workbook: Workbook, given: Submission): Outcome;
}

/** The forms of the sidebar: what each shows, and what it does. */
const FORMS = new Map<string, ServedForm>(
  Object.entries({
    'set-up': { open: openSetUp, submit: setUp },
    'remove-sample': { open: openRemoveSample, submit: removeSample },
    [sealedItem.id]: { open: openSealed, submit: submitSealed },
    share: { open: openShare, submit: share },
    answer: { open: openAnswers, submit: answerEntries },
    deal: { open: openDeal, submit: submitDeal },
    close: { open: openClosing, submit: closePeriod },
    reopen: { open: openReopening, submit: reopenPeriod },
  }),
);
for (const entry of ENTRY_REGISTERS) {
  FORMS.set(entry.form.id, {
    open: (workbook, opening) => openEntry(entry, workbook, opening),
    submit: (workbook, given) => submitEntry(entry, workbook, given),
  });
}

/** A form, and what it has sent before without anybody seeing what came of it. */
export type Opened = { kind: 'form'; form: FormModel; sent: Sent | null } | Refused;

/** The same form once more. */
export type Completed = { kind: 'form'; form: FormModel } | Refused;

/** Shows a form at once, with three reads at most. `edit` is the form of the row that the person has selected. */
export const openForm = (workbook: Workbook, formId: string): Opened =>
  answering(() => {
    const relying = workbook.relying();
    const form = formId === 'edit' ? openSelectedRow(relying) : formNamed(formId).open(relying, 'at once');
    return { kind: 'form', form, sent: sentBefore(workbook, form.id) };
  });

/** The same form whole, by the ID of the one that was shown: what was wrong in the sheet is put right before. */
export const completeForm = (workbook: Workbook, formId: string): Completed =>
  answering(() => {
    const subject = subjectOf(formId);
    const form = subject ? openNamedRow(workbook, subject) : formNamed(formId).open(workbook, 'whole');
    return { kind: 'form', form };
  });

export const submitForm = (workbook: Workbook, formId: string, given: Submission): Outcome =>
  answering(() => {
    const subject = subjectOf(formId);
    const form = subject ? { submit: () => editRow(workbook, subject, given) } : formNamed(formId);
    sending(workbook, formId, given);
    const outcome = answering(() => form.submit(workbook, given));
    // The form of one row has no next entry.
    answered(workbook, formId, given, outcome, !subject);
    return outcome;
  });

/** What came of a submission whose answer was lost; null as long as nobody knows. */
export function outcomeOf(workbook: Workbook, formId: string, key: string): Outcome | null {
  const sent = sentBefore(workbook, formId);
  return sent?.key === key ? sent.outcome : null;
}

function formNamed(formId: string): ServedForm {
  const form = FORMS.get(formId);
  if (!form)
    throw new NotReady('This form does not exist any more. Close the sidebar and open it from the menu again.');
  return form;
}
