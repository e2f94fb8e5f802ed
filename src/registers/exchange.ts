import { AUTOMATIC, author, choice, day, longText, moment, number, text } from '../schema/column';
import { cleaned } from '../schema/names';
import { register } from '../schema/register';
import { table } from '../schema/table';
import { isImpossibleDay, isUnknown } from '../schema/conditions';
import { limitIn, limitTable, type Limit } from './formulas-of-limits';

/** Six that the guides name; any other word is a dimension as well. */
const DIMENSIONS = ['money', 'resources', 'control', 'reputation', 'creative', 'strategic'] as const;

const ID = 'exchangeLimits';

const LIMITS = {
  gap: {
    column: number(
      'Gap that is worth a line',
      'So many points of 10 between expects, receives and brings need attention.',
      {
        format: AUTOMATIC,
      },
    ),
    begins: 4,
  },
} satisfies Record<string, Limit>;

const gap = limitIn(ID, LIMITS.gap);

const SCALE = { least: { value: 0 }, most: 10, format: AUTOMATIC, width: 80 } as const;

const isMissing = (key: string): string => `({${key}}<>"")*IF(ISNUMBER({${key}}),({${key}}<0)+({${key}}>10),1)`;

/** Something of each side and dimension; `mine` are their rows. */
const ofEachPair = (figure: string): string =>
  `LET(sides,${cleaned('{exchange.side}')},dims,LOWER(${cleaned('{exchange.dimension}')}),` +
  `MAP({side},{dimension},LAMBDA(side,dimension,IF(side="",,LET(mine,(sides=side)*(dims=LOWER(dimension)),${figure})))))`;

/** The newest number of a column; blank where there is none. */
const latest = (key: string): string =>
  ofEachPair(
    `IFNA(LET(is,mine*ISNUMBER({exchange.${key}})*ISNUMBER({exchange.date}),days,FILTER({exchange.date},is),` +
      `XLOOKUP(MAX(days),days,FILTER({exchange.${key}},is),,0,-1)),)`,
  );

const difference = (of: string, less: string): string => `IF(ISNUMBER({${of}})*ISNUMBER({${less}}),{${of}}-{${less}},)`;

/** Each side and dimension that occurs. */
const pairs = (column: 1 | 2): string =>
  `IFNA(CHOOSECOLS(UNIQUE(FILTER(HSTACK(${cleaned('{exchange.side}')},LOWER(${cleaned('{exchange.dimension}')})),` +
  `{exchange.side}<>"",{exchange.dimension}<>"")),${column}),"")`;

const RANKS = 'sides,{side},dims,{dimension},ranks,{matters}';

/** The other side to whom a row's dimension matters more, by at least two places. */
const TAKER =
  `LET(${RANKS},MAP({side},{dimension},{matters},LAMBDA(side,dimension,rank,IF((side="")+(ISNUMBER(rank)=FALSE),,` +
  'IFNA(INDEX(SORT(FILTER(HSTACK(sides,ranks),(dims=dimension)*(sides<>side)*ISNUMBER(ranks)*(IF(ISNUMBER(ranks),ranks,rank)<=rank-2)),2,TRUE),1,1),"")))))';

const SWAP =
  'LET(sides,{side},dims,{dimension},takers,{taker},MAP({side},{dimension},{taker},LAMBDA(side,dimension,taker,IF((side="")+(taker=""),,' +
  'IFNA(side&" gives way on "&dimension&", "&taker&" on "&INDEX(FILTER(dims,(sides=taker)*(takers=side)*(dims<>dimension)),1),"")))))';

/** What each side brings, receives and expects, dimension by dimension. */
export const exchangeSums = table({
  id: 'exchangeSums',
  columns: {
    side: text('Of side', 'Each side and dimension that occurs.', { formula: pairs(1), width: 110 }),
    dimension: text('In dimension', 'Each side and dimension that occurs.', { formula: pairs(2), width: 110 }),
    pair: text('Side and dimension', 'As the chart shows them.', {
      formula: 'IF({side}="",,{side}&": "&{dimension})',
      width: 150,
    }),
    brings: number('Brings now', 'The newest answer.', { formula: latest('brings'), format: AUTOMATIC, width: 70 }),
    receives: number('Receives now', 'The newest answer.', {
      formula: latest('receives'),
      format: AUTOMATIC,
      width: 75,
    }),
    expects: number('Expects now', 'The newest answer.', { formula: latest('expects'), format: AUTOMATIC, width: 75 }),
    net: number('Net', 'Receives − brings: below 0 it gives more than it gets.', {
      formula: difference('receives', 'brings'),
      format: AUTOMATIC,
      width: 60,
    }),
    unmet: number('Unmet', 'Expects − receives: above 0 it hoped for more.', {
      formula: difference('expects', 'receives'),
      format: AUTOMATIC,
      width: 60,
    }),
    overTime: number('Net over time', 'Receives − brings, summed over all dates: it should come near 0.', {
      formula: ofEachPair(
        'LET(is,mine*ISNUMBER({exchange.receives})*ISNUMBER({exchange.brings}),IFNA(SUM(FILTER({exchange.receives},is))-SUM(FILTER({exchange.brings},is)),))',
      ),
      format: AUTOMATIC,
      width: 80,
    }),
    matters: number('Matters now', 'The newest rank: 1 matters most.', {
      formula: latest('matters'),
      format: '0',
      width: 75,
    }),
    taker: text('Matters more to', 'The side to whom it matters more, by two places or more.', {
      formula: TAKER,
      width: 110,
    }),
    swap: longText('A swap', 'Each gives way on what matters little to it and much to the other.', {
      formula: SWAP,
      width: 330,
    }),
  },
});

