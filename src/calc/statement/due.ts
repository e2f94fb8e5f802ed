import { add, type Integer } from '../integer';

/** What one month says about since when a balance has been payable. */
export interface PayableMonth {
  readonly balance: Integer;
  /** Received less paid. */
  readonly paid: Integer;
  readonly isPayable: boolean;
  /** Its last day. */
  readonly end: number;
}

/**
 * From which day the oldest part of the last month's balance has been open: of the months since which the balance has
 * been payable without a break, the end of the earliest whose balance the payments since have not used up.
 */
export function dueDay(months: readonly PayableMonth[]): number {
  let oldest = months.length - 1;
  let paidSince: Integer = 0;
  for (let i = months.length - 1; i >= 0 && months[i]!.isPayable; i--) {
    if (months[i]!.balance > paidSince) oldest = i;
    paidSince = add(paidSince, months[i]!.paid);
  }
  return months[oldest]!.end;
}
