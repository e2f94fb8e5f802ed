import type { Column, Input } from './column';

/** A field of a form: a column's own words and rules, with what differs in this form. */
export interface Field {
  key: string;
  column: Column<unknown>;
  required: boolean;
  label?: string;
  help?: string;
  /** Two short fields in one line. */
  half?: boolean;
  /** Seldom filled in: shown when asked for. */
  seldom?: boolean;
}

/** A form is defined by columns, so that its labels, help and checks are those of the sheet. */
export interface Form {
  id: string;
  title: string;
  introduction: string;
  submit: string;
  fields: readonly Field[];
}

/** A choice, with what the form says about it once it is chosen. */
export interface Choice {
  value: string;
  hint?: string;
}

/** A field as the sidebar shows it: plain values, ready to cross to the client. */
export interface FieldModel {
  key: string;
  label: string;
  help: string;
  input: Input;
  required: boolean;
  half: boolean;
  seldom: boolean;
  longest: number;
  choices: Choice[];
  initial: string;
}

/** One of several things that a form asks about at once, each with the same few answers. */
export interface ItemModel {
  /** What the answer is kept under among the form's values. */
  key: string;
  title: string;
  detail: string;
  figure: string;
  answers: { value: string; label: string }[];
}

export interface FormModel {
  id: string;
  title: string;
  introduction: string;
  submit: string;
  /** The sheet's locale, by which numbers are read: it comes back with what is typed. */
  locale: string;
  fields: FieldModel[];
  items: ItemModel[];
  /** What was typed and not yet submitted when the form was last closed. */
  draft: FormValues | null;
}

/** What a form holds: text for every field, as typed. */
export type FormValues = Record<string, string>;

/** Characters a cell takes. */
export const LONGEST = 50_000;

/** What the sidebar needs to show a form. */
export function formModel(
  form: Form,
  locale: string,
  choices: (field: Field) => Choice[],
  initial: FormValues,
  draft: FormValues | null,
  items: ItemModel[] = [],
): FormModel {
  const { id, title, introduction, submit } = form;
  const fields = form.fields.map((field): FieldModel => ({
    key: field.key,
    label: field.label ?? field.column.header,
    help: field.help ?? field.column.help,
    input: field.column.input,
    required: field.required,
    half: field.half ?? false,
    seldom: field.seldom ?? false,
    longest: field.column.longest ?? LONGEST,
    choices: choices(field),
    initial: initial[field.key] ?? '',
  }));
  return { id, title, introduction, submit, locale, fields, items, draft };
}
