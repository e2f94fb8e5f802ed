import {
  AUTOMATIC,
  author,
  choice,
  day,
  fraction,
  link,
  longText,
  moment,
  number,
  rating,
  text,
} from '../schema/column';
import { register } from '../schema/register';
import { table } from '../schema/table';
import { isImpossibleDay, isOff } from '../schema/conditions';
import { setting } from './formulas';
import { limitIn, limitTable, type Limit } from './formulas-of-limits';

/** How far it has come with a candidate. */
const STAGES = ['found', 'vetted', 'pitched', 'negotiating', 'piloting', 'running', 'resting', 'ended'] as const;

/** Those among whom somebody still chooses. */
const SHORTLIST = ['found', 'vetted', 'pitched', 'negotiating'];

const HUNDRED = { least: { value: 0 }, most: 100, format: AUTOMATIC } as const;

/** Ways to weigh, each a column of the table beside: what speaks for a candidate, by whom it is asked. */
const PRESETS = { threeR: '3R', fit: 'fit', match: 'match', pillars: 'pillars' } as const;
type Preset = keyof typeof PRESETS;

interface Criterion {
  key: string;
  name: string;
  help: string;
  /** The pillar that it speaks for. */
  pillar?: 'alignment' | 'reciprocity' | 'clarity';
  /** Its weight in the presets that use it. */
  weights: Partial<Record<Preset, number>>;
}

const CRITERIA: readonly Criterion[] = [
  { key: 'relevance', name: 'Relevance', help: 'Does their field meet yours?', weights: { threeR: 1 } },
  { key: 'resonance', name: 'Resonance', help: 'How much do people respond to what they do?', weights: { threeR: 1 } },
  {
    ...{ key: 'reliability', name: 'Reliability', help: 'Are they professional, and the same every time?' },
    ...{ pillar: 'clarity', weights: { threeR: 1, pillars: 2 } },
  },
  {
    ...{ key: 'strategicFit', name: 'Strategic fit', help: 'Do their plans complete yours?' },
    ...{ pillar: 'alignment', weights: { fit: 1, pillars: 1 } },
  },
  { key: 'readiness', name: 'Operational readiness', help: 'Could they do more of it tomorrow?', weights: { fit: 1 } },
  { key: 'culture', name: 'Cultural compatibility', help: 'Do they like to work with others?', weights: { fit: 1 } },
  {
    ...{ key: 'values', name: 'Values', help: 'Do they care about the same things?' },
    ...{ pillar: 'alignment', weights: { match: 1, pillars: 1 } },
  },
  { key: 'market', name: 'Market position', help: 'Do they stand where you do not?', weights: { match: 1 } },
  {
    ...{ key: 'resources', name: 'Resource fit', help: 'Do they bring what you lack, and need what you have?' },
    ...{ pillar: 'reciprocity', weights: { match: 1, pillars: 2 } },
  },
];

const PRESET_KEYS = Object.keys(PRESETS) as Preset[];

const presetColumns = Object.fromEntries(
  PRESET_KEYS.map((preset) => [
    preset,
    number(`Weight: ${PRESETS[preset]}`, `Counts while the weights in use are ${PRESETS[preset]}.`, {
      least: { value: 0 },
      format: AUTOMATIC,
      width: 80,
    }),
  ]),
) as Record<Preset, ReturnType<typeof number>>;

const ID = 'candidateLimits';

const LIMITS = {
  weights: {
    column: choice('Weights in use', 'Which column of weights counts; own is the one that you fill in yourself.', {
      listed: ['own', ...Object.values(PRESETS)],
    }),
    begins: 'own',
  },
  high: {
    column: number('High from', 'From here on, of 100, alignment and commitment are high.', HUNDRED),
    begins: 50,
  },
  atLeast: {
    column: number('Shortlist at least', 'Fewer candidates before a pilot leave no choice.', { format: '0' }),
    begins: 5,
  },
  atMost: {
    column: number('Shortlist at most', 'More candidates before a pilot cannot be looked at closely.', { format: '0' }),
    begins: 10,
  },
  vetting: {
    column: number('Months that vetting holds', 'After so many months a candidate should be looked at again.', {
      format: '0',
    }),
    begins: 6,
  },
} satisfies Record<string, Limit>;

