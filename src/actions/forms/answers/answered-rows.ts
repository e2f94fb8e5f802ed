import type { ItemModel } from '../../../schema/form';
import type { Answerer } from './answerer';

/** One answer as it was sent: to which row, what, and what was said with it. */
export interface Given {
  name: string;
  answer: string;
  note: string;
}

/** What became of answers; those that were left, in a sentence each. */
export interface Answered {
  accepted: number;
  disputed: number;
  left: string[];
}

/** Rows of one tab that sides answer. */
export interface AnsweredRows {
  readonly tabName: string;
  /** What waits for this side; where it is blank, for any. */
  items(side: string): ItemModel[];
  /** Writes answers: one write a run of rows. */
  answer(given: readonly Given[], by: Answerer): Answered;
}

export const DISPUTE = 'dispute';

/** What is accepted goes along as it was looked at: something else that stands there by now was not agreed to. */
export const acceptOf = (seen: string | number): string => `accept ${seen}`;

export const DELETED = 'An entry was deleted meanwhile.';

/** Of a row that was copied after the form was opened. */
export const twice = (name: string, rows: readonly number[]): string =>
  `Rows ${rows.join(' and ')} are both named ${name}: open Answer entries again, the copy is then named anew.`;
