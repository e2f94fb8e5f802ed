import { nearest, quotient } from '../../calc/arithmetic';
import { decimalOf } from '../../calc/decimal';
import { optional, optionalRange, range } from '../runner/argument';
import type { Blank, Cell } from '../runner/cell';
import { dayKind, nameKind, numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { Entries } from '../runner/entries';
import { grandTotal, totalsByName } from './totals';

export const contribShares = defineFunction({
  name: 'CONTRIB_SHARES',
  arguments: [
    range('parties', nameKind),
    range('values', numberKind()),
    optionalRange('dates', dayKind),
    optional('half_life_days', numberKind({ min: 0, above: true })),
    optional('as_of', dayKind),
  ],
  compute(parties, values, dates, halfLife, asOf) {
    const entries = new Entries([parties, values, dates]);
    const isTimed = halfLife !== null || asOf !== null;
    const last = asOf ?? latest(dates.rows);
    const totals = totalsByName(
      entries,
      parties,
      (entry) => {
        const value = entries.at(values, entry);
        if (value === null || !isTimed) return [value === null ? null : decimalOf(value)];
        const age = last - entries.required(dates, entry, 'a date');
        if (age < 0) return undefined;
        return [decimalOf(halfLife === null ? value : value * 0.5 ** (age / halfLife))];
      },
      1,
    );
    const all = grandTotal(totals, 0);
    const rows = totals.map(({ name, sums: [sum] }): Cell[] => [
      name,
      sum ? nearest(sum) : null,
      sum && all && all.units > 0 ? quotient(sum, all) : null,
    ]);
    return [['party', 'value', 'share'], ...rows];
  },
});

const latest = (rows: readonly (readonly (number | Blank)[])[]): number =>
  rows.reduce((most, row) => row.reduce<number>((day, cell) => Math.max(day, cell || 0), most), 0);
