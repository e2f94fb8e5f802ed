import { breakEven } from '../../calc/break-even';
import type { FunctionHelp } from '../help/help';
import { range } from '../runner/argument';
import { numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';

const amountKind = numberKind({ min: 0 });

export const definition = defineFunction({
  name: 'PARTNER_BREAKEVEN',
  arguments: [range('fixed_cost', amountKind), range('unit_price', amountKind), range('unit_cost', amountKind)],
  rows: 'each on its own',
  compute: () => (fixed, price, cost) =>
    fixed === null || price === null || cost === null ? null : (breakEven(fixed, price, cost) ?? 'never'),
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'How many units must be sold until the fixed cost is covered.',
  arguments: {
    fixed_cost: 'What it costs whatever is sold',
    unit_price: 'What one unit brings',
    unit_cost: 'What one unit costs',
  },
  returns:
    'A whole number of units, in the shape of the ranges, or the word never where there is a fixed cost and the price is not above the unit cost.',
  notes: [
    'Without a fixed cost the answer is 0: there is nothing to cover. The word never counts as more than any number where a sheet compares the two. A blank answers blank.',
  ],
  examples: [
    {
      title: 'Rounded up to whole units',
      cells: { A1: [[40000, 90, 55]] },
      formula: '=PARTNER_BREAKEVEN(A1, B1, C1)',
      answer: 1143,
    },
    {
      title: 'Three prices, one of them too low, one not known',
      cells: { A1: [[15], [11], [null], [12]] },
      formula: '=PARTNER_BREAKEVEN(20000, A1:A4, 11)',
      answer: [[5000], ['never'], [null], [20000]],
    },
    {
      title: 'A price that is no number',
      cells: { A1: [['15 each']] },
      formula: '=PARTNER_BREAKEVEN(20000, A1, 11)',
      error: 'PARTNER_BREAKEVEN: unit_price: "15 each" is not a number',
    },
  ],
};
