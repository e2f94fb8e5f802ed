import { stageReached } from '../../calc/checklist';
import type { FunctionHelp } from '../help/help';
import { range } from '../runner/argument';
import { labelKind, yesNoKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';

export const definition = defineFunction({
  name: 'PARTNER_STAGE',
  arguments: [range('answers', yesNoKind), range('stages', labelKind)],
  rows: 'a candidate each',
  criteria: { expected: 'a stage' },
  compute: stageReached,
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'The stage that is reached when all its items, and those of all stages before it, are yes.',
  arguments: {
    answers: 'Answers to the items: yes or TRUE, no; FALSE and blank are open',
    stages: 'The stage of each item, in one row or column beside the answers',
  },
  returns: 'The last stage reached, as it stands in stages; empty when not even the first one is.',
  notes: [
    'The order of the stages is that of their first item. Use it for a maturity model, a trust ladder or a lifecycle.',
    'A block of answers beside a column of stages is a partner in each column, and the stages reached are a row; with a row of stages it is a partner in each row.',
  ],
  examples: [
    {
      title: 'All of the first stage, not all of the second',
      cells: {
        A1: [
          ['trial', 'yes'],
          ['trial', true],
          ['consistency', 'yes'],
          ['consistency', null],
          ['reliability', 'yes'],
        ],
      },
      formula: '=PARTNER_STAGE(B1:B5, A1:A5)',
      answer: 'trial',
    },
    {
      title: 'Three partners, levels as numbers',
      cells: {
        A1: [
          [1, 1, 2, 3],
          ['yes', 'yes', 'yes', 'yes'],
          ['yes', 'no', 'yes', 'yes'],
          ['yes', 'yes', 'yes', false],
        ],
      },
      formula: '=PARTNER_STAGE(A2:D4, A1:D1)',
      answer: [[3], [null], [2]],
    },
    {
      title: 'An answer that is neither yes nor no',
      cells: { A1: [['trial', 'maybe']] },
      formula: '=PARTNER_STAGE(B1, A1)',
      error: 'PARTNER_STAGE: answers: "maybe" is not yes, no, TRUE or FALSE',
    },
  ],
};
