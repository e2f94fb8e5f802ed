import { setting } from '../registers/formulas';
import { inMoney, overdue } from './money';
import { array, COUNTED, FIRST, headings, REST, to, type Places, type Section } from './places';
import { firstSteps } from './first-steps';
import { lastReview, linked } from './summary';

/** Lines that are shown; what goes beyond is counted, a line a tab. */
const LISTED = FIRST + REST;

/** A line of the list: the tab, under which it is counted, the reason, its weight, since when, no row, and the link to the tab. */
const line = (tab: string, what: string, weight: number, since: string, link: string): string =>
  `HSTACK("${tab}",${what},${weight},${since},0,${link})`;

/** Tabs that lines of the page itself lead to, by their ids. */
const LINKED = {
  Scorecard: 'scorecard',
  Settings: 'settings',
  Reviews: 'reviews',
  KPIs: 'kpis',
  Terms: 'terms',
} as const;

const NOTHING = line('', '""', 0, '0', '""');

/** What needs attention now: the most pressing first, each with its reason and the way to its row. */
export const attention = (places: Places): Section => {
  const { things } = places;
  const { list: top, listEnd } = places.rows;
  const says = `K${top + 1}:K${listEnd}`;
  return {
    cells: {
      [`K${top - 1}`]: 'things in all',
      // The lines that say how many more there are count as many.
      [things]: `=SUM(ARRAYFORMULA(IFERROR(IF(LEFT(${says},4)="and ",VALUE(MID(${says},5,LEN(${says})-9)),--(${says}<>"")),1)))`,
      [`K${top - 2}`]: 'first steps left',
      [places.steps]: `=SUM(${firstSteps(places)
        .map(({ holds }) => `IF(${holds},1,0)`)
        .join(',')})`,
      ...headings(top, 'J', ['where', 'what', 'link']),
      // `{attention}` is what the registers that are there say of their own rows.
      [`J${top + 1}`]: array(
        `LET(asOf,${setting('asOf')},all,VSTACK({attention},${[
          ...leftOutReasons(places),
          ...balanceReasons(places),
          ...reviewReasons(places),
          ...courseReasons(places),
          ...firstSteps(places).map(({ holds, say, tab }, at) =>
            when(holds, `"Getting started: ${say}"`, 30 - at, tab),
          ),
        ].join(',')}),lines,IFNA(SORT(FILTER(all,CHOOSECOLS(all,2)<>""),3,FALSE,4,TRUE),${NOTHING}),` +
          // What is not shown needs no words.
          `of,CHOOSECOLS(lines,1),shown,ARRAY_CONSTRAIN(lines,${LISTED},6),rowAt,CHOOSECOLS(shown,5),tabs,UNIQUE(of),` +
          `more,MAP(tabs,LAMBDA(tab,SUM(--(of=tab))-SUM(--(CHOOSECOLS(shown,1)=tab)))),links,XLOOKUP(tabs,of,CHOOSECOLS(lines,6),""),` +
          `VSTACK(HSTACK(CHOOSECOLS(shown,1)&IF(rowAt=0,"",", row "&rowAt),CHOOSECOLS(shown,2),CHOOSECOLS(shown,6)&IF(rowAt=0,"","&range="&rowAt&":"&rowAt)),ARRAY_CONSTRAIN(IFNA(FILTER(HSTACK(tabs,"and "&more&" more",links),more>0),HSTACK("","","")),${COUNTED},3)))`,
      ),
      [`A${top}`]: 'What else needs attention',
      ...Object.fromEntries(
        Array.from({ length: listEnd - top }, (_, at) => [`A${top + 1 + at}`, linked(top + 1 + FIRST + at)]),
      ),
    },
    notes: {
      [`A${top}`]:
        'Worked out anew whenever something changes. A line goes away when its reason does. Each tab says the same in its column Attention.',
    },
    areas: [
      { at: `J${top}:L${top}`, style: 'heading' },
      { at: `K${top - 2}:K${top - 1}`, style: 'label' },
      { at: `A${top}:H${top}`, style: 'section' },
      { at: `A${top + 1}:H${listEnd}`, style: 'link' },
    ],
    merged: [`A${top + 1}:H${listEnd}`],
  };
};

