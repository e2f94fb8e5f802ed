import { amount, author, choice, day, fraction, link, longText, moment, number, text } from '../schema/column';
import { register, watched } from '../schema/register';
import { table } from '../schema/table';
import { isNoNumber } from '../schema/conditions';
import { isAnyImpossible, setting } from './formulas';
import { limitIn, limitTable, type Limit } from './formulas-of-limits';
import { SUMMARY, SUMMARY_NAME } from './summary-name';

const ID = 'portfolioLimits';

const days = (header: string, help: string, begins: number): Limit => ({
  column: number(header, help, { format: '0' }),
  begins,
});

const LIMITS = {
  top: {
    column: number('Too much from one, %', 'With so much of the income from one partner, find others.'),
    begins: 80,
  },
  early: { column: number('Much from one, %', 'An early word before it is too much.'), begins: 50 },
  deepFrom: days('Deep ones from', 'Fewer close partners than this are few.', 2),
  deepTo: days('Deep ones to', 'More close partners than this cannot be looked after.', 3),
  close: days('Days for a deep one', 'So long a close partner may go without time of yours.', 31),
  remind: days('Silent: reminder', 'Days without a word after which to send a reminder.', 14),
  call: days('Silent: contact', 'Days after which to use the way of contact that was agreed.', 30),
  clause: days('Silent: clause', 'Days after which to use the clause for conflicts.', 45),
  leave: days('Silent: exit', 'Days after which to prepare the exit plan.', 60),
  us: {
    column: text(
      'Our side is called',
      'Our name in the sheets of the partnerships; where there are two sides, the one that is not the partner is ours.',
    ),
    begins: '',
  },
};

const [BEGINS, CONNECTED, WAITS, UNCONNECTED, OTHER] = [
  `${SUMMARY.version}|`,
  'connected',
  'waiting for access',
  'not connected yet',
  'no sheet of Partner Ledger',
];

/** Something that the sheet of each row says of itself; nothing where it cannot be read. */
const imported = (figure: string): string =>
  `LET(us,LOWER(TRIM(XLOOKUP("${LIMITS.us.column.header}",{${ID}.limit},{${ID}.set},""))),` +
  `MAP(IFERROR({imported}&"",""),{partner},LAMBDA(said,partner,IF(LEFT(said,${BEGINS.length})<>"${BEGINS}",,IFERROR(LET(` +
  `parts,SPLIT(said,"|",TRUE,FALSE),is,${figure},IF(is="",,is)),)))))`;

const PLACE = SUMMARY.sides;

/** Of our side in that sheet: the figures of all sides stand behind their names, a kind after the other. */
const ofUs = (kind: number): string =>
  imported(
    `LET(all,LOWER(TRIM(parts&"")),many,INDEX(parts,1,${PLACE}),` +
      `at,IF(us<>"",XMATCH(us,all)-${PLACE},IF(many=2,3-(XMATCH(LOWER(TRIM(partner)),all)-${PLACE}),NA())),` +
      `IF((at<1)+(at>many)>0,NA(),INDEX(parts,1,${PLACE}+${kind}*many+at)))`,
  );

/** What the sheet says, or else what was typed. */
const orTyped = (said: string, typed: string): string =>
  `LET(there,${said},IF(ISNUMBER(there),there,IF(ISNUMBER({${typed}}),{${typed}},)))`;

const asOf = setting('asOf');
const at = (key: keyof typeof LIMITS): string => limitIn(ID, LIMITS[key]);
const silent = `(${asOf}-{contactNow})`;
const isSilent = (from: keyof typeof LIMITS): string => `ISNUMBER({contactNow})*(${silent}>=${at(from)})`;
const isNoScore = (key: string): string => `({${key}}<>"")*IF(ISNUMBER({${key}}),({${key}}<0)+({${key}}>100),1)`;
const shareOf = (key: string): string =>
  `LET(all,SUM(IF(ISNUMBER({${key}}),{${key}},0)),IF(ISNUMBER({${key}})*(all>0),{${key}}/all,))`;

