import type { Page } from '../schema/page';
import { SCORECARD } from '../registers/pages';
import { attention } from './attention';
import { balance } from './balance';
import { figures } from './figures';
import { healthAndScore } from './health';
import { kpis } from './kpis';
import { lifecycle } from './lifecycle';
import { loop } from './loop';
import { money } from './money';
import { placesFor } from './places';
import { summaryFor } from './portfolio';
import { summary } from './summary';

/** Pixels, a column each: the first eight fit beside the sidebar in a window of 1,100 pixels. */
const WIDTHS = [122, 80, 84, 84, 88, 86, 104, 94, 16, 165, 440, 180, 105];

/** Rows of the largest Scorecard before version 5. */
const FORMER_ROWS = 144;

/** The first page: what to do next, and how the partnership stands in words and figures. */
function scorecardPage(withMoney: boolean): Page {
  const places = placesFor(withMoney);
  const parts = [
    summary,
    balance,
    ...(withMoney ? [money] : []),
    kpis,
    healthAndScore,
    lifecycle,
    loop,
    attention,
    figures,
    summaryFor,
  ];
  const sections = parts.map((of) => of(places));
  return {
    ...SCORECARD,
    ...(withMoney && { needs: ['statementTable'] }),
    grows: places.grows,
    rows: places.rows.end,
    formerRows: FORMER_ROWS,
    widths: WIDTHS,
    heights: Object.assign({}, ...sections.map(({ heights }) => heights)) as Page['heights'],
    cells: Object.assign({}, ...sections.map(({ cells }) => cells)) as Page['cells'],
    notes: Object.assign({}, ...sections.map(({ notes }) => notes)) as Page['notes'],
    kept: Object.assign({}, ...sections.map(({ kept }) => kept)) as NonNullable<Page['kept']>,
    names: Object.assign({}, ...sections.map(({ names }) => names)) as NonNullable<Page['names']>,
    areas: sections.flatMap(({ areas }) => areas),
    merged: sections.flatMap(({ merged = [] }) => merged),
    charts: sections.flatMap(({ charts = [] }) => charts),
    verdicts: {
      at: [
        'A8',
        places.verdict,
        places.kpiStatus,
        places.healthVerdict,
        places.standing,
        places.loopStanding,
        'G9',
        ...(withMoney ? [places.owedSince] : []),
      ],
      tones: [
        { tone: 'good', words: ['balanced', 'on track', 'close', 'reached', 'done'] },
        { tone: 'careful', words: ['at risk', 'no target', 'not known yet', 'next'] },
        { tone: 'bad', words: ['off track', 'not balanced', 'receives', 'far apart', 'overdue'] },
      ],
    },
  };
}

/** The Scorecard, without money and with it. */
export const scorecardPages: readonly Page[] = [scorecardPage(false), scorecardPage(true)];