const WORST =
  'SORT(FILTER(HSTACK({exchangeSums.side},{exchangeSums.dimension},{exchangeSums.overTime}),ISNUMBER({exchangeSums.overTime})),3,TRUE)';

/** The page in words. */
export const exchangeWords = table({
  id: 'exchangeWords',
  columns: {
    words: longText('In a sentence', 'The largest imbalance, and what would even it out.', {
      width: 420,
      formula:
        `IFNA(LET(worst,${WORST},least,INDEX(worst,1,3),IF(least<0,` +
        '"Largest imbalance: "&INDEX(worst,1,1)&" gives "&-least&" more than it gets in "&INDEX(worst,1,2)&". "&-least&" more in "&INDEX(worst,1,2)&", or in what matters more to it, would even it out",' +
        '"Nobody gives more than it gets")),"Nothing to compare yet: a row needs what is brought and what is received")',
    }),
  },
});

/** What goes to and fro between the sides besides money: an answer of one side a row. */
export const exchange = register({
  id: 'exchange',
  name: 'Value exchange',
  version: 2,
  rows: 200,
  pack: 'exchange',
  chapter: 'align',
  fits: ['running'],
  question: 'What does each side give and get, and what would even it out?',
  frameworks: ['A7', 'A8', 'A9', 'A28'],
  row: { one: 'answer', many: 'answers' },
  named: { column: 'id', prefix: 'V-' },
  columns: {
    id: text('ID', 'Names this answer for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    date: day('Date', 'The day of the answer.'),
    side: choice('Side', 'Who answers.', { table: 'parties', column: 'party' }),
    dimension: text('Dimension', `What it is about: ${DIMENSIONS.join(', ')}, or a word of your own.`, { longest: 60 }),
    brings: number('Brings', '0 to 10: how much this side gives.', SCALE),
    receives: number('Receives', '0 to 10: how much it gets.', SCALE),
    expects: number('Expects', '0 to 10: how much it hopes to get.', SCALE),
    matters: number('Matters', 'Its place among the dimensions for this side: 1 matters most.', {
      least: { value: 1 },
      format: '0',
      width: 75,
    }),
    note: longText('Note', 'What it consists of.'),
    enteredBy: author('Entered by', 'Who wrote this row, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
  },
  form: {
    id: 'exchange',
    title: 'Note a value exchange',
    introduction: 'What does your side give and get in one dimension? Leave out what you cannot judge.',
    submit: 'Note it',
    ask: {
      side: { required: true, half: true },
      date: { required: true, half: true },
      dimension: { required: true },
      brings: { half: true },
      receives: { half: true },
      expects: { half: true },
      matters: { half: true },
      note: { seldom: true },
    },
    begins: { date: 'today', side: ['own side', 'last'] },
    keeps: ['date', 'side'],
    says: '{side}, {dimension}',
    needsOneOf: ['brings', 'receives', 'expects', 'matters'],
  },
  attention: [
    {
      when: isUnknown('{side}', '{parties.party}'),
      say: '"No such side: “"&{side}&"”. Choose one of Settings"',
      weight: 94,
      since: '{date}',
    },
    {
      when: `${['brings', 'receives', 'expects'].map(isMissing).join('+')}>0`,
      say: '"Brings, receives and expects are numbers from 0 to 10"',
      weight: 87,
      since: '{date}',
    },
    {
      when: `${isImpossibleDay('{date}')}+(({side}<>"")*({dimension}<>"")*({date}=""))>0`,
      say: '"Not counted as the newest: it needs a possible day, written as 2026-03-31"',
      weight: 78,
      since: '{date}',
    },
    {
      when: `ISNUMBER({expects})*ISNUMBER({receives})*(IF(ISNUMBER({expects})*ISNUMBER({receives}),{expects}-{receives},0)>=${gap})`,
      say: '{side}&" hoped for more in "&{dimension}&": expects "&{expects}&", receives "&{receives}',
      weight: 52,
      since: '{date}',
    },
    {
      when: `ISNUMBER({brings})*ISNUMBER({receives})*(IF(ISNUMBER({brings})*ISNUMBER({receives}),{brings}-{receives},0)>=${gap})`,
      say: '{side}&" gives more than it gets in "&{dimension}&": brings "&{brings}&", receives "&{receives}',
      weight: 51,
      since: '{date}',
    },
  ],
  charts: [
    {
      kind: 'column',
      title: 'What each side gets less what it gives',
      columns: ['exchangeSums.pair', 'exchangeSums.net'],
      rows: 12,
      under: { table: 'exchangeSums', row: 16 },
      width: 640,
      height: 320,
    },
  ],
  beside: [exchangeSums, exchangeWords, limitTable(ID, LIMITS)],
});
