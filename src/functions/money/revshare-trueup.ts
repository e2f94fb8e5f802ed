import { roundTo } from '../../calc/decimal';
import { trueUp } from '../../calc/true-up';
import { range, single } from '../runner/argument';
import type { Answer } from '../runner/cell';
import { numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { Entries } from '../runner/entries';
import { decimalsArgument, moneyCell } from './money';

export const revshareTrueup = defineFunction({
  name: 'REVSHARE_TRUEUP',
  arguments: [
    single('budget', numberKind({ min: 0 })),
    range('shares', numberKind({ min: 0 })),
    range('paid_to_date', numberKind()),
    decimalsArgument,
  ],
  compute(budget, shares, paid, decimals): Answer {
    const parties = new Entries([shares, paid]);
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
