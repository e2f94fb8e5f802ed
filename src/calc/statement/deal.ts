import type { Decimal } from '../decimal';
import type { Integer } from '../integer';
import type { TermName } from './terms';

/**
 * A deal as it is read from its tables: plain rows, each checked by itself, none yet against the others. Amounts are
 * whole units of 10^-`decimals`, days are serial numbers, `row` is the row of the table it stands in (from 0).
 */
export interface Deal {
  readonly decimals: number;
  /** The last day that counts; null: the last day of the latest month with revenue. */
  readonly asOf: number | null;
  readonly sales: readonly Sale[];
  readonly refunds: readonly Refund[];
  readonly terms: readonly Term[];
  readonly payments: readonly Payment[];
}

/** A name as it is spelled, and what is the same for all its spellings. */
export interface Name {
  readonly key: string;
  readonly text: string;
}

/** What a row of revenue takes off its gross. */
export interface Taken {
  readonly refunds: Integer;
  readonly deductions: Integer;
  readonly costs: Integer;
}

export interface Sale extends Taken {
  readonly row: number;
  readonly day: number;
  readonly id: Name | null;
  readonly item: Name | null;
  readonly gross: Integer;
  /** Something stands in its Gross, be it 0. */
  readonly filled: boolean;
  readonly collectedBy: Name | null;
}

/** What a refund row adds to the amounts of its sale row. */
export interface Refund extends Taken {
  readonly row: number;
  readonly day: number;
  /** The ID of the sale row. */
  readonly of: Name;
  readonly givenBackBy: Name | null;
}

export interface Term {
  readonly row: number;
  readonly term: TermName;
  readonly party: Name | null;
  readonly item: Name | null;
  /** From which day on, or on which day; null: from the beginning. */
  readonly day: number | null;
  /** Its value is `none`: what held before ends. */
  readonly ends: boolean;
  /** What is a rate; 0 in all other terms. */
  readonly rate: Decimal;
  /** What is an amount or a number of days; 0 in all other terms. */
  readonly amount: Integer;
  /** Of a tier. */
  readonly tier: TierOptions | null;
  /** Of a reserve: whole months until it is released. */
  readonly months: number;
}

export interface TierOptions {
  readonly threshold: Integer;
  readonly mode: 'marginal' | 'cliff';
  readonly per: 'month' | 'contract';
}

export interface Payment {
  readonly row: number;
  readonly day: number;
  readonly to: Name;
  /** Who paid; null: the payer. */
  readonly from: Name | null;
  readonly amount: Integer;
}
