import { amount, author, day, longText, moment, text, type Column, type Details } from '../schema/column';
import { cleaned } from '../schema/names';
import { register } from '../schema/register';
import { decimals } from './formulas-of-deal';
import { KEPT } from './closed-rows';
import { FIGURES } from './statement-figures';

const OURS: Details = { filled: 'by the add-on', inView: true };

const figures = Object.fromEntries(
  FIGURES.map(({ key, header }) => [
    key,
    key === 'due'
      ? day(header, 'As it was when the period was closed.', OURS)
      : amount(header, 'As it was when the period was closed.', OURS),
  ]),
) as Record<(typeof FIGURES)[number]['key'], Column<number>>;

const MONTHS_OF = { sum: '(month>=from)*(month<=to)', first: 'month=from', last: 'month=to-DAY(to)+1' } as const;

/** What people ask for first. */
const EARNED_FIRST = [...FIGURES].sort((a, b) => Number(b.key === 'earned') - Number(a.key === 'earned'));

/** `Earned 4,100.00, now 4,000.00` where a figure would come out otherwise. */
const differing = EARNED_FIRST.map(({ key, header, of }) => {
  const shown = (value: string): string => (key === 'due' ? `TEXT(${value},"yyyy-mm-dd")` : `FIXED(${value},decimals)`);
  return (
    `LET(was,N(INDEX({${key}},i)),today,SUM(IFNA(FILTER({statementTable.${key}},own*(${MONTHS_OF[of]})),0)),` +
    `IF(ROUND(1000*(today-was),0)=0,"","${header} "&${shown('was')}&", now "&${shown('today')}))`
  );
}).join(',');

const OTHERWISE =
  `IFERROR(LET(decimals,MAX(2,${decimals}),month,{statementTable.month},of,${cleaned('{statementTable.party}')},MAP(SEQUENCE(ROWS({id})),LAMBDA(i,` +
  `IF((INDEX({period},i)="")+(INDEX({reopenedAt},i)<>"")+(COUNT(month)=0)>0,,LET(from,INDEX({from},i),to,INDEX({to},i),own,--(of=${cleaned('INDEX({party},i)')}),` +
  `TEXTJOIN("; ",TRUE,${differing})))))),IF({id}="",,""))`;

/** Rows of a table that are not as they were kept: new, changed or deleted. Nothing is looked at while no figure differs. */
function changedIn(table: keyof typeof KEPT, tab: string): string {
  const { day: dated, ...others } = KEPT[table];
  const kept = (column: string): string => `FILTER({closedRows.${column}},live*({closedRows.table}="${table}"))`;
  const current = (column: string): string => `FILTER({${table}.${column}},due)`;
  const plain = (cells: string): string => `LET(cells,${cells},IF(cells="","",cells))`;
  const differs = Object.entries({ day: dated, ...others })
    .map(([column, key]) => `(${plain(`XLOOKUP(names,known,${kept(column)},"",0,-1)`)}<>${plain(current(key))})`)
    .join('+');
  return (
    `IFNA(LET(due,any*({${table}.id}&{${table}.${dated}}<>"")*(IF(ISNUMBER({${table}.${dated}}),{${table}.${dated}},0)<=until),lines,FILTER(ROW({${table}.id}),due),` +
    `names,${current('id')},known,IFNA(${kept('row')},""),changed,ISNA(XMATCH(names,known))+IFNA(${differs},0),` +
    `FILTER("${tab} row "&lines,changed>0)),""),` +
    `IFNA(LET(lines,FILTER({closedRows.row},any*live*({closedRows.table}="${table}")*({closedRows.first}&{closedRows.other}<>"")),` +
    `UNIQUE(FILTER("${tab} "&lines&" (deleted)",ISNA(XMATCH(lines,{${table}.id}))))),"")`
  );
}

const CHANGED =
  `LET(any,SUM(--({otherwise}<>""))>0,until,MAX(IF(({reopenedAt}="")*ISNUMBER({to}),{to},0)),` +
  `live,--ISNUMBER(XMATCH({closedRows.closing},IFNA(FILTER({closing},{reopenedAt}="",{closing}<>""),"none"))),` +
  `found,VSTACK(${changedIn('revenue', 'Revenue')},${changedIn('terms', 'Terms')},${changedIn('payments', 'Payments')}),` +
  `told,TEXTJOIN(", ",TRUE,ARRAY_CONSTRAIN(IFNA(FILTER(found,found<>""),""),6,1)),` +
  `IF({otherwise}="",,IF(told="","no row of Revenue or Terms or Payments: look at the currency in Settings",told)))`;

/** What stands first in a list of texts, and how many more there are: the rest stands in its own column. */
const firstOf = (list: string, separator: string): string =>
  `IFERROR(LEFT(${list},FIND("${separator}",${list})-1)&" and "&(LEN(${list})-LEN(SUBSTITUTE(${list},"${separator}","")))/${separator.length}&" more",${list})`;

/** Periods that both sides have closed: the statement as it was, as values that nothing changes. */
export const closedPeriods = register({
  id: 'closed',
  name: 'Closed periods',
  version: 1,
  rows: 100,
  pack: 'money',
  locked: true,
  question: 'What did both sides close, and would it come out the same today?',
  row: { one: 'closed period', many: 'closed periods' },
  columns: {
    id: text('ID', 'Names this row for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    closing: text('Closing', 'The rows of one closing have the same.', { filled: 'by the add-on', width: 90 }),
    period: text('Period', 'Its first and last month.', { ...OURS, width: 150 }),
    from: day('First day', 'The first day of the period.', OURS),
    to: day('Last day', 'The last day of the period.', OURS),
    party: text('Party', 'Whose figures they are.', OURS),
    ...figures,
    closedFor: text('Closed for', 'The side that closed it.', OURS),
    agreed: longText('Agreed', 'Who of the other sides agreed, and how.', OURS),
    closedBy: { ...author('Closed by', 'Who closed it, where the address is visible.'), inView: true },
    closedAt: { ...moment('Closed at', 'When it was closed.'), inView: true },
    reopenedAt: {
      ...moment('Reopened at', 'When it was opened again; the figures stay for the record.'),
      otherwise: { value: '' },
      inView: true,
    },
    reopenedBy: text('Reopened by', 'Which side opened it again, and who.', OURS),
    reason: longText('Reason', 'Why it was opened again.', OURS),
    otherwise: longText('Would be otherwise', 'Figures that would come out otherwise today; empty where none would.', {
      formula: OTHERWISE,
    }),
    changedRows: longText('Changed since', 'Rows that are not as they were when the period was closed.', {
      formula: CHANGED,
    }),
  },
  attention: [
    {
      when: 'IFERROR({otherwise}<>"",FALSE)',
      say: `"Closed "&{period}&", "&{party}&": "&${firstOf('{otherwise}', '; ')}&". Changed since: "&${firstOf('{changedRows}', ', ')}`,
      weight: 86,
      since: '{to}',
    },
  ],
});
