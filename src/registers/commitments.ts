import { AUTOMATIC, author, choice, day, fraction, longText, moment, number, text } from '../schema/column';
import { cleaned } from '../schema/names';
import { register, watched } from '../schema/register';
import { table } from '../schema/table';
import { hoursIn, isBefore, isMisread, isUnknown } from '../schema/conditions';
import { QUANTITIES } from './contributions';
import { ACTUALS } from './kpi-log';
import { isAnyImpossible, setting } from './formulas';

const asOf = setting('asOf');

/** What a side may promise, and where the sheet finds how much of it was kept. */
const promises = table({
  id: 'promises',
  columns: {
    name: text('What can be promised', 'Add your own below.', { width: 140 }),
    from: choice(
      'Counted from',
      'The tab that shows whether it was kept. Empty: nobody can count it here.',
      { listed: ['Contributions', 'Items', 'Reviews', 'KPI log'] },
      { width: 110 },
    ),
    only: text('Only these', 'Of Contributions the kind, of the KPI log the KPI.', { width: 130 }),
  },
  initial: [
    { name: 'hours', from: 'Contributions', only: 'hours' },
    { name: 'maintenance hours', from: 'Contributions', only: 'maintenance hours' },
    { name: 'money', from: 'Contributions', only: 'cash' },
    { name: 'promotions', from: 'Contributions', only: 'access' },
    { name: 'posts', from: 'Items', only: '' },
    { name: 'reviews', from: 'Reviews', only: '' },
  ],
});

const PERIODS = {
  week: { now: '(asOf-WEEKDAY(asOf,3))', before: '(asOf-WEEKDAY(asOf,3)-7)' },
  month: { now: '(EOMONTH(asOf,-1)+1)', before: '(EOMONTH(asOf,-2)+1)' },
  quarter: {
    now: '(EOMONTH(asOf,-1-MOD(MONTH(asOf)-1,3))+1)',
    before: '(EOMONTH(asOf,-4-MOD(MONTH(asOf)-1,3))+1)',
  },
} as const;

const begins = (which: 'now' | 'before'): string =>
  Object.entries(PERIODS).reduceRight((otherwise, [per, at]) => `IF({per}="${per}",${at[which]},${otherwise})`, '""');

/** Everything of the last two quarters that may have been promised: whose and what it is, its day, and how much. */
const EVENTS =
  `asOf,${asOf},` +
  `whose,VSTACK(${cleaned('{contributions.party}')}&"|Contributions|"&${cleaned('{contributions.kind}')},` +
  `${cleaned('{items.owner?}')}&"|Items|",${cleaned('{reviews.ratedBy}')}&"|Reviews|","|KPI log|"&${cleaned('{readings.kpi}')}),` +
  'days,VSTACK({contributions.date},{items.published?},{reviews.date},{readings.date}),' +
  `much,VSTACK(IF({contributions.status}="disputed",0,${QUANTITIES}),` +
  'IF(ISNUMBER({items.published?}),1,0),IF(ISNUMBER({reviews.date}),1,0),' +
  `${ACTUALS}),` +
  `lately,ISNUMBER(days)*ISNUMBER(much)*(days>=${PERIODS.quarter.before})*(days<=asOf)>0,` +
  'key,IFNA(FILTER(whose,lately),""),on,IFNA(FILTER(days,lately),0),amounts,IFNA(FILTER(much,lately),0)';

const FROM = 'XLOOKUP({what},{promises.name},{promises.from},"")';
const ONLY = cleaned('XLOOKUP({what},{promises.name},{promises.only},"")');
const KEY = `IF(${FROM}="","",IF(${FROM}="KPI log","",${cleaned('{side}')})&"|"&${FROM}&"|"&${ONLY})`;

