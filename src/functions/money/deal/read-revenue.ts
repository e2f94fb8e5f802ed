import type { Name, Refund, Sale } from '../../../calc/statement/deal';
import { shortened } from '../../../calc/quote';
import type { Problem } from '../../../calc/statement/problem';
import { amountInWords } from '../../../calc/statement/words';
import { dayKind } from '../../runner/cell-kind';
import type { RawRange } from '../../runner/grid';
import { Amounts } from './amounts';
import { readRows, type HeadedTable } from './headed-table';

const needed = ['Date', 'Gross'] as const;
const optional = ['ID', 'Item', 'Refunds', 'Deductions', 'Costs', 'Refund of', 'Collected by'] as const;

type Heading = (typeof needed)[number] | (typeof optional)[number];
type RevenueTable = HeadedTable<Heading>;

export const REVENUE = { needed, known: [...needed, ...optional] };

const NOT_NEGATIVE = 'a number of 0 or more';

/** The sale rows and the refund rows of a table of revenue. */
export function readRevenue(range: RawRange, decimals: number, names: Map<string, Name>) {
  const sales: Sale[] = [];
  const refunds: Refund[] = [];
  const problems: Problem[] = readRows('revenue', range, REVENUE, names, (table, row) => {
    const of = table.name(row, 'Refund of');
    if (of) refunds.push(readRefund(table, row, of, decimals));
    else sales.push(readSale(table, row, decimals));
  });
  return { sales, refunds, problems };
}

function readSale(table: RevenueTable, row: number, decimals: number): Sale {
  const amounts = new Amounts(table, decimals);
  const day = table.required(row, 'Date', dayKind);
  const gross = amounts.at(row, 'Gross', NOT_NEGATIVE);
  const refunds = amounts.at(row, 'Refunds', NOT_NEGATIVE) ?? 0;
  if (refunds > (gross ?? 0)) {
    const [back, all] = [refunds, gross ?? 0].map((units) => amountInWords(units, decimals));
    table.refuse(row, 'Refunds', `${back} is more than the Gross of the row, ${all}`);
  }
  return {
    row,
    day,
    id: table.name(row, 'ID'),
    item: table.name(row, 'Item'),
    gross: gross ?? 0,
    filled: gross !== null,
    refunds,
    deductions: amounts.at(row, 'Deductions', NOT_NEGATIVE) ?? 0,
    costs: amounts.at(row, 'Costs', NOT_NEGATIVE) ?? 0,
    collectedBy: table.name(row, 'Collected by'),
  };
}

function readRefund(table: RevenueTable, row: number, of: Name, decimals: number): Refund {
  const amounts = new Amounts(table, decimals);
  const day = table.required(row, 'Date', dayKind);
  if (amounts.at(row, 'Gross')) {
    table.mustBeBlank(
      row,
      'Gross',
      `stands on a refund of ${shortened(of.text)}; what went back belongs under Refunds`,
    );
  }
  return {
    row,
    day,
    of,
    refunds: amounts.at(row, 'Refunds', NOT_NEGATIVE) ?? 0,
    deductions: amounts.at(row, 'Deductions') ?? 0,
    costs: amounts.at(row, 'Costs') ?? 0,
    givenBackBy: table.name(row, 'Collected by'),
  };
}
