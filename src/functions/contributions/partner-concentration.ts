import { toCommonScale } from '../../calc/decimal';
import { effectiveNumber, herfindahl, topShare } from '../../calc/inequality';
import type { FunctionHelp } from '../help/help';
import { range, withDefault } from '../runner/argument';
import { numberKind, wordKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';

export const definition = defineFunction({
  name: 'PARTNER_CONCENTRATION',
  arguments: [
    range('income', numberKind({ min: 0 })),
    withDefault('measure', wordKind(['top', 'hhi', 'effective']), 'top'),
  ],
  rows: 'all together',
  compute(income, measure) {
    const amounts = income.list();
    if (!amounts.some((amount) => amount !== null && amount > 0)) return null;
    const of = measure === 'top' ? topShare : measure === 'hhi' ? herfindahl : effectiveNumber;
    return of(toCommonScale(amounts).units);
  },
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'How much of the income hangs on few partners.',
  arguments: {
    income: 'Income from each partner',
    measure: 'The largest share (top), the Herfindahl-Hirschman index (hhi), or the effective number of partners',
  },
  returns: 'One number; empty where there is no income.',
  notes: [
    'The measure hhi is the sum of the squared shares in percent: 10,000 for a single partner. The effective number is 1 ÷ the sum of the squared shares: so many partners with equal income would be as concentrated.',
  ],
  examples: [
    {
      title: 'Three partners, one of them large',
      cells: { A1: [[600], [300], [100]] },
      formula: '=PARTNER_CONCENTRATION(A1:A3)',
      answer: 0.6,
    },
    {
      title: 'Herfindahl-Hirschman index, blanks left out',
      cells: { A1: [[30], [30], [null], [20], [20], [null]] },
      formula: '=PARTNER_CONCENTRATION(A1:A6, "hhi")',
      answer: 2600,
    },
    {
      title: 'Four partners who bring the same',
      cells: { A1: [[25, 25, 25, 25]] },
      formula: '=PARTNER_CONCENTRATION(A1:D1, "effective")',
      answer: 4,
    },
    {
      title: 'A negative income',
      cells: { A1: [[600], [-100]] },
      formula: '=PARTNER_CONCENTRATION(A1:A2)',
      error: 'PARTNER_CONCENTRATION: income, row 2: -100 is not a number of 0 or more',
    },
  ],
};
