import { cleaned } from '../schema/names';
import { setting } from '../registers/formulas';
import { array, bars, firstRows, headings, to, type Places, type Section } from './places';

const PERSPECTIVES = ['financial', 'operational', 'relationship', 'innovation'] as const;

/** The ratings that make or break a partnership, with the question that the weakest one asks. */
const LINKS = [
  ['communication', 'communication', 'what did one side learn too late, and why?'],
  ['trust', 'trust', 'what would let each side rely on the other without checking?'],
  ['value', 'valueDelivery', 'what was promised and has not arrived?'],
] as const;

/** How each side rates the other, and the balanced score of the KPIs. */
export function healthAndScore(places: Places): Section {
  const { health, trust, healthGap, ratedBy, rows } = places;
  const { ratings: top, rated, gap, scores: scoreTop, scoreList } = rows;
  // The balanced score's rows: one a perspective, then all KPIs.
  const scores = [...PERSPECTIVES, undefined].map((perspective, i) => scoreRow(scoreList + i, perspective));
  const apart = (figures: string): string => `=IF(COUNT(${figures})<2,,MAX(${figures})-MIN(${figures}))`;
  return {
    cells: {
      [`A${top}`]: 'How each side rates it',
      ...headings(top + 1, 'A', ['rated by', 'health', 'trust', 'last review']),
      [`A${rated}`]: array(
        firstRows(`FILTER(${to('parties.party')},${to('parties.party')}<>"")`, ratedBy, 1, 'No sides yet'),
      ),
      [`B${rated}`]: array(latest(places, 'reviews.health')),
      [`C${rated}`]: array(latest(places, 'reviews.trustScore')),
      [`D${rated}`]: array(latest(places, 'reviews.date')),
      [`A${gap}`]: 'Gap',
      [`B${gap}`]: apart(health),
      [`C${gap}`]: apart(trust),
      [`D${gap}`]: `=IF(${healthGap}="","both have to rate",IF(${healthGap}>${setting('healthGap')},"far apart","close"))`,
      [`A${gap + 1}`]: weakestLink(places),

      [`A${scoreTop}`]: 'Balanced score',
      ...headings(scoreTop + 1, 'A', ['perspective', 'score', 'rated, on track']),
      ...Object.assign({}, ...scores),
    },
    notes: {
      [`B${top + 1}`]: 'Five judgements of the partnership in this side’s latest review, as a score from 0 to 100.',
      [`C${top + 1}`]:
        'How far this side trusts the other: (credibility + reliability + intimacy) ÷ self-orientation, from 0.6 to 15.',
      [`D${gap}`]:
        'Far apart: the two sides’ health differs by more than the setting allows. The gap itself is worth a talk.',
      [`A${gap + 1}`]:
        'Of communication, trust and value delivery the one with the lowest average in the latest reviews.',
      [`B${scoreTop + 1}`]:
        'Attainments from 0% to 100%, weighted. Empty while too little of the weight has a reading.',
      [`C${scoreTop + 1}`]: 'The part of the weight that has a reading, and how many KPIs are on track.',
    },
    areas: [
      ...bars(top),
      ...bars(scoreTop),
      { at: `A${rated}:A${gap - 1}`, style: 'text' },
      { at: `B${rated}:B${gap}`, format: '0' },
      { at: `C${rated}:C${gap}`, format: '0.0' },
      { at: `D${rated}:D${gap - 1}`, format: 'yyyy-mm-dd' },
      { at: `A${gap}`, style: 'label' },
      { at: `A${gap + 1}:H${gap + 1}`, style: 'words' },
      { at: `B${scoreList}:B${scoreList + 4}`, format: '0' },
      { at: `A${scoreList + 4}`, style: 'label' },
    ],
    heights: { [top + 1]: 38, [scoreTop + 1]: 38 },
  };
}

/** The weakest of the ratings that matter most, and the question to ask next. */
function weakestLink(places: Places): string {
  const averages = LINKS.map(([, key]) => `IFERROR(AVERAGE(${latest(places, `reviews.${key}`)}),9)`);
  const words = LINKS.map(
    ([name, , question]) => `IF(least=9,"","Weakest link: ${name}, "&FIXED(least,1)&" of 5. Ask: ${question}")`,
  );
  return array(`LET(all,HSTACK(${averages.join(',')}),least,MIN(all),CHOOSE(MATCH(least,all,0),${words.join(',')}))`);
}

/** A figure of each side's latest review up to the as-of day. */
function latest({ ratedBy }: Places, figure: string): string {
  return (
    `LET(asOf,${setting('asOf')},names,${cleaned(to('reviews.ratedBy'))},MAP(${cleaned(ratedBy)},LAMBDA(side,IF(side="",,IFNA(LET(` +
    `theirs,(names=side)*ISNUMBER(${to('reviews.date')})*(${to('reviews.date')}<=asOf),` +
    `days,FILTER(${to('reviews.date')},theirs),XLOOKUP(MAX(days),days,FILTER(${to(figure)},theirs),,0,-1)),)))))`
  );
}

function scoreRow(row: number, perspective: string | undefined): Section['cells'] {
  return {
    [`A${row}`]: perspective ?? 'all KPIs',
    [`B${row}`]: array(`PARTNER_SCORE(${attainments(perspective)},${weights()},1,0,${setting('coverage')})`),
    [`C${row}`]: ratedAndOnTrack(perspective),
  };
}

/**
 * Attainment of the KPIs of one perspective (all without one), from 0 to 1; `n/a` leaves the others out, and those whose
 * weight cannot be meant: what is wrong with one row takes nothing from the rest.
 */
function attainments(perspective?: string): string {
  const weight = to('kpis.weight');
  const named = `(${to('kpis.kpi')}<>"")*((${weight}="")+ISNUMBER(${weight})*(${weight}>0)>0)`;
  const counts = perspective ? `${named}*(${to('kpis.perspective')}="${perspective}")` : named;
  const attained = to('kpis.attainment');
  return `IF(${counts},IF(ISNUMBER(${attained}),IF(${attained}>1,1,IF(${attained}<0,0,${attained})),""),"n/a")`;
}

function weights(): string {
  return `IF(ISNUMBER(${to('kpis.weight')})*(${to('kpis.weight')}>0),${to('kpis.weight')},1)`;
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
