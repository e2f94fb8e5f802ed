import type { Page } from '../schema/page';

/** A part of the Scorecard: what it adds to the page. */
export type Section = Pick<Page, 'cells' | 'areas'> &
  Partial<Pick<Page, 'notes' | 'charts' | 'merged' | 'heights' | 'kept' | 'names'>>;

/** Rows of a chart, at 21 pixels. */
const CHART_ROWS = 13;

/** Things to do that stand under the title, and those that follow at the end of the page. */
export const FIRST = 3;
export const REST = 7;
/** Tabs whose further lines are counted. */
export const COUNTED = 13;

const PERSPECTIVES = 5;
/** Steps of the alignment loop. */
const LOOP = 4;

/** Where the parts of a Scorecard stand: a row each, and the ranges that other parts point to. */
export type Places = ReturnType<typeof placesFor>;

/**
 * Tables with a row for each side, KPI or stage have two rows here; the page grows when it is drawn.
 * @param money whether the sheet has the tabs of money
 */
export function placesFor(money: boolean) {
  const balance = 11;
  const parties = balance + 2;
  const open = parties + 2;
  const paid = open + 2;
  const paidList = paid + 2;
  const kpis = money ? paidList + 3 : paid;
  const kpiList = kpis + 2;
  const ratings = kpiList + 3;
  const rated = ratings + 2;
  const gap = rated + 2;
  const scores = gap + 3;
  const scoreList = scores + 2;
  const stages = scoreList + PERSPECTIVES + 1;
  const stageList = stages + 2;
  const loop = stageList + 3;
  const loopList = loop + 2;
  const charts = loopList + LOOP + 1;
  const monthChart = charts + 1 + CHART_ROWS;
  const list = monthChart + CHART_ROWS + 2;
  const months = list + FIRST + REST + COUNTED + 2;
  const gaps = months + 15;
  const kpiFigures = gaps + 6;
  const portfolio = kpiFigures + 4;
  const pair = (letter: string, from: number): string => `${letter}${from}:${letter}${from + 1}`;
  return {
    money,
    rows: {
      ...{ balance, parties, open, paid, paidList, kpis, kpiList, ratings, rated, gap, scores, scoreList },
      ...{ stages, stageList, loop, loopList, charts, monthChart, list, months, gaps, kpiFigures, portfolio },
      listEnd: list + REST + COUNTED,
      end: portfolio + 2,
    },
    grows: {
      parties: [parties, ...(money ? [paidList] : []), rated, gaps + 3],
      kpis: [kpiList, kpiFigures + 1],
      stages: [stageList],
    },
    party: pair('A', parties),
    effort: pair('B', parties),
    gap: pair('D', parties),
    evenOut: pair('F', parties),
    verdict: pair('G', parties),
    /** Of money: the sides, what each earned, and how that differs from its share of the effort. */
    paidTo: pair('A', paidList),
    earned: pair('B', paidList),
    owed: pair('F', paidList),
    owedSince: pair('G', paidList),
    kpi: pair('A', kpiList),
    attainment: pair('E', kpiList),
    kpiStatus: pair('G', kpiList),
    ratedBy: pair('A', rated),
    health: pair('B', rated),
    trust: pair('C', rated),
    healthGap: `B${gap}`,
    healthVerdict: `D${gap}`,
    score: `B${scoreList + PERSPECTIVES - 1}`,
    stageReached: `B${stages}`,
    daysInStage: `D${stages}`,
    stage: pair('A', stageList),
    standing: pair('C', stageList),
    loopStanding: `C${loopList}:C${loopList + LOOP - 1}`,
    nextReview: 'G8',
    things: `L${list - 1}`,
    steps: `L${list - 2}`,
    lastGap: pair('B', gaps + 3),
    gapBefore: pair('C', gaps + 3),
    /** The first day of the month in which the effort begins, and all that was earned since. */
    effortFrom: `G${gaps + 1}`,
    earnedInAll: `G${gaps + 2}`,
  };
}

/** A column of a table, named so that a set-up finds it: `{contributions.party}`. */
export const to = (address: string): string => `{${address}}`;

export const array = (body: string): string => `=ARRAYFORMULA(${body})`;

/** The first rows of a list, as many as a range of the page has; the words when it is empty. */
export const firstRows = (list: string, range: string, columns: number, otherwise: string): string =>
  `ARRAY_CONSTRAIN(IFNA(${list},"${otherwise}"),ROWS(${range}),${columns})`;

/** Headings side by side, from a cell to the right. */
export const headings = (row: number, from: string, titles: readonly string[]): Record<string, string> =>
  Object.fromEntries(titles.map((title, i) => [`${String.fromCharCode(from.charCodeAt(0) + i)}${row}`, title]));

/** The section's bar and the headings below it, over the width of the page. */
export const bars = (row: number): Section['areas'] => [
  { at: `A${row}:H${row}`, style: 'section' },
  { at: `A${row + 1}:H${row + 1}`, style: 'heading' },
];
