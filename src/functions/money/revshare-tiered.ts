import { plus, ZERO } from '../../calc/arithmetic';
import { decimalOf, rescale } from '../../calc/decimal';
import { subtract } from '../../calc/integer';
import { commission, type Tier } from '../../calc/tiers';
import { range, rangeWithDefault, withDefault } from '../runner/argument';
import { eachCell } from '../runner/broadcast';
import { numberKind, numberOrWordKind, percentKind, wordKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { pairsIn, tableArgument, type Table } from '../runner/table';
import { decimalsArgument, moneyCell } from './money';

const limit = numberKind({ min: 0 });
const rateKind = percentKind({ min: 0, max: 1 });

export const revshareTiered = defineFunction({
  name: 'REVSHARE_TIERED',
  arguments: [
    range('amount', numberKind()),
    tableArgument('tiers', 'a table of from and rate', readTiers),
    withDefault('mode', wordKind(['marginal', 'cliff']), 'marginal'),
    rangeWithDefault<'counted', number | 'running'>('counted', numberOrWordKind(numberKind(), ['running']), 0),
    decimalsArgument,
  ],
  compute(amounts, tiers, mode, counted, decimals) {
    if (amounts.width > 1 && counted.at(0) === 'running') {
      amounts.refuseAll('one column of amounts is expected where they are counted running');
    }
    const earned = commission(tiers, mode === 'cliff');
    let running = ZERO;
    return eachCell([amounts, counted], (row, column) => {
      const amount = amounts.at(row, column);
      if (amount === null) return null;
      const already = counted.at(row, column);
      const before = already === 'running' ? running : decimalOf(already);
      const after = plus(before, decimalOf(amount));
      running = after;
      const difference = subtract(rescale(earned(after), decimals), rescale(earned(before), decimals));
      return moneyCell(difference, decimals, (complaint) => amounts.refuse(row, column, complaint));
    });
  },
});

function readTiers(table: Table): Tier[] {
  if (standsSideways(table)) {
    table.refuseAll('the tiers run across; a row for each tier, from and rate side by side, is expected');
  }
  const seen = new Set<number>();
  return pairsIn(table, limit, rateKind).map(([from, rate, row]) => {
    if (seen.has(from)) table.refuse(row, 0, `${from} stands twice`);
    seen.add(from);
    return { from, rate };
  });
}

/** Two rows, the second of fractions: where the first holds a number that can be no rate, it holds the bounds. */
function standsSideways({ rows, range }: Table): boolean {
  if (rows.length !== 2) return false;
  const [bounds, rates] = rows.map((row) => range.rows[row]!);
  const isRate = (cell: unknown) => typeof cell === 'number' && cell <= 1;
  return bounds!.every((cell) => typeof cell === 'number') && !isRate(bounds![1]) && rates!.every(isRate);
}
