import { roundTo } from '../../calc/decimal';
import { trueUp } from '../../calc/true-up';
import type { FunctionHelp } from '../help/help';
import { range, single } from '../runner/argument';
import { numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { decimalsArgument, moneyCell } from './money';

export const definition = defineFunction({
  name: 'REVSHARE_TRUEUP',
  arguments: [
    single('budget', numberKind({ min: 0 })),
    range('shares', numberKind({ min: 0 })),
    range('paid_to_date', numberKind()),
    decimalsArgument,
  ],
  rows: 'entries of one list',
  compute(parties, budget, shares, paid, decimals) {
    if (budget === null || parties.count === 0) return null;
    const indexes = Array.from({ length: parties.count }, (_, i) => i);
    const list = indexes.map((i) => parties.at(shares, i));
    if (!list.some((share) => share !== null && share > 0)) shares.refuseAll('all are 0 or blank');
    const payments = indexes.map((i) =>
      list[i] === null ? (parties.at(paid, i) ?? 0) : parties.required(paid, i, 'what was paid, or 0,'),
    );
    const cells = trueUp(roundTo(budget, decimals), decimals, list, payments).map((units, i) =>
      list[i] === null ? null : moneyCell(units, decimals, (complaint) => parties.refuse(paid, i, complaint)),
    );
    return parties.answer(cells);
  },
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'Splits a budget so that what everybody was paid in all moves towards their shares.',
  arguments: {
    budget: 'What is to be paid now',
    shares: 'The share of each party in all that is ever paid, on any scale',
    paid_to_date: 'What each party was paid before',
    decimals: 'Decimals of the parts',
  },
  returns: 'One part for each party, as the shares run; the parts add up to the budget.',
  notes: [
    'A party wants its share of all paid before and the budget together, less what it was paid, and nothing if that is negative. The budget is split in proportion to the wants, as REVSHARE splits.',
    'A party with a blank share gets nothing, but what it was paid counts.',
  ],
  examples: [
    {
      title: 'Agreed 50 to 50, paid 700 to 300 so far',
      cells: {
        A1: [
          [0.5, 700],
          [0.5, 300],
        ],
      },
      formula: '=REVSHARE_TRUEUP(1000, A1:A2, B1:B2)',
      answer: [[300], [700]],
    },
    {
      title: 'A budget that is too small to even out what was paid',
      cells: {
        A1: [
          [50, 30, 20],
          [1000, 100, 100],
        ],
      },
      formula: '=REVSHARE_TRUEUP(100, A1:C1, A2:C2)',
      answer: [[0, 64.44, 35.56]],
    },
    {
      title: 'A payment that is not known',
      cells: {
        A1: [
          [0.5, 700],
          [0.5, null],
        ],
      },
      formula: '=REVSHARE_TRUEUP(1000, A1:A2, B1:B2)',
      error: 'REVSHARE_TRUEUP: paid_to_date, row 2: blank, where what was paid, or 0, is expected',
    },
  ],
};
