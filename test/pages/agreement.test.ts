import { MATTERS, TOPICS } from '../../src/registers/agreement-topics';
import type { Partnership } from '../support/partnership';
import { set, setAsOf, type, withPages } from './support/pages';

/** The pages Agreement, Positions and Models on the local engine. */

let partnership: Partnership;

const clause = (topic: string): Record<string, unknown> =>
  partnership.rows('Agreement').find((row) => row.Topic === topic)!;
const rowOf = (tab: string, heading: string, text: string): number =>
  2 + partnership.rows(tab).findIndex((row) => row[heading] === text);
const write = (topic: string, heading: string, value: string | number): void =>
  type(partnership, 'Agreement', [{ [heading]: value }], rowOf('Agreement', 'Topic', topic));
const positions = (topic: string): Record<string, unknown>[] =>
  partnership.rows('Positions').filter((row) => row.Topic === topic);
const state = (topic: string, side: string, position: string, mustHave = ''): void => {
  const outcome = partnership.submit('position', { topic, side, position, mustHave });
  if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
};
const chapter = (name: string): Record<string, unknown> =>
  partnership.rows('Agreement').find((row) => row['Chapter of the agreement'] === name)!;

beforeAll(async () => {
  partnership = await withPages('agreement', 'items', 'decisions');
});
afterAll(() => partnership.host.close());

