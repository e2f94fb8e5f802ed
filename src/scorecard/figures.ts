import { columnLetters } from '../schema/formula';
import { cleaned } from '../schema/names';
import { setting } from '../registers/formulas';
import { array, to, type Places, type Section } from './places';
import { lastReview } from './summary';

/** Days within which ratings of several sides belong to one review. */
const ONE_REVIEW = 14;

/** Charts, and the figures behind them and behind the alarm: visible, so that anybody can check them. */
export function figures(places: Places): Section {
  const { most, party, kpi, kpiStatus, attainment, rows } = places;
  const { charts: top, monthChart, months: month, gaps: gap } = rows;
  const lastParty = columnLetters(1 + most.parties);
  return {
    cells: {
      [`A${top}`]: 'Charts',
      [`A${month}`]: 'Figures behind the charts',
      [`A${month + 1}`]: array(`VSTACK("month",${months()})`),
      [`B${month + 1}`]: byMonth(most.parties),
      [`A${gap}`]: 'Gap at the last two reviews',
      [`A${gap + 1}`]: 'up to',
      [`B${gap + 1}`]: `=LET(last,${lastReview()},IF(last=0,,last))`,
      [`C${gap + 1}`]: `=IF(B${gap + 1}="",,LET(before,MAXIFS(${to('reviews.date')},${to('reviews.date')},"<"&B${gap + 1}-${ONE_REVIEW}),IF(before=0,,before)))`,
      [`A${gap + 2}`]: 'party',
      [`B${gap + 2}`]: 'last review',
      [`C${gap + 2}`]: 'review before',
      [`A${gap + 3}`]: array(party),
      [`B${gap + 3}`]: array(gapAt(party, `B${gap + 1}`)),
      [`C${gap + 3}`]: array(gapAt(party, `C${gap + 1}`)),
      [`F${gap + 1}`]: 'KPI',
      [`G${gap + 1}`]: 'attainment',
      [`H${gap + 1}`]: 'target',
      [`F${gap + 2}`]: array(`IF(${kpiStatus}="","",${kpi})`),
      [`G${gap + 2}`]: array(`IF(ISNUMBER(${attainment}),${attainment},)`),
      [`H${gap + 2}`]: array(`IF(${kpiStatus}="",,1)`),
    },
    notes: {
      [`A${gap}`]:
        'Gap: agreed split − share of all effort up to that review. More than the tolerance at both reviews, in the same direction, raises the alarm.',
    },
    areas: [
      { at: `A${top}:H${top}`, style: 'section' },
      { at: `A${month}:H${month}`, style: 'section' },
      { at: `A${month + 1}:${lastParty}${month + 1}`, style: 'heading' },
      { at: `F${gap + 1}:H${gap + 1}`, style: 'heading' },
      { at: `A${month + 2}:A${month + 13}`, format: 'yyyy-mm' },
      { at: `B${month + 2}:${lastParty}${month + 13}`, format: 'currency' },
      { at: `G${gap + 2}:H${gap + 1 + most.kpis}`, format: '0%' },
      { at: `A${gap}:H${gap}`, style: 'section' },
      { at: `A${gap + 1}`, style: 'label' },
      { at: `B${gap + 1}:C${gap + 1}`, format: 'yyyy-mm-dd' },
      { at: `A${gap + 2}:C${gap + 2}`, style: 'heading' },
      { at: `B${gap + 3}:C${gap + 2 + most.parties}`, format: '0.0%' },
    ],
    charts: [
      {
        kind: 'column',
        title: 'Share of effort beside share of reward',
        sources: [`A${rows.parties - 1}:C${rows.open - 1}`],
        at: `A${top + 1}`,
        width: 490,
        height: 300,
        percent: true,
      },
      {
        kind: 'combo',
        title: 'KPIs: attainment against target',
        sources: [`F${gap + 1}:H${gap + 1 + most.kpis}`],
        at: `E${top + 1}`,
        width: 465,
        height: 300,
        percent: true,
      },
      {
        kind: 'stacked column',
        title: 'Contributions by party over time',
        sources: [`A${month + 1}:${lastParty}${month + 13}`],
        at: `A${monthChart}`,
        width: 970,
        height: 300,
      },
    ],
  };
}

/** The first days of the twelve months that end with the as-of day's. */
function months(): string {
  return `LET(asOf,${setting('asOf')},MAKEARRAY(12,1,LAMBDA(m,one,EDATE(asOf-DAY(asOf)+1,m-12))))`;
}

/** Agreed split − share of the effort up to a day. */
function gapAt(party: string, day: string): string {
  const counts = to('contributions.counts');
  const date = to('contributions.date');
  return (
    `LET(names,${cleaned(to('contributions.party'))},` +
    `until,IF(ISNUMBER(${counts})*ISNUMBER(${date})*(${date}<=${day}),${counts},0),all,SUM(until),` +
    `MAP(${cleaned(party)},LAMBDA(side,IF((side="")+(${day}="")+(all=0),,` +
    `XLOOKUP(side,${cleaned(to('parties.party'))},${to('parties.agreedSplit')})-SUM((names=side)*until)/all))))`
  );
}

/** What each party contributed in each of the months. */
function byMonth(most: number): string {
  const parties = `ARRAY_CONSTRAIN(FILTER(${to('parties.party')},${to('parties.party')}<>""),${most},1)`;
  const counts = to('contributions.counts');
  const date = to('contributions.date');
  return array(
    `IFNA(LET(sides,${parties},known,${cleaned('sides')},names,${cleaned(to('contributions.party'))},months,${months()},` +
      `within,IF(ISNUMBER(${counts})*ISNUMBER(${date}),${date},0),amounts,IF(ISNUMBER(${counts}),${counts},0),` +
      `VSTACK(TRANSPOSE(sides),MAKEARRAY(12,ROWS(sides),LAMBDA(m,p,` +
      `SUM((names=INDEX(known,p))*(within>=INDEX(months,m))*(within<EDATE(INDEX(months,m),1))*amounts))))),"")`,
  );
}
