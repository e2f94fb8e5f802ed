import type { Source } from './source';

/** PayPal, activity. Local decimals and days; refunds name the payment that they pay back. */
export const paypal: Source = {
  id: 'paypal',
  name: 'PayPal, activity',
  target: 'revenue',
  knownBy: ['Date', ['TimeZone', 'Time zone'], 'Type', 'Status', 'Gross', 'Net', 'Transaction ID'],
  fields: {
    date: 'Date',
    id: 'Transaction ID',
    item: ['Item Title', 'Subject'],
    gross: 'Gross',
    costs: 'Fee',
    refundOf: 'Reference Txn ID',
  },
  constants: { source: 'PayPal' },
  key: ['Transaction ID'],
  currency: { column: 'Currency' },
  leaves: [
    {
      column: 'Status',
      matches: /^(?!completed$|abgeschlossen$|partially refunded$|refunded$|cleared$).+/,
      why: 'it is not completed',
    },
    {
      column: 'Type',
      matches: /withdraw|transfer|conversion|hold|deposit|authori[sz]ation|order|loan|release/,
      why: 'it moves money and is no revenue',
    },
  ],
  money: { refunds: { column: 'Type', matches: /refund|reversal|chargeback/ }, feesAreChanges: true },
};
