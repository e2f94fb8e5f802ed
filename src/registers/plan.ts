import { amount, AUTOMATIC, fraction, longText, number, text, type Column, type Details } from '../schema/column';
import { cleaned } from '../schema/names';
import { register } from '../schema/register';
import { table } from '../schema/table';
import { hoursIn } from '../schema/conditions';
import { limitIn, limitTable, type Limit } from './formulas-of-limits';

const ID = 'planLimits';

const LIMITS = {
  least: { column: number('Times from', 'The return that is usually hoped for: so many times the cost.'), begins: 3 },
  most: { column: number('Times to', 'A plan beyond it is to be reckoned more carefully.'), begins: 5 },
  upkeepFrom: {
    column: number('Upkeep from, %', 'So much of all hours usually goes into keeping the partnership alive.'),
    begins: 10,
  },
  upkeepTo: { column: number('Upkeep to, %', 'Above it the partnership costs more care than is usual.'), begins: 15 },
  pilot: {
    column: number('Pilot: grown by, %', 'By how much a KPI of each side has to grow in the pilot.'),
    begins: 20,
  },
} satisfies Record<string, Limit>;

/** A number as it is typed: 52 weeks, 2.5 hours, 10 of a hundred. */
const plain = (header: string, help: string): Column<number> => number(header, help, { format: AUTOMATIC });

/** What a plan starts from. */
const INPUTS = {
  hours: plain('Hours a week', 'What our side puts in, upkeep included.'),
  upkeep: plain('of them upkeep', 'Hours a week for calls, reports, keeping in touch.'),
  weeks: plain('Weeks', 'How long the plan runs.'),
  rate: amount('An hour elsewhere', 'What one of these hours would earn in another way.'),
  cash: amount('Cash', 'Money that we put in.'),
  resources: amount('Resources', 'Tools, rooms, goods at their price.'),
  partners: plain('Partners to be paid', 'How many are paid by us.'),
  pay: amount('Pay of one', 'What one of them gets on average.'),
  legal: amount('Hidden: contracts', 'Advice, contracts, permissions.'),
  samples: amount('Hidden: samples', 'Samples, shipping, travel.'),
  team: amount('Hidden: the team', 'Time of others that nobody bills, at its price.'),
  reserve: plain('Reserve, %', 'Kept for what nobody planned, of all money that is put in.'),
  revenue: amount('Revenue in all', 'What the partnership takes in.'),
  share: plain('Our share, %', 'The part of it that is ours.'),
  fee: amount('Base fee', 'What a piece of work costs without extra rights.'),
  exclusive: plain('Exclusive adds, %', 'On top of the base fee when nobody else may use it.'),
  forever: plain('Without end adds, %', 'On top of the base fee when the rights never end.'),
};

/** What is usual, so that a plan begins with it. */
const BEGINS: Partial<Record<keyof typeof INPUTS, number>> = {
  ...{ weeks: 52, reserve: 10, share: 100, exclusive: 25, forever: 50 },
};

const CASES = ['low', 'base', 'high'] as const;
type Case = (typeof CASES)[number];

const given = Object.entries(INPUTS)
  .map(([key, { header }]) => `${key},IFNA(SUM(FILTER(values,names="${header}",ISNUMBER(values))),0)`)
  .join(',');

/** Hours in the log, and those of upkeep. */
const LOGGED =
  `kinds,{contributions.kind},quantities,${hoursIn('{contributions.quantity}')},amounts,IF(ISNUMBER(quantities),quantities,0)*({contributions.status}<>"disputed"),` +
  'logged,SUM((XLOOKUP(kinds,{kinds.kind},{kinds.unit},"")="hours")*amounts),cared,SUM((kinds="maintenance hours")*amounts)';

const ONE_PLACE = { format: '#,##0.0' } as const;

const follows = (header: string, details: Details = {}): Column<number> =>
  number(header, 'What follows from the plan.', details);
const money = (header: string): Column<number> => amount(header, 'What follows from the plan.');

/** Each result: what it is, its figure, and of the base case what it says. */
const RESULTS: readonly (readonly [column: Column<number>, figure: string, words: string])[] = [
  [follows('Hours in all', ONE_PLACE), 'all', '""'],
  [money('Worth of the hours elsewhere'), 'own', '""'],
  [money('Hidden costs'), 'hidden', '""'],
  [money('Money put in'), 'money', '""'],
  [money('Reserve'), 'kept', '""'],
  [money('Total cost'), 'cost', '"time, money and what the time would earn elsewhere"'],
  [money('Our part of the revenue'), 'ours', '""'],
  [
    money('Better than elsewhere by'),
    'ours-cost',
    'IF(ours=0,"",IF(ours>cost,"it beats what the hours would earn elsewhere","the hours earn more elsewhere"))',
  ],
  [follows('Return on investment, %', ONE_PLACE), 'IF(cost>0,100*(ours/cost-1),"")', '""'],
  [
    follows('Return in times of the cost'),
    'IF(cost>0,ours/cost,"")',
    `IF((cost=0)+(ours=0),"",IF(ours/cost<${limitIn(ID, LIMITS.least, '0')},"less than is hoped for",` +
      `IF(ours/cost>${limitIn(ID, LIMITS.most)},"very hopeful: reckon more carefully","as is hoped for")))`,
  ],
  [
    money('Revenue to break even'),
    'IF(share>0,100*cost/share,"")',
    'IF((share=0)+(revenue=0),"",IF(100*cost/share<=revenue,"the plan reaches it","the plan does not reach it"))',
  ],
  [
    follows('Months until the money is back', { format: '0' }),
    'IF(back="",,back)',
    'IF(back="","",IF(back="never","the money never comes back",IF(back>months,"after the plan is over","within the plan")))',
  ],
  [
    money('What an hour earns here'),
    'IF(all>0,(ours-money-kept)/all,"")',
    'IF((all=0)+(ours=0),"",IF((ours-money-kept)/all>rate,"more than elsewhere","not more than elsewhere"))',
  ],
  [
    follows('Upkeep planned, % of hours', ONE_PLACE),
    'IF(hours>0,100*upkeep/hours,"")',
    `IF(hours=0,"",${upkeepWords('100*upkeep/hours')})`,
  ],
  [
    follows('Upkeep logged, % of hours', ONE_PLACE),
    'IF(logged>0,100*cared/logged,"")',
    `IF(logged=0,"",${upkeepWords('100*cared/logged')})`,
  ],
  [money('Fee, exclusive'), 'IF(fee>0,fee*(100+exclusive)/100,"")', '""'],
  [money('Fee, exclusive and without end'), 'IF(fee>0,fee*(100+exclusive+forever)/100,"")', '""'],
];

