import type { TermName } from '../calc/statement/terms';
import type { Field } from '../schema/form';
import type { Columns } from '../schema/table';

/** A figure that is worked out of the fields: one times another, or one by the curve of what was reached. */
export type Figure =
  | { of: string; times: string }
  /** Points of the curve, what was reached and the part that is paid, each a field or a number; a blank one is left out. */
  | { of: string; over: string; points: readonly (readonly [string | number, string | number])[] };

/** A row of Terms as a kind of deal writes it: `{share}` stands for a field or figure. A row without its value is left out. */
export interface DealRow {
  term: TermName;
  value: string;
  threshold?: string;
  mode?: string;
  per?: string;
  note?: string;
}

/**
 * A kind of deal: what it asks for, what it says and which rows of Terms it becomes. Plain data: form, checks, sentence,
 * worked example and rows follow from it.
 */
export interface Deal<C extends Columns = Columns> {
  id: string;
  /** As people choose it. */
  name: string;
  /** When it fits. */
  help: string;
  fields: C;
  /** Of the fields: what differs in the form. */
  ask?: { [K in keyof C]?: Partial<Field> };
  /** What a field begins with, as typed. */
  begins?: { [K in keyof C]?: string };
  /** Fields that are filled in together or not at all. */
  together?: readonly (readonly (keyof C & string)[])[];
  figures?: Readonly<Record<string, Figure>>;
  rows: readonly DealRow[];
  /**
   * The deal in words: `{party}`, `{payer}` and the fields; a part in square brackets is left out where one of its fields
   * is blank.
   */
  sentence: string;
  /** It says all that a side gets: what was agreed before with this side ends with it, unless people want both. */
  whole?: true;
  /** It may be agreed for one item. */
  item?: true;
  /** What makes sense after it was written: a form, and what the button says. */
  follow?: { form: string; label: string };
}

export const deal = <C extends Columns>(definition: Deal<C>): Deal<C> => definition;
