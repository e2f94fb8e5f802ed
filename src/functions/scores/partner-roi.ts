import { minus, quotient } from '../../calc/arithmetic';
import { decimalOf } from '../../calc/decimal';
import type { FunctionHelp } from '../help/help';
import { range, withDefault } from '../runner/argument';
import { numberKind, wordKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';

export const definition = defineFunction({
  name: 'PARTNER_ROI',
  arguments: [
    range('return', numberKind()),
    range('cost', numberKind({ min: 0 })),
    withDefault('measure', wordKind(['roi', 'multiple']), 'roi'),
  ],
  rows: 'each on its own',
  compute: (measure) => (gained, cost) => {
    // Nothing was put in: there is no return on it to speak of.
    if (gained === null || cost === null || cost === 0) return null;
    const [brought, invested] = [decimalOf(gained), decimalOf(cost)];
    return quotient(measure === 'roi' ? minus(brought, invested) : brought, invested);
  },
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'Return on investment of a partnership, or the multiple that came back.',
  arguments: {
    return: 'What the partnership brought',
    cost: 'What it cost: money, hours at their rate, resources',
    measure: 'The return above the cost ÷ cost (roi), or the return ÷ cost (multiple)',
  },
  returns: 'A fraction or a multiple, in the shape of the ranges; empty where the cost is 0 or something is missing.',
  notes: ['The multiple is always the return on investment + 1. Say which one is meant by "3×".'],
  examples: [
    {
      title: 'Three campaigns, one of them without a cost',
      cells: {
        A1: [
          [60000, 10000],
          [900, 0],
          [4000, 5000],
        ],
      },
      formula: '=PARTNER_ROI(A1:A5, B1:B5)',
      answer: [[5], [null], [-0.2]],
    },
    {
      title: 'The same as a multiple',
      cells: { A1: [[60000, 10000]] },
      formula: '=PARTNER_ROI(A1, B1, "multiple")',
      answer: 6,
    },
    {
      title: 'A cost with the wrong sign',
      cells: { A1: [[60000, -10000]] },
      formula: '=PARTNER_ROI(A1, B1)',
      error: 'PARTNER_ROI: cost: -10000 is not a number of 0 or more',
    },
  ],
};
