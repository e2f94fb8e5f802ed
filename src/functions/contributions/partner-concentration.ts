import { toCommonScale } from '../../calc/decimal';
import { effectiveNumber, herfindahl, topShare } from '../../calc/inequality';
import { range, withDefault } from '../runner/argument';
import { numberKind, wordKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';

export const partnerConcentration = defineFunction({
  name: 'PARTNER_CONCENTRATION',
  arguments: [
    range('income', numberKind({ min: 0 })),
    withDefault('measure', wordKind(['top', 'hhi', 'effective']), 'top'),
  ],
  compute(income, measure) {
    const amounts = income.list();
    if (!amounts.some((amount) => amount !== null && amount > 0)) return null;
    const of = measure === 'top' ? topShare : measure === 'hhi' ? herfindahl : effectiveNumber;
    return of(toCommonScale(amounts).units);
  },
});