const highFrom = limitIn(ID, LIMITS.high, '50');
const atLeast = limitIn(ID, LIMITS.atLeast, '0');
const atMost = limitIn(ID, LIMITS.atMost);
const months = limitIn(ID, LIMITS.vetting);
const used = `XLOOKUP("${LIMITS.weights.column.header}",{${ID}.limit},{${ID}.set},)`;

/** What counts in a score, and how much. */
export const candidateCriteria = table({
  id: 'candidateCriteria',
  columns: {
    criterion: text('Criterion', 'A rating of the candidates, by its heading.', { width: 150 }),
    weight: number('Weight', 'Your own weight, on any scale. 0: it is not used.', {
      least: { value: 0 },
      format: AUTOMATIC,
      width: 70,
    }),
    atLeast: number('Must be at least', 'A rating below it needs attention, whatever the score. Empty: no must.', {
      least: { value: 1 },
      most: 5,
      format: AUTOMATIC,
      width: 80,
    }),
    ...presetColumns,
    pillar: choice('Pillar', 'What it speaks for: both want the same, both get something, both know where they are.', {
      listed: ['alignment', 'reciprocity', 'clarity'],
    }),
    counts: number('Weight that counts', 'From the column of weights in use.', {
      format: AUTOMATIC,
      width: 80,
      formula: `LET(used,${used},weight,SWITCH(used,${PRESET_KEYS.map(
        (preset) => `"${PRESETS[preset]}",{${preset}}`,
      ).join(',')},{weight}),IF({criterion}="",,IF(ISNUMBER(weight),IF(weight>0,weight,0),0)))`,
    }),
  },
  initial: CRITERIA.map(({ name, weights, pillar = '' }) => ({
    ...{ criterion: name, weight: 1, atLeast: '', pillar },
    ...Object.fromEntries(PRESET_KEYS.map((preset) => [preset, weights[preset] ?? 0])),
  })),
});

const RATED = `HSTACK(${CRITERIA.map(({ key }) => `{${key}}`).join(',')})`;
/** The weights side by side, in the order of the ratings; a criterion that is gone from the table is not used. */
const WEIGHTS = `HSTACK(${CRITERIA.map(
  ({ name }) => `XLOOKUP("${name}",{candidateCriteria.criterion},{candidateCriteria.counts},0)`,
).join(',')})`;
/** Something by the weights; blank where none counts. */
const weighed = (of: string): string => `IF(SUM({candidateCriteria.counts})=0,IF({candidate}="",,),${of})`;

const must = ({ name }: Criterion): string =>
  `XLOOKUP("${name}",{candidateCriteria.criterion},{candidateCriteria.atLeast},)`;
const isBelowMust = (criterion: Criterion): string =>
  `ISNUMBER({${criterion.key}})*ISNUMBER(${must(criterion)})*({${criterion.key}}<${must(criterion)})`;

const inPillar = (pillar: string): string => {
  const parts = CRITERIA.map(
    ({ key, name }) =>
      `IF(ISNUMBER({${key}})*(XLOOKUP("${name}",{candidateCriteria.criterion},{candidateCriteria.pillar},"")="${pillar}"),{${key}},0)`,
  );
  const counted = CRITERIA.map(
    ({ key, name }) =>
      `ISNUMBER({${key}})*(XLOOKUP("${name}",{candidateCriteria.criterion},{candidateCriteria.pillar},"")="${pillar}")`,
  );
  return `IFERROR((${parts.join('+')})/(${counted.join('+')}),"")`;
};

const isIn = (stages: readonly string[]): string =>
  `ISNUMBER(XMATCH({stage},VSTACK(${stages.map((s) => `"${s}"`).join(',')})))`;
const isOpen = `({stage}<>"ended")*({stage}<>"resting")`;
const isListed = `({candidate}<>"")*(({stage}="")+${isIn(SHORTLIST)})`;
const shortlist = `SUM(${isListed})`;

