import { range, withDefault } from '../runner/argument';
import type { Answer, Blank } from '../runner/cell';
import { numberKind, numberOrWordKind, yesNoKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { refuseArgument } from '../runner/grid';
import { answerRows, isBlock } from './candidates';

const NAME = 'PARTNER_CHECKLIST';

export const partnerChecklist = defineFunction({
  name: NAME,
  arguments: [
    range('answers', yesNoKind),
    withDefault<'rule', number | 'all' | 'report'>(
      'rule',
      numberOrWordKind(numberKind({ whole: true, min: 1 }), ['all', 'report']),
      'all',
    ),
  ],
  compute(answers, rule): Answer {
    const judge = (list: readonly (boolean | Blank)[]) => {
      const yes = list.filter((answer) => answer === true).length;
      const no = list.filter((answer) => answer === false).length;
      if (rule === 'report') return `${yes} yes, ${no} no, ${list.length - yes - no} open`;
      const needed = rule === 'all' ? list.length : rule;
      if (needed > list.length) {
        const complaint = `${needed} can never be yes, where there are ${list.length} answers`;
        refuseArgument({ functionName: NAME, argumentName: 'rule' }, complaint);
      }
      return yes >= needed ? 'go' : no > list.length - needed ? 'pause' : 'incomplete';
    };
    if (isBlock(answers)) return answerRows(answers, judge);
    // Blanks at the end are items too: what is not answered yet must not be taken for agreed.
    return judge(answers.rows.flat());
  },
});
