import { array, firstRows, headings, to, type Most, type Places, type Section } from './places';

/** Each KPI with attainment, pace, trend and status; what cannot be judged says why. */
export function kpis({ most, rows: { kpis: top, kpiList: first, ratings } }: Places): Section {
  const last = ratings - 2;
  return {
    cells: {
      [`A${top}`]: 'KPIs',
      [`D${top}`]: jointKpis(most),
      ...headings(top + 1, 'A', ['KPI', 'side', 'actual', 'target', 'attainment', 'pace', 'status', 'trend']),
      [`A${first}`]: list(most),
    },
    notes: {
      [`E${top + 1}`]: '100%: on target. Raw, so it may be above 100% or below 0%.',
      [`F${top + 1}`]: 'Progress made ÷ progress due by now: 100% is on schedule.',
      [`H${top + 1}`]: 'The latest reading against the one before it.',
    },
    areas: [
      { at: `A${top}:H${top}`, style: 'section' },
      { at: `A${top + 1}:H${top + 1}`, style: 'heading' },
      { at: `C${first}:D${last}`, format: '#,##0.00' },
      { at: `E${first}:F${last}`, format: '0%' },
    ],
  };
}

/** How many joint KPIs there are, where that is few or many, and what is not shown. */
function jointKpis(most: Most): string {
  const joint = `COUNTIFS(${to('kpis.kpi')},"<>",${to('kpis.side')},"both")`;
  return (
    `=LET(all,COUNTA(${to('kpis.kpi')}),joint,${joint},IF(all>${most.kpis},"The first ${most.kpis} of "&all&"; the others are in the tab KPIs. ","")&` +
    `IF(all=0,"",IF(joint<3,"Few joint KPIs: three to five are usual.",IF(joint>5,"Many joint KPIs: three to five are usual.",""))))`
  );
}

/** A figure as its KPI is counted: one cell's format cannot follow the row that stands in it. */
const inUnit = (figures: string): string =>
  `IF(((TRIM(${to('kpis.unit')})="%")+(TRIM(${to('kpis.unit')})="percent"))*ISNUMBER(${figures}),ROUND(100*${figures},1)&"%",${figures})`;

/** The KPIs, a row each. */
function list(most: Most): string {
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
    inUnit(actual),
    inUnit(target),
    to('kpis.attainment'),
    to('kpis.pace'),
    judged,
    to('kpis.trend'),
  ];
  return array(
    firstRows(`FILTER(HSTACK(${columns.join(',')}),${kpi}<>"")`, most.kpis, 8, 'No KPIs yet: three to five are usual.'),
  );
}
