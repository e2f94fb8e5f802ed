import { numberOf } from '../../calc/decimal';
import type { Agreement } from '../../calc/statement/examine';
import { ledgerOf } from '../../calc/statement/ledger';
import type { FunctionHelp } from '../help/help';
import type { Cell } from '../runner/cell';
import { defineFunction } from '../runner/definition';
import { refuseArgument } from '../runner/grid';
import { asOfArgument, revenueArgument, termsArgument } from './deal/arguments';
import { requireDeal } from './deal/deal';
import { decimalsArgument, moneyCell } from './money';

const NAME = 'REVSHARE_LINES';

export const definition = defineFunction({
  name: NAME,
  rows: 'all together',
  arguments: [revenueArgument, termsArgument, asOfArgument, decimalsArgument],
  compute(revenue, terms, asOf, decimals) {
    const agreement = requireDeal(NAME, { revenue, terms, payments: null }, asOf, decimals);
    return linesTable(agreement, (complaint) =>
      refuseArgument({ functionName: NAME, argumentName: 'revenue' }, complaint),
    );
  },
});

/** The lines with their headings; the headings alone where there is no agreement. */
export function linesTable(agreement: Agreement | null, refuse: (complaint: string) => never): Cell[][] {
  const answer: Cell[][] = [['Month', 'Party', 'Line', 'Of', 'Base', 'Rate', 'Amount', 'Why']];
  if (!agreement) return answer;
  const { calendar, parties, decimals } = agreement;
  ledgerOf(agreement).forEach((of, month) => {
    of.parties.forEach(({ lines }, party) => {
      for (const { kind, of, base, rate, amount, why } of lines) {
        answer.push([
          calendar.start(month),
          parties.names[party]!.text,
          kind,
          of || null,
          base === null ? null : moneyCell(base, decimals, refuse),
          rate && numberOf(rate.units, rate.places),
          moneyCell(amount, decimals, refuse),
          why(),
        ]);
      }
    });
  });
  return answer;
}

const TERMS = [
  ['Party', 'Term', 'Value', 'Effective from', 'Threshold'],
  ['Studio', 'payer', null, null, null],
  ['Partner', 'share', 0.3, null, null],
  ['Partner', 'tier', 0.4, null, 10000],
  ['Partner', 'monthly fee', 500, { date: '2026-01-01' }, null],
];

export const help: FunctionHelp<typeof definition> = {
  summary: 'Every amount of a deal, month by month and party by party, with its reason.',
  arguments: {
    revenue:
      'Sales and refunds with a heading row: Date and Gross; also ID, Item, Refunds, Deductions, Costs, Refund of, Collected by',
    terms:
      'What was agreed, with a heading row: Party, Term, Value, Effective from; also Item, Threshold, Mode, Per, Note',
    as_of: 'The last day that counts; left out, the last day of the latest month with revenue',
    decimals: 'Decimals to which every amount is rounded',
  },
  returns:
    'A table: Month, Party, Line, Of, Base, Rate, Amount, Why; a row for each amount that is not 0. Month is its first day: =TO_DATE(A2) shows it.',
  notes: [
    'Lines are share, monthly fee, item fee, bonus, cap, top-up, fee, expense, adjustment, held, released and recouped. Their sums by month and party are what REVSHARE_STATEMENT answers.',
    'Terms: payer (exactly one), deduction, share, tier, monthly fee, item fee, monthly cap, total cap, guarantee, reserve, recoup rate, cost-plus, minimum payout, payment days; and with a date bonus, fee, expense, advance, opening balance, opening count.',
    'A later row replaces the earlier one of the same party, term and item from its date on; the value none ends a term. Tiers of one date belong together, and so do deductions.',
    'A refund of an earlier month is a row of its own that names the ID of its sale under Refund of. The earlier months are then computed again, and what differs stands as an adjustment in the month of the refund.',
    'The payer bears what the others get and takes the rest of what came in.',
  ],
  examples: [
    {
      title: 'A share with a tier, and a monthly fee',
      cells: {
        A1: [
          ['Date', 'Gross'],
          [{ date: '2026-01-10' }, 7000],
          [{ date: '2026-01-20' }, 4760],
        ],
        D1: TERMS,
      },
      formula: '=REVSHARE_LINES(A1:B3, D1:H5)',
      answer: [
        ['Month', 'Party', 'Line', 'Of', 'Base', 'Rate', 'Amount', 'Why'],
        [46023, 'Studio', 'share', null, null, null, 8056, '11,760.00 less 3,704.00 for Partner'],
        [46023, 'Studio', 'monthly fee', null, null, null, -500, 'the other side of 500.00 for Partner'],
        [
          46023,
          'Partner',
          'share',
          'general',
          null,
          null,
          3704,
          '30 % of 10,000.00 and 40 % of the 1,760.00 above 10,000.00',
        ],
        [46023, 'Partner', 'monthly fee', null, null, null, 500, '500.00 a month'],
      ],
    },
    {
      title: 'A refund in the month after, known until the middle of February',
      cells: {
        A1: [
          ['ID', 'Date', 'Gross', 'Refunds', 'Refund of'],
          ['V1', { date: '2026-01-10' }, 1000, null, null],
          [null, { date: '2026-02-12' }, null, 200, 'V1'],
          [null, { date: '2026-02-20' }, 400, null, null],
        ],
        G1: [
          ['Party', 'Term', 'Value', 'Effective from'],
          ['Studio', 'payer', null, null],
          ['Partner', 'share', 0.3, null],
        ],
        L1: [[{ date: '2026-02-15' }]],
      },
      formula: '=REVSHARE_LINES(A1:E9, G1:J9, L1)',
      answer: [
        ['Month', 'Party', 'Line', 'Of', 'Base', 'Rate', 'Amount', 'Why'],
        [46023, 'Studio', 'share', null, null, null, 700, '1,000.00 less 300.00 for Partner'],
        [46023, 'Partner', 'share', 'general', 1000, 0.3, 300, '30 % of 1,000.00'],
        [46054, 'Studio', 'adjustment', null, null, null, -140, 'late refunds of -200.00 less -60.00 for Partner'],
        [
          46054,
          'Partner',
          'adjustment',
          'share 2026-01',
          null,
          null,
          -60,
          'share 2026-01 is 240.00 after refunds (30 % of 800.00), where it was 300.00',
        ],
      ],
    },
    {
      title: 'Rates that share out more than there is',
      cells: {
        A1: [
          ['Date', 'Gross'],
          [{ date: '2026-01-10' }, 1000],
        ],
        D1: [
          ['Party', 'Term', 'Value', 'Effective from'],
          ['Studio', 'payer', null, null],
          ['Partner', 'share', 0.7, null],
          ['Writer', 'share', 0.4, null],
        ],
      },
      formula: '=REVSHARE_LINES(A1:B2, D1:G4)',
      error:
        'REVSHARE_LINES: terms, row 4, Value: on 2026-01-10 the highest rates come to 110 % (Partner 70 %, Writer 40 %); at most 100 % is expected',
    },
  ],
};
