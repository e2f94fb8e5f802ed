import { author, choice, day, longText, moment, number, rating, text, yesNo } from '../schema/column';
import { register } from '../schema/register';
import { table } from '../schema/table';
import { isOff, isYes } from '../schema/conditions';
import { isAnyImpossible, setting } from './formulas';
import { limitIn, limitTable, type Limit } from './formulas-of-limits';

const ID = 'riskLimits';

const LIMITS = {
  high: {
    column: number(
      'High from',
      'A risk whose score is this high wants an owner and a mitigation. The score goes to 25.',
      {
        format: '0',
      },
    ),
    begins: 12,
  },
  medium: { column: number('Medium from', 'Below it a risk is low.', { format: '0' }), begins: 6 },
} satisfies Record<string, Limit>;

const asOf = setting('asOf');
const high = limitIn(ID, LIMITS.high);

const families = table({
  id: 'riskFamilies',
  columns: {
    name: text('Families of risks', 'What a risk is about. Add your own below.', { width: 130 }),
    backup: yesNo('Wants a backup plan', 'yes: a risk of this family needs a way to go on without it.', { width: 110 }),
  },
  initial: [
    ...['goals', 'governance', 'communication', 'scope', 'contribution', 'culture', 'money', 'rights'],
    ...['audience', 'reputation', 'rules', 'people', 'outside', 'ending'],
  ]
    .map((name) => ({ name, backup: 'no' }))
    .concat(['dependency', 'security'].map((name) => ({ name, backup: 'yes' }))),
});

const isOpen = '({risks.state}<>"closed")';
const RATES = [1, 2, 3, 4, 5];
/** How many open risks there are of each likelihood, the most likely first, at one impact; nothing where there is none. */
const atImpact = (impact: number): string =>
  `VSTACK(${[...RATES]
    .reverse()
    .map((likely) => `SUM(({risks.likelihood}=${likely})*({risks.impact}=${impact})*${isOpen})`)
    .join(',')})`;

/** Open risks by how likely they are and how hard they would hit. */
const matrix = table({
  id: 'riskMatrix',
  columns: {
    likely: text(
      'Likelihood ↓ impact →',
      'How many open risks there are of each kind: the upper right corner is where to look.',
      {
        width: 140,
        formula: `VSTACK(${[...RATES]
          .reverse()
          .map((rate) => `"${rate}${rate === 5 ? ' almost certain' : rate === 1 ? ' hardly' : ''}"`)
          .join(',')})`,
      },
    ),
    ...Object.fromEntries(
      RATES.map((impact) => [
        `impact${impact}`,
        number(`Impact ${impact}`, 'Open risks of this impact.', {
          width: 70,
          format: '0;;',
          formula: atImpact(impact),
        }),
      ]),
    ),
  },
});

const lacking =
  'IF({owner}="","an owner","")&IF(({owner}="")*({mitigation}="")," and ","")&IF({mitigation}="","a mitigation","")';
const wantsBackup = isYes('XLOOKUP({family},{riskFamilies.name},{riskFamilies.backup},"")');
const isUnrated = `${isOff('{likelihood}', 1, 5)}+${isOff('{impact}', 1, 5)}`;

/** What partnerships break on, and what helps: to be rated, changed and added to. */
const USUAL: readonly [family: string, risk: string, mitigation: string][] = [
  ['goals', 'Each side is rewarded for something else', 'Agree on joint KPIs, and let the pay follow them'],
  [
    'goals',
    'One side expects reach, the other freedom, and nobody has said so',
    'Each side writes down its hopes and fears before anything is signed; then talk them over',
  ],
  [
    'governance',
    'Nobody knows who may decide, or one side decides everything',
    'Write down who decides what; for large matters every side has to say yes',
  ],
  [
    'communication',
    'News comes late or not at all',
    'One person to turn to on each side, a fixed rhythm of calls, an answer within an agreed time',
  ],
  [
    'scope',
    'The work grows bit by bit, the pay does not',
    'A brief with its limits, two rounds of revision, a change order for everything beyond',
  ],
  [
    'contribution',
    'One side does far more than the other',
    'Log what is put in, look at the shares each quarter, change the split when it stays uneven',
  ],
  [
    'contribution',
    'One side’s time and attention dwindle',
    'Promise a least number of hours each month, and look at it in every check-in',
  ],
  [
    'culture',
    'The sides work at different speeds and in different tones',
    'A kick-off about ways of working; then hours, channels and tone in writing',
  ],
  [
    'money',
    'The sides count revenue differently, or pay late',
    'One report that both can see, agreed days for payment, a word in time when it will be late',
  ],
  ['money', 'Costs come that nobody planned', 'Keep a reserve, and agree who decides on it'],
  [
    'rights',
    'It is unclear who may use what, where and how long',
    'A row in Rights for everything that is made; licences in writing before work begins',
  ],
  [
    'audience',
    'The audience tires of too many promotions',
    'A most number of promotions a month; leave room between them',
  ],
  [
    'reputation',
    'One side gets into the headlines',
    'Look at past work first and again each year; a clause that lets the other one leave',
  ],
  [
    'rules',
    'Advertising is not marked, or data are used without consent',
    'A list to check before anything is published; know the rules of each country',
  ],
  [
    'people',
    'Somebody takes on too much and burns out',
    'Compare what is promised with the hours there are; plan breaks and fewer items',
  ],
  [
    'people',
    'The person who carries it leaves',
    'A second person on each side who knows the work, and a short handover note',
  ],
  [
    'dependency',
    'Most of the income comes from one partner',
    'Keep other partners warm; set a share of income that no one partner may exceed',
  ],
  [
    'dependency',
    'Much of the work runs through one tool, channel or supplier',
    'Name another one, and try once to work without the first',
  ],
  [
    'security',
    'Plans, data or works get into the wrong hands',
    'A confidentiality clause, access only for those who need it, copies in escrow',
  ],
  [
    'outside',
    'A market, a platform or a law changes',
    'A clause for what nobody can help and for new owners; a small first project, more when it works',
  ],
  ['ending', 'Nobody knows how to part', 'Agree at the start on notice, what stays with whom, data and handover'],
];

