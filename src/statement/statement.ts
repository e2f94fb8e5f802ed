import { STATEMENT } from '../registers/pages';
import { leftOut } from '../registers/formulas-of-deal';
import { inMoney } from '../scorecard/money';
import { array, headings, to } from '../scorecard/places';
import { holdsIn } from '../schema/agreement';
import { KEPT_NOTICE } from '../schema/kept';
import { cleaned } from '../schema/names';
import type { Page } from '../schema/page';
import { RATE_FORMAT } from '../schema/percent';
import { figuresFrom } from './figures';

const of = (key: string): string => to(`statementTable.${key}`);

/** Cells of the page that others point at. */
const CELL = {
  month: 'B4',
  side: 'D4',
  monthShown: 'I4',
  sideShown: 'I5',
  row: 'I6',
  latest: 'K6',
  leftOut: 'K4',
} as const;

/** The account of the chosen side in the chosen month: a figure a row, with what it is. */
const ACCOUNT: readonly (readonly [key: string, label: string, words: string])[] = [
  ['gross', 'Gross', 'what buyers paid, for all sides'],
  ['refunds', 'Refunds', 'what went back to them'],
  ['deductions', 'Deductions', 'taxes and fees taken off'],
  ['costs', 'Costs', 'that come off before the split'],
  ['pool', 'Pool', 'what is shared'],
  ['lateRefunds', 'Late refunds', 'of sales of earlier months'],
  ['broughtForward', 'Brought forward', 'the balance of the month before'],
  ['earned', 'Earned', 'share, fees, bonus, cap, top-up, other'],
  ['held', 'Held', 'put into the reserve'],
  ['released', 'Released', 'out of the reserve'],
  ['recouped', 'Recouped', 'pays back an advance'],
  ['collected', 'Collected', 'received from buyers itself'],
  ['paid', 'Paid', 'received from the others, less paid to them'],
  ['balance', 'Balance', 'above 0 is owed to this side'],
  ['payable', 'Payable', 'of the balance, at the month’s end'],
  ['due', 'Due', 'when it was or is to be paid'],
  ['reserveBalance', 'Reserve', 'held and not yet released'],
  ['advanceBalance', 'Advance', 'not yet paid back'],
];

const FIRST = 8;
/** Pixels: two charts stand beside the account, one below the other. */
const ROW_HEIGHT = 24;
const CHART_ROWS = ACCOUNT.length / 2;
const CHART = { width: 425, height: CHART_ROWS * ROW_HEIGHT - 4 };
const AGREED = FIRST + ACCOUNT.length + 2;
const AGREED_ROWS = 9;
const LINES = AGREED + AGREED_ROWS + 5;
const figures = figuresFrom(FIRST);

const rowOf = (key: string): number => FIRST + ACCOUNT.findIndex(([one]) => one === key);

const figure = (key: string): string =>
  `=IF(${CELL.row}=0,,LET(figure,INDEX(${of(key)},${CELL.row}),IF(figure="",,figure)))`;

/** Where the side stands in the statement in a month; 0 where it does not. */
const rowIn = (month: string): string =>
  array(
    `IFNA(MATCH(1,IF(${of('month')}=${month},1,0)*IF(${cleaned(of('party'))}=${cleaned(CELL.sideShown)},1,0),0),0)`,
  );

/** `Revenue row 3, row 7`, the first three. */
const places = (tab: string, column: string): string =>
  `IFNA(TEXTJOIN(", ",TRUE,ARRAY_CONSTRAIN(FILTER("${tab} row "&ROW(${column}),${column}<>""),3,1)),"")`;

const LEFT_OUT =
  `=ARRAYFORMULA(LET(sales,SUM(--(${to('revenue.leftOut')}<>"")),paid,SUM(--(${to('payments.leftOut')}<>"")),` +
  `terms,SUM(--(${to('terms.leftOut')}<>"")),deal,${leftOut('deal')},waiting,SUM(--((${holdsIn(to('terms.agreement'))})=0)),` +
  `proposed,IF(waiting=0,"",IF(waiting=1," 1 term is"," "&waiting&" terms are")&" proposed and counts once every side has accepted it: choose Answer entries."),` +
  `IF(terms>0,"No statement: put right "&${places('Terms', to('terms.leftOut'))}&". Its Attention says why.",` +
  `IF(deal<>"",IF(waiting>0,"No statement yet:"&proposed,"No statement yet: "&deal),IF(sales+paid=0,"Every row counts.",` +
  `IF(sales+paid=1,"1 row is left out: ",(sales+paid)&" rows are left out: ")&` +
  `TEXTJOIN(", ",TRUE,${places('Revenue', to('revenue.leftOut'))},${places('Payments', to('payments.leftOut'))})&". Their Attention says why.")&proposed))))`;

/** The first row of a tab that is left out, 0 where none is. */
const firstOf = (column: string): string => `IFNA(INDEX(FILTER(ROW(${column}),${column}<>""),1),0)`;

