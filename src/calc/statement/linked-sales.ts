import { isoOfDay } from '../day';
import { add, sum, type Integer } from '../integer';
import { namesInWords, quote, shortened } from '../quote';
import type { Name, Refund, Sale } from './deal';
import type { Parties } from './parties';
import { rowProblem, type Problem } from './problem';
import { amountInWords } from './words';

/** A sale row with the refund rows that name it. */
export interface LinkedSale {
  readonly sale: Sale;
  /** Which party received its money. */
  readonly collector: number;
  /** By day, and on one day by the name of who gave the money back. */
  readonly refunds: readonly LinkedRefund[];
}

export interface LinkedRefund {
  readonly refund: Refund;
  /** Which party gave the money back. */
  readonly giver: number;
}

interface Linking {
  readonly sale: Sale;
  readonly collector: number;
  refunds: LinkedRefund[];
}

/** Puts the refund rows to their sale rows. Rows that cannot be counted are problems, and are left out. */
export function linkSales(
  sales: readonly Sale[],
  refunds: readonly Refund[],
  parties: Parties,
  decimals: number,
): { sales: LinkedSale[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const refuse = (row: number, complaint: string, column: string | null = null) => {
    problems.push(rowProblem('revenue', row, complaint, column));
  };
  const partyOf = ({ row }: { row: number }, name: Sale['collectedBy'], otherwise: number): number | null => {
    const party = name ? parties.indexOf(name) : otherwise;
    if (party !== undefined) return party;
    refuse(row, unknownParty(name!, parties), 'Collected by');
    return null;
  };
  const linked: Linking[] = [];
  const byId = new Map<string, Linking | 'several'>();
  for (const sale of sales) {
    const collector = partyOf(sale, sale.collectedBy, parties.payer);
    if (collector === null) continue;
    const entry = { sale, collector, refunds: [] };
    linked.push(entry);
    if (sale.id) byId.set(sale.id.key, byId.has(sale.id.key) ? 'several' : entry);
  }
  for (const refund of refunds) {
    const { row, day, of } = refund;
    const entry = byId.get(of.key);
    if (!entry) refuse(row, `no sale row has the ID ${quote(of.text)}`, 'Refund of');
    else if (entry === 'several')
      refuse(row, `several sale rows have the ID ${quote(of.text)}; one is expected`, 'Refund of');
    else if (day < entry.sale.day) {
      refuse(
        row,
        `${isoOfDay(day)} is before its sale of ${isoOfDay(entry.sale.day)} (row ${entry.sale.row + 1})`,
        'Date',
      );
    } else {
      const giver = partyOf(refund, refund.givenBackBy, entry.collector);
      if (giver !== null) entry.refunds.push({ refund, giver });
    }
  }
  const nameOf = ({ giver }: LinkedRefund) => parties.names[giver]!.key;
  for (const entry of linked) {
    if (entry.refunds.length === 0) continue;
    entry.refunds.sort(
      (a, b) => a.refund.day - b.refund.day || (nameOf(a) < nameOf(b) ? -1 : Number(nameOf(a) > nameOf(b))),
    );
    entry.refunds = withinLimits(entry, decimals, refuse);
  }
  return { sales: linked, problems };
}

/** `"Partnr" is no party of terms; known are: Studio, Partner` */
export const unknownParty = ({ text }: Name, { names }: Parties): string =>
  `${quote(text)} is no party of terms; known are: ${namesInWords(names.map((name) => name.text))}`;

/** The refunds of a sale without those of a day after which more has gone or come back than there was. */
function withinLimits({ sale, refunds }: Linking, decimals: number, refuse: (row: number, complaint: string) => void) {
  const kept: LinkedRefund[] = [];
  let taken: Record<'refunds' | 'deductions' | 'costs', Integer> = sale;
  for (let from = 0; from < refunds.length;) {
    const { day } = refunds[from]!.refund;
    let to = from + 1;
    while (to < refunds.length && refunds[to]!.refund.day === day) to++;
    const ofDay = refunds.slice(from, to);
    from = to;
    const after = {
      refunds: add(taken.refunds, sum(ofDay.map(({ refund }) => refund.refunds))),
      deductions: add(taken.deductions, sum(ofDay.map(({ refund }) => refund.deductions))),
      costs: add(taken.costs, sum(ofDay.map(({ refund }) => refund.costs))),
    };
    const words = (units: Integer) => amountInWords(units, decimals);
    const of = `of ${shortened(sale.id!.text)} (row ${sale.row + 1})`;
    const complaint =
      after.refunds > sale.gross
        ? `all refunds ${of} come to ${words(after.refunds)}, more than its gross of ${words(sale.gross)}`
        : after.deductions < 0
          ? `more deductions ${of} come back than were taken: ${words(after.deductions)} would be left`
          : after.costs < 0
            ? `more costs ${of} come back than there were: ${words(after.costs)} would be left`
            : null;
    if (complaint === null) {
      kept.push(...ofDay);
      taken = after;
    } else {
      // The lower of several rows of one day is the likelier mistake, and is named first.
      const rows = ofDay.map(({ refund }) => refund.row).sort((a, b) => b - a);
      for (const row of rows) refuse(row, complaint);
    }
  }
  return kept;
}
