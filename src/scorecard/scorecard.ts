import type { Page } from '../schema/page';
import { SCORECARD } from '../registers/pages';
import { attention } from './attention';
import { balance } from './balance';
import { figures } from './figures';
import { healthAndScore } from './health';
import { kpis } from './kpis';
import { lifecycle } from './lifecycle';
import { placesFor, ROOMS, type Most } from './places';
import { summary } from './summary';

/** The first page: how the partnership stands, in figures and in words, and what to do next. */
function scorecardPage(most: Most): Page {
  const places = placesFor(most);
  const sections = [summary, balance, kpis, healthAndScore, lifecycle, attention, figures].map((of) => of(places));
  const { rows } = places;
  const beside = Math.max(0, 1 + most.parties - WIDTHS.length);
  return {
    ...SCORECARD,
    rows: rows.end,
    room: most,
    widths: [...WIDTHS, ...new Array<number>(beside).fill(105)],
    heights: { 1: 36, 5: 32, 9: 38, [rows.ratings + 1]: 38, [rows.stages + 1]: 38, [rows.gaps + 2]: 38 },
    cells: Object.assign({}, ...sections.map(({ cells }) => cells)) as Page['cells'],
    notes: Object.assign({}, ...sections.map(({ notes }) => notes)) as Page['notes'],
    areas: sections.flatMap(({ areas }) => areas),
    charts: sections.flatMap(({ charts = [] }) => charts),
    verdicts: {
      at: ['A5', places.verdict, places.kpiStatus, places.healthVerdict, places.standing, 'J6'],
      tones: [
        { tone: 'good', words: ['balanced', 'on track', 'close', 'reached'] },
        { tone: 'careful', words: ['at risk', 'no reading', 'no target', 'no logged effort', 'not all known', 'next'] },
        { tone: 'bad', words: ['off track', 'not balanced', 'receives', 'far apart', 'overdue'] },
      ],
    },
  };
}

/** Pixels, a column each. */
const WIDTHS = [210, 105, 105, 85, 90, 95, 100, 180, 16, 165, 440];

/** The Scorecard in its sizes, from the usual one up. */
export const scorecardPages: readonly Page[] = ROOMS.map(scorecardPage);
