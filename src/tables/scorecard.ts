import type { Page, PageCell, Style } from './page';
import { settingIn } from './settings';
import type { Reference } from './table';

const at = (row: number, column: number, style: Style, text: PageCell['text'], note?: string): PageCell => ({
  row,
  column,
  style,
  text,
  ...(note !== undefined && { note }),
});

/** Where each section begins; the sections above it have room for eight parties and ten KPIs. */
const ROWS = { summary: 2, balance: 4, kpis: 16, health: 30, score: 42, review: 51, attention: 57 } as const;

const array = (body: string): string => `=ARRAYFORMULA(${body})`;

/** Rows of a table whose first column is filled, several columns side by side; the words when there is none. */
const filled = (columns: readonly string[], first: string, otherwise: string): string =>
  `IFNA(FILTER(HSTACK(${columns.join(',')}),${first}<>""),"${otherwise}")`;

const heading = (row: number, titles: readonly string[]): PageCell[] =>
  titles.map((title, index) => at(row, index + 1, 'heading', title));

const PERSPECTIVES = ['financial', 'operational', 'relationship', 'innovation'] as const;

/** Attainment of the KPIs of one perspective (all without one), from 0 to 1; `n/a` leaves the others out. */
function attainments(to: Reference, perspective?: string): string {
  const counts = perspective
    ? `(${to('kpis.kpi')}<>"")*(${to('kpis.perspective')}="${perspective}")`
    : `${to('kpis.kpi')}<>""`;
  const attained = to('kpis.attainment');
  return `IF(${counts},IF(ISNUMBER(${attained}),IF(${attained}>1,1,IF(${attained}<0,0,${attained})),""),"n/a")`;
}

const weights = (to: Reference): string => `IF(ISNUMBER(${to('kpis.weight')}),${to('kpis.weight')},1)`;

/** The rating of a side in its latest review. */
const latest = (to: Reference, figure: string): string =>
  `MAP(${to('parties.party')},LAMBDA(side,IF(side="",,IFNA(LET(` +
  `dates,FILTER(${to('reviews.date')},${to('reviews.ratedBy')}=side),` +
  `figures,FILTER(${to(figure)},${to('reviews.ratedBy')}=side),XLOOKUP(MAX(dates),dates,figures,,0,-1)),))))`;

/** One kind of thing that needs attention: the reason and the row, for every row where it holds. */
function reasons(reason: string, tab: string, row: string, holds: string): string {
  return `IFNA(FILTER(HSTACK(${reason},"${tab}, row "&ROW(${row})),${holds}),HSTACK("",""))`;
}

function attention(to: Reference): string {
  const c = (key: string): string => to(`contributions.${key}`);
  const k = (key: string): string => to(`kpis.${key}`);
  const entry = `${c('party')}&": "&${c('quantity')}&" × "&${c('kind')}`;
  const asOf = settingIn(to, 'asOf');
  return array(
    'LET(all,VSTACK(' +
      [
        reasons(`${entry}&" is disputed"`, 'Contributions', c('party'), `${c('state')}="disputed"`),
        reasons(
          `${entry}&" was changed since it was accepted"`,
          'Contributions',
          c('party'),
          `${c('state')}="changed since accepted"`,
        ),
        reasons(`${entry}&" has no value yet"`, 'Contributions', c('party'), `${c('state')}="no value yet"`),
        reasons(
          `${entry}&" waits for an answer"`,
          'Contributions',
          c('party'),
          `(${c('state')}="open")*(${asOf}-${c('date')}>${settingIn(to, 'waiting')})`,
        ),
        reasons(
          `${k('kpi')}&" is "&${k('status')}`,
          'KPIs',
          k('kpi'),
          `(${k('status')}="off track")+(${k('status')}="at risk")`,
        ),
        reasons(`${k('kpi')}&" has no reading"`, 'KPIs', k('kpi'), `(${k('kpi')}<>"")*(${k('actual')}="")`),
      ].join(',') +
      '),IFNA(FILTER(all,INDEX(all,,1)<>""),"Nothing needs attention now."))',
  );
}

