import { amount, author, day, link, longText, moment, number, text } from '../schema/column';
import { cleaned } from '../schema/names';
import { register } from '../schema/register';
import { table } from '../schema/table';
import { setting } from './formulas';
import { limitIn, limitTable, type Limit } from './formulas-of-limits';

const ID = 'linkLimits';

const LIMITS = {
  quiet: {
    column: number('Months without revenue', 'A link that earned once, and not for so many months, needs attention.', {
      format: '0',
    }),
    begins: 3,
  },
} satisfies Record<string, Limit>;

const asOf = setting('asOf');

/** `utm_source=…`, with what may not stand in an address written as it has to be; nothing without a value. */
const tag = (name: string, key: string): string =>
  `MAP({${key}},LAMBDA(value,IF(value="","","&utm_${name}="&ENCODEURL(value))))`;
const TAGGED =
  `LET(tags,${tag('source', 'source')}&${tag('medium', 'medium')}&${tag('campaign', 'campaign')},` +
  // What stands behind # comes last in an address.
  'hash,IFERROR(FIND("#",{address}),LEN({address})+1),plain,LEFT({address},hash-1),rest,MID({address},hash,LEN({address})),' +
  'IF({address}="",,IF(tags="",{address},plain&IF(ISERROR(FIND("?",plain)),"?","&")&MID(tags,2,LEN(tags))&rest)))';

const earned =
  'IF(ISNUMBER({revenue.gross?}),{revenue.gross?},0)-IF(ISNUMBER({revenue.refunds?}),{revenue.refunds?},0)';
/**
 * One figure a link of the revenue whose Source is the link's name. `counted` says what each revenue row counts, and what a
 * source comes to is worked out once, and not for each link.
 */
const ofEachLink = (counted: string, figure: string, isNone = ''): string =>
  `LET(asOf,${asOf},names,${cleaned('{revenue.source?}')},days,{revenue.date?},amounts,${earned},counted,${counted},` +
  `sources,UNIQUE(names),all,MAP(sources,LAMBDA(name,${figure})),mine,${cleaned('{links.link}')},found,XLOOKUP(mine,sources,all,0),` +
  `IF((mine="")${isNone},,found))`;

const monthsBack = Array.from({ length: 12 }, (_, back) => back);
const ofEachMonth = (of: (from: string, to: string) => string): string =>
  `LET(asOf,${asOf},VSTACK(${monthsBack.map((back) => of(`EOMONTH(asOf,-${back + 1})`, `EOMONTH(asOf,-${back})`)).join(',')}))`;
const isOurs = 'ISNUMBER(XMATCH(names,ours))*(names<>"")';
const inMonths = (figure: (holds: string) => string): string =>
  `LET(names,${cleaned('{revenue.source?}')},ours,${cleaned('{links.link}')},days,{revenue.date?},amounts,${earned},is,${isOurs}*ISNUMBER(days),` +
  `${ofEachMonth((from, to) => figure(`is*(days>${from})*(days<=${to})`))})`;

const months = table({
  id: 'linkMonths',
  columns: {
    month: day('Month', 'The month, the latest first.', {
      formula: ofEachMonth((from) => `${from}+1`),
      format: 'yyyy-mm',
    }),
    revenue: amount('Revenue of links', 'What all links of this tab brought in the month, less refunds.', {
      formula: inMonths((holds) => `SUM(${holds}*amounts)`),
    }),
    links: number('Links that earned', 'How many links brought something in the month.', {
      format: '0',
      formula: inMonths((holds) => `IFNA(ROWS(UNIQUE(FILTER(names,${holds}*(amounts>0)))),0)`),
    }),
  },
});

const quiet = `({lastEarned}<EDATE(${asOf},-${limitIn(ID, LIMITS.quiet, '1000')}))`;

/** Addresses by which people come, and what each of them brought. */
export const links = register({
  id: 'links',
  name: 'Links',
  version: 2,
  rows: 200,
  pack: 'links',
  chapter: 'contribute',
  frameworks: ['D30', 'D33'],
  question: 'Which links did we give out, and what do they still earn?',
  row: { one: 'link', many: 'links' },
  named: { column: 'id', prefix: 'L-' },
  columns: {
    id: text('ID', 'Names this link for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    link: text('Link', 'Its name. Revenue whose Source is this name counts as earned by it.', {
      longest: 100,
      unique: true,
    }),
    item: text('Item', 'The item in which it stands, as it is called in Items.'),
    address: link('Address', 'Where it leads, without tags.', { width: 220 }),
    source: text('Source', 'Where people click: newsletter, podcast, a side’s name.', { width: 110 }),
    medium: text('Medium', 'The kind of place: email, social, video.', { width: 100 }),
    campaign: text('Campaign', 'What it belongs to.', { width: 120 }),
    again: longText('Use it again', 'Ideas for using what it leads to once more: a clip, an article, a talk.'),
    enteredBy: author('Entered by', 'Who wrote it, where the address is visible.'),
    enteredAt: moment('Entered at', 'When it was written.'),
    tagged: longText('Tagged address', 'The address to give out: it tells statistics where people came from.', {
      formula: TAGGED,
      width: 330,
    }),
    revenue: amount('Revenue', 'What came in under its name, less refunds.', {
      formula: ofEachLink('amounts', 'SUM((names=name)*counted)'),
    }),
    lately: amount('Last 3 months', 'What of it came in the last three months.', {
      formula: ofEachLink('ISNUMBER(days)*(days>EDATE(asOf,-3))*(days<=asOf)*amounts', 'SUM((names=name)*counted)'),
    }),
    lastEarned: day('Last earned', 'When something came in last.', {
      formula: ofEachLink('(amounts>0)*IF(ISNUMBER(days),days,0)', 'MAX((names=name)*counted)', '+(found=0)>0'),
    }),
  },
  form: {
    id: 'link',
    title: 'Add a link',
    introduction: 'Which address do you give out? The tagged one then stands in the row.',
    submit: 'Add it',
    ask: {
      link: { required: true },
      address: { required: true },
      source: { half: true },
      medium: { half: true },
      campaign: { half: true },
      item: { half: true },
      again: { seldom: true },
    },
    begins: { source: 'last', medium: 'last', campaign: 'last' },
    keeps: ['source', 'medium', 'campaign', 'item'],
    says: '{link}',
  },
  attention: [
    {
      when: '({link}<>"")*({address}="")',
      say: '"No address: "&{link}',
      weight: 60,
      since: asOf,
    },
    {
      when: '({address}<>"")*({source}="")*((({medium}<>"")+({campaign}<>""))>0)',
      say: '"Statistics want a source beside medium and campaign: "&{link}',
      weight: 42,
      since: asOf,
    },
    {
      when: `ISNUMBER({lastEarned})*${quiet}`,
      say: '"Earns nothing any more: use it again, or take it out. "&{link}',
      weight: 34,
      since: '{lastEarned}',
    },
  ],
  beside: [months, limitTable(ID, LIMITS)],
});
