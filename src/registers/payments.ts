import { amount, author, choice, day, longText, moment, text } from '../schema/column';
import { register } from '../schema/register';
import { CLOSED_FIRST, closedColumn } from './closed-column';
import { importColumns } from './import-columns';
import { isImpossibleDay, isNoNumber, isUnknown } from '../schema/conditions';
import { isLeftOut, leftOut } from './formulas-of-deal';

/** What one side paid another. */
export const payments = register({
  id: 'payments',
  name: 'Payments',
  version: 3,
  rows: 200,
  pack: 'money',
  question: 'Who paid whom, and when?',
  row: { one: 'payment', many: 'payments' },
  named: { column: 'id', prefix: 'P-' },
  columns: {
    id: text('ID', 'Names this payment for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    date: day('Date', 'The day the money was paid.', { past: 'is still to come. Record what was paid by' }),
    party: choice('Party', 'The side that received the money.', { table: 'parties', column: 'party' }),
    from: choice(
      'From',
      'The side that paid. Empty: the payer of the terms.',
      { table: 'parties', column: 'party' },
      { differsFrom: { column: 'party', say: 'A side cannot pay itself.' } },
    ),
    amount: amount('Amount', 'How much was paid. An advance is no payment: it stands in Terms.', {
      least: { value: 0, above: true },
    }),
    reference: text('Reference', 'What stands on the transfer: an invoice, a month.'),
    note: longText('Note', 'Anything the other side should know.'),
    enteredBy: author('Entered by', 'Who wrote the payment, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    sourceKey: text('Source key', 'Where an imported row came from, so that it is not imported twice.', {
      filled: 'by the add-on',
    }),
    ...importColumns,
    leftOut: longText('Left out because', 'Why the statement leaves this row out; empty where it counts.', {
      formula: leftOut('payments'),
    }),
    closed: closedColumn('payments'),
  },
  form: {
    id: 'payment',
    title: 'Record a payment',
    introduction: 'Who was paid, and how much?',
    submit: 'Record it',
    ask: {
      party: { required: true },
      date: { required: true, half: true },
      amount: { required: true, half: true },
      from: { seldom: true },
      reference: {},
      note: { seldom: true },
    },
    begins: { date: 'today', party: 'payable', amount: 'payable' },
    keeps: ['date'],
    says: '{amount} to {party} on {date}',
  },
  asksFirst: { column: 'closed', words: {}, otherwise: CLOSED_FIRST },
  reasons: 'leftOut',
  attention: [
    {
      when: `${isUnknown('{party}', '{parties.party}')}+${isUnknown('{from}', '{parties.party}')}>0`,
      say: `"No such side. "&IF(${isLeftOut},"Left out until Party and From are sides of Settings","Choose Party and From from those of Settings")`,
      weight: 95,
      since: '{date}',
    },
    {
      when: isNoNumber('{amount}'),
      say: '"Left out: “"&{amount}&"” is not a number"',
      weight: 90,
      since: '{date}',
    },
    {
      when: isImpossibleDay('{date}'),
      say: '"Left out: the day is not possible: write it as 2026-03-31"',
      weight: 80,
      since: '{date}',
    },
    { when: isLeftOut, say: '"Left out: "&{leftOut}', weight: 70, since: '{date}' },
  ],
});
