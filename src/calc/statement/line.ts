import type { Decimal } from '../decimal';
import type { Integer } from '../integer';

/** The kinds of lines, in the order in which they stand. */
export const LINE_KINDS = [
  'share',
  'monthly fee',
  'item fee',
  'bonus',
  'cap',
  'top-up',
  'fee',
  'expense',
  'adjustment',
  'held',
  'released',
  'recouped',
] as const;

export type LineKind = (typeof LINE_KINDS)[number];

/** One amount of a deal: what a party has in a month, and why. */
export interface Line {
  readonly kind: LineKind;
  /** Of what it is; '' where the kind says all. */
  readonly of: string;
  /** Where one rate tells the amount: of what, and which. */
  readonly base: Integer | null;
  readonly rate: Decimal | null;
  readonly amount: Integer;
  /** A sentence that can be checked by hand: made only where it is shown. */
  readonly why: () => string;
}