/** Where the first row that is left out stands, as the address of a link. */
const LEFT_OUT_LINK = array(
  `LET(terms,${firstOf(to('terms.leftOut'))},sales,${firstOf(to('revenue.leftOut'))},paid,${firstOf(to('payments.leftOut'))},` +
    `row,IF(terms>0,terms,IF(sales>0,sales,paid)),IF(row=0,"",IF(terms>0,{link:terms},IF(sales>0,{link:revenue},{link:payments}))&"&range="&row&":"&row))`,
);

/** The terms of today as sentences, as many as there is room for. */
const AGREED_SHOWN = array(
  `LET(all,IFNA(FILTER(${to('terms.inWords')},${to('terms.holds')}="today",${holdsIn(to('terms.agreement'))}),"Nothing is agreed for today: choose Terms in the menu."),` +
    `IF(ROWS(all)>${AGREED_ROWS},VSTACK(ARRAY_CONSTRAIN(all,${AGREED_ROWS - 1},1),"and "&(ROWS(all)-${AGREED_ROWS - 1})&" more in Terms"),all))`,
);

/** The lines of the month and side, then what was paid; each with its reason. */
function linesShown(): string {
  const paid = (to_: string, words: string): string =>
    `IFNA(FILTER(HSTACK(IF(ROW(${to('payments.date')}),"paid"),${to('payments.reference')}&"",IF(ROW(${to('payments.date')}),""),IF(ROW(${to('payments.date')}),""),` +
    `${to_},${words}),ISNUMBER(${to('payments.amount')}),${to('payments.leftOut')}="",` +
    `ISNUMBER(${to('payments.date')})*(${to('payments.date')}>=from)*(${to('payments.date')}<EDATE(from,1)),`;
  const received = `${paid(to('payments.amount'), `"received on "&day&IF(${to('payments.from')}="",""," from "&${to('payments.from')})&IF(${to('payments.note')}="","",". "&${to('payments.note')})`)}${cleaned(to('payments.party'))}=side),none)`;
  const given = `${paid(`0-${to('payments.amount')}`, `"paid on "&day&" to "&${to('payments.party')}&IF(${to('payments.note')}="","",". "&${to('payments.note')})`)}IF(${to('payments.from')}="",payer,${cleaned(to('payments.from'))})=side),none)`;
  const date = to('payments.date');
  return array(
    `LET(from,${CELL.monthShown},side,${cleaned(CELL.sideShown)},none,HSTACK("","","","","",""),` +
      `payer,IFNA(${cleaned(`XLOOKUP("payer",LOWER(${cleaned(to('terms.term'))}),${to('terms.party')})`)},""),` +
      `day,IF(ISNUMBER(${date}),YEAR(${date})&"-"&RIGHT("0"&MONTH(${date}),2)&"-"&RIGHT("0"&DAY(${date}),2),""),` +
      `own,IFNA(FILTER(HSTACK(${['line', 'of', 'base', 'rate', 'amount', 'why'].map((key) => to(`statementLines.${key}`)).join(',')}),` +
      `${to('statementLines.month')}=from,${cleaned(to('statementLines.party'))}=side),none),` +
      `shown,VSTACK(own,${received},${given}),` +
      `IFNA(FILTER(shown,CHOOSECOLS(shown,1)<>""),HSTACK("nothing","","","","","No amount of this side in this month.")))`,
  );
}

