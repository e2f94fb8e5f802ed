import { quotient } from '../../calc/arithmetic';
import { decimalOf, toCommonScale } from '../../calc/decimal';
import { gini, hoover, jain } from '../../calc/inequality';
import { optionalRange, range, withDefault } from '../runner/argument';
import { numberKind, wordKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { Entries } from '../runner/entries';

const amountKind = numberKind({ min: 0 });

export const partnerFairness = defineFunction({
  name: 'PARTNER_FAIRNESS',
  arguments: [
    range('received', amountKind),
    optionalRange('fair', amountKind),
    withDefault('index', wordKind(['jain', 'gini', 'hoover']), 'jain'),
  ],
  compute(received, fair, index) {
    const entries = new Entries([received, fair]);
    const isEqual = fair.single && fair.at(0) === null;
    const amounts: number[] = [];
    const wanted: number[] = [];
    for (let entry = 0; entry < entries.count; entry++) {
      const amount = entries.at(received, entry);
      if (amount === null) continue;
      const share = isEqual ? 1 : entries.required(fair, entry, 'what would be fair');
      const isRelative = !isEqual && index !== 'hoover';
      if (isRelative && share === 0) entries.refuse(fair, entry, `0 is not above 0, as the index ${index} needs it`);
      amounts.push(isRelative ? quotient(decimalOf(amount), decimalOf(share)) : amount);
      wanted.push(share);
    }
    if (!amounts.every(Number.isFinite)) received.refuseAll('too large beside what is fair');
    if (!amounts.some((amount) => amount > 0)) return null;
    const { units } = toCommonScale(amounts);
    if (index !== 'hoover') return (index === 'jain' ? jain : gini)(units);
    if (!wanted.some((share) => share > 0)) fair.refuseAll('all are 0');
    return hoover(units, toCommonScale(wanted).units);
  },
});
