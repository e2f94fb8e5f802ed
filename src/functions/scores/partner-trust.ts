import { plus, quotient } from '../../calc/arithmetic';
import { decimalOf } from '../../calc/decimal';
import type { FunctionHelp } from '../help/help';
import { range } from '../runner/argument';
import { numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';

const rating = numberKind({ min: 0 });

export const definition = defineFunction({
  name: 'PARTNER_TRUST',
  arguments: [
    range('credibility', rating),
    range('reliability', rating),
    range('intimacy', rating),
    range('self_orientation', numberKind({ min: 0, above: true })),
  ],
  rows: 'each on its own',
  compute: () => (credibility, reliability, intimacy, self) => {
    if (credibility === null || reliability === null || intimacy === null || self === null) return null;
    const trusted = plus(plus(decimalOf(credibility), decimalOf(reliability)), decimalOf(intimacy));
    return quotient(trusted, decimalOf(self));
  },
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'Trust equation: (credibility + reliability + intimacy) ÷ self-orientation.',
  arguments: {
    credibility: 'How far what they say can be believed',
    reliability: 'How far they do what they say',
    intimacy: 'How safely one can confide in them',
    self_orientation: 'How much they think of themselves first; low is good',
  },
  returns: 'The quotient, in the shape of the ranges; empty where a rating is missing.',
  notes: [
    'Rate all four on one scale. Quotients on different scales cannot be compared: on 1 to 5 the most is 15, on 1 to 10 it is 30.',
    'The self-orientation weighs heavily: halving it doubles the answer. Look at the four ratings as well.',
  ],
  examples: [
    {
      title: 'Ratings from 1 to 10',
      cells: { A1: [[9, 8, 7, 2]] },
      formula: '=PARTNER_TRUST(A1, B1, C1, D1)',
      answer: 12,
    },
    {
      title: 'A column of reviews, one of them not finished',
      cells: {
        A1: [
          [5, 5, 5, 1],
          [4, 3, null, 2],
          [4, 3, 3, 2.5],
        ],
      },
      formula: '=PARTNER_TRUST(A1:A5, B1:B5, C1:C5, D1:D5)',
      answer: [[15], [null], [4]],
    },
    {
      title: 'A self-orientation of 0',
      cells: { A1: [[9, 8, 7, 0]] },
      formula: '=PARTNER_TRUST(A1, B1, C1, D1)',
      error: 'PARTNER_TRUST: self_orientation: 0 is not a number above 0',
    },
  ],
};