/** One side in one month, chosen at the top: its account, and every amount as a line with its reason. */
export const statementPage: Page = {
  ...STATEMENT,
  rows: LINES + 120,
  widths: [130, 110, 105, 120, 105, 430, 60, 90, 140, 140, 140, 140, 140, 140, 16, 90, 140],
  heights: { 1: 36, ...Object.fromEntries(ACCOUNT.map((_, at) => [FIRST + at, ROW_HEIGHT])) },
  cells: {
    A1: `=IF(${CELL.row}=0,"Statement","Statement of "&${CELL.sideShown}&", "&TEXT(${CELL.monthShown},"yyyy-mm"))`,
    A2:
      `=IF(${CELL.latest}=0,"Nothing to show for this side.",LET(payable,INDEX(${of('payable')},${CELL.latest}),due,INDEX(${of('due')},${CELL.latest}),` +
      `balance,INDEX(${of('balance')},${CELL.latest}),IF(payable>0,"Now "&${inMoney('payable')}&" is payable to this side"&IF(ISNUMBER(due),", due "&TEXT(due,"yyyy-mm-dd")&".","."),` +
      `IF(balance<0,"Now this side owes "&${inMoney('-balance')}&".","Now nothing is payable to this side."))))`,
    A3: LEFT_OUT,
    F3: `=IF(${CELL.leftOut}="","",HYPERLINK(${CELL.leftOut},"Show the first of them"))`,
    A4: 'Month',
    C4: 'Side',
    E4: '=IF(B4&D4="","Empty: the latest month with an amount, and the first side that is paid","")',
    A5: KEPT_NOTICE,
    A6: 'The account',
    ...headings(7, 'A', ['figure', 'amount', 'what it is']),
    ...Object.fromEntries(
      ACCOUNT.flatMap(([key, label, words], at) => [
        [`A${FIRST + at}`, label],
        [`B${FIRST + at}`, figure(key)],
        [`C${FIRST + at}`, words],
      ]),
    ),
    [`A${AGREED}`]: 'What holds today',
    [`A${AGREED + 1}`]: AGREED_SHOWN,
    [`A${LINES - 2}`]: 'Every amount, with its reason',
    ...headings(LINES - 1, 'A', ['line', 'of', 'base', 'rate', 'amount', 'why']),
    [`A${LINES}`]: linesShown(),

    H3: 'What is shown',
    H4: 'month',
    I4: `=LET(typed,B4,IF(typed="",LET(busy,MAX(ARRAYFORMULA(IF(ISNUMBER(${of('earned')})*(${of('earned')}<>0),${of('month')},0))),IF(busy=0,MAX(${of('month')}),busy)),IFERROR(IF(ISNUMBER(typed),typed-DAY(typed)+1,DATE(VALUE(LEFT(typed,4)),VALUE(MID(typed,6,2)),1)),0)))`,
    H5: 'side',
    I5:
      `=IF(D4<>"",D4,LET(payer,IFNA(XLOOKUP("payer",ARRAYFORMULA(LOWER(${cleaned(to('terms.term'))})),${to('terms.party')}),""),` +
      `IFNA(INDEX(FILTER(${of('party')},${of('party')}<>"",${of('party')}<>payer),1),"")))`,
    H6: 'its row',
    I6: rowIn(CELL.monthShown),
    J4: 'left out',
    [CELL.leftOut]: LEFT_OUT_LINK,
    J6: 'its latest row',
    K6: rowIn(`MAX(${of('month')})`),
    P3: 'To choose from',
    P4: array(`IFNA(SORT(UNIQUE(FILTER(TEXT(${of('month')},"yyyy-mm"),ISNUMBER(${of('month')}))),1,FALSE),"")`),
    Q4: array(`IFNA(UNIQUE(FILTER(${of('party')},${of('party')}<>"")),"")`),
    ...figures.cells,
  },
  notes: {
    A3: 'A row that cannot be counted takes nothing from the others. Without one of its terms nothing about a deal would be true: then there is no statement.',
    [`A${AGREED}`]: 'The rows of Terms whose column Holds says today, in their own words.',
    [`A${LINES - 1}`]: 'The lines of REVSHARE_LINES for this month and side, and the payments of the month.',
    H6: 'The row of the Statement table, below its headings, that the account comes from.',
  },
  inputs: {
    [CELL.month]: {
      help: 'A month such as 2026-03. Empty: the latest one in which anything was earned.',
      from: 'P4:P153',
    },
    [CELL.side]: { help: 'A side of the deal. Empty: the first one that is paid.', from: 'Q4:Q53' },
  },
  areas: [
    { at: 'A1', style: 'title' },
    { at: 'A2:A3', style: 'words' },
    { at: 'A5', style: 'words' },
    { at: 'A4', style: 'label' },
    { at: 'C4', style: 'label' },
    { at: CELL.month, style: 'input', format: '@' },
    { at: CELL.side, style: 'input', format: '@' },
    { at: 'E4', style: 'words' },
    { at: 'A6:F6', style: 'section' },
    { at: 'A7:F7', style: 'heading' },
    { at: `B${FIRST}:B${FIRST + ACCOUNT.length - 1}`, format: 'currency' },
    { at: `B${rowOf('due')}`, format: 'yyyy-mm-dd' },
    { at: `C${FIRST}:C${FIRST + ACCOUNT.length - 1}`, style: 'words' },
    { at: `A${AGREED}:F${AGREED}`, style: 'section' },
    { at: `A${LINES - 2}:F${LINES - 2}`, style: 'section' },
    { at: `A${LINES - 1}:F${LINES - 1}`, style: 'heading' },
    { at: `C${LINES}:C${LINES + 119}`, format: 'currency' },
    { at: `D${LINES}:D${LINES + 119}`, format: RATE_FORMAT },
    { at: `E${LINES}:E${LINES + 119}`, format: 'currency' },
    { at: 'H3:I3', style: 'section' },
    { at: 'P3:Q3', style: 'section' },
    { at: 'H4:H6', style: 'label' },
    { at: 'J4', style: 'label' },
    { at: 'J6', style: 'label' },
    { at: 'I4', format: 'yyyy-mm' },
    ...figures.areas,
  ],
  charts: [
    {
      kind: 'column',
      title: 'Earned by side and month',
      sources: [figures.earned],
      at: `F${FIRST}`,
      ...CHART,
    },
    {
      kind: 'line',
      title: 'Balance over time',
      sources: [figures.balance],
      at: `F${FIRST + CHART_ROWS}`,
      ...CHART,
    },
  ],
  verdicts: {
    at: ['A3'],
    tones: [
      { tone: 'bad', words: ['No statement'] },
      { tone: 'careful', words: ['1 row', '2 rows', '3 rows'] },
    ],
  },
};
