import type { Integer } from '../../calc/integer';
import { statementOf, type StatementRow } from '../../calc/statement/account';
import type { Agreement } from '../../calc/statement/examine';
import { ledgerOf } from '../../calc/statement/ledger';
import type { FunctionHelp } from '../help/help';
import type { Cell } from '../runner/cell';
import { defineFunction } from '../runner/definition';
import { refuseArgument } from '../runner/grid';
import { asOfArgument, paymentsArgument, revenueArgument, termsArgument } from './deal/arguments';
import { requireDeal } from './deal/deal';
import { decimalsArgument, moneyCell } from './money';

const NAME = 'REVSHARE_STATEMENT';

type Money = (units: Integer) => number;
type Column = readonly [heading: string, of: (row: StatementRow, money: Money) => Cell];

const COLUMNS: readonly Column[] = [
  ['Month', ({ month }) => month],
  ['Party', ({ party }) => party],
  ['Gross', ({ gross }, money) => money(gross)],
  ['Refunds', ({ refunds }, money) => money(refunds)],
  ['Deductions', ({ deductions }, money) => money(deductions)],
  ['Net receipts', ({ netReceipts }, money) => money(netReceipts)],
  ['Costs', ({ costs }, money) => money(costs)],
  ['Pool', ({ pool }, money) => money(pool)],
  ['Late refunds', ({ lateRefunds }, money) => money(lateRefunds)],
  ['Share', ({ share }, money) => money(share)],
  ['Fees', ({ fees }, money) => money(fees)],
  ['Bonus', ({ bonus }, money) => money(bonus)],
  ['Cap', ({ cap }, money) => money(cap)],
  ['Top-up', ({ topUp }, money) => money(topUp)],
  ['Other', ({ other }, money) => money(other)],
  ['Adjustments', ({ adjustments }, money) => money(adjustments)],
  ['Earned', ({ earned }, money) => money(earned)],
  ['Held', ({ held }, money) => money(held)],
  ['Released', ({ released }, money) => money(released)],
  ['Recouped', ({ recouped }, money) => money(recouped)],
  ['Collected', ({ collected }, money) => money(collected)],
  ['Brought forward', ({ broughtForward }, money) => money(broughtForward)],
  ['Paid', ({ paid }, money) => money(paid)],
  ['Balance', ({ balance }, money) => money(balance)],
  ['Payable', ({ payable }, money) => money(payable)],
  ['Due', ({ due }) => due],
  ['Reserve balance', ({ reserveBalance }, money) => money(reserveBalance)],
  ['Advance balance', ({ advanceBalance }, money) => money(advanceBalance)],
];

export const definition = defineFunction({
  name: NAME,
  rows: 'all together',
  arguments: [revenueArgument, termsArgument, asOfArgument, paymentsArgument, decimalsArgument],
  compute(revenue, terms, asOf, payments, decimals) {
    const agreement = requireDeal(NAME, { revenue, terms, payments }, asOf, decimals);
    return statementTable(agreement, (complaint) =>
      refuseArgument({ functionName: NAME, argumentName: 'revenue' }, complaint),
    );
  },
});

/** The statement with its headings; the headings alone where there is no agreement. */
export function statementTable(agreement: Agreement | null, refuse: (complaint: string) => never): Cell[][] {
  const headings = COLUMNS.map(([heading]) => heading);
  if (!agreement) return [headings];
  const money = (units: Integer) => moneyCell(units, agreement.decimals, refuse);
  const rows = statementOf(agreement, ledgerOf(agreement)).map((row) => COLUMNS.map(([, of]) => of(row, money)));
  return [headings, ...rows];
}

