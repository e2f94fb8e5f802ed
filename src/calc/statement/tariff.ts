import { decimalOf, numberOf, portion, rescale, type Decimal } from '../decimal';
import type { Integer } from '../integer';
import { commission } from '../tiers';
import type { Term } from './deal';

/** What a pool earns a party: a share, or a share and tiers above it. */
export interface Tariff {
  /** The rate of the share; 0 without one. */
  readonly share: Decimal;
  /** From the lowest threshold up; none where the share is all. */
  readonly tiers: readonly { readonly threshold: Integer; readonly rate: Decimal }[];
  readonly cliff: boolean;
  /** What is counted towards the tiers begins anew each month, or goes on through the contract. */
  readonly perContract: boolean;
  /** What a total earns, rounded. */
  total(amount: Integer): Integer;
}

const NOTHING = decimalOf(0);

export function tariffOf(share: Term | null, terms: readonly Term[], decimals: number): Tariff {
  const rate = share?.rate ?? NOTHING;
  const tiers = terms
    .map(({ rate, tier }) => ({ threshold: tier!.threshold, rate }))
    .sort((a, b) => (a.threshold < b.threshold ? -1 : 1));
  const { mode, per } = terms[0]?.tier ?? {};
  const cliff = mode === 'cliff';
  const number = ({ units, places }: Decimal) => numberOf(units, places);
  const tiered =
    tiers.length > 0
      ? commission(
          [
            { from: 0, rate: number(rate) },
            ...tiers.map(({ threshold, rate }) => ({ from: numberOf(threshold, decimals), rate: number(rate) })),
          ],
          cliff,
        )
      : null;
  const total = (amount: Integer): Integer =>
    tiered && amount > 0 ? rescale(tiered({ units: amount, places: decimals }), decimals) : portion(amount, rate);
  return {
    share: rate,
    tiers,
    cliff,
    perContract: per === 'contract',
    total,
  };
}
