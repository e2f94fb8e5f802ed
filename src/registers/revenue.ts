import { amount, author, choice, day, longText, moment, text } from '../schema/column';
import { register } from '../schema/register';
import { CLOSED_FIRST, closedColumn } from './closed-column';
import { importColumns } from './import-columns';
import { isImpossibleDay, isNoNumber, isOutside, isUnknown } from '../schema/conditions';
import { isLeftOut, leftOut } from './formulas-of-deal';

const AMOUNTS = ['gross', 'refunds', 'deductions', 'costs'] as const;

/** What came in and what went back, a sale or a refund a row. */
export const revenue = register({
  id: 'revenue',
  name: 'Revenue',
  version: 3,
  rows: 300,
  pack: 'money',
  deal: { table: 'revenue', blame: 'refunds' },
  question: 'What came in, what went back, and who received it?',
  row: { one: 'row of revenue', many: 'rows of revenue' },
  named: { column: 'id', prefix: 'R-' },
  columns: {
    id: text('ID', 'Names this row for good; a refund names its sale by it.', { filled: 'by the add-on', width: 110 }),
    date: day('Date', 'The day the money came in, or went back.', { past: 'is still to come. Record what came in by' }),
    item: text('Item', 'The episode, event or product it was earned with. Terms may be agreed for an item.', {
      completes: true,
      width: 185,
    }),
    source: text('Source', 'Where it came from: a shop, a sponsor, a platform.', { completes: true }),
    gross: amount('Gross', 'What buyers paid, before anything was taken off. A refund has none.', {
      least: { value: 0 },
    }),
    refunds: amount('Refunds', 'What went back to buyers.', { least: { value: 0 } }),
    deductions: amount(
      'Deductions',
      'Taxes and fees that were taken off. On a refund: what it cost more, or negative, what came back of them.',
    ),
    costs: amount('Costs', 'Costs that come off before the split. On a refund: more costs, or negative, fewer.'),
    refundOf: choice(
      'Refund of',
      'The sale that a refund belongs to. Empty for a sale.',
      { table: 'revenue', column: 'id', label: ['date', 'item', 'gross'], unless: 'refundOf', latest: 200 },
      { width: 150 },
    ),
    collectedBy: choice(
      'Collected by',
      'The side that received the money, or gave it back. Empty: the payer; for a refund, whoever collected the sale.',
      { table: 'parties', column: 'party' },
    ),
    note: longText('Note', 'Anything the other side should know.'),
    enteredBy: author('Entered by', 'Who wrote the row, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    sourceKey: text('Source key', 'Where an imported row came from, so that it is not imported twice.', {
      filled: 'by the add-on',
    }),
    ...importColumns,
    leftOut: longText('Left out because', 'Why the statement leaves this row out; empty where it counts.', {
      formula: leftOut('revenue'),
    }),
    closed: closedColumn('revenue'),
  },
  form: {
    id: 'revenue',
    title: 'Record revenue',
    introduction: 'What came in, or went back? For a refund, choose its sale.',
    submit: 'Record it',
    ask: {
      date: { required: true, half: true },
      gross: { half: true },
      item: { half: true },
      collectedBy: { half: true },
      source: {},
      deductions: { half: true },
      costs: { half: true },
      refundOf: {},
      refunds: {},
      note: {},
    },
    begins: { date: 'today', source: 'last', collectedBy: 'last' },
    keeps: ['date', 'source', 'collectedBy'],
    needsOneOf: AMOUNTS,
    says: 'Revenue of {date}',
  },
  asksFirst: { column: 'closed', words: {}, otherwise: CLOSED_FIRST },
  reasons: 'leftOut',
  attention: [
    {
      when: isUnknown('{collectedBy}', '{parties.party}'),
      say: `"No such side: “"&{collectedBy}&"”. "&IF(${isLeftOut},"Left out until it is one of Settings","Choose one of Settings")`,
      weight: 95,
      since: '{date}',
    },
    {
      when: `${AMOUNTS.map((key) => isNoNumber(`{${key}}`)).join('+')}>0`,
      say: '"Left out: gross, refunds, deductions and costs have to be plain numbers"',
      weight: 90,
      since: '{date}',
    },
    {
      when: isOutside('{gross}', 0, undefined),
      say: '"Left out: gross is below zero. What went back is a row of its own, with Refunds and Refund of"',
      weight: 85,
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