function upkeepWords(percent: string): string {
  return (
    `IF(${percent}<${limitIn(ID, LIMITS.upkeepFrom, '0')},"little care: enough for a light partnership",` +
    `IF(${percent}>${limitIn(ID, LIMITS.upkeepTo)},"more care than is usual","usual"))`
  );
}

const worked = (of: Case, answers: readonly string[]): string =>
  `LET(names,{plan.assumption},values,{plan.${of}},${given},${LOGGED},all,hours*weeks,own,all*rate,hidden,legal+samples+team,` +
  'money,cash+resources+partners*pay+hidden,kept,money*reserve/100,cost,own+money+kept,ours,revenue*share/100,' +
  'months,weeks*12/52,back,IF(money+kept<=0,"",IF((months<=0)+(ours<=own),"never",ROUNDUP((money+kept)*months/(ours-own),0))),' +
  `VSTACK(${answers.join(',')}))`;

const figures = RESULTS.map(([, figure]) => figure);
const result = (header: string, of: Case) =>
  number(header, 'Worked out from the column beside it.', { formula: worked(of, figures) });

const results = table({
  id: 'planResults',
  columns: {
    name: text('Result', 'What follows from the plan.', {
      width: 200,
      formula: `VSTACK(${RESULTS.map(([{ header }]) => `"${header}"`).join(',')})`,
    }),
    low: result('Low case', 'low'),
    base: result('Base case', 'base'),
    high: result('High case', 'high'),
    words: longText('What it says', 'Of the base case.', {
      formula: worked(
        'base',
        RESULTS.map(([, , words]) => words),
      ),
    }),
  },
  values: { keys: CASES, rows: Object.fromEntries(RESULTS.map(([column]) => [column.header, column])) },
});

const goal = limitIn(ID, LIMITS.pilot);
const grown =
  'IF(ISNUMBER({kpis.baseline})*ISNUMBER({kpis.actual})*({kpis.baseline}>0),' +
  'IF({kpis.direction}="lower",{kpis.baseline}-{kpis.actual},{kpis.actual}-{kpis.baseline})/{kpis.baseline},"")';

/** The pilot, seen from each side: the KPI of its own that has grown most. */
const pilot = table({
  id: 'pilot',
  columns: {
    side: text('Pilot of', 'Each side.', { formula: 'IFNA(FILTER({parties.party},{parties.party}<>""),"")' }),
    grown: fraction('Grown by', 'How far its best KPI has moved from the baseline.', {
      least: { value: -100 },
      most: 100,
      formula:
        `LET(sides,${cleaned('{kpis.side}')},moved,${grown},MAP(${cleaned('{pilot.side}')},LAMBDA(name,` +
        'IF(name="",,IFNA(MAX(FILTER(moved,sides=name,ISNUMBER(moved))),)))))',
    }),
    met: text('Pilot met', 'Whether that is enough.', {
      width: 180,
      formula: `IF({pilot.side}="",,IF(ISNUMBER({pilot.grown}),IF(ROUND(100*{pilot.grown},6)>=${goal},"met","not met"),"no KPI of its own with a baseline"))`,
    }),
    all: text('For all sides', 'A pilot is good when every side has grown.', {
      width: 220,
      formula: `VSTACK(IF(SUM(({pilot.met}<>"")*({pilot.met}<>"met"))=0,"met by every side","not met by every side"))`,
    }),
  },
});

/** Whether it pays: what goes in, what comes out, at worst, as expected and at best. */
export const plan = register({
  id: 'plan',
  name: 'Plan',
  version: 3,
  rows: 40,
  pack: 'plan',
  chapter: 'govern',
  fits: ['new'],
  frameworks: ['B11', 'B12', 'B14', 'B15', 'B16', 'B17', 'B22', 'B37', 'D19', 'D20'],
  question: 'Does it pay, and did the pilot bring what every side hoped for?',
  row: { one: 'assumption', many: 'assumptions' },
  columns: {
    assumption: text('Assumption', 'What the plan starts from. Change the numbers beside it, not the name.', {
      width: 170,
    }),
    low: number('Low', 'If it goes badly.', { width: 100 }),
    base: number('Base', 'As you expect it.', { width: 100 }),
    high: number('High', 'If it goes well.', { width: 100 }),
    meaning: longText('What it means', 'What to fill in.', { width: 300, wraps: true }),
  },
  initial: Object.entries(INPUTS).map(([key, { header, help }]) => {
    const begins = BEGINS[key as keyof typeof INPUTS] ?? '';
    return { assumption: header, meaning: help, low: begins, base: begins, high: begins };
  }),
  values: { keys: CASES, rows: INPUTS },
  beside: [results, pilot, limitTable(ID, LIMITS)],
});
