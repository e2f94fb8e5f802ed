import { LISTS, questionsOf } from '../../src/registers/checklist-questions';
import type { Changed } from '../../src/actions/gallery/gallery';
import type { Partnership } from '../support/partnership';
import { type, withPages } from './support/pages';

/** The page Checklists on the local engine: the lists of the guides, each by its rule. */

let partnership: Partnership;

/** Answers the questions of a list in their order; what is left out stays open. */
const answer = (list: string, answers: readonly string[]): unknown =>
  partnership.script(
    `const sheet = book.getSheetByName('Checklists');
     const [headings, ...rows] = sheet.getDataRange().getValues();
     const at = (name) => headings.indexOf(name);
     const given = ${JSON.stringify(answers)};
     let next = 0;
     const column = rows.map((row) => [row[at('List')] === ${JSON.stringify(list)} ? given[next++] || '' : row[at('Answer')]]);
     sheet.getRange(2, at('Answer') + 1, column.length, 1).setValues(column);`,
  );

const verdict = (list: string): Record<string, unknown> =>
  partnership.rows('Checklists').find((row) => row['List name'] === list)!;
const attentionOf = (list: string): unknown[] =>
  partnership.rows('Checklists').flatMap((row) => (row.List === list && row.Attention !== '' ? [row.Attention] : []));
const countOf = (list: string): number => {
  return questionsOf(LISTS.find(({ name }) => name === list)!).length;
};
const of = (word: string, count: number): string[] => Array<string>(count).fill(word);

const write = (heading: string, row: number, value: string | number): void =>
  type(partnership, 'Checklists', [{ [heading]: value }], row);
const firstFreeRow = (): number => 2 + LISTS.flatMap(questionsOf).length;

beforeAll(async () => {
  partnership = await withPages('checklists');
});
afterAll(() => partnership.host.close());

