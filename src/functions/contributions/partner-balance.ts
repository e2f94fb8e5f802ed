import { minus, quotient, times } from '../../calc/arithmetic';
import { decimalOf, type Decimal } from '../../calc/decimal';
import { range, withDefault } from '../runner/argument';
import type { Cell } from '../runner/cell';
import { nameKind, numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { Entries } from '../runner/entries';
import { grandTotal, totalsByName, type Total } from './totals';

const HEADER = ['party', 'share of effort', 'share of reward', 'gap', 'ratio', 'move', 'verdict'];

export const partnerBalance = defineFunction({
  name: 'PARTNER_BALANCE',
  arguments: [
    range('parties', nameKind),
    range('effort', numberKind()),
    range('reward', numberKind()),
    withDefault('tolerance', numberKind({ min: 0, max: 1 }), 0.1),
  ],
  compute(parties, effort, reward, tolerance) {
    const entries = new Entries([parties, effort, reward]);
    const columns = [effort, reward];
    const counted = (entry: number) =>
      columns.map((column) => {
        const value = entries.at(column, entry);
        return value === null ? null : decimalOf(value);
      });
    const totals = totalsByName(entries, parties, counted, 2);
    // A share of all is only known where everybody's part is: a blank is not a zero.
    const allEffort = positive(allOf(totals, 0));
    const allReward = positive(allOf(totals, 1));
    const isComplete = totals.every(({ sums }) => !sums.includes(null));
    const rows = totals.map(({ name, sums: [given, received] }): Cell[] => {
      const known = given && received && allEffort && allReward;
      // Shares brought to one denominator: their difference is exact, and so is its comparison with the tolerance.
      const difference = known && minus(times(received, allEffort), times(given, allReward));
      const gap = difference ? quotient(difference, times(allEffort!, allReward!)) : null;
      const worked = given && given.units > 0 && allEffort;
      return [
        name,
        given && allEffort ? quotient(given, allEffort) : null,
        received && allReward ? quotient(received, allReward) : null,
        gap,
        known && worked ? quotient(times(received, allEffort), times(given, allReward)) : null,
        difference ? -quotient(difference, allEffort!) : null,
        !isComplete ? 'not all known' : worked ? verdict(gap, tolerance) : 'no logged effort',
      ];
    });
    return [HEADER.slice(), ...rows];
  },
});

/** What all parties have together; null where a party has nothing given. */
const allOf = (totals: readonly Total[], column: number): Decimal | null =>
  totals.some(({ sums }) => !sums[column]) ? null : grandTotal(totals, column);

const positive = (total: Decimal | null): Decimal | null => (total && total.units > 0 ? total : null);

function verdict(gap: number | null, tolerance: number): string | null {
  if (gap === null) return null;
  if (Math.abs(gap) <= tolerance) return 'balanced';
  return gap > 0 ? 'receives more' : 'receives less';
}