describe('Agreement', () => {
  it('begins with about forty topics in eight chapters, each with why it matters', () => {
    const rows = partnership.rows('Agreement').filter(({ Topic }) => Topic !== '');
    expect(rows.length).toBeGreaterThanOrEqual(40);
    expect([...new Set(rows.map(({ Chapter }) => Chapter))]).toEqual([
      'purpose', 'people', 'work', 'money', 'rights', 'deciding', 'working together', 'ending',
    ]); // prettier-ignore
    for (const row of rows) expect([row.Topic, String(row['Why it matters']).length > 20]).toEqual([row.Topic, true]);
    for (const row of rows) expect(row.State).toBe('open');
    expect(chapter('deciding')).toMatchObject({
      Topics: 5,
      'Agreed topics': 0,
      Covered: 0,
      'Next topic': 'Who decides what',
    });
  });

  it('asks for what the guides want written down: two rounds, 48 hours, 30 days, unanimity, a mediator', () => {
    const why = (topic: string): string => String(clause(topic)['Why it matters']);
    expect(why('Rounds of revision')).toContain('two');
    expect(why('Time to review')).toContain('48 hours');
    expect(why('Notice')).toContain('30 days');
    expect(why('Major decisions')).toContain('consent of everybody');
    expect(Object.values(TOPICS).flatMap((topics) => Object.keys(topics))).toEqual(
      expect.arrayContaining(['Mediator', 'Beyond control', 'Change of control', 'Least pay', 'Creative freedom']),
    );
  });

  it('has a topic for each term that the guides want in an agreement', () => {
    const asked: Record<string, string> = {
      'scope': 'Scope', 'deliverables': 'Deliverables', 'deadlines': 'Deadlines', 'revisions': 'Rounds of revision',
      'pay schedule': 'When it is paid', 'rights: duration, channels, changes, territory': 'Licence',
      'exclusive rights': 'Exclusivity', 'confidentiality': 'Confidentiality', 'non-compete': 'Competing work',
      'termination': 'Length and pilot', 'notice': 'Notice', 'force majeure': 'Beyond control',
      'change of control': 'Change of control', 'disputes': 'Escalation', 'mediator': 'Mediator',
      'indemnity': 'Liability', 'morals': 'Conduct', 'disclosure': 'Disclosure', 'data handed back': 'Return of data',
      'transition': 'Handing over', 'escrow': 'Kept in trust', 'assets of third parties': 'Works of others',
      'steering committee': 'Steering group', 'who approves': 'Approvals',
    }; // prettier-ignore
    const topics = partnership.rows('Agreement').map(({ Topic }) => Topic);
    expect(Object.entries(asked).filter(([, topic]) => !topics.includes(topic))).toEqual([]);
  });

  it('says matter by matter who decides, whose yes it takes, and who is asked next', () => {
    const matters = (): Record<string, unknown>[] =>
      partnership.rows('Agreement').filter(({ Matter }) => Matter !== '');
    expect(matters().map(({ Matter }) => Matter)).toEqual([...MATTERS]);
    const alarms = (): unknown[] => matters().flatMap((row) => row['Attention (deciding)'] || []);
    expect(alarms()).toEqual([]);
    type(partnership, 'Agreement', [
      { Decides: 'Studio', 'Up to': '500 a month' },
      { Decides: 'both', 'Asked next': 'the directors, within a week', 'Settles it': 'the mediator' },
      { 'Has to agree': 'Brand' },
    ]);
    expect(alarms()).toEqual([
      'Nobody is named who is asked next on: Money within the budget',
      'Nobody decides yet on: The form of the work',
    ]);
    expect(JSON.stringify(partnership.cells('Scorecard'))).toContain('Nobody decides yet on: The form of the work');
    type(partnership, 'Agreement', [{ 'Asked next': 'both leads' }, {}, { Decides: 'Studio', 'Settles it': 'Studio' }]);
    expect(alarms()).toEqual([]);
  });

  it('follows who has spoken, and whether they say the same', () => {
    state('Exclusivity', 'Studio', 'None');
    expect(clause('Exclusivity')).toMatchObject({ 'Who has spoken': 'Studio', State: 'one side has spoken' });
    expect(positions('Exclusivity')[0]).toMatchObject({ 'Beside the others': 'alone' });
    state('Exclusivity', 'Brand', 'For a year');
    expect(clause('Exclusivity')).toMatchObject({ 'Who has spoken': 'Studio, Brand', State: 'all sides have spoken' });
    expect(clause('Exclusivity').Attention).toContain('All sides have spoken on Exclusivity');
    expect(positions('Exclusivity').map((row) => row['Beside the others'])).toEqual(['differs', 'differs']);
    state('Notice', 'Studio', '30 days');
    state('Notice', 'Brand', '30  Days');
    expect(positions('Notice').map((row) => row['Beside the others'])).toEqual(['same', 'same']);
  });

  it('says which positions block each other, and when an agreement leaves a must-have unmet', () => {
    state('Ownership', 'Studio', 'We keep what we make', 'yes');
    state('Ownership', 'Brand', 'All rights are ours');
    expect(positions('Ownership').map((row) => row['Beside the others'])).toEqual(['blocking', 'blocking']);
    expect(positions('Ownership')[0]!.Attention).toContain('The sides block each other on Ownership');
    write('Ownership', 'Agreed', 'Studio keeps the rights, Brand has a licence for three years');
    expect(clause('Ownership')).toMatchObject({
      State: 'must-have not met',
      Attention: expect.stringContaining('Agreed against a must-have on Ownership'),
    });
    const row = rowOf('Positions', 'Position', 'We keep what we make');
    type(partnership, 'Positions', [{ Met: 'yes' }], row);
    expect(clause('Ownership').State).toBe('agreed');
    expect(positions('Ownership')[0]!.Attention).toBe('');
  });

  it('is agreed until it expires, and says so before', () => {
    setAsOf(partnership, '2026-06-30');
    write('Licence', 'Agreed', 'Three years, all channels');
    expect(clause('Licence')).toMatchObject({ State: 'agreed', Attention: '' });
    write('Licence', 'Expires', '2026-06-29');
    expect(clause('Licence')).toMatchObject({ State: 'expired', Attention: 'What was agreed on Licence has expired' });
    write('Licence', 'Expires', '2026-08-29');
    expect(clause('Licence')).toMatchObject({ State: 'agreed', Attention: 'What was agreed on Licence expires soon' });
    write('Licence', 'Expires', '2026-08-30');
    expect(clause('Licence').Attention).toBe('');
    expect(chapter('rights')).toMatchObject({
      Topics: 9,
      'Agreed topics': 2,
      Covered: 2 / 9,
      'Next topic': 'Exclusivity',
    });
  });

  it('takes topics that people add, and says which position has none', () => {
    expect(partnership.submit('agreement', { topic: 'Cake', chapter: 'purpose', agreed: 'On Fridays' })).toMatchObject({
      kind: 'written',
    });
    expect(clause('Cake').State).toBe('agreed');
    expect(partnership.submit('agreement', { topic: 'Cake', chapter: 'work' })).toMatchObject({ kind: 'errors' });
    type(partnership, 'Positions', [{ Topic: 'Tea' }], 2);
    expect(partnership.rows('Positions')[0]!.Attention).toContain('No such topic: “Tea”');
    type(partnership, 'Positions', [{ Topic: 'exclusivity ' }], 2);
    expect(partnership.rows('Positions')[0]!.Attention).toBe('');
    expect(clause('Exclusivity').State).toBe('all sides have spoken');
    type(partnership, 'Positions', [{ Side: 'Nobody' }], 2);
    expect(partnership.rows('Positions')[0]!.Attention).toContain('No such side');
  });

  it('raises the alarm when answers take longer than was agreed', () => {
    const alarm = (): unknown[] => partnership.rows('Agreement').flatMap((row) => row['Attention (limits)'] || []);
    expect(alarm()).toEqual([]);
    write('Answering times', 'Agreed', 'Within two days');
    expect(alarm()).toEqual([
      'Answering times are agreed: write the days beside “Days to answer”, so that late answers show',
    ]);
    set(partnership, 'Agreement', 'Limit', 'Set to', 'Days to answer', 2);
    expect(alarm()).toEqual([]);
    type(partnership, 'Contributions', [
      { Date: '2026-06-28', Party: 'Studio', Kind: 'hours', Quantity: 2, 'Unit value': 50 },
      { Date: '2026-06-27', Party: 'Studio', Kind: 'hours', Quantity: 3, 'Unit value': 50 },
    ]);
    expect(alarm()).toEqual(['Answers were agreed within 2 days: 1 waits longer']);
    // The items of a new partnership, and its decisions, are asked as well.
    type(partnership, 'Items', [
      { Item: 'Asked', 'Review asked at': '2026-06-26 09:00' },
      { Item: 'Answered', 'Review asked at': '2026-06-20 09:00', 'Answered at': '2026-06-29 09:00' },
    ]);
    type(partnership, 'Decisions', [
      { Date: '2026-06-20', Kind: 'decision', What: 'Blue' },
      { Date: '2026-06-20', Kind: 'lesson', What: 'Nobody has to agree to it' },
    ]);
    expect(alarm()).toEqual(['Answers were agreed within 2 days: 3 wait longer']);
    expect(JSON.stringify(partnership.cells('Scorecard'))).toContain(
      'Answers were agreed within 2 days: 3 wait longer',
    );
    set(partnership, 'Agreement', 'Limit', 'Set to', 'Days to answer', 3);
    expect(alarm()).toEqual(['Answers were agreed within 3 days: 2 wait longer']);
    set(partnership, 'Agreement', 'Limit', 'Set to', 'Days to answer', 10);
    expect(alarm()).toEqual([]);
  });
});