/** How much of each promise was kept from one day until before another: counted once for all that promise the same. */
const kept = (from: string, to: string): string =>
  `LET(${EVENTS},wanted,${KEY},from,${from},to,${to},each,IF((wanted="")+(from=""),"",wanted&"|"&from&"|"&to),once,UNIQUE(each),` +
  'sums,MAP(once,LAMBDA(one,IF(one="",0,LET(at,XMATCH(one,each),SUM((key=INDEX(wanted,at))*(on>=INDEX(from,at))*(on<INDEX(to,at))*amounts))))),' +
  'IF(each="",,XLOOKUP(each,once,sums)))';

const isFrom = (at: string): string => `(({from}="")+({from}<=${at})>0)`;
const isUntil = (at: string): string => `(({until}="")+({until}>=${at})>0)`;
const wasInForce = `({per}<>"")*${isFrom(begins('before'))}*${isUntil(`IF({per}="",0,${begins('now')}-1)`)}`;
const isMost = '({limit}="at most")';

/** How much was promised, hours also where they stand as a time. */
const amount = hoursIn('{amount}');
/** A promise of hours as hours a month. */
const A_MONTH = 'IF({commitments.per}="week",amount*52/12,IF({commitments.per}="quarter",amount/3,amount))';
const isOfHours =
  'XLOOKUP(XLOOKUP({commitments.what},{promises.name},{promises.only},""),{kinds.kind},{kinds.unit},"")="hours"';
const holds =
  '((({commitments.from}="")+({commitments.from}<=asOf))>0)*((({commitments.until}="")+({commitments.until}>=asOf))>0)*({commitments.limit}<>"at most")';

/** The hours that a side has beside those that it has promised. */
const capacity = watched(
  table({
    id: 'capacity',
    columns: {
      side: choice('Whose hours', 'A side whose load you want to watch.', { table: 'parties', column: 'party' }),
      there: number('Hours there are', 'Hours a month that it has for this partnership.', {
        least: { value: 0 },
        width: 90,
      }),
      promised: number('Hours promised', 'What its commitments come to, a month.', {
        format: '0.0',
        width: 90,
        formula:
          `LET(asOf,${asOf},names,${cleaned('{commitments.side}')},amount,${hoursIn('{commitments.amount}')},hours,IF(ISNUMBER(amount)*(${isOfHours})*${holds},${A_MONTH},0),` +
          `MAP(${cleaned('{capacity.side}')},LAMBDA(name,IF(name="",,SUM((names=name)*hours)))))`,
      }),
      load: fraction('Load', 'Promised ÷ there are.', {
        most: 100,
        formula: 'IF(ISNUMBER({there})*ISNUMBER({promised})*({there}>0),{promised}/{there},)',
      }),
    },
  }),
  [
    {
      when: 'ISNUMBER({load})*({load}>1)',
      say: '{side}&" has promised more hours than it has: "&TEXT({load},"0%")',
      weight: 69,
      since: asOf,
    },
  ],
  'hours',
);

