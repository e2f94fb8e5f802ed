import { add, subtract, type Integer } from '../integer';
import type { PartyInput } from './month-inputs';
import { BEFORE, CHANGING, CHANGING_KINDS, partyMonth, type ChangingKind, type PartyMonth } from './party-month';
import { PartyPools, type OpeningCount, type Pool, type PoolChange } from './pools';
import type { MonthReceipts } from './receipts';

/** One month of a party as it is known: what went in, and what came out. */
export interface KnownMonth {
  readonly month: number;
  readonly input: PartyInput;
  readonly result: PartyMonth;
  /** What of earlier months it releases. */
  readonly released: readonly { readonly month: number; readonly amount: Integer }[];
}

/** What later refunds made of an amount of an earlier month. */
export interface Change {
  readonly kind: ChangingKind;
  readonly before: Integer;
  readonly after: Integer;
  readonly known: KnownMonth;
  /** The pools of the month that earn something else now. */
  readonly pools: readonly PoolChange[];
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
  next({ late, batches }: MonthReceipts): KnownMonth & { pools: Pool[]; changes: Change[] } {
    const changes = this.change(this.pools.change(late));
    const pools = this.pools.addMonth(this.months.length, batches.values());
    this.months.push(this.compute(this.months.length));
    return { ...this.known(this.months.length - 1), pools, changes };
  }

  private known(month: number): KnownMonth {
    const released = this.releases[month]!.map((earlier) => ({ month: earlier, amount: this.months[earlier]!.held }));
    return { month, input: this.inputs[month]!, result: this.months[month]!, released };
  }

  /** Computes the months again from the first whose share is another one now. */
  private change(pools: readonly PoolChange[]): Change[] {
    const changes: Change[] = [];
    const first = pools.reduce((earliest, { pool }) => Math.min(earliest, pool.month), Infinity);
    for (let month = first; month < this.months.length; month++) {
      const before = this.months[month]!;
      const after = this.compute(month);
      this.months[month] = after;
      for (const kind of CHANGING_KINDS) {
        const was = CHANGING[kind](before);
        const is = CHANGING[kind](after);
        if (is === was || !subtract(is, was)) continue;
        const own = kind === 'share' ? pools.filter(({ pool }) => pool.month === month) : [];
        changes.push({ kind, before: was, after: is, known: this.known(month), pools: own });
      }
    }
    return changes;
  }

  private compute(month: number): PartyMonth {
    const released = this.releases[month]!.reduce<Integer>((all, earlier) => add(all, this.months[earlier]!.held), 0);
    return partyMonth(this.inputs[month]!, this.pools.shares[month]!, released, this.months[month - 1] ?? BEFORE);
  }
}
