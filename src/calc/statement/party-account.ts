import { add, subtract, type Integer } from '../integer';
import type { PartyInput } from './month-inputs';
import { BEFORE, CHANGING, CHANGING_KINDS, partyMonth, type ChangingKind, type PartyMonth } from './party-month';
import { PartyPools, type OpeningCount, type Pool } from './pools';
import type { MonthReceipts } from './receipts';

/** What later refunds made of an amount of an earlier month. */
export interface Change {
  readonly month: number;
  readonly kind: ChangingKind;
  readonly before: Integer;
  readonly after: Integer;
}

/** One party's months as they are known so far: each new month may change the earlier ones. */
export class PartyAccount {
  readonly months: PartyMonth[] = [];
  /** By month: the earlier months of which it releases what was held. */
  private readonly releases: readonly number[][];
  private readonly pools: PartyPools;

  constructor(
    party: number,
    private readonly inputs: readonly PartyInput[],
    openings: ReadonlyMap<string, readonly OpeningCount[]>,
  ) {
    this.pools = new PartyPools(party, openings);
    this.releases = inputs.map(() => []);
    inputs.forEach(({ terms: { reserve } }, month) => {
      if (reserve) this.releases[month + reserve.months]?.push(month);
    });
  }

  /** Takes in the next month: the refunds of earlier months that came with it, then its own rows. */
  next({ late, batches }: MonthReceipts): { pools: Pool[]; changes: Change[]; month: PartyMonth } {
    const changes = this.change(this.pools.change(late));
    const pools = this.pools.addMonth(this.months.length, batches.values());
    const month = this.compute(this.months.length);
    this.months.push(month);
    return { pools, changes, month };
  }

  /** What of earlier months a month releases. */
  released(month: number): { month: number; amount: Integer }[] {
    return this.releases[month]!.map((earlier) => ({ month: earlier, amount: this.months[earlier]!.held }));
  }

  /** Computes the months again from the first whose share is another one now. */
  private change(first: number | null): Change[] {
    const changes: Change[] = [];
    for (let month = first ?? Infinity; month < this.months.length; month++) {
      const before = this.months[month]!;
      const after = this.compute(month);
      this.months[month] = after;
      for (const kind of CHANGING_KINDS) {
        const was = CHANGING[kind](before);
        const is = CHANGING[kind](after);
        if (is !== was && subtract(is, was)) changes.push({ month, kind, before: was, after: is });
      }
    }
    return changes;
  }

  private compute(month: number): PartyMonth {
    const released = this.releases[month]!.reduce<Integer>((all, earlier) => add(all, this.months[earlier]!.held), 0);
    return partyMonth(this.inputs[month]!, this.pools.shares[month]!, released, this.months[month - 1] ?? BEFORE);
  }
}
