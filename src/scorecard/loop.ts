import { setting } from '../registers/formulas';
import { array, bars, headings, to, type Places, type Section } from './places';
import { lastReview } from './summary';

/** The steps of the loop in their order: what has happened, where it stands then, and what to do while it has not. */
const STEPS = [
  ['Goals set', 'no goals in force', 'Agree on KPIs that run now: with a target, a start and a due day.'],
  [
    'Delivered',
    'goals are set',
    'Do what the goals ask for, and note it: an item that is delivered, or a contribution.',
  ],
  ['Measured', 'delivered, not measured yet', 'Record what the KPIs read now: Record a KPI in the menu.'],
  ['Adjusted', 'measured, not adjusted yet', 'Review it together, and change the goals or the way of working.'],
] as const;

/** A list as an array formula has it. */
const stacked = (texts: readonly string[]): string => `VSTACK(${texts.join(',')})`;

/** A day, or nothing where there was none. */
const orNothing = (day: string): string => `IF(${day}=0,"",${day})`;

/**
 * The loop of goals, doing, measuring and adjusting. A review ends a round, and so do new goals: what was delivered before
 * does not count any more. What was delivered stands in Items; in a sheet without them, contributions say it.
 */
export function loop({ loopStanding, rows: { loop: top, loopList: first } }: Places): Section {
  const last = first + STEPS.length - 1;
  return {
    cells: {
      [`A${top}`]: 'Alignment loop',
      [`B${top}`]: array(
        `INDEX(${stacked(STEPS.map(([, stands]) => `"${stands}"`))},COUNTIF(${loopStanding},"done")+1)`,
      ),
      ...headings(top + 1, 'A', ['step', 'last time', 'standing', 'what to do']),
      ...Object.fromEntries(STEPS.map(([step], at) => [`A${first + at}`, step])),
      [`B${first}`]: standing(),
      [`D${first}`]: array(`IF(${loopStanding}="next",${stacked(STEPS.map(([, , todo]) => `"${todo}"`))},"")`),
    },
    notes: {
      [`A${top}`]:
        'Goals are set, something is delivered, it is measured, both sides adjust: then the next round begins. A round ends with a review, or when new goals start.',
      [`B${top + 1}`]:
        'The latest start of a KPI, delivery of an item (without the page Items: contribution), reading and review.',
    },
    areas: [
      ...bars(top),
      { at: `A${first}:A${last}`, style: 'text' },
      { at: `B${first}:B${last}`, format: 'yyyy-mm-dd' },
      { at: `D${first}:H${last}`, style: 'text' },
    ],
    merged: [`D${first}:H${last}`],
    heights: { [top + 1]: 24 },
  };
}

/** When each step was last taken, and how far the present round has come. */
function standing(): string {
  const latest = (days: string): string => `MAXIFS(${days},${days},"<="&asOf)`;
  const start = to('kpis.start');
  const inForce = `SUM((${to('kpis.kpi')}<>"")*(((due="")+(due>=asOf))>0)*(((begins="")+(begins<=asOf))>0))`;
  const done = (from: string): string => `FILTER(did,ISNUMBER(did),did>${from},did<=asOf)`;
  const steps = STEPS.map((_, at) => `IF(at>${at},"done",IF(at=${at},"next","later"))`);
  return array(
    `LET(asOf,${setting('asOf')},due,IFERROR(${to('kpis.due')},""),begins,IFERROR(${start},""),goals,${latest(start)},adjusted,${lastReview()},measured,${latest(to('readings.date'))},` +
      `did,IFERROR(IF({items.?},{items.delivered?},${to('contributions.date')}),""),` +
      `before,IF(goals>adjusted,goals-1,adjusted),begun,IFERROR(MIN(${done('before')}),0),` +
      `at,IF(${inForce}=0,0,IF(begun=0,1,IF(measured<begun,2,3))),` +
      `HSTACK(${stacked([orNothing('goals'), `IFERROR(MAX(${done('0')}),"")`, orNothing('measured'), orNothing('adjusted')])},${stacked(steps)}))`,
  );
}
