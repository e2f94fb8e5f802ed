import { allocate, weightsOf, type Weights } from '../../calc/allocate';
import { roundProduct, roundTo } from '../../calc/decimal';
import type { Integer } from '../../calc/integer';
import type { FunctionHelp } from '../help/help';
import { range, withDefault } from '../runner/argument';
import { commonHeight, eachCell } from '../runner/broadcast';
import { describe, type Answer, type Cell } from '../runner/cell';
import { numberKind, type CellKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import type { Grid } from '../runner/grid';
import { refuse } from '../runner/refusal';
import { decimalsKind, moneyCell } from './money';

type Numbers = Grid<number>;
/** What a party gets; nothing where its share is blank. */
type Parts = Cell[];

/** Any number: what is wrong with one can only be said beside the shares. */
const anyDecimals: CellKind<number> = {
  ...decimalsKind,
  read: (value, refuse) => (typeof value === 'number' ? value : decimalsKind.read(value, refuse)),
};

export const definition = defineFunction({
  name: 'REVSHARE',
  arguments: [
    range('amount', numberKind()),
    range('shares', numberKind({ min: 0 })),
    withDefault('decimals', anyDecimals, 2),
  ],
  rows: 'all together',
  compute(amounts, shares, decimals) {
    requireDecimals(decimals, shares);
    if (shares.single) return fractions(amounts, shares, decimals);
    const isList = shares.height === 1 || shares.width === 1;
    return isList ? splitByList(amounts, shares, decimals) : splitRowByRow(amounts, shares, decimals);
  },
});

/** Beside a single share, a number that cannot be decimals is most likely the share of a second party. */
function requireDecimals(decimals: number, shares: Numbers): void {
  const hint = `${describe(decimals)} cannot be a number of decimals (0 to 6); the shares of all parties stand together in one range, such as B1:B3`;
  decimalsKind.read(decimals, (complaint) => refuse('decimals', shares.single ? hint : complaint));
}

/** One single share is that party's fraction of every amount. */
function fractions(amounts: Numbers, share: Numbers, decimals: number): Answer {
  const fraction = share.at(0);
  if (fraction !== null && fraction > 1) {
    share.refuseAll(`${fraction} is not from 0 to 1; a single share is a fraction of the amount, such as 70%`);
  }
  return eachCell([amounts], (row, column) => {
    const amount = amounts.at(row, column);
    if (amount === null || fraction === null) return null;
    return toCell(roundProduct(amount, fraction, decimals), decimals, amounts, row, column);
  });
}

/** One row or column of shares is the list of parties for every amount. */
function splitByList(amounts: Numbers, shares: Numbers, decimals: number): Answer {
  const partiesDown = shares.width === 1;
  const amountsAcross = amounts.single || (partiesDown && amounts.height === 1);
  if (amounts.width > 1 && !amountsAcross) {
    amounts.refuseAll('one column of amounts, or a row of amounts with a column of shares, is expected');
  }
  const list = shares.list();
  const split = splitter(amounts, decimals);
  const weights = weightsOf(list);
  const answer: Parts[] = [];
  const count = amountsAcross ? amounts.width : amounts.used;
  for (let i = 0; i < count; i++) {
    const row = amountsAcross ? 0 : i;
    const column = amountsAcross ? i : 0;
    const parts = split(row, column, list, weights);
    if (!parts) {
      const amount = String(amounts.at(row, column));
      amounts.refuse(row, column, `${amount} cannot be split, because all shares are 0 or blank`);
    }
    answer.push(parts);
  }
  return amountsAcross && partiesDown ? transpose(answer) : answer;
}

/** A block of shares has the shares of each amount beside it. */
function splitRowByRow(amounts: Numbers, shares: Numbers, decimals: number): Answer {
  if (amounts.width > 1) amounts.refuseAll('one column of amounts is expected beside a block of shares');
  const split = splitter(amounts, decimals);
  return Array.from({ length: commonHeight([amounts, shares]) }, (_, row) => {
    const list = shares.row(row);
    const parts = split(row, 0, list, weightsOf(list));
    if (parts) return parts;
    const amount = String(amounts.at(row));
    return shares.refuseRow(row, `all are 0 or blank, so the amount ${amount} cannot be split`);
  });
}

/** Splits the amount of a row and column; answers nothing where there is an amount but no share to split it by. */
function splitter(amounts: Numbers, decimals: number) {
  const units: Integer[] = [];
  return (row: number, column: number, shares: readonly (number | null)[], weights: Weights): Parts | undefined => {
    const amount = amounts.at(row, column);
    if (amount === null) return shares.map(() => null);
    const total = roundTo(amount, decimals);
    // Zero can be split by any shares, and by none.
    if (weights.sum <= 0) return total === 0 ? shares.slice() : undefined;
    allocate(total, weights, units);
    const parts = new Array<Cell>(shares.length);
    for (let i = 0; i < parts.length; i++) {
      parts[i] = shares[i] === null ? null : toCell(units[i]!, decimals, amounts, row, column);
    }
    return parts;
  };
}

function toCell(units: Integer, decimals: number, amounts: Numbers, row: number, column: number): number {
  return moneyCell(units, decimals, (complaint) => amounts.refuse(row, column, complaint));
}

function transpose(rows: readonly Parts[]): Parts[] {
  return rows[0]!.map((_, column) => rows.map((row) => row[column]!));
}

export const help: FunctionHelp<typeof definition> = {
  summary: 'Splits an amount by shares so that the parts add up to it exactly, to the cent.',
  arguments: {
    amount: 'What is split: one amount or a column of amounts',
    shares:
      'Shares of the parties in one row or column, on any scale (70 and 30, or 0.7 and 0.3); or a row of shares for each amount; or one fraction such as 70%',
    decimals: 'Decimals of the parts',
  },
  returns: 'One part for each party: in the shape of the shares for one amount, a row for each amount of a column.',
  notes: [
    'The amount is first rounded to the decimals, halves away from zero. Everybody gets the whole cents of their share; the cents left over go to the largest fractions of a cent, and of equal fractions to the earlier party (largest remainder, also called Hamilton). A negative amount mirrors the positive one, so a refund cancels what it refunds.',
    'One row or one column of shares is the list of the parties, even where it is as tall as the amounts. A row of amounts with a column of shares answers a column for each amount. A block of shares gives each amount the shares of its row.',
    'One single share is the fraction, from 0 to 1, that one party gets: =REVSHARE(A2, 70%) is 70 % of A2, rounded once. Only the full list of parties adds up to the cent: 70 % and 30 % of 0.05, rounded one by one, make 0.06.',
    'Shares are weights, also where they are percentages: 60% and 30% split the whole amount two to one. What is to be left over needs a share of its own.',
    'A share of 0 gets 0. A blank share takes no part and its answer is blank. A blank amount answers a blank row. If all shares are 0 or blank, only an amount of 0 can be split.',
  ],
  examples: [
    {
      title: 'One amount, three parties',
      cells: { A1: [[100]], B1: [[1], [1], [1]] },
      formula: '=REVSHARE(A1, B1:B3)',
      answer: [[33.34], [33.33], [33.33]],
    },
    {
      title: 'A column of amounts, with a blank and a refund',
      cells: { A2: [[1234.56], [null], [-1234.56]], B1: [[70, 30]] },
      formula: '=REVSHARE(A2:A4, B1:C1)',
      answer: [
        [864.19, 370.37],
        [null, null],
        [-864.19, -370.37],
      ],
    },
    {
      title: 'Shares that differ from row to row',
      cells: {
        A1: [
          [99.99, 0.5, 0.5],
          [50, 2, 1],
        ],
      },
      formula: '=REVSHARE(A1:A2, B1:C2)',
      answer: [
        [50, 49.99],
        [33.33, 16.67],
      ],
    },
    {
      title: "One party's fraction",
      cells: { A1: [[1000.01]] },
      formula: '=REVSHARE(A1, 70%)',
      answer: 700.01,
    },
    {
      title: 'Whole units',
      cells: { A1: [[7]], B1: [[0.5, 0.3, 0.2]] },
      formula: '=REVSHARE(A1, B1:D1, 0)',
      answer: [[4, 2, 1]],
    },
    {
      title: 'A share that is not a number',
      cells: { A1: [[100]], B1: [[60], [40], ['abc']] },
      formula: '=REVSHARE(A1, B1:B3)',
      error: 'REVSHARE: shares, row 3: "abc" is not a number',
    },
    {
      title: 'Shares that do not stand together in one range',
      cells: { A1: [[100]] },
      formula: '=REVSHARE(A1, 60%, 40%)',
      error:
        'REVSHARE: decimals: 0.4 cannot be a number of decimals (0 to 6); the shares of all parties stand together in one range, such as B1:B3',
    },
    {
      title: 'An amount that nobody shares in',
      cells: { A1: [[100]], B1: [[0], [0]] },
      formula: '=REVSHARE(A1, B1:B2)',
      error: 'REVSHARE: amount: 100 cannot be split, because all shares are 0 or blank',
    },
  ],
};
