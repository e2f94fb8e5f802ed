import { minus, nearest, quotient, times, ZERO } from '../../calc/arithmetic';
import { decimalOf } from '../../calc/decimal';
import type { FunctionHelp } from '../help/help';
import { range } from '../runner/argument';
import type { Cell } from '../runner/cell';
import { nameKey, nameKind, numberKind, percentKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { refuse } from '../runner/refusal';
import { optionalTable, pairsIn, type Table } from '../runner/table';
import { grandTotal, totalsByName } from './totals';

interface Targets {
  readonly shares: ReadonlyMap<string, { readonly name: string; readonly share: number }>;
  /** What stands first in a row that was taken for the heading. */
  readonly heading: string | null;
}

const HEADER = ['category', 'value', 'share', 'target', 'difference'];

const fraction = percentKind({ min: 0, max: 1 });

export const definition = defineFunction({
  name: 'PARTNER_PORTFOLIO',
  arguments: [
    range('categories', nameKind),
    range('values', numberKind()),
    optionalTable('targets', 'a table of category and target share', readTargets),
  ],
  rows: 'entries of one list',
  compute(entries, categories, values, given) {
    const targets =
      given ??
      targetsOf([
        ['operational', 0.7],
        ['growth', 0.2],
        ['experimental', 0.1],
      ]);
    const named = new Set<string>();
    const counted = (entry: number) => {
      const value = entries.at(values, entry);
      const category = entries.at(categories, entry);
      if (category !== null) named.add(nameKey(category));
      return [value === null ? null : decimalOf(value)];
    };
    const listed = [...targets.shares.values()].map(({ name }) => name);
    const totals = totalsByName(entries, categories, counted, 1, 'is not counted', listed);
    // One of the categories is no heading: its target is missing.
    if (targets.heading !== null && named.has(nameKey(targets.heading))) {
      refuse('targets', `“${targets.heading}” is a category, but what stands beside it is not a number`);
    }
    const all = grandTotal(totals, 0);
    const rows = totals.map(({ name, sums: [sum] }): Cell[] => {
      // Nothing was done in a category that nobody names; where one is named, its value is missing.
      if (!sum && named.has(nameKey(name)))
        return [name, null, null, targets.shares.get(nameKey(name))?.share ?? null, null];
      const value = sum ?? ZERO;
      const target = targets.shares.get(nameKey(name))?.share ?? null;
      const known = all && all.units > 0;
      return [
        name,
        nearest(value),
        known ? quotient(value, all) : null,
        target,
        known && target !== null ? quotient(minus(value, times(decimalOf(target), all)), all) : null,
      ];
    });
    return [HEADER.slice(), ...rows];
  },
});

const targetsOf = (pairs: readonly [string, number][], heading: string | null = null): Targets => ({
  shares: new Map(pairs.map(([name, share]) => [nameKey(name), { name, share }])),
  heading,
});

function readTargets(table: Table): Targets {
  const first = table.rows[0];
  const pairs = pairsIn(table, nameKind, fraction);
  const isSkipped = first !== undefined && pairs[0]![2] !== first;
  const heading = isSkipped ? table.at(first, 0, nameKind) : null;
  const targets = targetsOf(
    pairs.map(([name, share]) => [name, share]),
    heading,
  );
  if (targets.shares.size < pairs.length) table.refuseAll('a category stands twice');
  return targets;
}

export const help: FunctionHelp<typeof definition> = {
  summary: 'Share of each category beside its target, 70-20-10 where none is given.',
  arguments: {
    categories: 'The category of each entry, in any order and as often as needed',
    values: 'Effort or money of each entry; blank is not known yet, and not counted',
    targets:
      'Categories and the share that each should have, a fraction; left out: operational 70 %, growth 20 %, experimental 10 %',
  },
  returns: 'A table: category, value, share, target, difference (share − target).',
  notes: [
    'Categories with a target come first, also those without an entry, then the others as they appear. A category without a target has no difference.',
    'Names count as one whatever their case and the blanks around them. Where the values add up to 0 or less, there are no shares. A category whose entries have no value is blank.',
  ],
  examples: [
    {
      title: 'Hours by category',
      cells: {
        A1: [
          ['Growth', 30],
          ['Operational', 40],
          ['operational', 20],
          ['other', 10],
        ],
      },
      formula: '=PARTNER_PORTFOLIO(A1:A9, B1:B9)',
      answer: [
        HEADER,
        ['operational', 60, 0.6, 0.7, -0.1],
        ['growth', 30, 0.3, 0.2, 0.1],
        ['experimental', 0, 0, 0.1, -0.1],
        ['other', 10, 0.1, null, null],
      ],
    },
    {
      title: 'Targets of your own',
      cells: {
        A1: [
          ['video', 3],
          ['podcast', 1],
        ],
        D1: [
          ['category', 'target'],
          ['Podcast', 0.5],
          ['Video', 0.5],
        ],
      },
      formula: '=PARTNER_PORTFOLIO(A1:A2, B1:B2, D1:E3)',
      answer: [HEADER, ['Podcast', 1, 0.25, 0.5, -0.25], ['Video', 3, 0.75, 0.5, 0.25]],
    },
    {
      title: 'A target that is no fraction',
      cells: { A1: [['video', 3]], D1: [['video', 50]] },
      formula: '=PARTNER_PORTFOLIO(A1, B1, D1:E1)',
      error: 'PARTNER_PORTFOLIO: targets, row 1, column 2: 50 is 5000 %; write 50%',
    },
  ],
};
