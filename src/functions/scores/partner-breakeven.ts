import { breakEven } from '../../calc/break-even';
import { range } from '../runner/argument';
import { eachCell } from '../runner/broadcast';
import { numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';

const amountKind = numberKind({ min: 0 });

export const partnerBreakeven = defineFunction({
  name: 'PARTNER_BREAKEVEN',
  arguments: [range('fixed_cost', amountKind), range('unit_price', amountKind), range('unit_cost', amountKind)],
  compute: (...grids) =>
    eachCell(grids, (row, column) => {
      const [fixed, price, cost] = grids.map((grid) => grid.at(row, column));
      if (fixed === null || price === null || cost === null) return null;
      return breakEven(fixed!, price!, cost!) ?? 'never';
    }),
});
