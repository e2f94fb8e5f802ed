import { plus, ZERO } from '../arithmetic';
import type { Decimal } from '../decimal';
import type { Name, Term } from './deal';
import type { Parties } from './parties';
import { BEGINNING, type StandingTerms } from './standing';
import { tariffOf, type Tariff } from './tariff';
import type { TermName } from './terms';

/** The terms of one party that a pool's rows have in common. */
export interface PoolTerms {
  /** The item whose own terms these are; null for the general ones. */
  readonly scope: Name | null;
  readonly share: Term | null;
  readonly tiers: readonly Term[];
  readonly tariff: Tariff;
}

/** What holds for the sale rows of one item between two changes of terms. */
export interface SaleTerms {
  readonly deduction: Decimal;
  /** By party; null for the payer, who takes the rest. */
  readonly pools: readonly (PoolTerms | null)[];
}

const ASKED_BY_SALE: readonly TermName[] = ['deduction', 'share', 'tier'];

/** Finds the terms of sale rows: rows with the same terms get the same object. */
export class SaleTermsFinder {
  /** The days on which something changes. */
  private readonly changes: readonly number[];
  private readonly named: ReadonlySet<string>;
  private readonly epochs = new Map<number, number>();
  /** By item ('' for all those that no term names), then by how many changes there were before. */
  private readonly found = new Map<string, SaleTerms[]>();
  private readonly pools = new Map<string, PoolTerms>();

  constructor(
    private readonly standing: StandingTerms,
    private readonly parties: Parties,
    private readonly decimals: number,
    terms: readonly Term[],
  ) {
    const asked = terms.filter(({ term }) => ASKED_BY_SALE.includes(term));
    this.changes = [...new Set(asked.map(({ day }) => day ?? BEGINNING))].sort((a, b) => a - b);
    this.named = new Set(asked.flatMap(({ item }) => (item ? [item.key] : [])));
  }

  of(day: number, item: Name | null): SaleTerms {
    const own = item && this.named.has(item.key) ? item : null;
    const key = own?.key ?? '';
    let byEpoch = this.found.get(key);
    if (!byEpoch) this.found.set(key, (byEpoch = []));
    return (byEpoch[this.epochOf(day)] ??= this.find(day, own));
  }

  /** How many changes there were up to a day. */
  epochOf(day: number): number {
    let epoch = this.epochs.get(day);
    if (epoch === undefined) {
      epoch = 0;
      while (epoch < this.changes.length && this.changes[epoch]! <= day) epoch++;
      this.epochs.set(day, epoch);
    }
    return epoch;
  }

  private find(day: number, item: Name | null): SaleTerms {
    const deductions = this.standing.forItem('deduction', null, item, day);
    return {
      deduction: deductions.map(({ rate }) => rate).reduce(plus, ZERO),
      pools: this.parties.names.map((party, i) => (i === this.parties.payer ? null : this.poolTerms(party, item, day))),
    };
  }

  private poolTerms(party: Name, item: Name | null, day: number): PoolTerms {
    const ownShare = item && this.standing.one('share', party, item, day);
    const ownTiers = item ? this.standing.at('tier', party, item, day) : [];
    const scope = ownShare || ownTiers.length > 0 ? item : null;
    const share = ownShare ?? this.standing.one('share', party, null, day);
    const tiers = scope ? ownTiers : this.standing.at('tier', party, null, day);
    const key = [party.key, scope?.key ?? '', share?.row ?? '', tiers[0]?.row ?? ''].join('\n');
    let terms = this.pools.get(key);
    if (!terms) this.pools.set(key, (terms = { scope, share, tiers, tariff: tariffOf(share, tiers, this.decimals) }));
    return terms;
  }
}
