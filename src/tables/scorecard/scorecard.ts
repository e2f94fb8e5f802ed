import type { Page } from '../page';
import { SCORECARD } from '../tabs';
import { attention } from './attention';
import { balance } from './balance';
import { figures } from './figures';
import { healthAndScore } from './health';
import { kpis } from './kpis';
import { summary } from './summary';
import { PLACES, type Section } from './places';

const SECTIONS: readonly Section[] = [summary, balance, kpis, healthAndScore, attention, figures];

/** The first page: how the partnership stands, in figures and in words, and what to do next. */
export const scorecardPage: Page = {
  ...SCORECARD,
  rows: 120,
  widths: [200, 105, 105, 85, 90, 90, 105, 190, 16, 165, 440],
  heights: { 1: 36, 5: 32, 9: 38, 31: 38, 89: 38 },
  cells: Object.assign({}, ...SECTIONS.map(({ cells }) => cells)) as Page['cells'],
  notes: Object.assign({}, ...SECTIONS.map(({ notes }) => notes)) as Page['notes'],
  areas: SECTIONS.flatMap(({ areas }) => areas),
  charts: SECTIONS.flatMap(({ charts = [] }) => charts),
  verdicts: {
    at: ['A5', PLACES.verdict, PLACES.kpiStatus, PLACES.healthVerdict, 'J6'],
    tones: [
      { tone: 'good', words: ['balanced', 'on track', 'close'] },
      { tone: 'careful', words: ['at risk', 'no reading', 'no target', 'no logged effort'] },
      { tone: 'bad', words: ['off track', 'not balanced', 'receives', 'far apart', 'overdue'] },
    ],
  },
};
