import { decimalOf, numberOf, roundTo } from '../../calc/decimal';
import type { Integer } from '../../calc/integer';
import { recoup } from '../../calc/recoup';
import type { FunctionHelp } from '../help/help';
import { optional, range, rangeWithDefault } from '../runner/argument';
import { commonHeight } from '../runner/broadcast';
import type { Cell } from '../runner/cell';
import { numberKind, percentKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import type { Grid } from '../runner/grid';
import { decimalsKind, moneyCell } from './money';

const CENTS = 2;
const FINEST = 6;

export const definition = defineFunction({
  name: 'REVSHARE_RECOUP',
  arguments: [
    range('earnings', numberKind()),
    range('advance', numberKind({ min: 0 })),
    rangeWithDefault('rate', percentKind({ min: 0, max: 1 }), 1),
    optional('decimals', decimalsKind),
  ],
  rows: 'all together',
  compute(earnings, advance, rate, decimals) {
    const grids = [earnings, advance, rate];
    for (const grid of grids) if (grid.width > 1) grid.refuseAll('one column is expected');
    const places = decimals ?? Math.max(placesOf(earnings), placesOf(advance));
    const units = (value: number | null): Integer => roundTo(value ?? 0, places);
    let balance: Integer = 0;
    return Array.from({ length: commonHeight(grids) }, (_, row): Cell[] => {
      const earned = earnings.at(row);
      // A single advance is the opening balance; in a column each period has its own.
      const advanced = advance.single && row > 0 ? null : advance.at(row);
      const period = recoup(balance, units(advanced), units(earned), decimalOf(rate.at(row)));
      balance = period.balance;
      const cell = (amount: Integer) => moneyCell(amount, places, (complaint) => earnings.refuse(row, 0, complaint));
      if (earned !== null) return [cell(period.recouped), cell(period.paid), cell(balance)];
      return [null, null, advanced === null ? null : cell(balance)];
    });
  },
});

/** Two, for cents, or as many decimals up to six as an amount has. */
const placesOf = (amounts: Grid<number>): number =>
  amounts
    .list()
    .reduce<number>(
      (most, amount) => Math.max(most, decimalOf(numberOf(roundTo(amount ?? 0, FINEST), FINEST) || 0).places),
      CENTS,
    );

export const help: FunctionHelp<typeof definition> = {
  summary: 'What of an advance is earned back, what is paid and what remains, period by period.',
  arguments: {
    earnings: 'What one party earned, a row for each period',
    advance: 'One amount paid in advance before the first period, or a column of advances by period',
    rate: 'Part of the earnings that goes against the advance',
    decimals: 'Decimals of the answers; left out, 2, or as many, up to six, as the amounts have',
  },
  returns: 'Three columns, a row for each period: recouped, paid, balance still to be earned.',
  notes: [
    'The advances of a period count before its earnings. Negative earnings add to the balance; what is paid is never below 0. A period without earnings is blank.',
    'What is recouped is rounded to the decimals, halves away from zero. Recouped and paid always add up to the earnings. Where decimals are given, the amounts are first rounded to them.',
  ],
  examples: [
    {
      title: 'An advance of 1,000',
      cells: { A1: [[400], [500], [300]] },
      formula: '=REVSHARE_RECOUP(A1:A3, 1000)',
      answer: [
        [400, 0, 600],
        [500, 0, 100],
        [100, 200, 0],
      ],
    },
    {
      title: 'Half of the earnings is used; a second advance; a loss',
      cells: {
        A1: [
          [400, 500],
          [null, null],
          [-50, null],
          [1000, 200],
        ],
      },
      formula: '=REVSHARE_RECOUP(A1:A9, B1:B9, 50%)',
      answer: [
        [200, 200, 300],
        [null, null, null],
        [0, 0, 350],
        [500, 500, 50],
      ],
    },
    {
      title: 'A third of the earnings, in whole units',
      cells: { A1: [[100], [50]] },
      formula: '=REVSHARE_RECOUP(A1:A2, 40, 33%, 0)',
      answer: [
        [33, 67, 7],
        [7, 43, 0],
      ],
    },
    {
      title: 'A negative advance',
      cells: { A1: [[400], [500]] },
      formula: '=REVSHARE_RECOUP(A1:A2, -1000)',
      error: 'REVSHARE_RECOUP: advance: -1000 is not a number of 0 or more',
    },
  ],
};
