import { numberOf, roundTo, unitsOf } from '../../calc/decimal';
import { multiply, roundDivide, type Integer } from '../../calc/integer';
import type { FileRow } from '../file/file-table';
import type { Cells } from './out-row';
import type { RowReader } from './row-reader';

/** Amounts of one sale or refund, in the smallest unit of the sheet's currency. */
export interface Amounts {
  isRefund: boolean;
  gross: number;
  refunds: number;
  deductions: number;
  costs: number;
}

/**
 * What a row of money means by the rules of its source: a sale; a refund, whose money went back; or fees alone, which are
 * costs without a sale.
 * @throws RowLeftOut
 */
export function amountsOf(reader: RowReader, row: FileRow): Amounts {
  const { money = {} } = reader.source;
  const read = (id: string): number => {
    const text = reader.text(row, id);
    return text === '' ? 0 : unitsIn(reader, reader.inCurrency(row, reader.number(row, id), id));
  };
  const gross = read('gross');
  const costs = money.feesAreChanges ? 0 - read('costs') : read('costs');
  const deductions = read('deductions');
  const refunded = Math.abs(read('refunds'));
  if (gross === 0 && refunded === 0 && deductions === 0 && costs === 0) {
    const text = reader.text(row, 'gross');
    throw reader.leftOut(row, 'Gross', text, text === '' ? 'Gross is empty' : 'it comes to 0');
  }
  if (reader.is(row, money.fees)) {
    return { isRefund: false, gross: 0, refunds: 0, deductions: 0, costs: Math.abs(gross) + costs };
  }
  const said = reader.is(row, money.refunds);
  if (said && gross > 0) {
    throw reader.leftOut(row, 'Type', reader.text(row, 'gross'), 'a refund that came back: enter it by hand');
  }
  const named = reader.takes('refundOf') && reader.text(row, 'refundOf') !== '' && reader.text(row, 'gross') === '';
  if (said || gross < 0 || named) {
    return { isRefund: true, gross: 0, refunds: Math.abs(gross) + refunded, deductions, costs };
  }
  const refunds = reader.is(row, money.paidBack) ? gross : refunded;
  if (refunds > gross)
    throw reader.leftOut(row, 'Refunds', reader.text(row, 'refunds'), 'more is refunded than was paid');
  if (costs < 0 || deductions < 0) {
    throw reader.leftOut(row, 'Costs', reader.text(row, 'costs'), 'costs of a sale cannot be below 0');
  }
  const taxes = money.taxes ? unitsIn(reader, reader.inCurrency(row, taxesOf(reader, row), 'gross')) : 0;
  return { isRefund: false, gross, refunds, deductions: deductions + taxesKept(taxes, gross, refunds), costs };
}

function taxesOf(reader: RowReader, row: FileRow): number {
  const { taxes = '' } = reader.source.money ?? {};
  const value = reader.numberIn(row, taxes);
  if (value === null) throw reader.leftOut(row, taxes, reader.cell(row, taxes), 'a number is expected');
  return value;
}

/** With a refund its part of the taxes goes back as well. */
export const taxesKept = (taxes: number, gross: number, refunds: number): number =>
  gross === 0 ? taxes : Number(roundDivide(multiply(taxes, gross - refunds), gross));

/** In the smallest unit: whole numbers, so that nothing is lost in sums and splits. */
export function unitsIn({ places }: RowReader, value: number): number {
  const exact = unitsOf(value, places);
  return Number.isNaN(exact) ? Number(roundTo(value, places)) : exact;
}

const AMOUNTS = ['gross', 'refunds', 'deductions', 'costs'] as const;

/** As they stand in a row; what is 0 stays empty. */
export function amountCells({ places }: RowReader, amounts: Partial<Record<(typeof AMOUNTS)[number], Integer>>): Cells {
  return Object.fromEntries(
    AMOUNTS.flatMap((id) => (amounts[id] ? [[id, numberOf(amounts[id], places)] as const] : [])),
  );
}
