import { choice, day, longText, number, rating, text, yesNo } from '../schema/column';
import { register } from '../schema/register';
import { isImpossibleDay, isOff, isUnknown, isYes } from '../schema/conditions';
import { setting } from './formulas';

/** How often a side may be asked; a review's kind is what it looks at. */
const KINDS = ['check-in', 'retrospective', 'operational', 'quarterly', 'strategic', 'renewal'] as const;

/** The five judgements of the partnership's health. */
export const HEALTH = ['communication', 'trust', 'valueDelivery', 'financial', 'strategicAlignment'] as const;

/** The inputs of the trust equation; of self-orientation less is better. */
export const TRUST = ['credibility', 'reliability', 'intimacy', 'selfOrientation'] as const;

const columnsOf = (keys: readonly string[]): string => keys.map((key) => `{${key}}`).join(',');

/** One side's ratings at one review a row. */
export const reviews = register({
  id: 'reviews',
  name: 'Reviews',
  version: 3,
  rows: 200,
  question: 'How does each side see the partnership, and what is the next step?',
  row: { one: 'review', many: 'reviews' },
  named: { column: 'sourceKey', prefix: 'form ' },
  columns: {
    date: day('Date', 'The day of the review.'),
    kind: choice('Kind', 'What the review looked at.', { listed: KINDS }),
    ratedBy: choice('Rated by', 'The side that gives these ratings.', { table: 'parties', column: 'party' }),
    communication: rating('Communication', '1 to 5: are answers clear and on time?', [
      'late or unclear',
      'clear and on time',
    ]),
    trust: rating('Trust', '1 to 5: do you rely on the other side without checking?', [
      'check everything',
      'rely on it',
    ]),
    valueDelivery: rating('Value delivery', '1 to 5: did the other side deliver what it promised?', [
      'little of it',
      'all of it',
    ]),
    financial: rating('Financial', '1 to 5: is the money clear, fair and on time?', [
      'unclear or late',
      'clear, fair, on time',
    ]),
    strategicAlignment: rating('Strategic alignment', '1 to 5: do both sides still want the same?', [
      'other things',
      'the same',
    ]),
    credibility: rating('Credibility', 'The other side, 1 to 5: can its words be believed?', ['hardly ever', 'always']),
    reliability: rating('Reliability', 'The other side, 1 to 5: does it do what it says?', ['hardly ever', 'always']),
    intimacy: rating('Intimacy', 'The other side, 1 to 5: can difficult things be said to it?', [
      'not at all',
      'openly',
    ]),
    selfOrientation: rating(
      'Self-orientation',
      'The other side, 1 to 5: how much does it look to itself first? Less is better.',
      ['to both sides', 'to itself first'],
    ),
    worked: longText('What worked', 'What should stay as it is.'),
    didNot: longText('What did not', 'What should change.'),
    nextStep: longText('Next step', 'The one thing to do next.'),
    owner: text('Owner', 'Who does it.', { completes: true }),
    due: day('Due', 'By when.'),
    done: yesNo('Done', 'yes once the next step is done.'),
    sourceKey: text('Source key', 'Names the row, so that it is written once.', { filled: 'by the add-on' }),
    health: number('Health', 'The five judgements as a score from 0 to 100. Empty while too few are rated.', {
      formula: `PARTNER_SCORE_ROWS(HSTACK(${columnsOf(HEALTH)}),,5,1,${setting('coverage')})`,
    }),
    trustScore: number('Trust score', '(Credibility + Reliability + Intimacy) ÷ Self-orientation, from 0.6 to 15.', {
      formula: `PARTNER_TRUST_ROWS(${columnsOf(TRUST)})`,
    }),
  },
  form: {
    id: 'review',
    title: 'Review',
    introduction: 'How does it go, seen from one side? Leave out what you cannot judge.',
    submit: 'Save the ratings',
    ask: {
      ratedBy: { required: true },
      date: { required: true, half: true },
      kind: { required: true, half: true },
      communication: {},
      trust: {},
      valueDelivery: {},
      financial: {},
      strategicAlignment: {},
      credibility: {},
      reliability: {},
      intimacy: {},
      selfOrientation: {},
      worked: {},
      didNot: {},
      nextStep: {},
      owner: { half: true },
      due: { half: true },
    },
    begins: { date: 'today', ratedBy: ['own side', 'last'], kind: ['last', { text: 'check-in' }] },
    needsOneOf: [...HEALTH, ...TRUST, 'worked', 'didNot', 'nextStep'],
    nothing: 'Rate at least one line, or write what worked, what did not or what comes next.',
    keeps: ['date', 'ratedBy', 'kind'],
    says: 'Ratings of {ratedBy}, {kind} on {date}',
  },
  dates: [{ on: '{due}', say: '"Next step: "&{nextStep}', when: `({nextStep}<>"")*NOT(${isYes('{done}')})` }],
  attention: [
    {
      when: isUnknown('{ratedBy}', '{parties.party}'),
      say: '"No such side: “"&{ratedBy}&"”. Left out until it is one of Settings"',
      weight: 95,
      since: '{date}',
    },
    {
      when: '({ratedBy}<>"")*({date}="")',
      say: '"Left out: the day is missing"',
      weight: 82,
      since: '0',
    },
    {
      when: isImpossibleDay('{date}'),
      say: '"Left out: the day is not possible: write it as 2026-03-31"',
      weight: 80,
      since: '{date}',
    },
    {
      when: `${[...HEALTH, ...TRUST].map((key) => isOff(`{${key}}`, 1, 5)).join('+')}>0`,
      say: '"Left out: a rating is a number from 1 to 5"',
      weight: 90,
      since: '{date}',
    },
    {
      when: `({nextStep}<>"")*NOT(${isYes('{done}')})*ISNUMBER({due})*({due}<${setting('asOf')})`,
      say: '"Not done in time: "&{nextStep}&IF({owner}="",""," ("&{owner}&")")',
      weight: 68,
      since: '{due}',
    },
  ],
});
