import type { Name, Payment } from '../../../calc/statement/deal';
import type { Problem } from '../../../calc/statement/problem';
import { dayKind } from '../../runner/cell-kind';
import type { RawRange } from '../../runner/grid';
import { Amounts } from './amounts';
import { readRows } from './headed-table';

const needed = ['Date', 'Party', 'Amount'] as const;

export const PAYMENT_HEADINGS = { needed, known: [...needed, 'From' as const] };

/** The rows of a table of payments. */
export function readPayments(range: RawRange, decimals: number, names: Map<string, Name>) {
  const payments: Payment[] = [];
  const problems: Problem[] = readRows('payments', range, PAYMENT_HEADINGS, names, (table, row) => {
    payments.push({
      row,
      day: table.required(row, 'Date', dayKind),
      to: table.requiredName(row, 'Party'),
      from: table.name(row, 'From'),
      amount: new Amounts(table, decimals).required(row, 'Amount', 'a number above 0'),
    });
  });
  return { payments, problems };
}
