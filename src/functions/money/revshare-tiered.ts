import { plus, ZERO } from '../../calc/arithmetic';
import { decimalOf, rescale } from '../../calc/decimal';
import { subtract } from '../../calc/integer';
import { commission, type Tier } from '../../calc/tiers';
import type { FunctionHelp } from '../help/help';
import { range, rangeWithDefault, withDefault } from '../runner/argument';
import { eachCell } from '../runner/broadcast';
import { numberKind, numberOrWordKind, percentKind, wordKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { pairsIn, tableArgument, type Table } from '../runner/table';
import { decimalsArgument, moneyCell } from './money';

const limit = numberKind({ min: 0 });
const rateKind = percentKind({ min: 0, max: 1 });

export const definition = defineFunction({
  name: 'REVSHARE_TIERED',
  arguments: [
    range('amount', numberKind()),
    tableArgument('tiers', 'a table of from and rate', readTiers),
    withDefault('mode', wordKind(['marginal', 'cliff']), 'marginal'),
    rangeWithDefault<'counted', number | 'running'>('counted', numberOrWordKind(numberKind(), ['running']), 0),
    decimalsArgument,
  ],
  // Running, a row depends on those above it.
  rows: 'all together',
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

const TIERS = [
  ['from', 'rate'],
  [0, 0.1],
  [10000, 0.2],
];

export const help: FunctionHelp<typeof definition> = {
  summary: 'Commission on amounts at rates that change from certain totals on.',
  arguments: {
    amount: 'What commission is due on: one amount or a column of amounts',
    tiers: 'A row for each tier: from which total on which rate holds, a percentage such as 10%',
    mode: 'Whether a rate holds for the slice above its bound (marginal) or for the whole (cliff)',
    counted: 'What was already counted towards the tiers; running counts a column up from top to bottom',
    decimals: 'Decimals of the commission',
  },
  returns: 'The commission, in the shape of the amounts.',
  notes: [
    'A bound is reached by a total equal to it. Below the lowest bound nothing is earned. Tiers may stand in any order, with or without a header.',
    'The answer is the commission on counted + amount less the commission on counted, each rounded once. So the commissions of a running column add up to the commission on its sum.',
    'A negative total mirrors the positive one: a refund takes back what its sale earned.',
  ],
  examples: [
    {
      title: 'Each slice at its own rate, running',
      cells: { A1: [[9000], [3000], [-2000]], C1: TIERS },
      formula: '=REVSHARE_TIERED(A1:A3, C1:D3, "marginal", "running")',
      answer: [[900], [500], [-400]],
    },
    {
      title: 'The whole at the rate reached, running',
      cells: { A1: [[9000], [3000], [-2000]], C1: TIERS },
      formula: '=REVSHARE_TIERED(A1:A3, C1:D3, "cliff", "running")',
      answer: [[900], [1500], [-400]],
    },
    {
      title: 'Each amount by itself, with a blank, exactly at a bound and below the lowest one',
      cells: {
        A1: [[10000], [null], [499.99]],
        C1: [
          [10000, 0.2],
          [500, 0.1],
        ],
      },
      formula: '=REVSHARE_TIERED(A1:A9, C1:D2, "cliff")',
      answer: [[2000], [null], [0]],
    },
    {
      title: 'A rate that is missing',
      cells: {
        A1: [[9000]],
        C1: [
          [0, 0.1],
          [10000, null],
        ],
      },
      formula: '=REVSHARE_TIERED(A1, C1:D2)',
      error: 'REVSHARE_TIERED: tiers, row 2, column 2: blank, where a number from 0 to 1 is expected',
    },
    {
      title: 'A rate without its percent sign',
      cells: {
        A1: [[9000]],
        C1: [
          [0, 10],
          [10000, 20],
        ],
      },
      formula: '=REVSHARE_TIERED(A1, C1:D2)',
      error: 'REVSHARE_TIERED: tiers, row 1, column 2: 10 is 1000 %; write 10%',
    },
  ],
};
