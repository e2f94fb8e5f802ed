import { countingOf, type Column, type Input } from './column';
import type { NumberRules } from './read-number';
import type { Chapter } from './register';
import type { Columns } from './table';

/** A field of a form: a column's own words and rules, with what differs in this form. */
export interface Field {
  key: string;
  column: Column;
  required: boolean;
  label?: string;
  help?: string;
  /** Two short fields in one line. */
  half?: boolean;
  /** Seldom filled in: shown when asked for. */
  seldom?: boolean;
  /** Only asked for while another field holds one of these. */
  shown?: { key: string; is: readonly string[] };
}

/** A form is defined by columns, so that its labels, help and checks are those of the sheet. */
export interface Form {
  id: string;
  title: string;
  introduction: string;
  submit: string;
  /** What is said while it works, where that takes long. */
  waiting?: string;
  /** The first press of the button only shows what would be written. */
  looks?: true;
  /** Something else to begin with: a button that submits the form as it is, with `yes` under this key. */
  instead?: { key: string; label: string; help: string };
  fields: readonly Field[];
  shares?: SharesRule;
}

/** Which fields of a form hold a side's part of a whole: the form says while it is typed what the parts make. */
export interface SharesRule {
  fields: readonly string[];
  /** Only while another field holds one of these. */
  where?: { key: string; is: readonly string[] };
  /** The field that names the side whose part it is. */
  side: string;
  /** The field that names the side which has what is left, where the form asks for it. */
  rest?: string;
}

/** A menu item that shows a form. */
export interface FormItem {
  title: string;
  /** The form's id; the function behind the item is made by the build. */
  form: string;
  /** Name of that function. */
  show: string;
  /** The register without which there is nothing to show; sheets have it only when it was wanted. */
  tab?: string;
  /** The chapter of the gallery whose submenu it stands in. */
  chapter?: Chapter;
}

/** Is it asked for, with what is typed so far? */
export const isShown = ({ shown }: Pick<Field, 'shown'>, typed: FormValues): boolean =>
  shown === undefined || shown.is.includes(typed[shown.key] ?? '');

/** What a form says about fields that are columns of one table, by their keys and in their order. */
export const fieldsOf = <C extends Columns>(columns: C, asked: { [K in keyof C]?: Partial<Field> }): Field[] =>
  Object.entries(asked).map(([key, details]) => ({ key, column: columns[key]!, required: false, ...details }));

/** A choice, with what the form says about it once it is chosen. */
export interface Choice {
  value: string;
  /** What is shown instead of the value. */
  label?: string;
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
  shown: Field['shown'] | null;
  longest: number;
  choices: Choice[];
  /** What stands in the column already, to complete what is typed. */
  completions: readonly string[];
  /** What a rating of 1 and one of 5 mean. */
  ends: readonly [one: string, five: string] | null;
  /** The currency of an amount. */
  currency: string | null;
  /** Of a number: how it is read. */
  number: NumberModel | null;
  initial: string;
}

/** How a number is read, and what it is counted in where that stands beside it. */
export interface NumberModel {
  rules: NumberRules;
  /** The field that names the unit, or of whose choices each has one. */
  unit: { beside: string; values: Readonly<Record<string, string>> | null } | null;
}

/** A number that counts where a field is empty: what stands beside a choice, perhaps only with some choices elsewhere. */
export interface NumberBeside {
  beside: string;
  values: Record<string, number>;
  where?: { beside: string; choices: readonly string[] };
}

/** The same with what the sheet holds already. */
export interface SharesModel extends SharesRule {
  /** Who has what is left, where no field says so; empty where nobody knows. */
  restOf: string;
  /** The parts that stand, by side. */
  standing: Readonly<Record<string, number>>;
}

/** What the numbers of a form make together, to be shown while they are typed. */
export interface ProductModel {
  factors: readonly { key: string; hours: NonNullable<Column['hours']>; otherwise: readonly NumberBeside[] }[];
  /** What the first factor is counted in, by a choice. */
  unit: { beside: string; values: Record<string, string> };
  currency: string | null;
}

/** A first step after a set-up: whether it is done, and where it is done. */
export interface StepModel {
  label: string;
  done: boolean;
  /** The form in which it is done. */
  form?: string;
  /** Or the tab. */
  tabId?: string;
}

/** One of several things that a form asks about at once, each with the same few answers. */
export interface ItemModel {
  /** What the answer is kept under among the form's values. */
  key: string;
  /** What is said with it is kept under this. */
  note: string;
  title: string;
  detail: string;
  figure: string;
  answers: { value: string; label: string }[];
}

