import { verdictOf } from '../../calc/checklist';
import type { FunctionHelp } from '../help/help';
import { range, withDefault } from '../runner/argument';
import { numberKind, numberOrWordKind, yesNoKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { refuse } from '../runner/refusal';

export const definition = defineFunction({
  name: 'PARTNER_CHECKLIST',
  arguments: [
    range('answers', yesNoKind),
    withDefault<'rule', number | 'all' | 'report'>(
      'rule',
      numberOrWordKind(numberKind({ whole: true, min: 1 }), ['all', 'report']),
      'all',
    ),
  ],
  rows: 'a candidate each',
  // What is not answered yet must not be taken for agreed.
  blanksCount: true,
  compute: (rule) => (answers) => {
    const verdict = verdictOf(answers, rule);
    return verdict ?? refuse('rule', `${rule} can never be yes, where there are ${answers.length} answers`);
  },
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'Sums up a checklist: go, pause or incomplete, or how many answers of each kind.',
  arguments: {
    answers: 'Answers: yes or TRUE, no; FALSE and blank are open',
    rule: 'All must be yes, or so many of them; report counts them',
  },
  returns: 'The word go, pause or incomplete, or counts such as 5 yes, 1 no, 2 open; a column of them for a block.',
  notes: [
    'Enough yes: go. So many no that enough yes can no longer come: pause. Until then: incomplete. With the rule all a single no means pause.',
    'Give exactly the cells of the items: a blank at the end is an item that is not answered yet. In a block each row is a checklist of its own; a row in which nothing is answered or ticked yet answers blank.',
  ],
  examples: [
    {
      title: 'A box that is not ticked is open',
      cells: { A1: [['yes'], [true], [false]] },
      formula: '=PARTNER_CHECKLIST(A1:A3)',
      answer: 'incomplete',
    },
    {
      title: 'Three of five are enough: three checklists',
      cells: {
        A1: [
          ['yes', 'yes', 'yes', null, 'no'],
          ['no', 'no', 'no', 'yes', null],
          ['yes', 'yes', 'no', 'no', null],
        ],
      },
      formula: '=PARTNER_CHECKLIST(A1:E3, 3)',
      answer: [['go'], ['pause'], ['incomplete']],
    },
    {
      title: 'How many of each',
      cells: { A1: [['yes'], ['no'], [null], [true]] },
      formula: '=PARTNER_CHECKLIST(A1:A4, "report")',
      answer: '2 yes, 1 no, 1 open',
    },
    {
      title: 'More yes wanted than there are items',
      cells: { A1: [['yes'], ['no']] },
      formula: '=PARTNER_CHECKLIST(A1:A2, 3)',
      error: 'PARTNER_CHECKLIST: rule: 3 can never be yes, where there are 2 answers',
    },
  ],
};
