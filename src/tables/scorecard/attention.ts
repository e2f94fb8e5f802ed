import { STATE } from '../contributions';
import { cleaned } from '../names';
import { array, ROOMS, setting, to, type Places, type Section } from './places';
import { lastReview } from './summary';

/** Rows of one kind that are listed one by one; what goes beyond is counted in a line of its own. */
const LISTED = 5;

const NOTHING = 'HSTACK("","")';

/** What needs attention now: the most pressing first, each with its reason and its row. */
export const attention = (places: Places): Section => ({
  cells: {
    J8: 'What needs attention now',
    J9: 'where',
    K9: 'what',
    J10: array(
      `LET(asOf,${setting('asOf')},all,VSTACK(${[
        ...leftOutReasons(places),
        ...balanceReasons(places),
        ...reviewReasons(places),
        ...entryReasons(),
        ...kpiReasons(),
      ].join(',')}),IFNA(FILTER(all,CHOOSECOLS(all,2)<>""),HSTACK("","")))`,
    ),
  },
  notes: { J8: 'Worked out anew whenever something changes. A line goes away when its reason does.' },
  areas: [
    { at: 'J8:K8', style: 'section' },
    { at: 'J9:K9', style: 'heading' },
  ],
});

/** A line when something holds. */
function when(holds: string, what: string, where: string): string {
  return `IF(${holds},HSTACK(${where},${what}),${NOTHING})`;
}

/** A line for every row where something holds, as far as it is listed. */
function rows(holds: string, reason: string, tab: string, column: string): string {
  return listed(`FILTER(HSTACK("${tab}, row "&ROW(${column}),${reason}),${holds})`, tab);
}

/** Lines of place and reason, as far as they are listed; none where there is nothing to filter. */
function listed(lines: string, tab: string): string {
  return (
    `IFNA(LET(found,${lines},IF(ROWS(found)>${LISTED},` +
    `VSTACK(ARRAY_CONSTRAIN(found,${LISTED},2),HSTACK("${tab}","and "&(ROWS(found)-${LISTED})&" more like this")),found)),${NOTHING})`
  );
}

/** What the figures leave out: rows that name what does not exist, and what goes beyond the page. */
function leftOutReasons({ most }: Places): string[] {
  const more = ROOMS.find(({ parties }) => parties > most.parties);
  const beyond = (column: string, room: number, noun: string): string =>
    when(
      `COUNTA(${column})>${room}`,
      `"Only the first ${room} of "&COUNTA(${column})&" ${noun} are shown${noun === 'sides' ? ' and judged' : ''}: "&"${
        more ? 'choose Set up this sheet to make room' : 'more do not fit on this page'
      }"`,
      '"Scorecard"',
    );
  return [
    unknown('KPI log', 'readings.kpi', 'kpis.kpi', 'KPI', 'reading'),
    unknown('Contributions', 'contributions.party', 'parties.party', 'side', 'entry'),
    unknown('Reviews', 'reviews.ratedBy', 'parties.party', 'side', 'review'),
    beyond(to('parties.party'), most.parties, 'sides'),
    beyond(to('kpis.kpi'), most.kpis, 'KPIs'),
  ];
}

/** A line for every name in a log that its list does not hold, with the first row that has it. */
function unknown(tab: string, names: string, known: string, noun: string, counted: string): string {
  const many = counted.replace(/y$/, 'ie') + 's';
  return listed(
    // Each name once before it is looked for: a log is long, and its names are few.
    `LET(names,${cleaned(to(names))},used,UNIQUE(FILTER(${to(names)},names<>"")),lost,FILTER(used,ISNA(XMATCH(${cleaned('used')},${cleaned(to(known))}))),` +
      `HSTACK(MAP(lost,LAMBDA(name,"${tab}, row "&(XMATCH(${cleaned('name')},names)-1+MIN(ROW(${to(names)}))))),` +
      `MAP(lost,LAMBDA(name,LET(times,SUM(--(names=${cleaned('name')})),"No such ${noun}: “"&name&"” (left out: "&times&IF(times=1," ${counted}"," ${many}")&")")))))`,
    tab,
  );
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
      'Scorecard',
      party,
    ),
    rows(
      `ISNUMBER(${gap})*(${gap}<-${tolerance})*(${lasting}=0)`,
      `${party}&" receives "&${points}&" points less than its share of the effort"`,
      'Scorecard',
      party,
    ),
    when(
      `(COUNT(${to('parties.agreedSplit')})>0)*(ROUND(1000*SUM(${to('parties.agreedSplit')}),0)<>1000)`,
      `"The agreed split adds up to "&TEXT(SUM(${to('parties.agreedSplit')}),"0%")&", not to 100%"`,
      '"Settings"',
    ),
  ];
}

function reviewReasons({ nextReview, healthVerdict, rows: { gap } }: Places): string[] {
  return [
    when(
      `ISNUMBER(${nextReview})*(${nextReview}<asOf)`,
      `IF(${lastReview()}=0,"The first review is overdue","A review is overdue")&": rate the partnership together"`,
      '"Reviews"',
    ),
    when(
      `${healthVerdict}="far apart"`,
      '"The sides see the partnership’s health far apart: talk about it"',
      `"Scorecard, row ${gap}"`,
    ),
    rows(
      `(${to('reviews.nextStep')}<>"")*(${to('reviews.done')}<>"yes")*ISNUMBER(${to('reviews.due')})*(${to('reviews.due')}<asOf)`,
      `"Not done in time: "&${to('reviews.nextStep')}&IF(${to('reviews.owner')}="",""," ("&${to('reviews.owner')}&")")`,
      'Reviews',
      to('reviews.date'),
    ),
  ];
}

function entryReasons(): string[] {
  const of = (key: string): string => to(`contributions.${key}`);
  const entry = `${of('party')}&": "&${of('quantity')}&" "&${of('kind')}&IF(${of('item')}="","",", "&${of('item')})`;
  const entries = (holds: string, says: string): string =>
    rows(holds, `"${says}: "&${entry}`, 'Contributions', of('party'));
  return [
    entries(`${of('state')}="${STATE.disputed}"`, 'Disputed'),
    entries(`${of('state')}="${STATE.changed}"`, 'Changed since accepted'),
    entries(`${of('state')}="${STATE.unvalued}"`, 'No value yet'),
    entries(
      `(${of('state')}="${STATE.open}")*ISNUMBER(${of('date')})*(asOf-${of('date')}>${setting('waiting')})`,
      'Waits for an answer',
    ),
  ];
}

function kpiReasons(): string[] {
  const of = (key: string): string => to(`kpis.${key}`);
  return [
    ...['off track', 'at risk'].map((status) =>
      rows(`${of('status')}="${status}"`, `"KPI ${status}: "&${of('kpi')}`, 'KPIs', of('kpi')),
    ),
    rows(`(${of('kpi')}<>"")*(${of('actual')}="")`, `"No reading: "&${of('kpi')}`, 'KPIs', of('kpi')),
  ];
}