export const help: FunctionHelp<typeof definition> = {
  summary: 'The account of every party of a deal, month by month: earned, collected, paid, payable and due.',
  arguments: {
    revenue:
      'Sales and refunds with a heading row: Date and Gross; also ID, Item, Refunds, Deductions, Costs, Refund of, Collected by',
    terms:
      'What was agreed, with a heading row: Party, Term, Value, Effective from; also Item, Threshold, Mode, Per, Note',
    as_of: 'The last day that counts; left out, the last day of the latest month with revenue',
    payments: 'What was paid, with a heading row: Date, Party (who received) and Amount; also From, who paid it',
    decimals: 'Decimals to which every amount is rounded',
  },
  returns:
    'A table of 28 columns from Month and Party to Advance balance; a row for each month and party. Month and Due are days: =TO_DATE(A2) shows one.',
  notes: [
    'It is the sum of the lines of REVSHARE_LINES, where revenue and terms are described; there every amount has its reason.',
    'Earned is share, fees, bonus, cap, top-up, other and adjustments together. Balance is what was brought forward, earned, held, released and recouped, less what the party collected itself and what it was paid. Positive is owed to the party, and all balances of a month add up to 0.',
    'Payable is the whole balance that is open, if it is above 0 and reaches the minimum payout; it is not to be added up over months. Due is when its oldest part was to be paid, where the party has payment days.',
    'An advance is a term and no payment: it is earned back from share and bonus as Recouped.',
  ],
  examples: [
    {
      title: 'A share, and a payment in the month after',
      cells: {
        A1: [
          ['Date', 'Gross'],
          [{ date: '2026-01-10' }, 1000],
          [{ date: '2026-02-10' }, 500],
        ],
        D1: [
          ['Party', 'Term', 'Value', 'Effective from'],
          ['Studio', 'payer', null, null],
          ['Partner', 'share', 0.3, null],
          ['Partner', 'payment days', 30, null],
        ],
        I1: [
          ['Date', 'Party', 'Amount'],
          [{ date: '2026-02-20' }, 'Partner', 200],
        ],
      },
      formula: '=REVSHARE_STATEMENT(A1:B3, D1:G4, , I1:K2)',
      // prettier-ignore
      answer: [
        [
          'Month', 'Party', 'Gross', 'Refunds', 'Deductions', 'Net receipts', 'Costs', 'Pool', 'Late refunds',
          'Share', 'Fees', 'Bonus', 'Cap', 'Top-up', 'Other', 'Adjustments', 'Earned', 'Held', 'Released', 'Recouped',
          'Collected', 'Brought forward', 'Paid', 'Balance', 'Payable', 'Due', 'Reserve balance', 'Advance balance',
        ],
        [
          46023, 'Studio', 1000, 0, 0, 1000, 0, 1000, 0, 700, 0, 0, 0, 0, 0, 0, 700, 0, 0, 0, 1000, 0, 0, -300, 0,
          null, 0, 0,
        ],
        [
          46023, 'Partner', 1000, 0, 0, 1000, 0, 1000, 0, 300, 0, 0, 0, 0, 0, 0, 300, 0, 0, 0, 0, 0, 0, 300, 300,
          46083, 0, 0,
        ],
        [
          46054, 'Studio', 500, 0, 0, 500, 0, 500, 0, 350, 0, 0, 0, 0, 0, 0, 350, 0, 0, 0, 500, -300, -200, -250, 0,
          null, 0, 0,
        ],
        [
          46054, 'Partner', 500, 0, 0, 500, 0, 500, 0, 150, 0, 0, 0, 0, 0, 0, 150, 0, 0, 0, 0, 300, 200, 250, 250,
          46083, 0, 0,
        ],
      ],
    },
    {
      title: 'A reserve and an advance, and costs that the partner paid',
      cells: {
        A1: [
          ['Date', 'Gross', 'Costs', 'Collected by'],
          [{ date: '2026-01-10' }, 2000, null, null],
          [{ date: '2026-01-15' }, null, 100, 'Partner'],
        ],
        F1: [
          ['Party', 'Term', 'Value', 'Effective from', 'Per'],
          ['Studio', 'payer', null, null, null],
          ['Partner', 'share', 0.5, null, null],
          ['Partner', 'reserve', 0.1, null, 3],
          ['Partner', 'advance', 300, { date: '2026-01-02' }, null],
        ],
        L1: [[{ date: '2026-01-31' }]],
      },
      formula: '=REVSHARE_STATEMENT(A1:D9, F1:J9, L1)',
      // prettier-ignore
      answer: [
        [
          'Month', 'Party', 'Gross', 'Refunds', 'Deductions', 'Net receipts', 'Costs', 'Pool', 'Late refunds',
          'Share', 'Fees', 'Bonus', 'Cap', 'Top-up', 'Other', 'Adjustments', 'Earned', 'Held', 'Released', 'Recouped',
          'Collected', 'Brought forward', 'Paid', 'Balance', 'Payable', 'Due', 'Reserve balance', 'Advance balance',
        ],
        [
          46023, 'Studio', 2000, 0, 0, 2000, 100, 1900, 0, 950, 0, 0, 0, 0, 0, 0, 950, 95, 0, 300, 2000, 0, 0, -655,
          0, null, -95, 0,
        ],
        [
          46023, 'Partner', 2000, 0, 0, 2000, 100, 1900, 0, 950, 0, 0, 0, 0, 0, 0, 950, -95, 0, -300, -100, 0, 0, 655,
          655, null, 95, 0,
        ],
      ],
    },
    {
      title: 'A payment to somebody whom no term names',
      cells: {
        A1: [
          ['Date', 'Gross'],
          [{ date: '2026-01-10' }, 1000],
        ],
        D1: [
          ['Party', 'Term', 'Value', 'Effective from'],
          ['Studio', 'payer', null, null],
          ['Partner', 'share', 0.3, null],
        ],
        I1: [
          ['Date', 'Party', 'Amount'],
          [{ date: '2026-02-20' }, 'Partnr', 200],
        ],
      },
      formula: '=REVSHARE_STATEMENT(A1:B2, D1:G3, , I1:K2)',
      error: 'REVSHARE_STATEMENT: payments, row 2, Party: "Partnr" is no party of terms; known are: Studio, Partner',
    },
  ],
};