const count = (depth: string): string => `SUM(({portfolio.depth}="${depth}")*({portfolio.partner}<>""))`;
const isLimit = (key: keyof typeof LIMITS): string => `({limit}="${LIMITS[key].column.header}")*ISNUMBER({set})`;
const incomes = 'FILTER({portfolio.incomeNow},ISNUMBER({portfolio.incomeNow})*({portfolio.incomeNow}>0))';

const limits = watched(
  limitTable(ID, LIMITS),
  [
    {
      when: `${isLimit('deepFrom')}*(SUM(--({portfolio.partner}<>""))>0)*(${count('deep')}<{set})`,
      say: `"Few deep partners: "&${count('deep')}&", at least "&{set}&" are advised"`,
      weight: 32,
      since: asOf,
    },
    {
      when: `${isLimit('deepTo')}*(${count('deep')}>{set})`,
      say: `"Many deep partners: "&${count('deep')}&", at most "&{set}&" can be looked after"`,
      weight: 46,
      since: asOf,
    },
  ],
  'limits',
);

/** Each kind of partnership beside the part of the effort that it should take. */
const categories = table({
  id: 'portfolioCategories',
  columns: {
    name: text('Categories', 'What partnerships are for. Change them as you like.', { width: 120 }),
    target: fraction('Should be', 'The part of the effort that it should take.', { width: 90 }),
    share: fraction('Is', 'The part of the effort that it takes; of the income where no effort is given.', {
      width: 90,
      formula:
        'LET(effort,IF(ISNUMBER({portfolio.effortNow}),{portfolio.effortNow},0),income,IF(ISNUMBER({portfolio.incomeNow}),{portfolio.incomeNow},0),' +
        'values,IF(SUM(effort)>0,effort,income),all,SUM(values),kinds,{portfolio.category},' +
        'MAP({portfolioCategories.name},LAMBDA(name,IF((name="")+(all=0),,SUM((kinds=name)*values)/all))))',
    }),
    apart: fraction('Apart by', 'Is less should be.', {
      width: 90,
      least: { value: -1 },
      formula: 'IF(ISNUMBER({share})*ISNUMBER({target}),{share}-{target},)',
    }),
  },
  initial: [
    { name: 'operational', target: 0.7 },
    { name: 'growth', target: 0.2 },
    { name: 'experimental', target: 0.1 },
  ],
});

/** On how few partners everything hangs. */
const spread = table({
  id: 'portfolioSpread',
  columns: {
    name: text('Spread', 'How the partners stand together.', {
      width: 210,
      formula:
        'VSTACK("Largest part of the income, %","As good as so many equal partners","Deep partners","Light partners")',
    }),
    figure: number('All together', 'Worked out over all rows.', {
      formula: `VSTACK(IFNA(100*MAX(${incomes})/SUM(${incomes}),""),IFNA(SUM(${incomes})^2/SUMSQ(${incomes}),""),${count('deep')},${count('light')})`,
    }),
  },
});

