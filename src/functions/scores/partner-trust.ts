import { plus, quotient } from '../../calc/arithmetic';
import { decimalOf } from '../../calc/decimal';
import { range } from '../runner/argument';
import { eachCell } from '../runner/broadcast';
import { numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';

const rating = numberKind({ min: 0 });

export const partnerTrust = defineFunction({
  name: 'PARTNER_TRUST',
  arguments: [
    range('credibility', rating),
    range('reliability', rating),
    range('intimacy', rating),
    range('self_orientation', numberKind({ min: 0, above: true })),
  ],
  compute: (...grids) =>
    eachCell(grids, (row, column) => {
      const ratings = grids.map((grid) => grid.at(row, column));
      if (ratings.includes(null)) return null;
      const [credibility, reliability, intimacy, self] = ratings.map((value) => decimalOf(value!));
      return quotient(plus(plus(credibility!, reliability!), intimacy!), self!);
    }),
});
