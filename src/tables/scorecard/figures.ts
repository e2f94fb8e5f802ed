import { array, MOST, PLACES, setting, to, type Section } from './places';
import { lastReview } from './summary';

/** Days within which ratings of several sides belong to one review. */
const ONE_REVIEW = 14;

/** Charts, and the figures behind them and behind the alarm: visible, so that anybody can check them. */
export const figures: Section = {
  cells: {
    A39: 'Charts',
    A71: 'Figures behind the charts',
    A72: array(`VSTACK("month",${months()})`),
    B72: byMonth(),
    A87: 'Gap at the last two reviews',
    A88: 'up to',
    B88: `=LET(last,${lastReview()},IF(last=0,,last))`,
    C88: `=IF(B88="",,LET(before,MAXIFS(${to('reviews.date')},${to('reviews.date')},"<"&B88-${ONE_REVIEW}),IF(before=0,,before)))`,
    A89: 'party',
    B89: 'last review',
    C89: 'review before',
    A90: array(`${PLACES.party}`),
    B90: array(gapAt('B88')),
    C90: array(gapAt('C88')),
    F88: 'KPI',
    G88: 'attainment',
    H88: 'target',
    F89: array(`IF(${PLACES.kpiStatus}="","",${PLACES.kpi})`),
    G89: array('IF(ISNUMBER(E19:E28),E19:E28,)'),
    H89: array(`IF(${PLACES.kpiStatus}="",,1)`),
  },
  notes: {
    A87: 'Gap: agreed split − share of all effort up to that review. More than the tolerance at both reviews, in the same direction, raises the alarm.',
  },
  areas: [
    { at: 'A39:H39', style: 'section' },
    { at: 'A71:H71', style: 'section' },
    { at: 'A72:F72', style: 'heading' },
    { at: 'F88:H88', style: 'heading' },
    { at: 'A73:A84', format: 'yyyy-mm' },
    { at: 'B73:F84', format: 'currency' },
    { at: 'G89:H98', format: '0%' },
    { at: 'A87:H87', style: 'section' },
    { at: 'A88', style: 'label' },
    { at: 'B88:C88', format: 'yyyy-mm-dd' },
    { at: 'A89:C89', style: 'heading' },
    { at: 'B90:C94', format: '0.0%' },
  ],
  charts: [
    {
      kind: 'column',
      title: 'Share of effort beside share of reward',
      sources: ['A9:C14'],
      at: 'A40',
      width: 490,
      height: 300,
      percent: true,
    },
    {
      kind: 'combo',
      title: 'KPIs: attainment against target',
      sources: ['F88:H98'],
      at: 'E40',
      width: 475,
      height: 300,
      percent: true,
    },
    {
      kind: 'stacked column',
      title: 'Contributions by party over time',
      sources: ['A72:F84'],
      at: 'A55',
      width: 970,
      height: 300,
    },
  ],
};

/** The first days of the twelve months that end with the as-of day's. */
function months(): string {
  return `LET(asOf,${setting('asOf')},MAKEARRAY(12,1,LAMBDA(m,one,EDATE(asOf-DAY(asOf)+1,m-12))))`;
}

/** Agreed split − share of the effort up to a day. */
function gapAt(day: string): string {
  const effort = (party: string): string =>
    `SUMIFS(${to('contributions.counts')},${party}${to('contributions.date')},"<="&${day})`;
  return (
    `MAP(${PLACES.party},LAMBDA(side,IF((side="")+(${day}=""),,LET(all,${effort('')},` +
    `IF(all=0,,XLOOKUP(side,${to('parties.party')},${to('parties.agreedSplit')})-${effort(`${to('contributions.party')},side,`)}/all)))))`
  );
}

/** What each party contributed in each of the months. */
function byMonth(): string {
  const parties = `ARRAY_CONSTRAIN(FILTER(${to('parties.party')},${to('parties.party')}<>""),${MOST.parties},1)`;
  const within = `${to('contributions.date')},">="&INDEX(months,m),${to('contributions.date')},"<"&EDATE(INDEX(months,m),1)`;
  return array(
    `IFNA(LET(sides,${parties},months,${months()},VSTACK(TRANSPOSE(sides),MAKEARRAY(12,ROWS(sides),LAMBDA(m,p,` +
      `SUMIFS(${to('contributions.counts')},${to('contributions.party')},INDEX(sides,p),${within}))))),"")`,
  );
}