/** A line when something holds. */
function when(holds: string, what: string, weight: number, tab: keyof typeof LINKED = 'Scorecard'): string {
  return `IF(${holds},${line(tab, what, weight, 'asOf', `{link:${LINKED[tab]}}`)},${NOTHING})`;
}

/** A line for every row of the page where something holds. */
function rows(holds: string, reason: string, weight: number, column: string): string {
  const row = `ROW(${column})`;
  return (
    `IFNA(FILTER(HSTACK(IF(${row},"Scorecard"),${reason},${weight}+0*${row},asOf+0*${row},${row},IF(${row},{link:scorecard})),` +
    `${holds}),${NOTHING})`
  );
}

/** What goes beyond the page. */
function leftOutReasons({ party, kpi }: Places): string[] {
  const beyond = (column: string, room: string, noun: string): string =>
    when(
      `COUNTA(${column})>ROWS(${room})`,
      `"Only the first "&ROWS(${room})&" of "&COUNTA(${column})&" ${noun} are shown${noun === 'sides' ? ' and judged' : ''}: choose Set up this sheet to make room"`,
      94,
    );
  return [beyond(to('parties.party'), party, 'sides'), beyond(to('kpis.kpi'), kpi, 'KPIs')];
}

function balanceReasons(places: Places): string[] {
  const { money, party, gap, evenOut, lastGap, gapBefore, earnedInAll } = places;
  const tolerance = setting('tolerance');
  // More than the tolerance at two reviews running, and still: the computed correction.
  const lasting = [gap, lastGap, gapBefore].map((at) => `ISNUMBER(${at})*(${at}<-${tolerance})`).join('*');
  const points = `ROUND(-100*${gap},0)`;
  const short = `${points}&" points less than its share of the effort"`;
  const received = money
    ? `IF(N(${earnedInAll})>0," earned "&${inMoney(evenOut)}&" less than its share of the effort"," receives "&${short})`
    : `" receives "&${short}`;
  return [
    rows(
      lasting,
      `${party}&" has received too little for two reviews: agree on a new split, or move "&${money ? `IF(N(${earnedInAll})>0,${inMoney(evenOut)},${points}&"%")` : `${points}&"%"`}&" to it"`,
      93,
      party,
    ),
    rows(`ISNUMBER(${gap})*(${gap}<-${tolerance})*(${lasting}=0)`, `${party}&${received}`, 88, party),
    when(
      `(COUNT(${to('parties.agreedSplit')})>0)*(ROUND(1000*SUM(${to('parties.agreedSplit')}),0)<>1000)`,
      `"The agreed split adds up to "&TEXT(SUM(${to('parties.agreedSplit')}),"0%")&", not to 100%"`,
      87,
      'Settings',
    ),
    ...(money ? [overdueReason(places)] : []),
  ];
}

function overdueReason(places: Places): string {
  const [holds, what, column] = overdue(places);
  return rows(holds, what, 86, column);
}

function reviewReasons({ nextReview, healthVerdict, ratedBy, health }: Places): string[] {
  return [
    when(
      `ISNUMBER(${nextReview})*(${nextReview}<asOf)`,
      `IF(${lastReview()}=0,"The first review is overdue","A review is overdue")&": rate the partnership together"`,
      78,
      'Reviews',
    ),
    rows(
      `(${healthVerdict}="far apart")*(ROW(${ratedBy})=MIN(ROW(${ratedBy})))*ISNUMBER(${health})`,
      `IF(ROW(${ratedBy}),"The sides see the partnership’s health far apart: talk about it")`,
      77,
      ratedBy,
    ),
  ];
}

/** Where the partnership stands still: goals that are all over, and a stage that has lasted for long. */
function courseReasons({ stageReached, daysInStage, standing, loopStanding }: Places): string[] {
  return [
    when(
      `(COUNTA(${to('kpis.kpi')})>0)*(INDEX(${loopStanding},1)="next")`,
      '"No KPI runs now: set the goals of the next round"',
      44,
      'KPIs',
    ),
    when(
      `(COUNTIF(${standing},"next")>0)*ISNUMBER(${daysInStage})*ISNUMBER(${setting('stageDays')})*(N(${daysInStage})>N(${setting('stageDays')}))`,
      `"In the stage "&${stageReached}&" for "&${daysInStage}&" days: settle what is missing for the next one"`,
      41,
      'Settings',
    ),
  ];
}
