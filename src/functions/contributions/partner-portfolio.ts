import { minus, nearest, quotient, times, ZERO } from '../../calc/arithmetic';
import { decimalOf } from '../../calc/decimal';
import { range } from '../runner/argument';
import type { Cell } from '../runner/cell';
import { nameKey, nameKind, numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { Entries } from '../runner/entries';
import { optionalTable, pairsIn, type Table } from '../runner/table';
import { grandTotal, totalsByName } from './totals';

type Targets = ReadonlyMap<string, { readonly name: string; readonly share: number }>;

const fraction = numberKind({ min: 0, max: 1 });

export const partnerPortfolio = defineFunction({
  name: 'PARTNER_PORTFOLIO',
  arguments: [
    range('categories', nameKind),
    range('values', numberKind()),
    optionalTable('targets', 'a table of category and target share', readTargets),
  ],
  compute(categories, values, given) {
    const targets =
      given ??
      targetsOf([
        ['operational', 0.7],
        ['growth', 0.2],
        ['experimental', 0.1],
      ]);
    const entries = new Entries([categories, values]);
    const counted = (entry: number) => {
      const value = entries.at(values, entry);
      return [value === null ? null : decimalOf(value)];
    };
    const listed = [...targets.values()].map(({ name }) => name);
    const totals = totalsByName(entries, categories, counted, 1, listed);
    const all = grandTotal(totals, 0);
    const rows = totals.map(({ name, sums: [sum] }): Cell[] => {
      const value = sum ?? ZERO;
      const target = targets.get(nameKey(name))?.share ?? null;
      const known = all && all.units > 0;
      return [
        name,
        nearest(value),
        known ? quotient(value, all) : null,
        target,
        known && target !== null ? quotient(minus(value, times(decimalOf(target), all)), all) : null,
      ];
    });
    return [['category', 'value', 'share', 'target', 'difference'], ...rows];
  },
});

const targetsOf = (pairs: readonly [string, number][]): Targets =>
  new Map(pairs.map(([name, share]) => [nameKey(name), { name, share }]));

function readTargets(table: Table): Targets {
  const pairs = pairsIn(table, nameKind, fraction);
  const targets = targetsOf(pairs.map(([name, share]) => [name, share]));
  if (targets.size < pairs.length) table.refuseAll('a category stands twice');
  return targets;
}
