import { columnLetters } from '../schema/formula';
import { cleaned } from '../schema/names';
import { setting } from '../registers/formulas';
import { array, to, type Places, type Section } from './places';
import { lastReview } from './summary';

/** Days within which ratings of several sides belong to one review. */
const ONE_REVIEW = 14;

/** Sides that a chart tells apart, and those that the figures behind it have room for. */
const CHARTED = columnLetters(1 + 6);
const MOST = 12;

/** Charts, and the figures behind them and behind the alarm: visible, so that anybody can check them. */
export function figures(places: Places): Section {
  const { money, kpi, kpiStatus, attainment, party, effortFrom, earnedInAll, rows } = places;
  const { charts: top, monthChart, months: month, gaps: gap, kpiFigures } = rows;
  const lastParty = columnLetters(1 + MOST);
  return {
    cells: {
      [`A${top}`]: 'Charts',
      [`A${month}`]: 'Figures behind the charts',
      [`A${month + 1}`]: array(`VSTACK("month",${months()})`),
      [`B${month + 1}`]: byMonth(MOST),
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
      [`E${gap + 1}`]: 'the effort begins in',
      [effortFrom]: array(
        `LET(days,${to('contributions.date')},first,MIN(IF(ISNUMBER(${to('contributions.counts')})*ISNUMBER(days),days,99999)),IF(first=99999,,first-DAY(first)+1))`,
      ),
      ...(money && {
        [`E${gap + 2}`]: 'earned since, by all',
        [earnedInAll]: array(
          `SUM(IF(ISNUMBER({statementTable.earned})*ISNUMBER({statementTable.month})*ISNUMBER(${effortFrom})*({statementTable.month}>=${effortFrom}),{statementTable.earned},0))`,
        ),
      }),
      [`A${kpiFigures}`]: 'KPI',
      [`B${kpiFigures}`]: 'attainment',
      [`C${kpiFigures}`]: 'target',
      [`A${kpiFigures + 1}`]: array(`IF(${kpiStatus}="","",${kpi})`),
      [`B${kpiFigures + 1}`]: array(`IF(ISNUMBER(${attainment}),${attainment},)`),
      [`C${kpiFigures + 1}`]: array(`IF(${kpiStatus}="",,1)`),
    },
    notes: {
      [`A${gap}`]:
        'Gap: agreed split − share of all effort up to that review. More than the tolerance at both reviews, in the same direction, raises the alarm.',
    },
    areas: [
      { at: `A${top}:H${top}`, style: 'section' },
      { at: `A${month}:H${month}`, style: 'section' },
      { at: `A${month + 1}:${lastParty}${month + 1}`, style: 'heading' },
      { at: `A${kpiFigures}:C${kpiFigures}`, style: 'heading' },
      { at: `A${month + 2}:A${month + 13}`, format: 'yyyy-mm' },
      { at: `B${month + 2}:${lastParty}${month + 13}`, format: 'currency' },
      { at: `B${kpiFigures + 1}:C${kpiFigures + 2}`, format: '0%' },
      { at: `A${gap}:H${gap}`, style: 'section' },
      { at: `A${gap + 1}`, style: 'label' },
      { at: `E${gap + 1}:E${gap + 2}`, style: 'label' },
      { at: `B${gap + 1}:C${gap + 1}`, format: 'yyyy-mm-dd' },
      { at: effortFrom, format: 'yyyy-mm-dd' },
      { at: earnedInAll, format: 'currency' },
      { at: `A${gap + 2}:C${gap + 2}`, style: 'heading' },
      { at: `B${gap + 3}:C${gap + 4}`, format: '0.0%' },
    ],
    charts: [
      {
        kind: 'column',
        title: 'Share of effort beside share of reward',
        sources: [`A${rows.parties - 1}:C${rows.open - 1}`],
        at: `A${top + 1}`,
        width: 396,
        height: 265,
        percent: true,
      },
      {
        kind: 'combo',
        title: 'KPIs: attainment against target',
        sources: [`A${kpiFigures}:C${kpiFigures + 2}`],
        at: `E${top + 1}`,
        width: 336,
        height: 265,
        percent: true,
      },
      {
        kind: 'stacked column',
        title: 'Contributions by party over time',
        sources: [`A${month + 1}:${CHARTED}${month + 13}`],
        at: `A${monthChart}`,
        width: 738,
        height: 265,
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

/**
 * What each party contributed in each of the months. Of a long log only what falls into them is looked at, and where an
 * entry belongs is worked out once: a party’s place among the parties, in hundreds, and its month.
 */
function byMonth(most: number): string {
  const parties = `ARRAY_CONSTRAIN(FILTER(${to('parties.party')},${to('parties.party')}<>""),${most},1)`;
  const counts = to('contributions.counts');
  const date = to('contributions.date');
  const lately = (column: string, none: string): string => `IFNA(FILTER(${column},days>=INDEX(months,1)),${none})`;
  const monthOf = (day: string): string => `(12*YEAR(${day})+MONTH(${day}))`;
  return array(
    `IFNA(LET(sides,${parties},known,${cleaned('sides')},months,${months()},` +
      `days,IF(ISNUMBER(${counts})*ISNUMBER(${date}),${date},0),` +
      `names,${cleaned(lately(to('contributions.party'), '""'))},within,${lately('days', '0')},amounts,${lately(counts, '0')},` +
      `place,100*IFNA(XMATCH(names,known),0)+${monthOf('within')}-${monthOf('INDEX(months,1)')}+1,` +
      `VSTACK(TRANSPOSE(sides),MAKEARRAY(12,ROWS(sides),LAMBDA(m,p,SUM((place=100*p+m)*amounts))))),"")`,
  );
}
