import { decimalOf, numberOf, roundTo } from '../../calc/decimal';
import type { Integer } from '../../calc/integer';
import { recoup } from '../../calc/recoup';
import { optional, range, rangeWithDefault } from '../runner/argument';
import { commonHeight } from '../runner/broadcast';
import type { Cell } from '../runner/cell';
import { numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import type { Grid } from '../runner/grid';
import { decimalsKind, moneyCell } from './money';

const CENTS = 2;
const FINEST = 6;

export const revshareRecoup = defineFunction({
  name: 'REVSHARE_RECOUP',
  arguments: [
    range('earnings', numberKind()),
    range('advance', numberKind({ min: 0 })),
    rangeWithDefault('rate', numberKind({ min: 0, max: 1 }), 1),
    optional('decimals', decimalsKind),
  ],
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
