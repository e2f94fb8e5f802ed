import { minus, quotient } from '../../calc/arithmetic';
import { decimalOf } from '../../calc/decimal';
import { range, withDefault } from '../runner/argument';
import { eachCell } from '../runner/broadcast';
import { numberKind, wordKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';

export const partnerRoi = defineFunction({
  name: 'PARTNER_ROI',
  arguments: [
    range('return', numberKind()),
    range('cost', numberKind({ min: 0 })),
    withDefault('measure', wordKind(['roi', 'multiple']), 'roi'),
  ],
  compute: (returns, costs, measure) =>
    eachCell([returns, costs], (row, column) => {
      const gained = returns.at(row, column);
      const cost = costs.at(row, column);
      // Nothing was put in: there is no return on it to speak of.
      if (gained === null || cost === null || cost === 0) return null;
      const [brought, invested] = [decimalOf(gained), decimalOf(cost)];
      return quotient(measure === 'roi' ? minus(brought, invested) : brought, invested);
    }),
});
