import { setting } from '../registers/formulas';
import { array, ROOMS, to, type Places, type Section } from './places';
import { lastReview } from './summary';

/** Lines that are shown; what goes beyond is counted, a line a tab. */
const LISTED = 7;

/** A line of the list: place, reason, weight, since, and the tab that it is counted under. */
const line = (where: string, what: string, weight: number, since: string, tab: string): string =>
  `HSTACK(${where},${what},${weight},${since},"${tab}")`;

const NOTHING = line('""', '""', 0, '0', '');

/** What needs attention now: the most pressing first, each with its reason and its row. */
export const attention = (places: Places): Section => ({
  cells: {
    J8: 'What needs attention now',
    J9: 'where',
    K9: 'what',
    // `{attention}` is what the registers that are there say of their own rows.
    J10: array(
      `LET(asOf,${setting('asOf')},all,VSTACK({attention},${[
        ...leftOutReasons(places),
        ...balanceReasons(places),
        ...reviewReasons(places),
      ].join(',')}),lines,IFNA(SORT(FILTER(all,CHOOSECOLS(all,2)<>""),3,FALSE,4,TRUE),${NOTHING}),` +
        `shown,ARRAY_CONSTRAIN(lines,${LISTED},5),tabs,UNIQUE(CHOOSECOLS(lines,5)),` +
        `more,MAP(tabs,LAMBDA(tab,SUM(--(CHOOSECOLS(lines,5)=tab))-SUM(--(CHOOSECOLS(shown,5)=tab)))),` +
        `VSTACK(CHOOSECOLS(shown,1,2),IFNA(FILTER(HSTACK(tabs,"and "&more&" more"),more>0),HSTACK("",""))))`,
    ),
  },
  notes: {
    J8: 'Worked out anew whenever something changes. A line goes away when its reason does. Each tab says the same in its column Attention.',
  },
  areas: [
    { at: 'J8:K8', style: 'section' },
    { at: 'J9:K9', style: 'heading' },
  ],
});

/** A line when something holds. */
function when(holds: string, what: string, where: string, weight: number, tab = 'Scorecard'): string {
  return `IF(${holds},${line(where, what, weight, 'asOf', tab)},${NOTHING})`;
}

/** A line for every row of the page where something holds. */
function rows(holds: string, reason: string, weight: number, column: string): string {
  return `IFNA(FILTER(HSTACK("Scorecard, row "&ROW(${column}),${reason},${weight}+0*ROW(${column}),asOf+0*ROW(${column}),IF(ROW(${column}),"Scorecard")),${holds}),${NOTHING})`;
}

/** What goes beyond the page. */
function leftOutReasons({ most }: Places): string[] {
  const more = ROOMS.find(({ parties }) => parties > most.parties);
  const beyond = (column: string, room: number, noun: string): string =>
    when(
      `COUNTA(${column})>${room}`,
      `"Only the first ${room} of "&COUNTA(${column})&" ${noun} are shown${noun === 'sides' ? ' and judged' : ''}: "&"${
        more ? 'choose Set up this sheet to make room' : 'more do not fit on this page'
      }"`,
      '"Scorecard"',
      94,
    );
  return [beyond(to('parties.party'), most.parties, 'sides'), beyond(to('kpis.kpi'), most.kpis, 'KPIs')];
}

function balanceReasons({ party, gap, lastGap, gapBefore }: Places): string[] {
  const tolerance = setting('tolerance');
  // More than the tolerance at two reviews running, and still: the computed correction.
  const lasting = [gap, lastGap, gapBefore].map((at) => `ISNUMBER(${at})*(${at}<-${tolerance})`).join('*');
  const points = `ROUND(-100*${gap},0)`;
  return [
    rows(
      lasting,
      `${party}&" has received too little for two reviews: agree on a new split, or move "&${points}&"% to it"`,
      93,
      party,
    ),
    rows(
      `ISNUMBER(${gap})*(${gap}<-${tolerance})*(${lasting}=0)`,
      `${party}&" receives "&${points}&" points less than its share of the effort"`,
      88,
      party,
    ),
    when(
      `(COUNT(${to('parties.agreedSplit')})>0)*(ROUND(1000*SUM(${to('parties.agreedSplit')}),0)<>1000)`,
      `"The agreed split adds up to "&TEXT(SUM(${to('parties.agreedSplit')}),"0%")&", not to 100%"`,
      '"Settings"',
      87,
      'Settings',
    ),
  ];
}

function reviewReasons({ nextReview, healthVerdict, rows: { gap } }: Places): string[] {
  return [
    when(
      `ISNUMBER(${nextReview})*(${nextReview}<asOf)`,
      `IF(${lastReview()}=0,"The first review is overdue","A review is overdue")&": rate the partnership together"`,
      '"Reviews"',
      78,
      'Reviews',
    ),
    when(
      `${healthVerdict}="far apart"`,
      '"The sides see the partnership’s health far apart: talk about it"',
      `"Scorecard, row ${gap}"`,
      77,
    ),
  ];
}
