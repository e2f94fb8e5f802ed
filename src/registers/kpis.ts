import { AUTOMATIC, choice, day, fraction, number, PLAIN_NUMBER, text } from '../schema/column';
import { cleaned } from '../schema/names';
import { register, type Doubt } from '../schema/register';
import { isBefore, isImpossibleDay, isMisread, plainNumberIn } from '../schema/conditions';
import { setting } from './formulas';
import { ACTUALS } from './kpi-log';

/**
 * The readings up to the day of the setting, as formulas name them: `names` are their KPIs, `days` and `values` theirs, the
 * latest last. One without a day is of no time, and counts nowhere. Chosen and sorted once and not for each KPI, which took seconds with hundreds of both.
 */
const READINGS =
  `asOf,${setting('asOf')},numbers,${ACTUALS},counts,ISNUMBER(numbers)*ISNUMBER({readings.date})*NOT(${isImpossibleDay('{readings.date}')})*({readings.date}<=asOf),` +
  'found,FILTER({readings.date},counts),order,SEQUENCE(ROWS(found)),days,SORT(found,found,TRUE,order,TRUE),' +
  `names,SORT(FILTER(${cleaned('{readings.kpi}')},counts),found,TRUE,order,TRUE),` +
  'values,SORT(FILTER(numbers,counts),found,TRUE,order,TRUE)';

const PER_KPI = `LET(${READINGS},MAP(${cleaned('{kpi}')}`;

/** What a KPI’s readings say from its start on: what came before belongs to no sum and no average of it. */
const SINCE = 'FILTER(values,(names=name)*(days>=IF(ISNUMBER(from),from,0)))';

/** What was agreed, as numbers: a time that a cell keeps as a part of a day is none. */
const [TARGET, BASELINE] = ['{target}', '{baseline}'].map(plainNumberIn) as [string, string];

const COUNTED = { countedIn: { column: 'unit' }, format: AUTOMATIC };

/** A target on the wrong side of where it starts. */
const DOUBTS = [
  {
    choice: ['direction', 'higher'],
    less: ['target', 'baseline'],
    ask: 'Higher is better, but the target, {target}, is below the baseline, {baseline}. Is that meant?',
  },
  {
    choice: ['direction', 'lower'],
    less: ['baseline', 'target'],
    ask: 'Lower is better, but the target, {target}, is above the baseline, {baseline}. Is that meant?',
  },
] satisfies Doubt[];

const isInDoubt = ({ choice: [column, word], less: [less, than] }: Doubt): string =>
  `({${column}}="${word}")*ISNUMBER({${less}})*ISNUMBER({${than}})*({${less}}<{${than}})`;

