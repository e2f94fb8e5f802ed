import { choice, day, fraction, longText, moment, number, text } from './column';
import { cleaned } from './names';
import { settingIn } from './settings';
import { defineTable, type FormulasOf, type Reference } from './table';

/** What both sides agreed to move, and how it stands. */
export const kpisTable = defineTable({
  id: 'kpis',
  tab: 'kpis',
  columns: {
    id: text('ID', 'Names this KPI for good. Partner Ledger writes it.', { filled: 'by the add-on', width: 110 }),
    kpi: text('KPI', 'The name of what is measured, as it appears in every list.', { longest: 100, width: 190 }),
    side: choice('Side', 'Whose KPI it is: both, or one side.', { table: 'sides', column: 'side' }),
    kind: choice('Leading or lagging', 'Leading: it tells early. Lagging: it shows the result.', {
      listed: ['leading', 'lagging'],
    }),
    perspective: choice('Perspective', 'Where it belongs in the balanced score.', {
      listed: ['financial', 'operational', 'relationship', 'innovation'],
    }),
    unit: text('Unit', 'What the numbers count: downloads, euros, days.', { longest: 40, width: 100 }),
    direction: choice(
      'Direction',
      'Whether higher or lower is better.',
      { listed: ['higher', 'lower'] },
      { width: 90 },
    ),
    rollUp: choice(
      'Roll-up',
      'How readings become one actual: the latest one, their sum, their average.',
      {
        listed: ['latest', 'sum', 'average'],
      },
      { width: 90 },
    ),
    baseline: number('Baseline', 'Where it stood at the start. Empty: attainment is actual ÷ target.'),
    target: number('Target', 'What was agreed to be reached.'),
    start: day('Start', 'From when readings count. Pace is measured from here.'),
    due: day('Due', 'When the target is to be reached.'),
    weight: number('Weight', 'How much it counts in the balanced score.', { least: { value: 0 } }),
    actual: number('Actual', 'From the KPI log, by the roll-up. Empty while there is no reading.', {
      filled: 'by formula',
    }),
    attainment: fraction('Attainment', '100% means on target.', { filled: 'by formula' }),
    pace: fraction('Pace', 'Progress made ÷ progress due by now: 100% is on schedule.', { filled: 'by formula' }),
    status: text('KPI status', 'Until the due date pace is judged, afterwards attainment.', {
      filled: 'by formula',
      width: 110,
    }),
    trend: text('Trend', 'The latest reading against the one before: better, worse or steady.', {
      filled: 'by formula',
      width: 90,
    }),
  },
});

export const kpisFormulas: FormulasOf<typeof kpisTable> = {
  actual: (to) => {
    const readings = readingsIn(to);
    return (
      `LET(asOf,${settingIn(to, 'asOf')},names,${cleaned(to('readings.kpi'))},` +
      `MAP(${cleaned(to('kpis.kpi'))},${to('kpis.rollUp')},LAMBDA(name,how,IF(name="",,IFNA(` +
      `LET(values,${readings('actual')},SWITCH(how,"sum",SUM(values),"average",AVERAGE(values),` +
      `XLOOKUP(MAX(${readings('date')}),${readings('date')},values,,0,-1))),)))))`
    );
  },
  attainment: (to) =>
    `KPI_ATTAINMENT(${to('kpis.actual')},${to('kpis.target')},${to('kpis.baseline')},${to('kpis.direction')})`,
  pace: (to) =>
    `KPI_PACE(${to('kpis.actual')},${to('kpis.target')},${to('kpis.baseline')},${to('kpis.start')},${to('kpis.due')},` +
    `${settingIn(to, 'asOf')})`,
  status: (to) =>
    `LET(asOf,${settingIn(to, 'asOf')},` +
    `KPI_STATUS(IF(ISNUMBER(${to('kpis.due')})*(${to('kpis.due')}<asOf),${to('kpis.attainment')},` +
    `IF(ISNUMBER(${to('kpis.pace')}),${to('kpis.pace')},${to('kpis.attainment')})),` +
    `${settingIn(to, 'atRisk')},${settingIn(to, 'onTrack')}))`,
  trend: (to) => {
    const readings = readingsIn(to);
    return (
      `LET(asOf,${settingIn(to, 'asOf')},names,${cleaned(to('readings.kpi'))},` +
      `MAP(${cleaned(to('kpis.kpi'))},${to('kpis.direction')},LAMBDA(name,better,IF(name="",,IFNA(LET(` +
      `days,${readings('date')},values,${readings('actual')},latest,MAX(days),earlier,MAX(FILTER(days,days<latest)),` +
      `read,XLOOKUP(latest,days,values,,0,-1),before,XLOOKUP(earlier,days,values,,0,-1),` +
      `IF(read=before,"steady",IF((read>before)=(better<>"lower"),"better","worse"))),)))))`
    );
  },
};

/** Readings of the KPI `name` up to the day `asOf`, as formulas name them; `names` are the readings' KPIs. */
const readingsIn =
  (to: Reference) =>
  (what: string): string =>
    `FILTER(${to(`readings.${what}`)},(names=name)*ISNUMBER(${to('readings.actual')})*(${to('readings.date')}<=asOf))`;

/** One reading of a KPI a row. */
export const readingsTable = defineTable({
  id: 'readings',
  tab: 'readings',
  columns: {
    date: day('Date', 'The day the reading is of.'),
    kpi: choice(
      'KPI',
      'The KPI that was read.',
      { table: 'kpis', column: 'kpi', hint: { text: 'Counted in', column: 'unit' } },
      { width: 190 },
    ),
    actual: number('Actual', 'What was read, in the KPI’s unit.'),
    source: text('Source', 'Where the number comes from: a report, an export, a count.'),
    note: longText('Note', 'Anything the other side should know.'),
    enteredBy: text('Entered by', 'Who wrote the reading, where the address is visible.', {
      filled: 'by the add-on',
      width: 170,
    }),
    enteredAt: moment('Entered at', 'When it was written.'),
    sourceKey: text('Source key', 'Names the reading, so that it is written once.', { filled: 'by the add-on' }),
  },
});
