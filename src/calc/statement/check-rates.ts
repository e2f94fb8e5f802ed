import { minus, plus, ZERO } from '../arithmetic';
import { isoOfDay } from '../day';
import { namesInWords, shortened } from '../quote';
import { above, ONE } from './check-terms';
import type { Term } from './deal';
import type { LinkedSale } from './linked-sales';
import type { Parties } from './parties';
import { rowProblem, type Problem } from './problem';
import type { PoolTerms, SaleTerms, SaleTermsFinder } from './sale-terms';
import type { StandingTerms } from './standing';
import { percentInWords } from './words';

/** Days of sales on which more than everything would be shared out, or the payer's share is not the rest. */
export function checkRates(
  sales: readonly LinkedSale[],
  finder: SaleTermsFinder,
  standing: StandingTerms,
  parties: Parties,
): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<SaleTerms>();
  const epochs = new Set<number>();
  const add = (problem: Problem | null) => problem && problems.push(problem);
  for (const { sale } of sales) {
    const terms = finder.of(sale.day, sale.item);
    if (!seen.has(terms)) {
      seen.add(terms);
      add(checkHighest(terms, sale.day));
    }
    const epoch = finder.epochOf(sale.day);
    if (epochs.has(epoch)) continue;
    epochs.add(epoch);
    add(checkPayersShare(sale.day, standing, parties));
  }
  return problems;
}

/** The row of the highest rate that a party can come to; null where it has none. */
const highestOf = ({ share, tiers }: PoolTerms): Term | null =>
  [...(share ? [share] : []), ...tiers].reduce<Term | null>(
    (most, term) => (most && !above(term.rate, most.rate) ? most : term),
    null,
  );

function checkHighest({ pools }: SaleTerms, day: number): Problem | null {
  const highest = pools.flatMap((pool) => (pool && highestOf(pool)) ?? []);
  const sum = highest.map(({ rate }) => rate).reduce(plus, ZERO);
  if (!above(sum, ONE)) return null;
  const complaint = `on ${isoOfDay(day)} the highest rates come to ${percentInWords(sum)} (${inWords(highest)}); at most 100 % is expected`;
  return rowProblem('terms', Math.max(...highest.map(({ row }) => row)), complaint, 'Value');
}

function checkPayersShare(day: number, standing: StandingTerms, { names, payer }: Parties): Problem | null {
  const own = standing.one('share', names[payer]!, null, day);
  if (!own) return null;
  const shares = names.flatMap((name) => standing.one('share', name, null, day) ?? []);
  const sum = shares.map(({ rate }) => rate).reduce(plus, ZERO);
  if (!minus(sum, ONE).units) return null;
  const complaint = `on ${isoOfDay(day)} the general shares come to ${percentInWords(sum)} (${inWords(shares)}); with the payer's they must make 100 %`;
  return rowProblem('terms', own.row, complaint, 'Value');
}

const inWords = (terms: readonly Term[]): string =>
  namesInWords(terms.map(({ party, rate }) => `${shortened(party!.text)} ${percentInWords(rate)}`));
