import type { Page } from '../schema/page';

/** A part of the Scorecard: what it adds to the page. */
export type Section = Pick<Page, 'cells' | 'areas'> & Partial<Pick<Page, 'notes' | 'charts'>>;

/** How many sides and KPIs a Scorecard shows; what goes beyond stands in their tabs, and the Scorecard says so. */
export type Most = Record<'parties' | 'kpis', number>;

/** The room of a usual partnership, and the most that one page can show. */
export const ROOMS: readonly [Most, Most] = [
  { parties: 5, kpis: 10 },
  { parties: 12, kpis: 20 },
];

/** Stages of the lifecycle that fit. */
const STAGES = 7;

/** Rows of a chart of 300 pixels. */
const CHART_ROWS = 15;

/** Where the parts of a Scorecard stand: a row each, and the ranges that other parts point to. */
export type Places = ReturnType<typeof placesFor>;

export function placesFor(most: Most) {
  const parties = 10;
  const open = parties + most.parties;
  const kpis = open + 2;
  const kpiList = kpis + 2;
  const ratings = kpiList + most.kpis + 1;
  const rated = ratings + 2;
  const gap = rated + most.parties;
  const stages = gap + 2;
  const stageList = stages + 2;
  const charts = stageList + STAGES + 1;
  const monthChart = charts + 1 + CHART_ROWS;
  const months = monthChart + CHART_ROWS + 1;
  const gaps = months + 16;
  const column = (letter: string, from: number, rows: number): string => `${letter}${from}:${letter}${from + rows - 1}`;
  const ofParties = (letter: string, from = parties): string => column(letter, from, most.parties);
  return {
    most,
    rows: {
      ...{ parties, open, kpis, kpiList, ratings, rated, gap, stages, stageList, charts, monthChart, months, gaps },
      end: gaps + 3 + Math.max(most.parties, most.kpis),
    },
    party: ofParties('A'),
    effort: ofParties('B'),
    gap: ofParties('D'),
    verdict: ofParties('G'),
    kpi: column('A', kpiList, most.kpis),
    attainment: column('E', kpiList, most.kpis),
    kpiStatus: column('G', kpiList, most.kpis),
    ratedBy: ofParties('A', rated),
    health: ofParties('B', rated),
    trust: ofParties('C', rated),
    healthGap: `B${gap}`,
    healthVerdict: `D${gap}`,
    score: `G${rated + 4}`,
    scoreWords: `H${rated + 4}`,
    stage: column('A', stageList, STAGES),
    standing: column('C', stageList, STAGES),
    nextReview: 'J5',
    reasons: 'K10:K',
    lastGap: ofParties('B', gaps + 3),
    gapBefore: ofParties('C', gaps + 3),
  };
}

/** A column of a table, named so that a set-up finds it: `{contributions.party}`. */
export const to = (address: string): string => `{${address}}`;

export const array = (body: string): string => `=ARRAYFORMULA(${body})`;

/** The first rows of a list; the words when it is empty. */
export const firstRows = (list: string, rows: number, columns: number, otherwise: string): string =>
  `ARRAY_CONSTRAIN(IFNA(${list},"${otherwise}"),${rows},${columns})`;

/** Headings side by side, from a cell to the right. */
export const headings = (row: number, from: string, titles: readonly string[]): Record<string, string> =>
  Object.fromEntries(titles.map((title, i) => [`${String.fromCharCode(from.charCodeAt(0) + i)}${row}`, title]));