/** Whom a partnership may be made with: one a row, rated alike. */
export const candidates = register({
  id: 'candidates',
  name: 'Candidates',
  version: 3,
  rows: 60,
  pack: 'candidates',
  chapter: 'align',
  question: 'With whom should we work, and how closely?',
  frameworks: ['A2', 'A15', 'A17', 'A18', 'A19', 'D14', 'D29'],
  row: { one: 'candidate', many: 'candidates' },
  named: { column: 'id', prefix: 'CA-' },
  columns: {
    id: text('ID', 'Names this candidate for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    candidate: text('Candidate', 'Whom you think of.', { longest: 100, width: 170, unique: true }),
    stage: choice('Stage', 'How far it has come. Empty counts as found.', { listed: STAGES }, { width: 100 }),
    style: text('Style', 'What their work is like.', { wraps: true }),
    audience: text('Audience', 'Whom they reach.', { wraps: true }),
    pastWork: link('Past work', 'Where it can be seen.', { wraps: true }),
    ...Object.fromEntries(
      CRITERIA.map(({ key, name, help }) => [key, rating(name, `1 to 5: ${help}`, ['not at all', 'fully'])]),
    ),
    alignment: number('Alignment', 'How well goals and values go together, from 0 to 100.', HUNDRED),
    commitment: number('Commitment', 'How much they would put into it, from 0 to 100.', { ...HUNDRED, width: 105 }),
    vettedOn: day('Vetted on', 'When you last looked at past content, reputation and what is said of them.'),
    redFlags: longText('Red flags', 'What speaks against them. Empty: nothing was found.', { width: 180 }),
    nextStep: longText('Next step', 'The one thing to do next.', { width: 180 }),
    owner: text('Owner', 'Who does it.'),
    due: day('Due', 'By when.'),
    enteredBy: author('Entered by', 'Who wrote this row, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    score: number('Score', 'The ratings by the weights beside, from 0 to 100. Empty while too few are rated.', {
      formula: weighed(`PARTNER_SCORE_ROWS(${RATED},${WEIGHTS},5,1,${setting('coverage')})`),
    }),
    coverage: fraction('Coverage', 'How much of the weight is rated.', {
      formula: weighed(`PARTNER_COVERAGE_ROWS(${RATED},${WEIGHTS})`),
    }),
    rank: number('Rank', 'By score; equal scores have the same rank, and the next one is left out: 1, 2, 2, 4.', {
      format: '0',
      width: 70,
      formula: 'IF(ISNUMBER({score}),XMATCH({score},SORT(FILTER({score},ISNUMBER({score})),1,FALSE)),)',
    }),
    weakestPillar: text('Weakest pillar', 'Of alignment, reciprocity and clarity the one that is rated lowest.', {
      formula:
        `LET(a,${inPillar('alignment')},r,${inPillar('reciprocity')},c,${inPillar('clarity')},` +
        `IF(ISNUMBER(a)*ISNUMBER(r)*ISNUMBER(c),IF((a<=r)*(a<=c),"alignment",IF(r<=c,"reciprocity","clarity")),))`,
    }),
    place: text('Place', 'Where the candidate stands between alignment and commitment.', {
      width: 190,
      formula: `PARTNER_QUADRANT_ROWS({alignment},{commitment},${highFrom})`,
    }),
    advice: longText('Advice', 'What that place suggests.', {
      width: 330,
      formula:
        'IF({place}="",,SWITCH({place},"long-term co-creation","Plan for the long term: create together and share what comes of it",' +
        '"more governance","They mean it, but want something else: agree on more rules and look at the direction often",' +
        '"short project, well aligned","Of one mind, with little to give now: one short project with an end",' +
        '"short project","Keep it to one short, plain exchange",""))',
    }),
  },
  form: {
    id: 'candidate',
    title: 'Add a candidate',
    introduction: 'Whom do you think of? Leave out what you cannot judge yet.',
    submit: 'Add it',
    ask: {
      candidate: { required: true },
      stage: { half: true },
      vettedOn: { half: true },
      ...Object.fromEntries(CRITERIA.map(({ key }) => [key, {}])),
      alignment: { half: true },
      commitment: { half: true },
      redFlags: {},
      nextStep: {},
      owner: { half: true },
      due: { half: true },
      style: { seldom: true },
      audience: { seldom: true },
      pastWork: { seldom: true },
    },
    begins: { stage: { text: 'found' } },
    keeps: ['stage'],
    says: '{candidate}',
  },
  attention: [
    {
      when: `${CRITERIA.map(({ key }) => isOff(`{${key}}`, 1, 5)).join('+')}>0`,
      say: '"No score: a rating is a number from 1 to 5"',
      weight: 92,
      since: '{vettedOn}',
    },
    {
      when: `${isOff('{alignment}', 0, 100)}+${isOff('{commitment}', 0, 100)}>0`,
      say: '"No place: alignment and commitment are numbers from 0 to 100"',
      weight: 91,
      since: '{vettedOn}',
    },
    {
      when: 'ISNUMBER({alignment})*ISNUMBER({commitment})*({place}="")',
      say: '"No place: write both from 0 to 100, not as parts of one"',
      weight: 90,
      since: '{vettedOn}',
    },
    {
      when: `${isImpossibleDay('{vettedOn}')}+${isImpossibleDay('{due}')}>0`,
      say: '"The day is not possible: write it as 2026-03-31"',
      weight: 80,
      since: '{vettedOn}',
    },
    {
      when: `({stage}<>"")*NOT(${isIn(STAGES)})`,
      say: '"No such stage: “"&{stage}&"”. Choose one of the list"',
      weight: 79,
      since: '{vettedOn}',
    },
    { when: `({redFlags}<>"")*${isOpen}`, say: '"Red flag: "&{redFlags}', weight: 74, since: '{vettedOn}' },
    {
      when: `(${CRITERIA.map(isBelowMust).join('+')}>0)*${isOpen}`,
      say: `"Below a must:"&${CRITERIA.map((criterion) => `IF(${isBelowMust(criterion)}," ${criterion.name}","")`).join('&')}`,
      weight: 72,
      since: '{vettedOn}',
    },
    {
      when: `({nextStep}<>"")*${isOpen}*ISNUMBER({due})*({due}<${setting('asOf')})`,
      say: '"Not done in time: "&{nextStep}&IF({owner}="",""," ("&{owner}&")")',
      weight: 66,
      since: '{due}',
    },
    {
      when: `({candidate}<>"")*${isOpen}*ISNUMBER({vettedOn})*({vettedOn}<IFERROR(EDATE(${setting('asOf')},-${months}),0))`,
      say: `"Vetted more than "&${months}&" months ago: look again"`,
      weight: 58,
      since: '{vettedOn}',
    },
    {
      when: `({candidate}<>"")*({vettedOn}="")*${isIn(['pitched', 'negotiating', 'piloting', 'running'])}`,
      say: '"Not vetted: look at past work, reputation and red flags before you go on"',
      weight: 57,
      since: '{due}',
    },
    {
      when: `({candidate}<>"")*(SUM({candidateCriteria.counts})=0)`,
      say: '"No score: no criterion in the table beside has a weight"',
      weight: 50,
      since: '{due}',
    },
    {
      when: `(ROW({candidate})=MIN(IF(${isListed},ROW({candidate}))))*LET(count,${shortlist},(count>0)*((count<${atLeast})+(count>${atMost})))`,
      say: `"The shortlist has "&${shortlist}&": "&${atLeast}&" to "&${atMost}&" leave a choice and can still be looked at closely"`,
      weight: 30,
      since: '{vettedOn}',
    },
  ],
  charts: [
    {
      kind: 'scatter',
      title: 'Alignment and commitment of the candidates',
      columns: ['alignment', 'commitment'],
      axes: { from: 0, to: 100 },
      under: { table: 'candidateCriteria', row: 12 },
      width: 520,
      height: 360,
    },
  ],
  dates: [{ on: '{due}', say: '"Next step with "&{candidate}&": "&{nextStep}', when: isOpen }],
  beside: [candidateCriteria, limitTable(ID, LIMITS)],
});
