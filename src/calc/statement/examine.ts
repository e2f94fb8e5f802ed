import { isoOfDay } from '../day';
import { shortened } from '../quote';
import { calendarOf, type Calendar } from './calendar';
import { checkGuarantees } from './check-guarantees';
import { checkRates } from './check-rates';
import { checkTerms } from './check-terms';
import type { Deal, Payment, Term } from './deal';
import { linkSales, unknownParty, type LinkedSale } from './linked-sales';
import { partiesOf, type Parties } from './parties';
import { rowProblem, type Problem } from './problem';
import { SaleTermsFinder } from './sale-terms';
import { StandingTerms } from './standing';
import { isOpening, TERMS } from './terms';

/** A deal whose rows fit together. */
export interface Agreement {
  readonly decimals: number;
  readonly calendar: Calendar;
  readonly parties: Parties;
  readonly terms: readonly Term[];
  readonly standing: StandingTerms;
  readonly saleTerms: SaleTermsFinder;
  readonly sales: readonly LinkedSale[];
  readonly payments: readonly Payment[];
}

export interface Examined {
  /** What can be computed, without the rows that are left out; null where a problem concerns all of it. */
  readonly agreement: Agreement | null;
  /** What is wrong, in the order in which it was found. */
  readonly problems: readonly Problem[];
}

/** Holds the rows of a deal against each other. All rows are checked, also those after its last day. */
export function examine(deal: Deal): Examined {
  const { decimals, terms } = deal;
  const parties = partiesOf(terms);
  const standing = new StandingTerms(terms);
  const wrongTerms = checkTerms(terms, standing, parties);
  if (wrongTerms.length > 0) return { agreement: null, problems: wrongTerms };

  const linked = linkSales(deal.sales, deal.refunds, parties, decimals);
  const refunds = linked.sales.flatMap((entry) => entry.refunds.map(({ refund }) => refund));
  const calendar = calendarOf({ ...deal, sales: linked.sales.map(({ sale }) => sale), refunds });
  const early = beforeOpening(linked.sales, calendar);
  const sales = early.length === 0 ? linked.sales : linked.sales.filter(({ sale }) => !isEarly(sale.day, calendar));
  const { payments, problems: wrongPayments } = checkPayments(deal.payments, parties, calendar);
  const saleTerms = new SaleTermsFinder(standing, parties, decimals, terms);
  const problems = [
    ...linked.problems,
    ...early,
    ...termsBeforeOpening(terms, calendar),
    ...checkRates(sales, saleTerms, standing, parties),
    ...checkGuarantees(standing, parties, calendar, decimals),
    ...wrongPayments,
  ];
  if (problems.some(({ fatal }) => fatal)) return { agreement: null, problems };
  return { agreement: { decimals, calendar, parties, terms, standing, saleTerms, sales, payments }, problems };
}

const isEarly = (day: number, { opens }: Calendar): boolean => opens !== null && day < opens;

/** `the opening balance of 2025-01-15 (terms, row 6)` */
const openingInWords = ({ opening }: Calendar): string =>
  `the opening balance of ${isoOfDay(opening!.day!)} (terms, row ${opening!.row + 1})`;

const tooEarly = (day: number, calendar: Calendar): string =>
  `${isoOfDay(day)} is before ${isoOfDay(calendar.opens!)}, the first day after what ${openingInWords(calendar)} holds`;

function beforeOpening(sales: readonly LinkedSale[], calendar: Calendar): Problem[] {
  return sales.flatMap(({ sale, refunds }) => {
    if (!isEarly(sale.day, calendar)) return [];
    const complaint = tooEarly(sale.day, calendar);
    const orphan = `its sale (row ${sale.row + 1}) is left out: ${complaint}`;
    return [
      rowProblem('revenue', sale.row, complaint, 'Date'),
      ...refunds.map(({ refund }) => rowProblem('revenue', refund.row, orphan, 'Refund of')),
    ];
  });
}

function termsBeforeOpening(terms: readonly Term[], calendar: Calendar): Problem[] {
  return terms.flatMap(({ row, term, day }) => {
    if (TERMS[term].holds !== 'dated' || isOpening(term) || !isEarly(day!, calendar)) return [];
    return [rowProblem('terms', row, `${term}: ${tooEarly(day!, calendar)}`, 'Effective from')];
  });
}

function checkPayments(payments: readonly Payment[], parties: Parties, calendar: Calendar) {
  const problems: Problem[] = [];
  const kept = payments.filter(({ row, day, to, from }) => {
    const problem = (complaint: string, column: string) => {
      problems.push(rowProblem('payments', row, complaint, column));
      return false;
    };
    const [receiver, payer] = [parties.indexOf(to), from ? parties.indexOf(from) : parties.payer];
    if (receiver === undefined) return problem(unknownParty(to, parties), 'Party');
    if (payer === undefined) return problem(unknownParty(from!, parties), 'From');
    if (receiver === payer)
      return problem(`${shortened(to.text)} would pay itself; From and Party must be two parties`, 'Party');
    const { opening } = calendar;
    if (!opening || day >= opening.day!) return true;
    return problem(
      `${isoOfDay(day)} is before ${openingInWords(calendar)}, which holds it already; leave the payment out`,
      'Date',
    );
  });
  return { payments: kept, problems };
}
