import { array, firstRows, headings, MOST, PLACES, setting, to, type Section } from './places';

const PERSPECTIVES = ['financial', 'operational', 'relationship', 'innovation'] as const;

/** Where the balanced score's rows stand: one a perspective, then all KPIs. */
const scoreRows = [...PERSPECTIVES, undefined].map((perspective, i) => ({ perspective, row: 32 + i }));

/** How each side rates the other, and the balanced score of the KPIs. */
export const healthAndScore: Section = {
  cells: {
    A30: 'How each side rates it',
    ...headings(31, 'A', ['rated by', 'health', 'trust', 'last review']),
    A32: array(firstRows(`FILTER(${to('parties.party')},${to('parties.party')}<>"")`, MOST.parties, 1, 'No sides yet')),
    B32: array(latest('reviews.health')),
    C32: array(latest('reviews.trustScore')),
    D32: array(latest('reviews.date')),
    A37: 'Gap',
    B37: '=IF(COUNT(B32:B36)<2,,MAX(B32:B36)-MIN(B32:B36))',
    C37: '=IF(COUNT(C32:C36)<2,,MAX(C32:C36)-MIN(C32:C36))',
    D37: `=IF(B37="","both have to rate",IF(B37>${setting('healthGap')},"far apart","close"))`,

    F30: 'Balanced score',
    ...headings(31, 'F', ['perspective', 'score', 'rated, on track']),
    ...Object.fromEntries(scoreRows.flatMap(({ perspective, row }) => Object.entries(scoreRow(row, perspective)))),
  },
  notes: {
    B31: 'Five judgements of the partnership in this side’s latest review, as a score from 0 to 100.',
    C31: 'How far this side trusts the other: (credibility + reliability + intimacy) ÷ self-orientation, from 0.6 to 15.',
    D37: 'Far apart: the two sides’ health differs by more than the setting allows. The gap itself is worth a talk.',
    G31: 'Attainments from 0% to 100%, weighted. Empty while too little of the weight has a reading.',
    H31: 'The part of the weight that has a reading, and how many KPIs are on track.',
  },
  areas: [
    { at: 'A30:D30', style: 'section' },
    { at: 'F30:H30', style: 'section' },
    { at: 'A31:D31', style: 'heading' },
    { at: 'F31:H31', style: 'heading' },
    { at: 'B32:B37', format: '0' },
    { at: 'C32:C37', format: '0.0' },
    { at: 'D32:D36', format: 'yyyy-mm-dd' },
    { at: 'A37', style: 'label' },
    { at: 'G32:G36', format: '0' },
    { at: 'F36', style: 'label' },
  ],
};

/** A figure of each side's latest review up to the as-of day. */
function latest(figure: string): string {
  return (
    `LET(asOf,${setting('asOf')},MAP(${PLACES.ratedBy},LAMBDA(side,IF(side="",,IFNA(LET(` +
    `theirs,(${to('reviews.ratedBy')}=side)*ISNUMBER(${to('reviews.date')})*(${to('reviews.date')}<=asOf),` +
    `days,FILTER(${to('reviews.date')},theirs),XLOOKUP(MAX(days),days,FILTER(${to(figure)},theirs),,0,-1)),)))))`
  );
}

function scoreRow(row: number, perspective: string | undefined): Section['cells'] {
  return {
    [`F${row}`]: perspective ?? 'all KPIs',
    [`G${row}`]: array(`PARTNER_SCORE(${attainments(perspective)},${weights()},1,0,${setting('coverage')})`),
    [`H${row}`]: ratedAndOnTrack(perspective),
  };
}

/** Attainment of the KPIs of one perspective (all without one), from 0 to 1; `n/a` leaves the others out. */
function attainments(perspective?: string): string {
  const counts = perspective
    ? `(${to('kpis.kpi')}<>"")*(${to('kpis.perspective')}="${perspective}")`
    : `${to('kpis.kpi')}<>""`;
  const attained = to('kpis.attainment');
  return `IF(${counts},IF(ISNUMBER(${attained}),IF(${attained}>1,1,IF(${attained}<0,0,${attained})),""),"n/a")`;
}

function weights(): string {
  return `IF(ISNUMBER(${to('kpis.weight')}),${to('kpis.weight')},1)`;
}

/** How much of the weight has a reading, and how many KPIs are on track. */
function ratedAndOnTrack(perspective: string | undefined): string {
  const ofThese = perspective ? `,${to('kpis.perspective')},"${perspective}"` : '';
  return array(
    `LET(all,COUNTIFS(${to('kpis.kpi')},"<>"${ofThese}),IF(all=0,"no KPI",` +
      `TEXT(PARTNER_COVERAGE(${attainments(perspective)},${weights()}),"0%")&" rated, "&` +
      `COUNTIFS(${to('kpis.status')},"on track"${ofThese})&" of "&all&" on track"))`,
  );
}
