import type { Refused } from '../actions/answering';
import { was, type FormModel, type FormValues } from '../schema/form';
import { isOfItem } from './answers/tally';
import { call } from './server';

/** What a form begins with: what is known of its fields, and else what each of them begins with. */
export const begin = (form: FormModel, values: FormValues): FormValues =>
  Object.fromEntries([
    ...form.fields.map(({ key, initial }) => [key, values[key] ?? initial]),
    ...Object.entries(values).filter(([key]) => form.page && isOfItem(form.page, key)),
    ...Object.entries(form.carried).map(([key, carried]) => [key, values[key] ?? carried]),
  ]);

/**
 * What stands in a form once it is whole: what somebody has typed meanwhile stays, with what they had seen before; all else
 * is as the whole form begins.
 */
export function afterMore(first: FormModel, whole: FormModel, typed: FormValues): FormValues {
  const before = begin(first, first.draft ?? {});
  const after = begin(whole, { ...fieldsOf(first), ...itemsOf(whole) });
  const isTouched = (key: string): boolean => (typed[key] ?? '') !== (before[key] ?? '');
  const next: FormValues = {};
  for (const key of new Set([...Object.keys(typed), ...Object.keys(after)])) {
    const value = isTouched(key) ? typed[key] : after[key];
    if (value !== undefined) next[key] = value;
  }
  for (const { key } of whole.fields) {
    const seen = first.carried[was(key)];
    if (isTouched(key) && seen !== undefined) next[was(key)] = seen;
  }
  return next;
}

const isItem = ({ page }: FormModel, key: string): boolean => page !== null && isOfItem(page, key);

/** What was typed last time. */
const fieldsOf = (form: FormModel): FormValues =>
  Object.fromEntries(Object.entries(form.draft ?? {}).filter(([key]) => !isItem(form, key)));

/** Answers of last time to what still waits. */
const itemsOf = (form: FormModel): FormValues =>
  Object.fromEntries(Object.entries(form.draft ?? {}).filter(([key]) => isItem(form, key)));

/**
 * Asks once for the whole of a form, and again where that failed. Nothing is submitted before it is there: the sheet may
 * read numbers in another way than the form was told at first.
 */
export function wholeForm(
  formId: string,
  onWhole: (form: FormModel) => void,
  onRefused: (refused: Refused) => void,
): () => Promise<FormModel | null> {
  let asked: Promise<FormModel | null> | null = null;
  return () => {
    asked ??= call('completeForm', formId).then(
      (opened) => {
        if (opened.kind !== 'form') {
          onRefused(opened);
          return null;
        }
        onWhole(opened.form);
        return opened.form;
      },
      (error: Error) => {
        asked = null;
        throw error;
      },
    );
    return asked;
  };
}
