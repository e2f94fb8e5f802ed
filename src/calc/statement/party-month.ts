import { portion, type Decimal } from '../decimal';
import { add, least, most, negate, subtract, sum, type Integer } from '../integer';
import { recoup } from '../recoup';

/** The terms of one party that are asked by month; null where none is in force. */
export interface MonthTerms {
  readonly monthlyFee: Integer;
  readonly monthlyCap: Integer | null;
  readonly totalCap: Integer | null;
  readonly guarantee: Integer | null;
  readonly reserve: { readonly rate: Decimal; readonly months: number } | null;
  readonly recoupRate: Decimal;
  readonly minimumPayout: Integer;
  readonly paymentDays: number | null;
}

/** What a party has in a month apart from its share, and whether the month is over. */
export interface MonthInput {
  readonly terms: MonthTerms;
  readonly completed: boolean;
  readonly itemFees: Integer;
  readonly bonus: Integer;
  readonly advance: Integer;
}

/** What becomes of one party's share, fees and bonus in a month. Cuts, held and recouped amounts are 0 or more here. */
export interface PartyMonth {
  readonly share: Integer;
  /** Share, fees and bonus. */
  readonly earned: Integer;
  readonly monthlyCut: Integer;
  readonly totalCut: Integer;
  readonly topUp: Integer;
  /** Share and bonus after the cuts, at least 0: what is held from. */
  readonly holdable: Integer;
  readonly held: Integer;
  readonly released: Integer;
  /** What an advance can be recouped from, and the advance as it is before that. */
  readonly recoupable: Integer;
  readonly openAdvance: Integer;
  readonly recouped: Integer;
  /** Share, fees and bonus after all cuts, up to and with this month. */
  readonly earnedInAll: Integer;
  readonly advanceBalance: Integer;
}

/** The state before the first month. */
export const BEFORE: Pick<PartyMonth, 'earnedInAll' | 'advanceBalance'> = { earnedInAll: 0, advanceBalance: 0 };

/**
 * Caps, top-up, reserve and recoupment of one month.
 *
 * @param released what was held in earlier months and is released in this one
 */
export function partyMonth(
  { terms, completed, itemFees, bonus, advance }: MonthInput,
  share: Integer,
  released: Integer,
  before: Pick<PartyMonth, 'earnedInAll' | 'advanceBalance'>,
): PartyMonth {
  const { monthlyCap, totalCap, guarantee, reserve } = terms;
  const earned = sum([share, terms.monthlyFee, itemFees, bonus]);
  const monthlyCut = monthlyCap === null ? 0 : most(0, subtract(earned, monthlyCap));
  const capped = subtract(earned, monthlyCut);
  const over = totalCap === null ? 0 : subtract(add(before.earnedInAll, capped), totalCap);
  const totalCut = most(0, least(capped, over));
  const left = subtract(capped, totalCut);
  const topUp = guarantee !== null && completed ? most(0, subtract(guarantee, left)) : 0;
  const holdable = most(0, subtract(subtract(add(share, bonus), monthlyCut), totalCut));
  const held = reserve ? portion(holdable, reserve.rate) : 0;
  const recoupable = most(0, add(subtract(holdable, held), released));
  const { recouped, balance } = recoup(before.advanceBalance, advance, recoupable, terms.recoupRate);
  return {
    share,
    earned,
    monthlyCut,
    totalCut,
    topUp,
    holdable,
    held,
    released,
    recoupable,
    openAdvance: add(before.advanceBalance, advance),
    recouped,
    earnedInAll: add(before.earnedInAll, left),
    advanceBalance: balance,
  };
}

/** The kinds of amounts that later refunds can change, as they stand on a statement. */
export const CHANGING = {
  share: ({ share }: PartyMonth): Integer => share,
  cap: ({ monthlyCut, totalCut }: PartyMonth): Integer => negate(add(monthlyCut, totalCut)),
  'top-up': ({ topUp }: PartyMonth): Integer => topUp,
  held: ({ held }: PartyMonth): Integer => negate(held),
  released: ({ released }: PartyMonth): Integer => released,
  recouped: ({ recouped }: PartyMonth): Integer => negate(recouped),
} as const;

export type ChangingKind = keyof typeof CHANGING;
export const CHANGING_KINDS = Object.keys(CHANGING) as ChangingKind[];
