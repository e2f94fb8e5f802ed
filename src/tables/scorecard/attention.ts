import { STATE } from '../contributions';
import { array, PLACES, setting, to, type Section } from './places';
import { lastReview } from './summary';

/** Rows of one kind that are listed one by one; what goes beyond is counted in a line of its own. */
const LISTED = 5;

const NOTHING = 'HSTACK("","")';

/** What needs attention now: the most pressing first, each with its reason and its row. */
export const attention: Section = {
  cells: {
    J8: 'What needs attention now',
    J9: 'where',
    K9: 'what',
    J10: array(
      `LET(asOf,${setting('asOf')},all,VSTACK(${[
        ...balanceReasons(),
        ...reviewReasons(),
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
};

/** A line when something holds. */
function when(holds: string, what: string, where: string): string {
  return `IF(${holds},HSTACK(${where},${what}),${NOTHING})`;
}

/** A line for every row where something holds, as far as it is listed. */
function rows(holds: string, reason: string, tab: string, column: string): string {
  return (
    `IFNA(LET(found,FILTER(HSTACK("${tab}, row "&ROW(${column}),${reason}),${holds}),IF(ROWS(found)>${LISTED},` +
    `VSTACK(ARRAY_CONSTRAIN(found,${LISTED},2),HSTACK("${tab}","and "&(ROWS(found)-${LISTED})&" more like this")),found)),${NOTHING})`
  );
}

function balanceReasons(): string[] {
  const { party, gap, lastGap, gapBefore } = PLACES;
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
      `ISNUMBER(${gap})*(${gap}<-${tolerance})`,
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

function reviewReasons(): string[] {
  const { nextReview, healthVerdict } = PLACES;
  return [
    when(
      `ISNUMBER(${nextReview})*(${nextReview}<asOf)`,
      `IF(${lastReview()}=0,"The first review is overdue","A review is overdue")&": rate the partnership together"`,
      '"Reviews"',
    ),
    when(
      `${healthVerdict}="far apart"`,
      '"The sides see the partnership’s health far apart: talk about it"',
      '"Scorecard, row 37"',
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
    rows(holds, `${entry}&" ${says}"`, 'Contributions', of('party'));
  return [
    entries(`${of('state')}="${STATE.disputed}"`, 'is disputed'),
    entries(`${of('state')}="${STATE.changed}"`, 'was changed since it was accepted'),
    entries(`${of('state')}="${STATE.unvalued}"`, 'has no value yet'),
    entries(
      `(${of('state')}="${STATE.open}")*ISNUMBER(${of('date')})*(asOf-${of('date')}>${setting('waiting')})`,
      'waits for an answer',
    ),
  ];
}

function kpiReasons(): string[] {
  const of = (key: string): string => to(`kpis.${key}`);
  return [
    rows(
      `(${of('status')}="off track")+(${of('status')}="at risk")`,
      `${of('kpi')}&" is "&${of('status')}`,
      'KPIs',
      of('kpi'),
    ),
    rows(`(${of('kpi')}<>"")*(${of('actual')}="")`, `${of('kpi')}&" has no reading"`, 'KPIs', of('kpi')),
  ];
}
