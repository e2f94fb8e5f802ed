import { isOneOf } from '../schema/conditions';
import { PERCENT_UNITS } from '../schema/percent';
import { array, bars, firstRows, headings, to, type Places, type Section } from './places';

/** Each KPI with attainment, pace, trend and status; what cannot be judged says why. */
export function kpis(places: Places): Section {
  const { kpis: top, kpiList: first } = places.rows;
  const last = first + 1;
  return {
    cells: {
      [`A${top}`]: 'KPIs',
      [`C${top}`]: jointKpis(places),
      ...headings(top + 1, 'A', ['KPI', 'side', 'actual', 'target', 'attainment', 'ahead of plan', 'status', 'trend']),
      [`A${first}`]: list(places),
    },
    notes: {
      [`E${top + 1}`]:
        'How much of the way from the baseline to the target is done: 100% is on target. It may be above 100% or below 0%.',
      [`F${top + 1}`]: 'Progress made ÷ progress due by now, − 100%: 0% is on plan, below 0% is behind.',
      [`G${top + 1}`]:
        'Until the due date by how far it is ahead of plan, afterwards by attainment; the limits stand in Settings.',
      [`H${top + 1}`]: 'The latest reading against the one before it.',
    },
    areas: [
      ...bars(top),
      { at: `A${first}:B${last}`, style: 'text' },
      { at: `C${first}:D${last}`, format: '#,##0.00' },
      { at: `E${first}:E${last}`, format: '0%' },
      { at: `F${first}:F${last}`, format: '+0%;-0%;0%' },
    ],
    heights: { [top + 1]: 38, [first]: 34, [last]: 34 },
  };
}

/** How many joint KPIs there are, where that is few or many, and what is not shown. */
function jointKpis({ kpi }: Places): string {
  const joint = `COUNTIFS(${to('kpis.kpi')},"<>",${to('kpis.side')},"both")`;
  return (
    `=LET(all,COUNTA(${to('kpis.kpi')}),joint,${joint},IF(all>ROWS(${kpi}),"The first "&ROWS(${kpi})&" of "&all&"; the others are in the tab KPIs. ","")&` +
    `IF(all=0,"",IF(joint<3,"Few joint KPIs: three to five are usual.",IF(joint>5,"Many joint KPIs: three to five are usual.",""))))`
  );
}

/** A figure as its KPI is counted: one cell's format cannot follow the row that stands in it. */
const inUnit = (figures: string): string =>
  `IF(${isOneOf(to('kpis.unit'), PERCENT_UNITS)}*ISNUMBER(${figures}),ROUND(100*${figures},1)&"%",${figures})`;

/** The KPIs, a row each. */
function list({ kpi: shown }: Places): string {
  const { kpi, actual, target, status } = {
    kpi: to('kpis.kpi'),
    actual: to('kpis.actual'),
    target: to('kpis.target'),
    status: to('kpis.status'),
  };
  const judged = `IF(${status}<>"",${status},IF(${actual}="","no reading",IF(${target}="","no target","just begun")))`;
  const ahead = `IF(ISNUMBER(${to('kpis.pace')}),${to('kpis.pace')}-1,)`;
  const columns = [
    kpi,
    to('kpis.side'),
    inUnit(actual),
    inUnit(target),
    to('kpis.attainment'),
    ahead,
    judged,
    to('kpis.trend'),
  ];
  return array(firstRows(`FILTER(HSTACK(${columns.join(',')}),${kpi}<>"")`, shown, 8, 'No KPIs yet'));
}
