import { add, subtract, type Integer } from '../integer';
import type { Name } from './deal';
import type { Batch, LateChange } from './receipts';
import type { PoolTerms } from './sale-terms';

/** Rows of one month that one party's terms treat alike. */
export interface Pool {
  readonly month: number;
  readonly terms: PoolTerms;
  /** The day of its first sale row. */
  readonly day: number;
  /** Not the first of its scope in the month. */
  readonly further: boolean;
  net: Integer;
  /** What the earlier pools of its scope came to: in this month, and in the contract. */
  countedInMonth: Integer;
  countedInContract: Integer;
  /** What it earns the party: in tiers, what all that is counted after it earns less what was counted before it. */
  share: Integer;
  earnedBefore: Integer;
  earnedAfter: Integer;
}

/** What later refunds made of a pool, as it is after them. */
export interface PoolChange {
  readonly pool: Readonly<Pool>;
  /** What it earned before them. */
  readonly before: Integer;
}

/** What a contract's tiers count from, from a month on. */
export interface OpeningCount {
  readonly month: number;
  readonly amount: Integer;
}

/** What is counted towards the tiers of a pool when it begins. */
export const countedBefore = ({ terms, countedInMonth, countedInContract }: Pool): Integer =>
  terms.tariff.perContract ? countedInContract : countedInMonth;

/** Pools of one month: by their first sale, of one day general first, then by item. */
export const inOrder = (a: Pick<Pool, 'day' | 'terms'>, b: Pick<Pool, 'day' | 'terms'>): number =>
  a.day - b.day || compareScopes(a.terms.scope, b.terms.scope);

/** @param before the pool before it: mostly what that ends with is what this one begins with */
function earn(pool: Pool, before: Pool | undefined): void {
  const { tariff } = pool.terms;
  if (tariff.tiers.length === 0) {
    pool.share = tariff.total(pool.net);
    return;
  }
  const counted = countedBefore(pool);
  const goesOn = before?.terms === pool.terms && isSame(add(countedBefore(before), before.net), counted);
  pool.earnedBefore = goesOn ? before.earnedAfter : tariff.total(counted);
  pool.earnedAfter = tariff.total(add(counted, pool.net));
  pool.share = subtract(pool.earnedAfter, pool.earnedBefore);
}

const isSame = (a: Integer, b: Integer): boolean => a === b || !subtract(a, b);

/** The pools of one party and scope, in order of time: what one comes to counts towards the next ones' tiers. */
class Chain {
  readonly pools: Pool[] = [];
  readonly places = new Map<Pool, number>();

  constructor(private readonly openings: readonly OpeningCount[]) {}

  append(pool: Pool): void {
    this.places.set(pool, this.pools.length);
    this.pools.push(pool);
    this.count(this.pools.length - 1);
  }

  /** Counts again from a place on; answers the pools that earn something else now. */
  recount(from: number): PoolChange[] {
    const changes: PoolChange[] = [];
    for (let i = from; i < this.pools.length; i++) {
      const pool = this.pools[i]!;
      const before = pool.share;
      this.count(i);
      if (!isSame(pool.share, before)) changes.push({ pool: { ...pool }, before });
    }
    return changes;
  }

  private count(place: number): void {
    const pool = this.pools[place]!;
    const before = this.pools[place - 1];
    const sameMonth = before?.month === pool.month;
    pool.countedInMonth = sameMonth ? add(before.countedInMonth, before.net) : 0;
    const opening = sameMonth || this.openings.length === 0 ? undefined : this.openingSince(before?.month, pool.month);
    pool.countedInContract = opening ?? (before ? add(before.countedInContract, before.net) : 0);
    earn(pool, before);
  }

  /** The latest opening count that stands after one month and up to another. */
  private openingSince(after = -1, upTo: number): Integer | undefined {
    const standing = this.openings.filter(({ month }) => month > after && month <= upTo);
    return standing[standing.length - 1]?.amount;
  }
}

/** What one party shares in, month by month. */
export class PartyPools {
  /** By month. */
  readonly shares: Integer[] = [];
  private readonly chains = new Map<string, Chain>();
  private readonly ofBatch = new Map<Batch, Pool>();

  /** @param openings by scope ('' for the general one), in order of their months */
  constructor(
    private readonly party: number,
    private readonly openings: ReadonlyMap<string, readonly OpeningCount[]>,
  ) {}

  /** Takes in the rows of the next month; answers its pools in order. */
  addMonth(month: number, batches: Iterable<Batch>): Pool[] {
    const byTerms = new Map<PoolTerms, Batch[]>();
    for (const batch of batches) {
      const terms = batch.terms.pools[this.party]!;
      const list = byTerms.get(terms);
      if (list) list.push(batch);
      else byTerms.set(terms, [batch]);
    }
    const scopes = new Set<string>();
    const pools = [...byTerms]
      .map(([terms, list]) => ({ terms, list, day: list.reduce((first, { day }) => Math.min(first, day), Infinity) }))
      .sort(inOrder)
      .map(({ terms, list, day }) => {
        const net = list.reduce<Integer>((sum, batch) => add(sum, batch.net), 0);
        const scope = keyOf(terms);
        const further = scopes.has(scope);
        scopes.add(scope);
        const pool = { month, terms, day, further, net, countedInMonth: 0, countedInContract: 0, ...NOTHING };
        for (const batch of list) this.ofBatch.set(batch, pool);
        this.chainOf(scope).append(pool);
        return pool;
      });
    this.shares.push(pools.reduce<Integer>((sum, { share }) => add(sum, share), 0));
    return pools;
  }

  /** Takes in changes of earlier months; answers the pools that earn something else now. */
  change(late: readonly LateChange[]): PoolChange[] {
    const touched = new Map<Chain, number>();
    for (const { batch, net } of late) {
      const pool = this.ofBatch.get(batch)!;
      pool.net = add(pool.net, net);
      const chain = this.chainOf(keyOf(pool.terms));
      const place = chain.places.get(pool)!;
      touched.set(chain, Math.min(place, touched.get(chain) ?? place));
    }
    const changes = [...touched].flatMap(([chain, place]) => chain.recount(place));
    for (const { pool, before } of changes) {
      this.shares[pool.month] = add(this.shares[pool.month]!, subtract(pool.share, before));
    }
    return changes;
  }

  private chainOf(scope: string): Chain {
    let chain = this.chains.get(scope);
    if (!chain) this.chains.set(scope, (chain = new Chain(this.openings.get(scope) ?? [])));
    return chain;
  }
}

const NOTHING = { share: 0, earnedBefore: 0, earnedAfter: 0 };

const keyOf = ({ scope }: PoolTerms): string => scope?.key ?? '';

/** General first, then by item. */
function compareScopes(a: Name | null, b: Name | null): number {
  const [left, right] = [a?.key ?? '', b?.key ?? ''];
  return left < right ? -1 : Number(left > right);
}