/** Some of the things that wait: those after the first `from` of `total`. */
export interface ItemPage {
  items: ItemModel[];
  from: number;
  total: number;
  /** The most that are shown at once. */
  size: number;
  /** What the names of answers, and of what is said with them, begin with among a form's values. */
  begins: { tick: string; note: string };
}

/** How many things a form shows at once. */
export const ITEMS_A_PAGE = 50;

/** Among a form's values: what was answered, by register and name of its row, and what was said with it. */
const TICK = 'answer ';
const NOTE = 'note ';
export const TICKS_BEGIN = { tick: TICK, note: NOTE };
export const tickKey = (registerId: string, name: string): string => `${TICK}${registerId} ${name}`;
export const noteOf = (tick: string): string => NOTE + tick.slice(TICK.length);
export const isTick = (key: string): boolean => key.startsWith(TICK);
export const isTickNote = (key: string): boolean => key.startsWith(NOTE);

/** What was answered, without what was left open. */
export const ticksIn = (values: FormValues): [key: string, answer: string][] =>
  Object.entries(values).filter(([key, answer]) => isTick(key) && answer !== '');

export interface FormModel {
  id: string;
  title: string;
  introduction: string;
  submit: string;
  looks: boolean;
  instead: { key: string; label: string; help: string } | null;
  /** The sheet's locale, by which numbers are read: it comes back with what is typed. */
  locale: string;
  fields: FieldModel[];
  /** The first of what waits; null in a form that asks about one thing. */
  page: ItemPage | null;
  product: ProductModel | null;
  shares: SharesModel | null;
  /** What is left to do after a set-up, and what is done. */
  steps: readonly StepModel[];
  /** What is said while it works, where that takes long. */
  waiting: string | null;
  /** Not shown: kept with what is typed and sent along with it. */
  carried: FormValues;
  /** What was typed and not yet submitted when the form was last closed. */
  draft: FormValues | null;
}

/** In the form of a row that stands, what a field held when it was opened is carried along under this name. */
export const was = (key: string): string => `was ${key}`;

/** What a form holds: text for every field, as typed. */
export type FormValues = Record<string, string>;

/** Characters a cell takes. */
export const LONGEST = 50_000;

/** What only some forms show. */
export interface FormExtras {
  page?: ItemPage | null;
  carried?: FormValues;
  currency?: string | null;
  completions?: (field: Field) => readonly string[];
  /** Of a field whose choices each have a unit: which. */
  units?: (field: Field) => Readonly<Record<string, string>> | null;
  product?: ProductModel | null;
  /** What stands of the shares that are typed here. */
  shares?: Pick<SharesModel, 'restOf' | 'standing'>;
  steps?: readonly StepModel[];
}

function numberModel(column: Column, values: Readonly<Record<string, string>> | null): NumberModel {
  const { format, least, most, percent, hours, orWords, countedIn } = column;
  const counting = countingOf(column);
  return {
    // What is absent does not cross as undefined.
    rules: {
      format,
      ...(least && { least }),
      ...(most !== undefined && { most }),
      ...(percent && { percent }),
      ...(hours && { hours }),
      ...(orWords && { orWords }),
      ...(countedIn && { countedIn }),
    },
    unit: counting ? { beside: counting.beside ?? counting.column, values } : null,
  };
}

/** What the sidebar needs to show a form. */
export function formModel(
  form: Form,
  locale: string,
  choices: (field: Field) => Choice[],
  initial: FormValues,
  draft: FormValues | null,
  {
    page = null,
    carried = {},
    currency = null,
    completions = () => [],
    units = () => null,
    product = null,
    shares: { restOf, standing } = { restOf: '', standing: {} },
    steps = [],
  }: FormExtras = {},
): FormModel {
  const { id, title, introduction, submit, looks = false, instead = null, waiting = null } = form;
  const fields = form.fields.map((field): FieldModel => ({
    key: field.key,
    label: field.label ?? field.column.header,
    help: field.help ?? field.column.help,
    input: field.column.input,
    required: field.required,
    half: field.half ?? false,
    seldom: field.seldom ?? false,
    shown: field.shown ?? null,
    longest: field.column.longest ?? LONGEST,
    choices: choices(field),
    completions: field.column.completes ? completions(field) : [],
    ends: field.column.ends ?? null,
    currency: field.column.format === 'currency' ? currency : null,
    number: field.column.input === 'number' ? numberModel(field.column, units(field)) : null,
    initial: initial[field.key] ?? '',
  }));
  const shares = form.shares ? { ...form.shares, restOf, standing } : null;
  const shownAsWell = { page, product, shares, steps, carried, draft };
  return { id, title, introduction, submit, looks, instead, waiting, locale, fields, ...shownAsWell };
}