/** What both sides agreed to move, and how it stands. */
export const kpis = register({
  id: 'kpis',
  name: 'KPIs',
  version: 7,
  rows: 60,
  counted: true,
  question: 'What do both sides want to move, and how does it stand?',
  row: { one: 'KPI', many: 'KPIs' },
  named: { column: 'id', prefix: 'K-' },
  columns: {
    id: text('ID', 'Names this KPI for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    kpi: text('KPI', 'The name of what is measured, as it appears in every list.', {
      longest: 100,
      width: 240,
      unique: true,
    }),
    side: choice('Side', 'Whose KPI it is: both, or one side.', { table: 'sides', column: 'side' }),
    kind: choice(
      'Leading or lagging',
      'Leading: it tells early. Lagging: it shows the result.',
      {
        listed: ['leading', 'lagging'],
      },
      { untilWanted: true },
    ),
    perspective: choice('Perspective', 'Where it belongs in the balanced score.', {
      listed: ['financial', 'operational', 'relationship', 'innovation'],
    }),
    unit: text('Unit', 'What the numbers count: downloads, euros, days; % for a percentage.', {
      longest: 40,
      width: 100,
    }),
    direction: choice(
      'Direction',
      'Whether higher or lower is better.',
      { listed: ['higher', 'lower'] },
      { width: 90 },
    ),
    rollUp: choice(
      'Roll-up',
      'How readings become one actual: the latest one, or the sum or average of those since the start. A reading that is missing is none, never a 0.',
      { listed: ['latest', 'sum', 'average'] },
      { width: 90, untilWanted: true },
    ),
    baseline: number('Baseline', 'Where it stood at the start. Empty: attainment is actual ÷ target.', COUNTED),
    target: number('Target', 'What was agreed to be reached.', COUNTED),
    start: day('Start', 'From when readings enter a sum or an average. Pace is measured from here.'),
    due: day('Due', 'When the target is to be reached.', {
      notBefore: { column: 'start', say: 'It cannot be due before it starts.' },
    }),
    weight: number('Weight', 'How much it counts in the balanced score.', {
      least: { value: 0 },
      otherwise: { value: 1 },
      untilWanted: true,
    }),
    actual: number('Actual', 'From the KPI log, by the roll-up. Empty while there is no reading.', {
      ...COUNTED,
      format: PLAIN_NUMBER,
      formula:
        `${PER_KPI},{rollUp},{start},LAMBDA(name,how,from,IF(name="",,IFNA(SWITCH(TRIM(how),"sum",SUM(${SINCE}),` +
        `"average",AVERAGE(${SINCE}),INDEX(values,XMATCH(name,names,0,-1))),)))))`,
    }),
    attainment: fraction('Attainment', '100% means on target.', {
      formula: `KPI_ATTAINMENT_ROWS({actual},${TARGET},${BASELINE},{direction})`,
    }),
    pace: fraction('Pace', 'Progress made ÷ progress due by now: 100% is on schedule.', {
      formula: `KPI_PACE_ROWS({actual},${TARGET},${BASELINE},{start},{due},${setting('asOf')})`,
    }),
    status: text('KPI status', 'Until the due date pace is judged, afterwards attainment; nothing on the first day.', {
      width: 110,
      formula:
        `LET(asOf,${setting('asOf')},KPI_STATUS_ROWS(IF(ISNUMBER({due})*({due}<asOf),{attainment},` +
        `IF(ISNUMBER({pace}),{pace},IF(ISNUMBER({start})*({start}>=asOf),,{attainment}))),${setting('atRisk')},${setting('onTrack')}))`,
    }),
    trend: text('Trend', 'The latest reading against the one before: better, worse or steady.', {
      width: 90,
      formula:
        `${PER_KPI},{direction},LAMBDA(name,better,IF(name="",,IFNA(LET(last,XMATCH(name,names,0,-1),read,INDEX(values,last),` +
        `before,INDEX(values,XMATCH(1,(names=name)*(days<INDEX(days,last)),0,-1)),` +
        `IF(read=before,"steady",IF((read>before)=(better<>"lower"),"better","worse"))),)))))`,
    }),
  },
  form: {
    id: 'kpi',
    title: 'Add a KPI',
    introduction: 'What do you want to move? Three to five KPIs of both sides are enough.',
    submit: 'Add it',
    ask: {
      kpi: { required: true },
      side: { required: true, half: true },
      perspective: { half: true },
      unit: { half: true },
      direction: { required: true, half: true },
      baseline: { half: true },
      target: { half: true },
      start: { half: true },
      due: { half: true },
      rollUp: { required: true, seldom: true },
      kind: { seldom: true },
      weight: { seldom: true },
    },
    begins: {
      side: { text: 'both' },
      direction: { text: 'higher' },
      rollUp: { text: 'latest' },
      start: 'today',
    },
    keeps: ['side', 'direction', 'rollUp', 'start', 'due'],
    says: '{kpi}',
  },
  doubts: DOUBTS,
  dates: [{ on: '{due}', say: '"KPI is due: "&{kpi}', when: '{kpi}<>""' }],
  attention: [
    {
      when: `(${isMisread('{target}', TARGET)})+(${isMisread('{baseline}', BASELINE)})>0`,
      say: '"Not judged: target and baseline have to be plain numbers, hours as 1.5"',
      weight: 95,
      since: '{start}',
    },
    {
      when: `${isImpossibleDay('{start}')}+${isImpossibleDay('{due}')}>0`,
      say: '"Not judged: start or due is not a possible day: write it as 2026-03-31"',
      weight: 92,
      since: '{start}',
    },
    {
      when: isBefore('{due}', '{start}'),
      say: '"Not judged: "&{kpi}&" is due before it starts"',
      weight: 90,
      since: '{start}',
    },
    {
      when: `${DOUBTS.map(isInDoubt).join('+')}>0`,
      say: '"Direction and target contradict each other: "&{kpi}&" is better "&{direction}&", its target is "&IF({direction}="higher","below","above")&" its baseline"',
      weight: 87,
      since: '{start}',
    },
    {
      when: '({actual}<>"")*({target}<>"")*({attainment}="")',
      say: '"Not judged: "&{kpi}&". Choose higher or lower as its direction; without a baseline the target has to be above zero"',
      weight: 85,
      since: '{start}',
    },
    { when: '{status}="off track"', say: '"KPI off track: "&{kpi}', weight: 75, since: '{start}' },
    { when: '{status}="at risk"', say: '"KPI at risk: "&{kpi}', weight: 55, since: '{start}' },
    { when: '({kpi}<>"")*({actual}="")', say: '"No reading: "&{kpi}', weight: 45, since: '{start}' },
  ],
});
