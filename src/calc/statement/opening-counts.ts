import type { Name } from './deal';
import type { Agreement } from './examine';
import type { OpeningCount } from './pools';

/**
 * What a party's contract tiers count from, by scope ('' for the general one), in order of the months. A count from
 * before the first month stands in it; of several in one month the latest holds.
 */
export function openingCountsOf({ terms, calendar }: Agreement, party: Name): Map<string, OpeningCount[]> {
  const counts = terms
    .filter(({ term, party: of, day }) => term === 'opening count' && of!.key === party.key && day! <= calendar.asOf)
    .sort((a, b) => a.day! - b.day!);
  const byScope = new Map<string, OpeningCount[]>();
  for (const { item, day, amount } of counts) {
    const scope = item?.key ?? '';
    const list = byScope.get(scope) ?? [];
    byScope.set(scope, list);
    list.push({ month: Math.max(calendar.monthOf(day!), 0), amount });
  }
  return byScope;
}