/** What could go wrong, how bad it would be, and what is done about it. */
export const risks = register({
  id: 'risks',
  name: 'Risks',
  version: 1,
  rows: 150,
  pack: 'risks',
  chapter: 'govern',
  fits: ['running'],
  frameworks: ['A21', 'A25', 'B18', 'C8'],
  question: 'What could go wrong, how bad would it be, and who sees to it?',
  row: { one: 'risk', many: 'risks' },
  named: { column: 'id', prefix: 'X-' },
  columns: {
    id: text('ID', 'Names this risk for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    risk: longText('Risk', 'What could happen.', { wraps: true }),
    family: choice('Family', 'What it is about.', { table: 'riskFamilies', column: 'name' }),
    likelihood: rating('Likelihood', '1 hardly ever, 5 almost certain.', ['hardly ever', 'almost certain']),
    impact: rating('Impact', '1 a nuisance, 5 the end of it.', ['a nuisance', 'the end of it']),
    mitigation: longText('Mitigation', 'What makes it less likely or less bad.', { wraps: true }),
    backup: yesNo('Backup plan', 'yes: there is a way to go on if it happens.'),
    owner: text('Owner', 'Who sees to it.'),
    lookAgain: day('Look again on', 'When to rate it anew.'),
    state: choice('State', 'open, watched, or closed: it cannot happen any more.', {
      listed: ['open', 'watched', 'closed'],
    }),
    enteredBy: author('Entered by', 'Who wrote it, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    score: number('Score', 'Likelihood × impact, from 1 to 25.', {
      format: '0',
      formula: `IF(ISNUMBER({likelihood})*ISNUMBER({impact})*((${isUnrated})=0),{likelihood}*{impact},)`,
    }),
    level: text('Level', 'low, medium or high, by the limits beside.', {
      width: 80,
      formula: `IF(ISNUMBER({score}),IF({score}>=${high},"high",IF({score}>=${limitIn(ID, LIMITS.medium)},"medium","low")),)`,
    }),
  },
  initial: USUAL.map(([family, risk, mitigation]) => ({ risk, family, mitigation, state: 'open' })),
  form: {
    id: 'risk',
    title: 'Add a risk',
    introduction: 'What could go wrong, and what do you do about it?',
    submit: 'Add it',
    ask: {
      risk: { required: true },
      family: { required: true },
      likelihood: {},
      impact: {},
      mitigation: {},
      backup: { half: true },
      owner: { half: true },
      lookAgain: { half: true },
      state: { half: true },
    },
    begins: { family: ['last', 'first choice'], state: { text: 'open' } },
    keeps: ['family'],
    says: '{risk}',
  },
  attention: [
    {
      when: `${isUnrated}>0`,
      say: '"Not scored: likelihood and impact are numbers from 1 to 5"',
      weight: 95,
      since: asOf,
    },
    {
      when: isAnyImpossible('lookAgain'),
      say: '"The day is not possible: write it as 2026-03-31"',
      weight: 92,
      since: asOf,
    },
    {
      when: `({state}<>"closed")*ISNUMBER({score})*({score}>=${high})*((({owner}="")+({mitigation}=""))>0)`,
      say: `"High risk without "&${lacking}&": "&{risk}`,
      weight: 74,
      since: asOf,
    },
    {
      when: `({risk}<>"")*({state}<>"closed")*ISNUMBER({score})*${wantsBackup}*NOT(${isYes('{backup}')})`,
      say: '"No backup plan: "&{risk}',
      weight: 62,
      since: asOf,
    },
    {
      when: `({state}<>"closed")*ISNUMBER({lookAgain})*({lookAgain}<${asOf})`,
      say: '"Look at this risk again: "&{risk}',
      weight: 52,
      since: '{lookAgain}',
    },
  ],
  dates: [{ on: '{lookAgain}', say: '"Look at the risk again: "&{risk}', when: '{state}<>"closed"' }],
  charts: [
    {
      kind: 'scatter',
      title: 'Risks by likelihood and impact',
      columns: ['likelihood', 'impact'],
      axes: { from: 0, to: 5 },
      under: { table: 'riskMatrix', row: 8 },
      width: 420,
      height: 320,
    },
  ],
  beside: [matrix, limitTable(ID, LIMITS), families],
});