/** What a side has promised to do again and again, and whether it does. */
export const commitments = register({
  id: 'commitments',
  name: 'Commitments',
  version: 3,
  rows: 60,
  pack: 'commitments',
  chapter: 'contribute',
  fits: ['running'],
  frameworks: ['B13', 'B29', 'B31', 'B32', 'B33', 'D27'],
  question: 'What has each side promised, and is it kept?',
  row: { one: 'commitment', many: 'commitments' },
  named: { column: 'id', prefix: 'M-' },
  columns: {
    id: text('ID', 'Names this commitment for good. Partner Ledger writes it.', {
      filled: 'by the add-on',
      width: 110,
    }),
    side: choice('Side', 'Who has promised it.', { table: 'parties', column: 'party' }),
    what: choice('What', 'What was promised.', {
      table: 'promises',
      column: 'name',
      hint: { text: 'Counted from', column: 'from' },
    }),
    amount: number('Amount', 'How much of it.', { least: { value: 0 }, hours: true, format: AUTOMATIC }),
    per: choice('Per', 'In which time.', { listed: Object.keys(PERIODS) }, { width: 90 }),
    limit: choice('At least or at most', 'at most: a limit, such as on promotions.', {
      listed: ['at least', 'at most'],
    }),
    from: day('From', 'From when. Empty: from the start.'),
    until: day('Until', 'Until when. Empty: without end.', {
      notBefore: { column: 'from', say: 'It cannot end before it begins.' },
    }),
    note: longText('Note', 'Anything the other side should know.'),
    enteredBy: author('Entered by', 'Who wrote it, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    thisPeriod: number('This period', 'Kept since the week, month or quarter began.', {
      formula: kept(begins('now'), `IF({per}="","",asOf+1)`),
    }),
    lastPeriod: number('Last period', 'Kept in the week, month or quarter before.', {
      formula: kept(begins('before'), begins('now')),
    }),
    shortfall: number('Missed by', 'By how much the last whole period fell short of it, or went beyond a limit.', {
      formula:
        `LET(asOf,${asOf},amount,${amount},IF(ISNUMBER(amount)*ISNUMBER({lastPeriod})*${wasInForce},` +
        `IF(${isMost},IF({lastPeriod}>amount,{lastPeriod}-amount,0),IF({lastPeriod}<amount,amount-{lastPeriod},0)),))`,
    }),
    state: text('Kept', 'Whether the last whole period kept it.', {
      width: 150,
      formula:
        `LET(asOf,${asOf},IF({what}="",,IF(ISNUMBER({until})*({until}<asOf),"ended",` +
        `IF(${FROM}="","cannot be counted here",IF(ISNUMBER({shortfall}),IF({shortfall}=0,"kept",IF(${isMost},"too much","short")),"not a whole period yet")))))`,
    }),
  },
  form: {
    id: 'commitment',
    title: 'Add a commitment',
    introduction: 'What has a side promised to do again and again?',
    submit: 'Add it',
    ask: {
      side: { required: true, half: true },
      what: { required: true, half: true },
      amount: { required: true, half: true },
      per: { required: true, half: true },
      limit: { required: true },
      from: { half: true },
      until: { half: true },
      note: {},
    },
    begins: { side: ['own side', 'last'], per: { text: 'month' }, limit: { text: 'at least' }, from: 'today' },
    keeps: ['side', 'per', 'limit', 'from', 'until'],
    says: '{side}: {limit} {amount} {what} a {per}',
  },
  attention: [
    {
      when: isUnknown('{side}', '{parties.party}'),
      say: '"No such side: “"&{side}&"”. Choose one of Settings"',
      weight: 95,
      since: '{from}',
    },
    {
      when: isAnyImpossible('from', 'until'),
      say: '"A day is not possible: write it as 2026-03-31"',
      weight: 92,
      since: asOf,
    },
    {
      when: isMisread('{amount}', amount),
      say: '"Not judged: the amount has to be a plain number"',
      weight: 90,
      since: asOf,
    },
    {
      when: isBefore('{until}', '{from}'),
      say: '"Not judged: it ends before it begins"',
      weight: 88,
      since: asOf,
    },
    {
      when: `LET(amount,${amount},({what}<>"")*ISNUMBER(amount)*(amount>0)*ISNUMBER({thisPeriod})*${isMost}*({thisPeriod}>amount))`,
      say: `{side}&" is beyond its limit this "&{per}&": "&{thisPeriod}&" "&{what}&", at most "&${amount}`,
      weight: 72,
      since: asOf,
    },
    {
      when: 'ISNUMBER({shortfall})*({shortfall}>0)',
      say: `{side}&IF(${isMost}," went beyond its limit last "," fell short last ")&{per}&": "&{lastPeriod}&" of "&${amount}&" "&{what}`,
      weight: 68,
      since: asOf,
    },
  ],
  dates: [{ on: '{until}', say: '"Commitment ends: "&{side}&", "&{what}' }],
  beside: [promises, capacity],
});
