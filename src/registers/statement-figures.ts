/**
 * The figures of the statement, in its order. Of several months together: `sum` what all of them are, `first` and `last`
 * what stands in the first or the last of them.
 */
export const FIGURES = [
  { key: 'gross', header: 'Gross', of: 'sum' },
  { key: 'refunds', header: 'Refunds', of: 'sum' },
  { key: 'deductions', header: 'Deductions', of: 'sum' },
  { key: 'netReceipts', header: 'Net receipts', of: 'sum' },
  { key: 'costs', header: 'Costs', of: 'sum' },
  { key: 'pool', header: 'Pool', of: 'sum' },
  { key: 'lateRefunds', header: 'Late refunds', of: 'sum' },
  { key: 'share', header: 'Share', of: 'sum' },
  { key: 'fees', header: 'Fees', of: 'sum' },
  { key: 'bonus', header: 'Bonus', of: 'sum' },
  { key: 'cap', header: 'Cap', of: 'sum' },
  { key: 'topUp', header: 'Top-up', of: 'sum' },
  { key: 'other', header: 'Other', of: 'sum' },
  { key: 'adjustments', header: 'Adjustments', of: 'sum' },
  { key: 'earned', header: 'Earned', of: 'sum' },
  { key: 'held', header: 'Held', of: 'sum' },
  { key: 'released', header: 'Released', of: 'sum' },
  { key: 'recouped', header: 'Recouped', of: 'sum' },
  { key: 'collected', header: 'Collected', of: 'sum' },
  { key: 'broughtForward', header: 'Brought forward', of: 'first' },
  { key: 'paid', header: 'Paid', of: 'sum' },
  { key: 'balance', header: 'Balance', of: 'last' },
  { key: 'payable', header: 'Payable', of: 'last' },
  { key: 'due', header: 'Due', of: 'last' },
  { key: 'reserveBalance', header: 'Reserve balance', of: 'last' },
  { key: 'advanceBalance', header: 'Advance balance', of: 'last' },
] as const;
