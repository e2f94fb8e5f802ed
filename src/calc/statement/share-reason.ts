import { isoOfDay } from '../day';
import { add, least, most, subtract, sum, type Integer } from '../integer';
import { portion } from '../decimal';
import { countedBefore, inOrder, type Pool, type PoolChange } from './pools';
import type { Tariff } from './tariff';
import { listInWords, percentInWords } from './words';

/** `general`, the item, or one of these from a day on: what a share line is of. */
export function poolInWords({ terms, further, day }: Readonly<Pool>, spelling: ReadonlyMap<string, string>): string {
  const scope = terms.scope ? spelling.get(terms.scope.key)! : 'general';
  return further ? `${scope} from ${isoOfDay(day)}` : scope;
}

/** Why a pool earns what it earns: `30 % of 6,000.00 and 40 % of the 1,760.00 above 10,000.00`. */
export function shareReason({ terms, ...pool }: Readonly<Pool>, money: (units: Integer) => string): () => string {
  // The pool may change with later months, and the reason must not.
  const { net, share } = pool;
  const counted = countedBefore({ terms, ...pool });
  return () => {
    const { tariff } = terms;
    if (tariff.tiers.length === 0) return `${percentInWords(tariff.share)} of ${money(net)}`;
    const [from, to] = [counted, add(counted, net)];
    const slices = from >= 0 && net > 0 ? slicesOf(tariff, from, to) : null;
    const before = counted ? `, after ${money(counted)} counted before` : '';
    // Slices rounded one by one may differ by a cent from what is rounded in all: then the totals are told.
    if (slices && !subtract(sum(slices.map(({ earned }) => earned)), share)) {
      return `${listInWords(slices.map((slice) => sliceInWords(tariff, slice, money)))}${before}`;
    }
    const total = (amount: Integer) => `${money(tariff.total(amount))} for ${money(amount)}`;
    const rates = tariffInWords(tariff, money);
    return counted
      ? `${total(to)} in all less ${total(from)} counted before, at ${rates}`
      : `${total(to)}, at ${rates}`;
  };
}

/** Why a month's share is another one after refunds: by what its pools earn now. */
export function changedShareReason(
  changes: readonly PoolChange[],
  [before, after]: readonly [Integer, Integer],
  spelling: ReadonlyMap<string, string>,
  money: (units: Integer) => string,
): string {
  return [...changes]
    .sort((a, b) => inOrder(a.pool, b.pool))
    .map((change) => {
      const { pool } = change;
      const isPlain = !pool.terms.scope && !pool.further;
      const reason = `${isPlain ? '' : `${poolInWords(pool, spelling)}: `}${shareReason(pool, money)()}`;
      // Where it is not all that the month shares, it tells the share only beside what it was.
      const isAll = !subtract(pool.share, after) && !subtract(change.before, before);
      return isAll ? reason : `${reason}, where it was ${money(change.before)}`;
    })
    .join('; ');
}

interface Slice {
  readonly from: Integer;
  readonly amount: Integer;
  readonly rate: Tariff['share'];
  readonly earned: Integer;
}

function slicesOf({ tiers, share, cliff }: Tariff, from: Integer, to: Integer): Slice[] | null {
  const steps = [{ threshold: 0 as Integer, rate: share }, ...tiers];
  if (cliff) {
    if (from) return null;
    const { threshold, rate } = steps.reduce((reached, step) => (step.threshold <= to ? step : reached));
    return [{ from: threshold, amount: to, rate, earned: portion(to, rate) }];
  }
  return steps.flatMap(({ threshold, rate }, i) => {
    const next = steps[i + 1]?.threshold ?? to;
    const amount = subtract(least(to, next), most(from, threshold));
    return amount > 0 ? [{ from: threshold, amount, rate, earned: portion(amount, rate) }] : [];
  });
}

function sliceInWords({ cliff }: Tariff, { from, amount, rate }: Slice, money: (units: Integer) => string): string {
  if (cliff) return `${percentInWords(rate)} of ${money(amount)}${from ? `, which reaches ${money(from)}` : ''}`;
  return from
    ? `${percentInWords(rate)} of the ${money(amount)} above ${money(from)}`
    : `${percentInWords(rate)} of ${money(amount)}`;
}

function tariffInWords({ share, tiers, cliff }: Tariff, money: (units: Integer) => string): string {
  const steps = tiers.map(({ threshold, rate }) =>
    cliff
      ? `${percentInWords(rate)} of everything once ${money(threshold)} is reached`
      : `${percentInWords(rate)} above ${money(threshold)}`,
  );
  return listInWords([percentInWords(share), ...steps]);
}
