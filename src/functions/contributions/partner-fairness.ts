import { quotient } from '../../calc/arithmetic';
import { decimalOf, toCommonScale } from '../../calc/decimal';
import { gini, hoover, jain } from '../../calc/inequality';
import type { FunctionHelp } from '../help/help';
import { optionalRange, range, withDefault } from '../runner/argument';
import { numberKind, wordKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';

const amountKind = numberKind({ min: 0 });

export const definition = defineFunction({
  name: 'PARTNER_FAIRNESS',
  arguments: [
    range('received', amountKind),
    optionalRange('fair', amountKind),
    withDefault('index', wordKind(['jain', 'gini', 'hoover']), 'jain'),
  ],
  rows: 'entries of one list',
  compute(entries, received, fair, index) {
    const isEqual = fair.single && fair.at(0) === null;
    const amounts: number[] = [];
    const wanted: number[] = [];
    let isMissing = false;
    for (let entry = 0; entry < entries.count; entry++) {
      const amount = entries.at(received, entry);
      if (amount === null) {
        // Beside what would be fair, what was received is missing, and not 0.
        if (!isEqual && entries.at(fair, entry) !== null) isMissing = true;
        continue;
      }
      const share = isEqual ? 1 : entries.required(fair, entry, 'what would be fair');
      const isRelative = !isEqual && index !== 'hoover';
      if (isRelative && share === 0) entries.refuse(fair, entry, `0 is not above 0, as the index ${index} needs it`);
      amounts.push(isRelative ? quotient(decimalOf(amount), decimalOf(share)) : amount);
      wanted.push(share);
    }
    if (!amounts.every(Number.isFinite)) received.refuseAll('too large beside what is fair');
    if (isMissing || !amounts.some((amount) => amount > 0)) return null;
    const { units } = toCommonScale(amounts);
    if (index !== 'hoover') return (index === 'jain' ? jain : gini)(units);
    if (!wanted.some((share) => share > 0)) fair.refuseAll('all are 0');
    return hoover(units, toCommonScale(wanted).units);
  },
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'How evenly, or how fairly, something is spread over several parties: one number.',
  arguments: {
    received: 'What each party received, in one row or column',
    fair: 'What each should have received, on any scale; left out, all the same',
    index: 'Which index',
  },
  returns: 'One number; empty where nobody received anything, and where it is not known what somebody received.',
  notes: [
    'The index jain is (Σx)² ÷ (n × Σx²): 1 where all are treated alike, 1 ÷ n where one has everything. The index gini, in its population form, is 0 where all are alike and at most 1 − 1 ÷ n. With fair amounts, both look at received ÷ fair.',
    'The index hoover is half of Σ|share received − fair share|: the part of all that would have to change hands.',
    'A blank amount is missing, not 0: beside what would be fair it leaves the answer empty, without fair amounts it is no party. For two parties PARTNER_BALANCE says more; jain and gini help with four or more.',
  ],
  examples: [
    {
      title: 'Three parties against what was agreed',
      cells: {
        A1: [
          [50, 50],
          [30, 10],
          [50, 10],
        ],
      },
      formula: '=PARTNER_FAIRNESS(A1:A3, B1:B3)',
      answer: 0.7714285714285715,
    },
    {
      title: 'What would have to move, with a blank at the end',
      cells: { A1: [[60], [40], [null]] },
      formula: '=PARTNER_FAIRNESS(A1:A3, , "hoover")',
      answer: 0.1,
    },
    {
      title: 'A party to whom nothing would be fair',
      cells: {
        A1: [
          [50, 1],
          [30, 0],
        ],
      },
      formula: '=PARTNER_FAIRNESS(A1:A2, B1:B2, "gini")',
      error: 'PARTNER_FAIRNESS: fair, row 2: 0 is not above 0, as the index gini needs it',
    },
  ],
};