describe('Models', () => {
  const answer = (answers: Record<string, string>): void => {
    for (const row of partnership.rows('Models').filter(({ Short }) => Short !== '')) {
      type(
        partnership,
        'Models',
        [{ ['Answer of the sides']: answers[String(row.Short)] ?? '' }],
        rowOf('Models', 'Short', String(row.Short)),
      );
    }
  };
  const best = (): unknown => partnership.rows('Models').find(({ Place }) => Place === 1)?.Model;

  it('compares eight models, and none while nothing is answered', () => {
    expect(partnership.rows('Models').flatMap(({ Model }) => (Model === '' ? [] : [Model]))).toEqual([
      'barter', 'licence', 'revenue share', 'alliance', 'co-sourcing', 'co-development', 'co-innovation', 'joint venture',
    ]); // prettier-ignore
    expect(best()).toBeUndefined();
  });

  it.each([
    [{ 'Something new': 'no', 'For years': 'no', 'Cash now': 'no' }, 'barter'],
    [{ 'One side’s rights': 'yes', 'Something new': 'no', 'Both add to it': 'no', 'Cash now': 'yes' }, 'licence'],
    [{ 'Both add to it': 'yes', 'Risk is shared': 'yes', 'Can be measured': 'yes' }, 'revenue share'],
    [
      {
        'A task moves': 'yes',
        'Something new': 'no',
        'Can be measured': 'yes',
        'Both add to it': 'no',
        'Cash now': 'yes',
      },
      'co-sourcing',
    ],
    [
      {
        'Something new': 'yes',
        'Both add to it': 'yes',
        'Cash now': 'yes',
        'Risk is shared': 'yes',
        'For years': 'no',
        'Can be measured': 'no',
      },
      'co-development',
    ],
  ])('%j fits %s', (answers, model) => {
    answer(answers as Record<string, string>);
    expect(best()).toBe(model);
  });

  it('of equals the one that is simpler to run comes first', () => {
    answer({
      'Something new': 'yes',
      'Both add to it': 'yes',
      'Risk is shared': 'yes',
      'Can be measured': 'yes',
      'Cash now': 'yes',
    });
    const ranked = partnership.rows('Models').filter(({ Fit }) => Fit === 1);
    expect(ranked.map(({ Model, Place }) => [Model, Place])).toEqual([
      ['revenue share', 1],
      ['co-development', 2],
    ]);
    const run = (model: string): unknown =>
      partnership.rows('Models').find(({ Model }) => Model === model)!['How it is run'];
    expect(run('co-innovation')).toContain('steering group');
    expect(run('co-sourcing')).toContain('service-level agreement');
  });
});