/** All partnerships of one side beside one another: where time and money go, and who has gone quiet. */
export const portfolio = register({
  id: 'portfolio',
  name: 'Portfolio',
  version: 4,
  rows: 100,
  pack: 'portfolio',
  chapter: 'govern',
  frameworks: ['B13', 'B18', 'B19', 'B20', 'B34', 'D26', 'A2'],
  question: 'How do all our partnerships stand together, and which one needs us?',
  row: { one: 'partner', many: 'partners' },
  named: { column: 'id', prefix: 'P-' },
  columns: {
    id: text('ID', 'Names this partner for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    partner: text('Partner', 'Who it is.', { longest: 100, unique: true, width: 110 }),
    category: choice(
      'Category',
      'What this partnership is for.',
      { table: 'portfolioCategories', column: 'name' },
      { width: 120 },
    ),
    depth: choice(
      'Depth',
      'deep: close, with much time. light: now and then.',
      { listed: ['deep', 'light'] },
      { width: 90 },
    ),
    alignment: number('Alignment', 'How well goals and values go together, 0 to 100.', {
      ...{ least: { value: 0 }, most: 100, format: '0' },
    }),
    commitment: number('Commitment', 'How much they are committed to it, 0 to 100.', {
      ...{ least: { value: 0 }, most: 100, format: '0' },
    }),
    maturity: choice(
      'Maturity',
      'How far it has come.',
      { listed: ['experimental', 'operational', 'strategic'] },
      { width: 120, untilWanted: true },
    ),
    income: amount('Income', 'What it brings our side a year.', { least: { value: 0 }, width: 90 }),
    effort: number('Effort', 'Hours a month that our side gives it.', { least: { value: 0 }, width: 65 }),
    lastContact: day('Last contact', 'When you last heard from each other.', {
      past: 'is still to come. Take a day up to',
    }),
    nextReview: day('Next review', 'When to look at it together.'),
    sheet: link('Sheet', 'Address of the sheet of this partnership.'),
    imported: text('From the sheet', 'What it says of itself. Click here once and choose Allow access.', {
      filled: 'by the add-on',
      inView: true,
      // A text shows as this word, whatever it says: what it says stands in the columns beside.
      format: ';;;"read"',
    }),
    note: longText('Note', 'Anything to remember.'),
    enteredBy: author('Entered by', 'Who wrote it, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    connection: text('Its sheet', 'Whether figures come from the sheet of the partnership.', {
      width: 130,
      formula:
        `IF({sheet}="",,IF(ISERROR({imported}),"${WAITS}",IF({imported}="","${UNCONNECTED}",` +
        `IF(LEFT({imported},${BEGINS.length})="${BEGINS}","${CONNECTED}","${OTHER}"))))`,
    }),
    stageThere: text('Stage there', 'The lifecycle stage that its sheet shows.', {
      width: 130,
      formula: imported(`INDEX(parts,1,${SUMMARY.stage})`),
    }),
    healthThere: number('Health there', 'How both sides rate it, from 0 to 100, in its sheet.', {
      formula: imported(`INDEX(parts,1,${SUMMARY.health})`),
      format: '0',
    }),
    incomeNow: amount('Income that counts', 'What its sheet says of the last twelve months, or else what was typed.', {
      formula: orTyped(ofUs(2), 'income'),
    }),
    effortNow: number('Effort that counts', 'Hours a month of the last quarter by its sheet, or else what was typed.', {
      formula: orTyped(ofUs(1), 'effort'),
    }),
    contactNow: day('Last heard', 'The later of what was typed and the last entry, reading or review in its sheet.', {
      formula: `LET(there,${imported(`INDEX(parts,1,${SUMMARY.lastContact})`)},typed,IF(ISNUMBER({lastContact}),{lastContact},0),IF(ISNUMBER(there),IF(there>typed,there,typed),IF(typed=0,,typed)))`,
    }),
    reviewNow: day('Review on', 'The next review by its sheet, or else what was typed.', {
      formula: orTyped(imported(`INDEX(parts,1,${SUMMARY.nextReview})`), 'nextReview'),
    }),
    incomeShare: fraction('Part of income', 'Of the income from all partners.', { formula: shareOf('incomeNow') }),
    effortShare: fraction('Part of effort', 'Of the effort for all partners.', { formula: shareOf('effortNow') }),
    advice: text('Advice', 'What alignment and commitment speak for.', {
      width: 240,
      formula: 'PARTNER_QUADRANT_ROWS({alignment},{commitment})',
    }),
    silence: text('Silence', 'What to do where nothing was heard for long: one step after the other.', {
      width: 210,
      formula:
        `IF(ISNUMBER({contactNow})=FALSE,,IF(${silent}>=${at('leave')},"prepare the exit plan",IF(${silent}>=${at('clause')},"use the clause for conflicts",` +
        `IF(${silent}>=${at('call')},"contact as agreed",IF(${silent}>=${at('remind')},"send a reminder","in touch")))))`,
    }),
  },
  form: {
    id: 'partner',
    title: 'Add a partner',
    introduction: 'One row for each of your partnerships, in a sheet of your own.',
    submit: 'Add it',
    ask: {
      partner: { required: true },
      category: { half: true },
      depth: { half: true },
      alignment: { half: true },
      commitment: { half: true },
      income: { half: true },
      effort: { half: true },
      lastContact: { half: true },
      nextReview: { half: true },
      maturity: { seldom: true },
      sheet: { seldom: true },
      note: { seldom: true },
    },
    begins: { lastContact: 'today', depth: { text: 'light' } },
    keeps: ['category', 'depth'],
    says: '{partner}',
  },
  attention: [
    {
      when: isAnyImpossible('lastContact', 'nextReview'),
      say: '"A day is not possible: write it as 2026-03-31"',
      weight: 95,
      since: asOf,
    },
    {
      when: `((${isNoNumber('{income}')})+(${isNoNumber('{effort}')})>0)`,
      say: '"Left out: income and effort have to be plain numbers"',
      weight: 92,
      since: asOf,
    },
    {
      when: `(${isNoScore('alignment')}+${isNoScore('commitment')}>0)`,
      say: '"No advice: alignment and commitment are numbers from 0 to 100"',
      weight: 90,
      since: asOf,
    },
    {
      when: `ISNUMBER({incomeShare})*(ROUND(100*{incomeShare},6)>=${at('top')})`,
      say: '"Too much hangs on one partner: "&{partner}&" brings "&TEXT({incomeShare},"0%")&" of the income"',
      weight: 83,
      since: asOf,
    },
    {
      when: isSilent('leave'),
      say: `"Silent for "&${silent}&" days: prepare the exit plan with "&{partner}`,
      weight: 77,
      since: '{contactNow}',
    },
    {
      when: isSilent('clause'),
      say: `"Silent for "&${silent}&" days: use the clause for conflicts with "&{partner}`,
      weight: 70,
      since: '{contactNow}',
    },
    {
      when: isSilent('call'),
      say: `"Silent for "&${silent}&" days: contact "&{partner}&" as agreed"`,
      weight: 60,
      since: '{contactNow}',
    },
    {
      when: `ISNUMBER({reviewNow})*({reviewNow}<${asOf})`,
      say: '"A review is overdue: "&{partner}',
      weight: 57,
      since: '{reviewNow}',
    },
    {
      when: `({connection}="${WAITS}")`,
      say: '"No access to the sheet of "&{partner}&": click its cell in From the sheet and choose Allow access. Where nothing is offered, the sheet is gone or not shared with you"',
      weight: 55,
      since: asOf,
    },
    {
      when: `({connection}="${UNCONNECTED}")`,
      say: '"Its sheet is not connected yet: choose Edit the selected row and save it. "&{partner}',
      weight: 54,
      since: asOf,
    },
    {
      when: `({connection}="${OTHER}")`,
      say: '"Its sheet says nothing: choose Set up this sheet there. "&{partner}',
      weight: 53,
      since: asOf,
    },
    {
      when: `({connection}="${CONNECTED}")*(${ofUs(0)}="")`,
      say: `"Its sheet does not know which side is ours: write our name beside “${LIMITS.us.column.header}”. "&{partner}`,
      weight: 52,
      since: asOf,
    },
    {
      when: `ISNUMBER({incomeShare})*(ROUND(100*{incomeShare},6)>=${at('early')})`,
      say: '"Much hangs on one partner: "&{partner}&" brings "&TEXT({incomeShare},"0%")&" of the income"',
      weight: 49,
      since: asOf,
    },
    {
      when: isSilent('remind'),
      say: `"Silent for "&${silent}&" days: send a reminder to "&{partner}`,
      weight: 44,
      since: '{contactNow}',
    },
    {
      when: `({depth}="deep")*ISNUMBER({contactNow})*(${silent}>${at('close')})`,
      say: '"No time for a deep partner this month: "&{partner}',
      weight: 43,
      since: '{contactNow}',
    },
  ],
  dates: [{ on: '{reviewNow}', say: '"Review with "&{partner}' }],
  imports: { from: 'sheet', into: 'imported', range: SUMMARY_NAME },
  charts: [
    {
      kind: 'scatter',
      title: 'Alignment and commitment',
      columns: ['alignment', 'commitment'],
      axes: { from: 0, to: 100 },
      under: { table: 'portfolioCategories', row: 12 },
      width: 420,
      height: 320,
    },
  ],
  beside: [categories, spread, limits],
});
