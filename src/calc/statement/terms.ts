/** What a term's value is: a fraction, an amount of 0 or more, any amount, whole days, or nothing. */
export type ValueKind = 'rate' | 'margin' | 'amount' | 'balance' | 'days' | 'blank';

/** How a term is written, and when it holds. */
export interface TermRule {
  readonly value: ValueKind;
  /** `dated` terms happen on their day and add up; `standing` ones hold from it until the next of their kind. */
  readonly holds: 'once' | 'standing' | 'dated';
  readonly dateNeeded?: true;
  readonly party?: false;
  readonly item?: true;
  /** The payer may have it. */
  readonly payer?: true;
}

const rules = {
  payer: { value: 'blank', holds: 'once', payer: true },
  deduction: { value: 'rate', holds: 'standing', party: false, item: true },
  share: { value: 'rate', holds: 'standing', item: true, payer: true },
  tier: { value: 'rate', holds: 'standing', item: true },
  'monthly fee': { value: 'amount', holds: 'standing', dateNeeded: true },
  'item fee': { value: 'amount', holds: 'standing', item: true },
  'monthly cap': { value: 'amount', holds: 'standing' },
  'total cap': { value: 'amount', holds: 'standing' },
  guarantee: { value: 'amount', holds: 'standing', dateNeeded: true },
  reserve: { value: 'rate', holds: 'standing' },
  'recoup rate': { value: 'rate', holds: 'standing' },
  'cost-plus': { value: 'margin', holds: 'standing' },
  'minimum payout': { value: 'amount', holds: 'standing', payer: true },
  'payment days': { value: 'days', holds: 'standing', payer: true },
  bonus: { value: 'amount', holds: 'dated', dateNeeded: true },
  fee: { value: 'amount', holds: 'dated', dateNeeded: true },
  expense: { value: 'amount', holds: 'dated', dateNeeded: true },
  advance: { value: 'amount', holds: 'dated', dateNeeded: true },
  'opening balance': { value: 'balance', holds: 'dated', dateNeeded: true },
  'opening count': { value: 'amount', holds: 'dated', dateNeeded: true, item: true },
} as const satisfies Record<string, TermRule>;

export type TermName = keyof typeof rules;

export const TERMS: Readonly<Record<TermName, TermRule>> = rules;
export const TERM_NAMES = Object.keys(rules) as TermName[];

/** Standing terms of which several rows of one date belong together. */
export const SETS: readonly TermName[] = ['tier', 'deduction'];

/** The opening ones begin an account, but no month. */
export const isOpening = (term: TermName): boolean => term === 'opening balance' || term === 'opening count';