/** The first page: how the partnership stands, in figures and in words, and what to do next. */
export const scorecardPage: Page = {
  id: 'scorecard',
  name: 'Scorecard',
  version: 1,
  widths: [250, 110, 110, 110, 110, 120, 150, 190],
  rows: 120,
  cells: [
    at(1, 1, 'title', 'Scorecard'),
    at(1, 7, 'label', 'As of'),
    at(1, 8, 'figure', (to) => `=${settingIn(to, 'asOf')}`),
    at(ROWS.summary, 1, 'words', () => {
      const reasonsColumn = `A${ROWS.attention + 2}:A`;
      return `=LET(things,COUNTIF(B${ROWS.attention + 2}:B,"*row*"),IF(things=0,"Nothing needs attention now.",things&IF(things=1," thing needs"," things need")&" attention now: see "&"the list below."&IF(COUNTA(${reasonsColumn})=0,"","")))`;
    }),

    at(ROWS.balance, 1, 'section', 'Effort and reward'),
    at(
      ROWS.balance + 1,
      1,
      'heading',
      (to) =>
        `=PARTNER_BALANCE(${to('parties.party')},${to('parties.contributed')},${to('parties.agreedSplit')},${settingIn(to, 'tolerance')})`,
      'Share of effort: contributions that count. Reward: the agreed split. Gap: reward − effort. Move: what would have to move for both to be equal.',
    ),

    at(ROWS.kpis, 1, 'section', 'KPIs'),
    ...heading(ROWS.kpis + 1, ['KPI', 'Side', 'Actual', 'Target', 'Attainment', 'Pace', 'Status']),
    at(ROWS.kpis + 2, 1, 'figure', (to) =>
      array(
        filled(
          ['kpi', 'side', 'actual', 'target', 'attainment', 'pace', 'status'].map((key) => to(`kpis.${key}`)),
          to('kpis.kpi'),
          'No KPIs yet: write three to five into the tab KPIs.',
        ),
      ),
    ),
    at(ROWS.kpis + 1, 8, 'words', (to) => {
      const joint = `COUNTIFS(${to('kpis.kpi')},"<>",${to('kpis.side')},"both")`;
      return `=LET(joint,${joint},IF(joint=0,"",IF(joint<3,"Few joint KPIs: three to five are usual.",IF(joint>5,"Many joint KPIs: three to five are usual.",""))))`;
    }),

    at(ROWS.health, 1, 'section', 'How it feels to each side'),
    ...heading(ROWS.health + 1, ['Rated by', 'Health', 'Trust', 'Last review']),
    at(ROWS.health + 2, 1, 'figure', (to) => array(`FILTER(${to('parties.party')},${to('parties.party')}<>"")`)),
    at(ROWS.health + 2, 2, 'figure', (to) => array(latest(to, 'reviews.health'))),
    at(ROWS.health + 2, 3, 'figure', (to) => array(latest(to, 'reviews.trustScore'))),
    at(ROWS.health + 2, 4, 'figure', (to) => array(latest(to, 'reviews.date'))),

    at(ROWS.score, 1, 'section', 'Balanced score'),
    ...heading(ROWS.score + 1, ['Perspective', 'Score', 'Coverage']),
    ...PERSPECTIVES.flatMap((perspective, index) => scoreRow(ROWS.score + 2 + index, perspective, perspective)),
    ...scoreRow(ROWS.score + 2 + PERSPECTIVES.length, 'all KPIs', undefined),

    at(ROWS.review, 1, 'section', 'Next review'),
    at(ROWS.review + 1, 1, 'figure', nextReview),
    at(ROWS.review + 1, 2, 'words', (to) => {
      const asOf = settingIn(to, 'asOf');
      return `=IF(ISNUMBER(A${ROWS.review + 1}),IF(A${ROWS.review + 1}<${asOf},"overdue: rate it now","coming up"),"")`;
    }),

    at(ROWS.attention, 1, 'section', 'What needs attention now'),
    ...heading(ROWS.attention + 1, ['What', 'Where']),
    at(ROWS.attention + 2, 1, 'words', attention),
  ],
  formats: [
    { rows: [1, 1], columns: [8, 8], format: 'yyyy-mm-dd' },
    { rows: [ROWS.balance + 2, ROWS.balance + 9], columns: [2, 4], format: '0.0%' },
    { rows: [ROWS.balance + 2, ROWS.balance + 9], columns: [5, 5], format: '0.00' },
    { rows: [ROWS.balance + 2, ROWS.balance + 9], columns: [6, 6], format: '0.0%' },
    { rows: [ROWS.kpis + 2, ROWS.kpis + 12], columns: [3, 4], format: '#,##0.00' },
    { rows: [ROWS.kpis + 2, ROWS.kpis + 12], columns: [5, 6], format: '0%' },
    { rows: [ROWS.health + 2, ROWS.health + 10], columns: [2, 3], format: '0.0' },
    { rows: [ROWS.health + 2, ROWS.health + 10], columns: [4, 4], format: 'yyyy-mm-dd' },
    { rows: [ROWS.score + 2, ROWS.score + 6], columns: [2, 2], format: '0.0' },
    { rows: [ROWS.score + 2, ROWS.score + 6], columns: [3, 3], format: '0%' },
    { rows: [ROWS.review + 1, ROWS.review + 1], columns: [1, 1], format: 'yyyy-mm-dd' },
  ],
};

function scoreRow(row: number, label: string, perspective: string | undefined): PageCell[] {
  return [
    at(row, 1, 'label', label),
    at(row, 2, 'figure', (to) =>
      array(`PARTNER_SCORE(${attainments(to, perspective)},${weights(to)},1,0,${settingIn(to, 'coverage')})`),
    ),
    at(row, 3, 'figure', (to) => array(`PARTNER_COVERAGE(${attainments(to, perspective)},${weights(to)})`)),
  ];
}

/** The day in the rhythm that follows the latest review; the first one after the start while there was none. */
function nextReview(to: Reference): string {
  const anchor = `IF(ISNUMBER(${settingIn(to, 'anchor')}),${settingIn(to, 'anchor')},${settingIn(to, 'start')})`;
  const last = `IF(COUNT(${to('reviews.date')})=0,${settingIn(to, 'start')},MAX(${to('reviews.date')}))`;
  return `=PARTNER_NEXT_REVIEW(${anchor},${settingIn(to, 'rhythm')},${last})`;
}
