import { NOT_RECORDED } from '../registers/contributions';
import { setting } from '../registers/formulas';
import { to, type Places, type Section } from './places';
import { nextSign, reachedStage } from './lifecycle';

/** The top of the page: how the partnership stands, in six figures with words to each. */
export function summary(places: Places): Section {
  const { party, gap, verdict, ratedBy, health, healthGap, score, scoreWords, nextReview, reasons } = places;
  return {
    cells: {
      A1: `="Scorecard: "&TEXTJOIN(" and ",TRUE,${to('parties.party')})`,
      A2:
        `=LET(things,${thingsIn(reasons)},open,${openEntries()},IF(things=0,"Nothing needs attention now.",things&IF(things=1," thing needs"," things need")&" attention now: see the list on the right.")&` +
        `IF(open=0,""," "&open&IF(open=1," entry waits"," entries wait")&" for an answer."))`,
      J1: 'As of',
      K1: `=${setting('asOf')}`,

      A4: 'Balance',
      A5: `=IF(COUNTIF(${verdict},"receives*")>0,"not balanced",IF(COUNTIF(${verdict},"balanced")>0,"balanced",IF(COUNTIF(${verdict},"not all known")>0,"not all known","no logged effort")))`,
      A6: `=IF(COUNT(${gap})=0,"",LET(least,MIN(${gap}),behind,ROUND(-100*least,0),IF(behind=0,"everybody receives what was put in",INDEX(${party},MATCH(least,${gap},0))&" receives "&behind&IF(behind=1," point"," points"))))`,
      A7: `=IF(COUNT(${gap})=0,"",IF(ROUND(100*MIN(${gap}),0)=0,"","less than its share of the effort"))`,

      C4: 'KPIs on track',
      C5: `=IF(COUNTA(${to('kpis.kpi')})=0,"none yet",COUNTIF(${to('kpis.status')},"on track")&" of "&COUNTA(${to('kpis.kpi')}))`,
      C6: `=${counted(to('kpis.status'), 'at risk')}`,
      C7: `=${counted(to('kpis.status'), 'off track')}`,

      E4: 'Health',
      E5: `=IF(COUNT(${health})=0,"not rated",ROUND(AVERAGE(${health}),0))`,
      E6: `=IF(COUNT(${health})=0,"review it together",IF(COUNT(${health})<COUNTA(${ratedBy}),"not every side has rated","of 100, "&ROUND(${healthGap},0)&" apart"))`,

      G4: 'Balanced score',
      G5: `=IF(ISNUMBER(${score}),ROUND(${score},0),"not enough")`,
      G6: `=IF(ISNUMBER(${score}),"of 100, ","")&${scoreWords}`,

      J4: 'Next review',
      J5: `=${nextReviewIn()}`,
      K4: 'Lifecycle stage',
      K5: reachedStage(),
      K6: nextSign(places),
      J6: `=IF(ISNUMBER(${nextReview}),LET(away,${nextReview}-${setting('asOf')},IF(away<0,"overdue by "&ABS(away)&IF(away=-1," day"," days"),IF(away=0,"today","in "&away&IF(away=1," day"," days")))),"set a start and a rhythm in Settings")`,
    },
    notes: {
      A5: 'Balanced: no side’s share of the reward is further from its share of the effort than the tolerance in Settings.',
      C5: 'Until its due date a KPI is judged by its pace, afterwards by its attainment.',
      E5: 'The average of each side’s latest review, from 0 to 100.',
      G5: 'Attainment of all KPIs, none counted above 100%, weighted. Empty while too little of the weight has a reading.',
      J5: 'The day in the review rhythm that follows the latest review.',
      K5: 'The last stage whose signs, and those of all stages before it, are answered with yes in Settings.',
    },
    areas: [
      { at: 'A1', style: 'title' },
      { at: 'A2', style: 'words' },
      { at: 'J1', style: 'label' },
      { at: 'K1', style: 'words', format: 'yyyy-mm-dd' },
      { at: 'A4:H4', style: 'label' },
      { at: 'J4:K4', style: 'label' },
      { at: 'A5:H5', style: 'figure' },
      { at: 'J5:K5', style: 'figure' },
      { at: 'A6:H7', style: 'words' },
      { at: 'J6:K7', style: 'words' },
      { at: 'J5', format: 'yyyy-mm-dd' },
    ],
  };
}

function counted(column: string, word: string): string {
  return `IF(COUNTIF(${column},"${word}")=0,"",COUNTIF(${column},"${word}")&" ${word}")`;
}

/** How many things need attention: a line each, but for the lines that say how many more there are. */
const thingsIn = (reasons: string): string =>
  `SUM(ARRAYFORMULA(IFERROR(IF(LEFT(${reasons},4)="and ",VALUE(MID(${reasons},5,LEN(${reasons})-9)),--(${reasons}<>"")),1)))`;

/** How many entries wait for an answer; a changed one does again. */
export function openEntries(): string {
  const state = to('contributions.state');
  return `SUM(COUNTIF(${state},"open"),COUNTIF(${state},"changed since accepted"),COUNTIF(${state},"*${NOT_RECORDED}"))`;
}

/** The latest review up to the as-of day; 0 while there is none. */
export function lastReview(): string {
  return `MAXIFS(${to('reviews.date')},${to('reviews.date')},"<="&${setting('asOf')})`;
}

/** The day in the rhythm that follows the latest review; the first one after the start while there was none. */
function nextReviewIn(): string {
  const start = setting('start');
  return (
    `LET(begun,${start},counted,${setting('anchor')},last,${lastReview()},` +
    `IF(ISNUMBER(begun),PARTNER_NEXT_REVIEW(IF(ISNUMBER(counted),counted,begun),${setting('rhythm')},MAX(begun,last)),""))`
  );
}
