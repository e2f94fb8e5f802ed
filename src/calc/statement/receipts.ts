import { portion } from '../decimal';
import { add, negate, subtract, sum, type Integer } from '../integer';
import type { Name } from './deal';
import type { Agreement } from './examine';
import type { LinkedSale } from './linked-sales';
import type { SaleTerms } from './sale-terms';

/** The sale rows of one month that have their terms in common. */
export interface Batch {
  readonly terms: SaleTerms;
  /** The day of its first sale row. */
  day: number;
  /** Their net at the end of their own month. */
  net: Integer;
}

/** What later refunds change about the rows of an earlier month. */
export interface LateChange {
  readonly month: number;
  readonly batch: Batch;
  readonly net: Integer;
}

/** What came in in one month. */
export interface MonthReceipts {
  gross: Integer;
  refunds: Integer;
  /** With the rate deductions. */
  deductions: Integer;
  costs: Integer;
  readonly batches: Map<SaleTerms, Batch>;
  /** Changes of earlier months that this month learned of. */
  readonly late: LateChange[];
  /** By party: the net of what it received less what it gave back. */
  readonly collected: Integer[];
}

export interface Receipts {
  readonly months: readonly MonthReceipts[];
  /** The first sale of each item that has a gross, by item. */
  readonly firstSales: ReadonlyMap<string, { readonly item: Name; readonly day: number }>;
  /** How an item is spelled in its first row. */
  readonly spelling: ReadonlyMap<string, string>;
}

/** Sums up the sale rows and refunds up to the last day that counts. */
export function receiptsOf({ calendar, parties, sales, saleTerms }: Agreement): Receipts {
  const months = Array.from({ length: calendar.count }, (): MonthReceipts => ({
    gross: 0,
    refunds: 0,
    deductions: 0,
    costs: 0,
    batches: new Map(),
    late: [],
    collected: parties.names.map(() => 0),
  }));
  const firstSales = new Map<string, { item: Name; day: number }>();
  const spelling = new Map<string, string>();
  for (const linked of sales) {
    const { day, item, filled } = linked.sale;
    if (item && !spelling.has(item.key)) spelling.set(item.key, item.text);
    if (day > calendar.asOf) continue;
    const first = item && filled ? firstSales.get(item.key) : undefined;
    if (item && filled && !(first && first.day <= day)) firstSales.set(item.key, { item, day });
    const terms = saleTerms.of(day, item);
    const index = calendar.monthOf(day);
    const month = months[index]!;
    let batch = month.batches.get(terms);
    if (!batch) month.batches.set(terms, (batch = { terms, day, net: 0 }));
    if (day < batch.day) batch.day = day;
    addSale(months, index, batch, linked, (when) => (when > calendar.asOf ? null : calendar.monthOf(when)));
  }
  return { months, firstSales, spelling };
}

function addSale(
  months: readonly MonthReceipts[],
  index: number,
  batch: Batch,
  { sale, collector, refunds }: LinkedSale,
  monthOf: (day: number) => number | null,
): void {
  const month = months[index]!;
  const { gross } = sale;
  const rate = batch.terms.deduction;
  let refunded = sale.refunds;
  let byRate = portion(subtract(gross, refunded), rate);
  const received = subtract(subtract(gross, refunded), sale.deductions);
  const net = subtract(subtract(received, sale.costs), byRate);
  month.gross = add(month.gross, gross);
  month.refunds = add(month.refunds, refunded);
  month.deductions = add(month.deductions, add(sale.deductions, byRate));
  month.costs = add(month.costs, sale.costs);
  batch.net = add(batch.net, net);
  month.collected[collector] = add(month.collected[collector]!, net);
  for (const { refund, giver } of refunds) {
    const when = monthOf(refund.day);
    if (when === null) continue;
    refunded = add(refunded, refund.refunds);
    const after = portion(subtract(gross, refunded), rate);
    const deductions = add(refund.deductions, subtract(after, byRate));
    byRate = after;
    const change = negate(sum([refund.refunds, deductions, refund.costs]));
    const { collected, late } = months[when]!;
    collected[giver] = add(collected[giver]!, change);
    if (when > index) {
      late.push({ month: index, batch, net: change });
      continue;
    }
    month.refunds = add(month.refunds, refund.refunds);
    month.deductions = add(month.deductions, deductions);
    month.costs = add(month.costs, refund.costs);
    batch.net = add(batch.net, change);
  }
}
