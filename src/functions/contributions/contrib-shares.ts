import { nearest, quotient } from '../../calc/arithmetic';
import { decimalOf } from '../../calc/decimal';
import type { FunctionHelp } from '../help/help';
import { optional, optionalRange, range } from '../runner/argument';
import type { Blank, Cell } from '../runner/cell';
import { dayKind, nameKind, numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { grandTotal, totalsByName } from './totals';

export const definition = defineFunction({
  name: 'CONTRIB_SHARES',
  arguments: [
    range('parties', nameKind),
    range('values', numberKind()),
    optionalRange('dates', dayKind),
    optional('half_life_days', numberKind({ min: 0, above: true })),
    optional('as_of', dayKind),
  ],
  rows: 'entries of one list',
  compute(entries, parties, values, dates, halfLife, asOf) {
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
      'is not counted',
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

export const help: FunctionHelp<typeof definition> = {
  summary: 'What each party contributed, in all and as a share; older entries may count less.',
  arguments: {
    parties: 'The party of each entry, in any order and as often as needed',
    values: 'What each entry is worth; blank is not known yet, and not counted',
    dates: 'The day of each entry; needed for the two arguments that follow',
    half_life_days: 'After so many days an entry counts half as much',
    as_of: 'Later entries are left out, and ages are counted to this day; left out, it is the latest date',
  },
  returns: 'A table: party, value, share; parties in the order in which they first appear.',
  notes: [
    'With a half-life an entry weighs 0.5 to the power of age ÷ half-life, and the values in the answer are so weighted.',
    'Names count as one whatever their case and the blanks around them. Where the values add up to 0 or less, there are no shares.',
  ],
  examples: [
    {
      title: 'A log of entries',
      cells: {
        A1: [
          ['Studio', 300],
          ['Brand', 100],
          [null, null],
          ['studio ', 100],
        ],
      },
      formula: '=CONTRIB_SHARES(A1:A9, B1:B9)',
      answer: [
        ['party', 'value', 'share'],
        ['Studio', 400, 0.8],
        ['Brand', 100, 0.2],
      ],
    },
    {
      title: 'Half as much after 30 days; an entry after the day asked for is left out',
      cells: {
        A1: [
          ['Studio', 200, { date: '2026-01-01' }],
          ['Brand', 300, { date: '2026-01-31' }],
          ['Brand', 900, { date: '2026-02-01' }],
        ],
      },
      formula: '=CONTRIB_SHARES(A1:A3, B1:B3, C1:C3, 30, C2)',
      answer: [
        ['party', 'value', 'share'],
        ['Studio', 100, 0.25],
        ['Brand', 300, 0.75],
      ],
    },
    {
      title: 'An entry that is nobody’s',
      cells: {
        A1: [
          ['Studio', 300],
          [null, 100],
        ],
      },
      formula: '=CONTRIB_SHARES(A1:A2, B1:B2)',
      error: 'CONTRIB_SHARES: parties, row 2: blank, where a name is expected',
    },
  ],
};