describe('Checklists', () => {
  it('begins with the lists of the guides: as many questions as they ask, and their rules', () => {
    const counts = (['Ready to partner?', 'Decide: five musts', 'Decide: eight musts', 'Decide: six of eight', 'Selection', 'Pilot'] as const).map(
      (list) => [list, countOf(list), String(verdict(list).Rule)],
    ); // prettier-ignore
    expect(counts).toEqual([
      ['Ready to partner?', 6, 'report'],
      ['Decide: five musts', 5, 'all'],
      ['Decide: eight musts', 8, 'all'],
      ['Decide: six of eight', 8, '6'],
      ['Selection', 6, 'report'],
      ['Pilot', 5, 'all'],
    ]);
    for (const { name } of LISTS) expect(verdict(name)).toMatchObject({ Yes: 0, No: 0, Open: countOf(name) });
    expect(verdict('Decide: five musts').Verdict).toBe('incomplete');
    expect(verdict('Trust ladder').Verdict).toBe('not begun');
  });

  it.each(['Decide: five musts', 'Decide: eight musts'])('%s: any no pauses, all yes go', (list) => {
    const all = countOf(list);
    answer(list, of('yes', all));
    expect(verdict(list)).toMatchObject({ Verdict: 'go', 'Next to settle': '' });
    answer(list, [...of('yes', all - 1), 'no']);
    expect(verdict(list)).toMatchObject({ Verdict: 'pause', No: 1 });
    expect(attentionOf(list)).toEqual([expect.stringContaining(`${list} says pause. Settle: `)]);
    answer(list, of('yes', all - 1));
    expect(verdict(list)).toMatchObject({ Verdict: 'incomplete', Open: 1 });
    answer(list, []);
  });

  it.each([
    [6, 2, 'go'],
    [5, 3, 'pause'],
    [6, 0, 'go'],
    [5, 2, 'incomplete'],
    [5, 1, 'incomplete'],
    [0, 3, 'pause'],
  ])('six of eight: %i yes and %i no is %s', (yes, no, is) => {
    answer('Decide: six of eight', [...of('yes', yes), ...of('no', no)]);
    expect(verdict('Decide: six of eight')).toMatchObject({ Verdict: is, Yes: yes, No: no, Open: 8 - yes - no });
  });

  it('counts where there is no rule, and says what to settle next', () => {
    answer('Ready to partner?', ['yes', 'no', 'yes']);
    expect(verdict('Ready to partner?')).toMatchObject({
      Verdict: '2 yes, 1 no, 3 open',
      'Next to settle': 'Have both sides the people, hours and money for it?',
      'In row': 3,
    });
    expect(attentionOf('Ready to partner?')).toEqual([]);
  });

  it('the trust ladder: a rung counts when it and those below are whole, and a skipped one is said', () => {
    answer('Trust ladder', ['yes', 'yes', 'yes']);
    expect(verdict('Trust ladder')).toMatchObject({ Verdict: 'trial', 'Its stage': 'consistency' });
    expect(attentionOf('Trust ladder')).toEqual([]);
    answer('Trust ladder', ['yes', 'no', '', '', '', '', 'yes']);
    expect(verdict('Trust ladder').Verdict).toBe('not begun');
    expect(attentionOf('Trust ladder')).toEqual([
      'A step was skipped in Trust ladder: first settle “Both sides would do it again”',
    ]);
    answer('Trust ladder', of('yes', 8));
    expect(verdict('Trust ladder').Verdict).toBe('advocacy');
  });

  it('the maturity model goes from experimental to strategic', () => {
    answer('Maturity', ['yes', 'yes', 'yes', 'yes', 'yes']);
    expect(verdict('Maturity').Verdict).toBe('experimental');
    answer('Maturity', of('yes', 6));
    expect(verdict('Maturity').Verdict).toBe('operational');
    answer('Maturity', of('yes', 9));
    expect(verdict('Maturity').Verdict).toBe('strategic');
  });

  it.each(['Is it a partnership at all?', 'Should it grow?', 'Ending well', 'Pilot'])('%s: a no says so', (list) => {
    answer(list, ['no']);
    expect(verdict(list).Verdict).toBe('pause');
    answer(list, of('yes', countOf(list)));
    expect(verdict(list).Verdict).toBe('go');
  });

  it('the launch has its steps in order', () => {
    answer('Launch', ['yes', 'yes', 'yes', 'yes']);
    expect(verdict('Launch')).toMatchObject({ Verdict: 'prepare', 'Its stage': 'approach' });
  });

  it('takes lists that people add by typing, and rules that they change', () => {
    const row = firstFreeRow();
    write('List', row, 'House rules');
    write('Question', row, 'Do we answer within two days?');
    expect(attentionOf('House rules')).toEqual(['No such list: “House rules”. Add it with a rule to the table beside']);
    write('List name', 2 + LISTS.length, 'house  rules');
    expect(verdict('house  rules')).toMatchObject({ Verdict: '0 yes, 0 no, 1 open', Open: 1 });
    expect(attentionOf('House rules')).toEqual([]);
    write('Rule', 2 + LISTS.length, 'all');
    write('Answer', row, 'no');
    expect(verdict('house  rules').Verdict).toBe('pause');
    write('Rule', 2 + LISTS.length, 2);
    expect(verdict('house  rules').Verdict).toBe('rule: 2 of 1 can never be yes');
    write('Rule', 2 + LISTS.length, 'most');
    expect(verdict('house  rules').Verdict).toBe('rule: choose all, report or staged, or write how many');
    write('Answer', row, 'perhaps');
    expect(attentionOf('House rules')).toEqual(['Answer: “perhaps” is none of: yes, no']);
    expect(verdict('Maturity').Verdict).toBe('strategic');
    write('Rule', 2 + LISTS.length, 'staged');
    write('Answer', row, 'yes');
    expect(attentionOf('House rules')).toEqual([expect.stringContaining('goes by stages')]);
  });

  it('has a form that adds a question to a list', () => {
    expect(
      partnership.submit('checklist', { list: 'Kick-off', question: 'Is there cake?', answer: 'yes' }),
    ).toMatchObject({ kind: 'written', message: expect.stringContaining('Question for Kick-off') });
    expect(verdict('Kick-off')).toMatchObject({ Yes: 1, Verdict: '1 yes, 0 no, 7 open' });
  });

  it('is removed only after a question while something was answered', () => {
    expect(partnership.call('removePage', ['checklists', false]) as Changed).toMatchObject({
      kind: 'asks',
      message: expect.stringMatching(/^Checklists holds \d+ questions and 1 row under “List name”/),
    });
  });
});
