import { NOT_RECORDED } from '../registers/contributions';
import { setting } from '../registers/formulas';
import { KEPT_NOTICE } from '../schema/kept';
import { inMoney } from './money';
import { array, FIRST, to, type Places, type Section } from './places';

/** The top of the page: what to do now, and how the partnership stands in four cards. */
export function summary(places: Places): Section {
  const { ratedBy, health, healthGap, healthVerdict, kpiStatus, nextReview } = places;
  const kpis = `COUNTA(${to('kpis.kpi')})`;
  return {
    cells: {
      A1: `="Scorecard: "&TEXTJOIN(" and ",TRUE,${to('parties.party')})`,
      A2:
        `=LET(steps,${places.steps},things,${places.things}-steps,open,${openEntries()},IF(things<=0,IF(steps=0,"Nothing needs attention now.",IF(steps=1,"Getting started: one step is left.","Getting started: "&steps&" steps are left.")),things&IF(things=1," thing needs"," things need")&" attention now.")&` +
        `IF(open=0,""," "&open&IF(open=1," entry waits"," entries wait")&" for an answer."))`,
      G2: `="as of "&TEXT(${setting('asOf')},"yyyy-mm-dd")`,
      A6: KEPT_NOTICE,
      ...Object.fromEntries(
        Array.from({ length: FIRST }, (_, at) => [`A${3 + at}`, linked(places.rows.list + 1 + at)]),
      ),

      A7: 'Balance',
      A8: balanceFigure(places),
      A9: balanceWords(places),

      C7: 'KPIs on track',
      C8: `=IF(${kpis}=0,"none yet",COUNTIF(${to('kpis.status')},"on track")&" of "&${kpis})`,
      C9: `=IF(${kpis}=0,"Three to five of both sides are usual.",LET(bad,TEXTJOIN(", ",TRUE,${['off track', 'at risk', 'no reading'].map((word) => counted(kpiStatus, word)).join(',')}),IF(bad="","",bad)))`,

      E7: 'Health',
      E8: `=IF(COUNT(${health})=0,"not rated yet",ROUND(AVERAGE(${health}),0)&" of 100")`,
      E9: `=IF(COUNT(${health})=0,"Each side rates how it goes: choose Review in the menu.",IF(COUNT(${health})<COUNTA(${ratedBy}),"Not every side has rated.","The sides are "&ROUND(${healthGap},0)&" points apart"&IF(${healthVerdict}="far apart",": talk about it.",".")))`,

      G7: 'Next review',
      [nextReview]: `=${nextReviewIn()}`,
      G9: `=IF(ISNUMBER(${nextReview}),LET(away,${nextReview}-${setting('asOf')},IF(away<0,"overdue by "&ABS(away)&IF(away=-1," day"," days"),IF(away=0,"today","in "&away&IF(away=1," day"," days")))),"Write the start and a rhythm into Settings.")`,
    },
    notes: {
      A7: 'Balanced: no side’s share of the reward is further from its share of the effort than the tolerance in Settings.',
      C7: 'Until its due date a KPI is judged by how far it is ahead of plan, afterwards by its attainment.',
      E7: 'The average of each side’s latest review, from 0 to 100.',
      G7: 'The day in the review rhythm that follows the latest review; before the first one, the day after the first entry.',
    },
    areas: [
      { at: 'A1', style: 'title' },
      { at: 'A2:H2', style: 'words' },
      { at: `A3:H${2 + FIRST}`, style: 'link' },
      { at: 'A6', style: 'words' },
      { at: 'A7:H9', style: 'card' },
      { at: 'A8:H8', style: 'figure' },
      { at: nextReview, format: 'yyyy-mm-dd' },
    ],
    merged: ['A1:H1', 'A2:F2', 'G2:H2', `A3:H${2 + FIRST}`, 'A7:B9', 'C7:D9', 'E7:F9', 'G7:H9'],
    heights: { 1: 36, 3: 38, 4: 38, 5: 38, 6: 16, 8: 30, 9: 62 },
  };
}

/** A line of the list that leads to its row when it is clicked. */
export const linked = (row: number): string => `=IF(K${row}="","",HYPERLINK(L${row},K${row}&" ("&J${row}&")"))`;

function balanceFigure({ verdict, effort }: Places): string {
  return `=IF(SUM(${effort})=0,"nothing yet",IF(COUNTIF(${verdict},"receives*")>0,"not balanced",IF(COUNTIF(${verdict},"balanced")>0,"balanced","not known yet")))`;
}

/** Whom the balance is against, in words and money. */
function balanceWords({ money, party, effort, gap, evenOut, paidTo, earned, earnedInAll }: Places): string {
  const short = `INDEX(${evenOut},at)`;
  const share = `" less than its share of the effort."`;
  const points = `ROUND(-100*INDEX(${gap},at),0)`;
  const agreed = `side&" receives "&${points}&IF(${points}=1," point"," points")&" less than its share of the effort: "&${inMoney(short)}&" would even it out."`;
  const inEarned = `side&" earned "&${inMoney(`XLOOKUP(side,${paidTo},${earned},0)`)}&", "&${inMoney(short)}&${share}`;
  return array(
    `IF(SUM(${effort})=0,"Log what each side puts in: then this says who receives too little.",` +
      `IF(COUNT(${gap})=0,"Write the agreed split into Settings${money ? ', or each side’s share into Terms' : ''}: then this says whether it is even.",` +
      `LET(at,MATCH(MIN(${gap}),${gap},0),side,INDEX(${party},at),IF(ROUND(100*INDEX(${gap},at),0)=0,"Everybody receives what was put in.",` +
      `${money ? `IF(N(${earnedInAll})>0,${inEarned},${agreed})` : agreed}))))`,
  );
}

function counted(column: string, word: string): string {
  return `IF(COUNTIF(${column},"${word}")=0,"",COUNTIF(${column},"${word}")&" ${word}")`;
}

/** How many entries wait for an answer; a changed one does again. */
export function openEntries(): string {
  const state = to('contributions.state');
  return `SUM(COUNTIF(${state},"open"),COUNTIF(${state},"changed since accepted"),COUNTIF(${state},"*${NOT_RECORDED}"))`;
}

/** The latest review up to the as-of day; 0 while there is none. */
export function lastReview(): string {
  return `MAXIFS(${to('reviews.date')},${to('reviews.date')},"<="&${setting('asOf')})`;
}

/**
 * The day in the rhythm that follows the latest review. While there was none, it follows the first entry, and today where
 * nothing was logged: a sheet that was just set up for an old partnership is not overdue.
 */
export function nextReviewIn(): string {
  const first = `MINIFS(${to('contributions.date')},${to('contributions.date')},">0")`;
  return (
    `LET(begun,${setting('start')},counted,${setting('anchor')},last,${lastReview()},logged,${first},` +
    `since,IF(last>0,last,IF(logged>0,logged,${setting('asOf')})),` +
    `IF(ISNUMBER(begun),PARTNER_NEXT_REVIEW(IF(ISNUMBER(counted),counted,begun),${setting('rhythm')},MAX(begun,since)),"no date yet"))`
  );
}
