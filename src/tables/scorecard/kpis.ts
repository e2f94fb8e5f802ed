import { array, firstRows, headings, MOST, to, type Section } from './places';

/** Each KPI with attainment, pace, trend and status; what cannot be judged says why. */
export const kpis: Section = {
  cells: {
    A17: 'KPIs',
    D17: jointKpis(),
    ...headings(18, 'A', ['KPI', 'side', 'actual', 'target', 'attainment', 'pace', 'status', 'trend']),
    A19: list(),
  },
  notes: {
    E18: '100%: on target. Raw, so it may be above 100% or below 0%.',
    F18: 'Progress made ÷ progress due by now: 100% is on schedule.',
    H18: 'The latest reading against the one before it.',
  },
  areas: [
    { at: 'A17:H17', style: 'section' },
    { at: 'A18:H18', style: 'heading' },
    { at: 'C19:D28', format: '#,##0.00' },
    { at: 'E19:F28', format: '0%' },
  ],
};

/** How many joint KPIs there are, where that is few or many, and what is not shown. */
function jointKpis(): string {
  const joint = `COUNTIFS(${to('kpis.kpi')},"<>",${to('kpis.side')},"both")`;
  return (
    `=LET(all,COUNTA(${to('kpis.kpi')}),joint,${joint},IF(all>${MOST.kpis},"The first ${MOST.kpis} of "&all&"; the others are in the tab KPIs. ","")&` +
    `IF(all=0,"",IF(joint<3,"Few joint KPIs: three to five are usual.",IF(joint>5,"Many joint KPIs: three to five are usual.",""))))`
  );
}

/** The KPIs, a row each. */
function list(): string {
  const { kpi, actual, target, status } = {
    kpi: to('kpis.kpi'),
    actual: to('kpis.actual'),
    target: to('kpis.target'),
    status: to('kpis.status'),
  };
  const judged = `IF(${status}<>"",${status},IF(${actual}="","no reading",IF(${target}="","no target","not started")))`;
  const columns = [
    kpi,
    to('kpis.side'),
    actual,
    target,
    to('kpis.attainment'),
    to('kpis.pace'),
    judged,
    to('kpis.trend'),
  ];
  return array(
    firstRows(`FILTER(HSTACK(${columns.join(',')}),${kpi}<>"")`, MOST.kpis, 8, 'No KPIs yet: three to five are usual.'),
  );
}
