import { weightsOf } from '../../calc/allocate';
import { roundTo } from '../../calc/decimal';
import { add, type Integer } from '../../calc/integer';
import { waterfall } from '../../calc/waterfall';
import type { FunctionHelp } from '../help/help';
import { single, withDefault } from '../runner/argument';
import type { Cell } from '../runner/cell';
import { nameKey, nameKind, numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { refuse } from '../runner/refusal';
import { tableArgument, type Table } from '../runner/table';
import { decimalsArgument, moneyCell } from './money';

const amountKind = numberKind({ min: 0 });

/** The steps as they are typed: everybody's share of each, null where a party has none. */
interface Steps {
  readonly parties: readonly string[];
  readonly rows: readonly { name: string; atMost: number | null; shares: readonly (number | null)[] }[];
}

export const definition = defineFunction({
  name: 'REVSHARE_WATERFALL',
  arguments: [
    single('amount', numberKind()),
    tableArgument('steps', 'a table with the header step, at most and the parties', readSteps),
    withDefault('distributed', amountKind, 0),
    decimalsArgument,
  ],
  rows: 'all together',
  compute(amount, { parties, rows }, distributed, decimals) {
    if (amount === null) return null;
    const total = roundTo(amount, decimals);
    const before = roundTo(distributed, decimals);
    const after = add(before, total);
    if (after < 0) refuse('amount', `${amount} takes back more than was distributed before: ${distributed}`);
    const steps = rows.map(({ atMost, shares }) => ({
      atMost: atMost === null ? null : roundTo(atMost, decimals),
      weights: weightsOf(shares),
    }));
    const { taken, undistributed } = waterfall(steps, before, after);
    const cell = (units: Integer) => moneyCell(units, decimals, (complaint) => refuse('amount', complaint));
    const none = parties.map(() => null);
    const totals = parties.map((_, party) =>
      cell(taken.reduce<Integer>((sum, { parts }) => add(sum, parts[party]!), 0)),
    );
    return [
      ['step', 'amount', ...parties],
      ...rows.map(({ name, shares }, i): Cell[] => {
        const { amount, parts } = taken[i]!;
        return [name, cell(amount), ...shares.map((share, party) => (share === null ? null : cell(parts[party]!)))];
      }),
      ...(undistributed ? [['Undistributed', cell(undistributed), ...none]] : []),
      ['Total', cell(total), ...totals],
    ];
  },
});

function readSteps(table: Table): Steps {
  const [header, ...rows] = table.rows;
  const columns = Array.from({ length: Math.max(table.range.width - 2, 0) }, (_, i) => i + 2);
  if (header === undefined || columns.length === 0 || rows.length === 0) {
    table.refuseAll('a header (step, at most, then the parties) and a row for each step are expected');
  }
  // A number there is the first step of a table without a heading: it must not be taken for a party.
  const numeric = table.range.rows[header]!.findIndex((cell) => typeof cell === 'number');
  if (numeric >= 0) {
    const found = String(table.range.rows[header]![numeric]);
    table.refuse(header, numeric, `${found} is a number, where a heading is expected: step, at most, then the parties`);
  }
  const seen = new Set<string>();
  const parties = columns.map((column) => {
    const name = table.required(header, column, nameKind);
    if (seen.has(nameKey(name))) table.refuse(header, column, `${name} stands twice`);
    seen.add(nameKey(name));
    return name;
  });
  return {
    parties,
    rows: rows.map((row) => {
      const shares = columns.map((column) => table.at(row, column, amountKind));
      if (!shares.some((share) => share !== null && share > 0)) table.refuse(row, 2, 'all shares are 0 or blank');
      return { name: table.required(row, 0, nameKind), atMost: table.at(row, 1, amountKind), shares };
    }),
  };
}

const HEADING = ['Step', 'At most', 'Studio', 'Brand'];
const COSTS = ['Production costs', 10000, 1, null];
const FEE = ['Fee', 25000, 0.8, 0.2];
const PROFIT = ['Profit', null, 0.5, 0.5];

export const help: FunctionHelp<typeof definition> = {
  summary: 'Sends an amount down steps, each of which takes up to a limit and shares it its own way.',
  arguments: {
    amount: 'What is to be distributed',
    steps:
      'A header and a row for each step: its name, the most it takes in all (blank: everything left), then a column of shares for each party',
    distributed: 'What went down the same steps before',
    decimals: 'Decimals of the parts',
  },
  returns: 'A table: step, amount, then a column for each party; a row for each step and a last row Total.',
  notes: [
    'A row Undistributed stands before the total where the steps do not take everything.',
    'The shares of a step are on any scale. Its amount is split as REVSHARE splits. Parties get what they are due of all that was ever distributed less what they were due before, so that several payments give as much as one.',
    'A payment takes from nobody: where rounding would give a party a unit less of a larger total, it keeps the unit and another party waits for one, so that a part may be one unit beside what REVSHARE gives of the whole.',
    'A negative amount takes back from the last steps first, and no more than was distributed.',
  ],
  examples: [
    {
      title: 'Costs first, then a fee, then profit',
      cells: { A1: [HEADING, COSTS, FEE, PROFIT] },
      formula: '=REVSHARE_WATERFALL(40000, A1:D4)',
      answer: [
        ['step', 'amount', 'Studio', 'Brand'],
        ['Production costs', 10000, 10000, null],
        ['Fee', 25000, 20000, 5000],
        ['Profit', 5000, 2500, 2500],
        ['Total', 40000, 32500, 7500],
      ],
    },
    {
      title: 'A second payment after 8,000, with steps that do not take everything',
      cells: { A1: [HEADING, COSTS, FEE] },
      formula: '=REVSHARE_WATERFALL(30000, A1:D3, 8000)',
      answer: [
        ['step', 'amount', 'Studio', 'Brand'],
        ['Production costs', 2000, 2000, null],
        ['Fee', 25000, 20000, 5000],
        ['Undistributed', 3000, null, null],
        ['Total', 30000, 22000, 5000],
      ],
    },
    {
      title: 'A step that nobody shares in',
      cells: {
        A1: [
          ['Step', 'At most', 'Studio'],
          ['Costs', 500, null],
        ],
      },
      formula: '=REVSHARE_WATERFALL(100, A1:C2)',
      error: 'REVSHARE_WATERFALL: steps, row 2, column 3: all shares are 0 or blank',
    },
  ],
};
