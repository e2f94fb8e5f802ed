import { plus, minus, ZERO } from '../arithmetic';
import { isoOfDay, isoOfMonth } from '../day';
import type { Decimal } from '../decimal';
import { shortened } from '../quote';
import type { Term } from './deal';
import type { Parties } from './parties';
import { rowProblem, type Problem } from './problem';
import { BEGINNING, type StandingTerms, type TermSet } from './standing';
import { SETS, TERMS } from './terms';
import { percentInWords } from './words';

export const ONE: Decimal = { units: 1, places: 0 };

export const above = (a: Decimal, b: Decimal): boolean => minus(a, b).units > 0;

/** Terms that contradict each other. */
export function checkTerms(terms: readonly Term[], standing: StandingTerms, parties: Parties): Problem[] {
  return [
    ...checkPayer(terms),
    ...terms.flatMap((term) => checkPartysTerm(term, parties)),
    ...standing.sets().flatMap(checkSet),
    ...checkOpeningCounts(terms),
  ];
}

function checkPayer(terms: readonly Term[]): Problem[] {
  const [first, second] = terms.filter(({ term }) => term === 'payer');
  if (!first)
    return [rowProblem('terms', null, 'no row has the term payer; one row must say who bears what the others get')];
  if (!second) return [];
  const also = `row ${first.row + 1} names ${shortened(first.party!.text)} as the payer already`;
  return [rowProblem('terms', second.row, `${also}; exactly one is expected`, 'Term')];
}

function checkPartysTerm({ row, term, party, item }: Term, { names, payer }: Parties): Problem[] {
  if (!party || party.key !== names[payer]?.key) return [];
  if (!TERMS[term].payer) {
    const complaint = `${term} of the payer ${shortened(party.text)}; a payer may have share, minimum payout and payment days`;
    return [rowProblem('terms', row, complaint, 'Term')];
  }
  if (!item) return [];
  return [
    rowProblem(
      'terms',
      row,
      `a share of the payer ${shortened(party.text)} is for reading only and names no item`,
      'Item',
    ),
  ];
}

function checkSet({ from, terms }: TermSet): Problem[] {
  const [first, ...others] = terms;
  const { term, party, item } = first!;
  const when = from === BEGINNING ? 'from the beginning' : `from ${isoOfDay(from)}`;
  const of = [party, item].flatMap((name) => (name ? [shortened(name.text)] : [])).join(', ');
  const what = `${term}${of && ` of ${of}`} ${when}`;
  const refuse = (row: number, complaint: string, column: string | null = null) => [
    rowProblem('terms', row, complaint, column),
  ];
  const last = others[others.length - 1];
  if (!last) return [];
  if (!SETS.includes(term)) {
    return refuse(others[0]!.row, `a second ${what}; row ${first!.row + 1} has one already, and only one can hold`);
  }
  const ending = terms.find(({ ends }) => ends);
  if (ending) return refuse(ending.row, `none stands beside another ${what}; it must stand alone`, 'Value');
  if (term === 'tier') return checkTiers(terms, what);
  const sum = terms.map(({ rate }) => rate).reduce(plus, ZERO);
  if (!above(sum, ONE)) return [];
  return refuse(last.row, `each ${what} together come to ${percentInWords(sum)}; at most 100 % is expected`, 'Value');
}

function checkTiers(terms: readonly Term[], what: string): Problem[] {
  const [first] = terms;
  const { mode, per } = first!.tier!;
  return terms.flatMap(({ row, tier }, i) => {
    const refuse = (column: string, complaint: string) => [rowProblem('terms', row, complaint, column)];
    if (tier!.mode !== mode)
      return refuse('Mode', `${tier!.mode}, where another ${what} is ${mode}; one for all is expected`);
    if (tier!.per !== per)
      return refuse('Per', `${tier!.per}, where another ${what} is per ${per}; one for all is expected`);
    const same = terms
      .slice(0, i)
      .find((other) => !(other.tier!.threshold < tier!.threshold || other.tier!.threshold > tier!.threshold));
    if (same) return refuse('Threshold', `row ${same.row + 1} has a ${what} at the same threshold already`);
    return [];
  });
}

function checkOpeningCounts(terms: readonly Term[]): Problem[] {
  const seen = new Map<string, Term>();
  return terms.flatMap((term) => {
    if (term.term !== 'opening count') return [];
    const month = isoOfMonth(term.day!);
    const key = [month, term.party!.key, term.item?.key ?? ''].join('\n');
    const before = seen.get(key);
    seen.set(key, term);
    if (!before) return [];
    return [
      rowProblem(
        'terms',
        term.row,
        `a second opening count of ${shortened(term.party!.text)} in ${month}; row ${before.row + 1} has one already`,
      ),
    ];
  });
}
