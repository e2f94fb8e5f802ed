import { stageReached, verdictOf, type ChecklistRule } from '../../../calc/checklist';
import { nameKey } from '../../../calc/name';
import { range } from '../../runner/argument';
import { commonHeight } from '../../runner/broadcast';
import { describe } from '../../runner/cell';
import type { CellKind } from '../../runner/cell-kind';
import { defineFunction } from '../../runner/definition';
import type { Grid } from '../../runner/grid';

/** Any cell as its text, so that one that cannot be meant takes nothing from the other lists. */
const anything: CellKind<string> = {
  ...{ expected: 'a text', type: 'string', from: Infinity, to: -Infinity },
  read: (value) => (typeof value === 'number' || typeof value === 'string' ? String(value) : describe(value)),
};

interface Question {
  stage: string;
  answer: boolean | null;
}

/**
 * What each list of a page comes to by its rule, a cell a list: what PARTNER_CHECKLIST or, where the rule is `staged`,
 * PARTNER_STAGE answers. Without a rule it is a report. A rule that cannot be meant is answered in words.
 */
export const definition = defineFunction({
  name: 'CHECKLIST_VERDICTS',
  rows: 'all together',
  arguments: [
    range('list', anything),
    range('rule', anything),
    range('lists', anything),
    range('stages', anything),
    range('questions', anything),
    range('answers', anything),
  ],
  compute(list, rule, lists, stages, questions, answers) {
    const of = new Map<string, Question[]>();
    const count = commonHeight([lists, stages, questions, answers]);
    for (let row = 0; row < count; row++) {
      const name = keyAt(lists, row);
      if (name === '' || keyAt(questions, row) === '') continue;
      const said = keyAt(answers, row);
      const answer = said === 'yes' || said === 'true' ? true : said === 'no' ? false : null;
      of.set(name, [...(of.get(name) ?? []), { stage: stages.at(row) ?? '', answer }]);
    }
    commonHeight([list, rule]);
    return list.rows.map((_, row) => [verdict(of.get(keyAt(list, row)) ?? [], keyAt(list, row), keyAt(rule, row))]);
  },
});

/** The key of a cell; of none, below the last row of a range that ends before another. */
const keyAt = (grid: Grid<string>, row: number): string =>
  grid.single || row < grid.height ? nameKey(grid.at(row) ?? '') : '';

function verdict(questions: readonly Question[], list: string, rule: string): string | null {
  if (list === '') return null;
  if (questions.length === 0) return 'no questions yet';
  const answers = questions.map(({ answer }) => answer);
  if (rule === 'staged') return stageReached(questions.map(({ stage }) => stage))(answers) ?? 'not begun';
  const needed = rule === '' ? 'report' : rule === 'all' || rule === 'report' ? rule : Number(rule);
  if (typeof needed === 'number' && !(Number.isInteger(needed) && needed > 0)) {
    return 'rule: choose all, report or staged, or write how many';
  }
  return verdictOf(answers, needed as ChecklistRule) ?? `rule: ${rule} of ${answers.length} can never be yes`;
}
