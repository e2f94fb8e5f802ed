import { DEFINITIONS } from '../../src/functions/catalogue';
import type { CallFunction } from './compiled';
import { deal } from './deal';
import { collectGarbage, median, ratio, type Row } from './measure';

const SIZES = [1000, 10_000] as const;
const LARGEST = 100_000;
const MILLISECONDS = 1000;
const FLAT = 1.5;

/** Cells of one column: the rows from `first` on. */
type Column = (first: number, rows: number) => unknown[][];

const column =
  (cell: (row: number) => unknown): Column =>
  (first, rows) =>
    Array.from({ length: rows }, (_, i) => [cell(first + i)]);

/** An amount to the cent, another in each row; `scale` cents at most. */
const money = (scale: number) => column((row) => ((row * 7919) % scale) / 100);
const of = (...cells: unknown[]) => column((row) => cells[row % cells.length]);
const days = column((row) => new Date(Date.UTC(2026, 0, 1 + (row % 700))));
const names = column((row) => `Party ${row % 7}`);
const across =
  (width: number, cell: (row: number, column: number) => unknown): Column =>
  (first, rows) =>
    Array.from({ length: rows }, (_, i) => Array.from({ length: width }, (_, c) => cell(first + i, c)));
const always =
  (value: unknown): (() => unknown) =>
  () =>
    value;

/** Refunds are as many to a hundred sales in a small deal as in a large one. */
const dealOf = (_: number, rows: number) => deal({ rows, months: 24, refunds: rows / 100 });

const TIERS = [
  [0, 0.1],
  [5000, 0.15],
  [50_000, 0.2],
];
const STEP_SHARES = [0.5, 0.3, 0.2];

/** What each function is given over many rows, with fractions of money as they come from a sheet. */
const GIVEN: Record<string, (Column | (() => unknown))[]> = {
  REVSHARE: [money(10_000_019), always([[50, 30, 20]])],
  REVSHARE_TIERED: [money(1_000_003), always(TIERS), always('marginal'), always('running')],
  REVSHARE_RECOUP: [money(1_000_003), money(900_001), always(0.5)],
  REVSHARE_TRUEUP: [always(1e9), of(3, 2, 1), money(1_000_003)],
  REVSHARE_WATERFALL: [
    always(1e9),
    (first, rows) => [
      ['step', 'at most', 'A', 'B', 'C'],
      ...Array.from({ length: rows }, (_, i) => [`step ${first + i}`, (i % 900) + 0.5, ...STEP_SHARES]),
    ],
  ],
  REVSHARE_LINES: [(first, rows) => dealOf(first, rows).revenue, (first, rows) => dealOf(first, rows).terms],
  REVSHARE_STATEMENT: [(first, rows) => dealOf(first, rows).revenue, (first, rows) => dealOf(first, rows).terms],
  REVSHARE_SETTLE: [
    names,
    (first, rows) => {
      const balances = money(1_000_003)(first, rows) as number[][];
      const cents = balances.reduce((sum, [balance]) => sum + Math.round(balance! * 100), 0);
      return [...balances.slice(1), [(Math.round(balances[0]![0]! * 100) - cents) / 100]];
    },
  ],
  KPI_PAYOUT: [
    column((row) => (row % 1500) / 1000),
    always([
      [0.8, 0.5],
      [1, 1],
      [1.2, 1.6],
    ]),
  ],
  CONTRIB_SHARES: [names, money(1_000_003), days, always(90)],
  PARTNER_BALANCE: [names, money(1_000_003), money(900_001)],
  PARTNER_FAIRNESS: [money(1_000_003), money(900_001), always('gini')],
  PARTNER_CONCENTRATION: [money(1_000_003), always('hhi')],
  PARTNER_SCORE: [across(5, (row, c) => (row * 7 + c * 3) % 6), always([[0.3, 0.25, 0.2, 0.15, 0.1]])],
  PARTNER_COVERAGE: [across(5, (row, c) => ((row + c) % 9 === 0 ? '' : 3)), always([[0.3, 0.25, 0.2, 0.15, 0.1]])],
  PARTNER_TRUST: [of(9, 8, 7), of(8, 6), of(7, 3, 9), of(2, 3, 1.5)],
  PARTNER_QUADRANT: [column((row) => row % 101), column((row) => (row * 3) % 101)],
  PARTNER_STAGE: [across(5, (row, c) => ((row + c) % 11 === 0 ? 'no' : 'yes')), always([['a', 'a', 'b', 'b', 'c']])],
  PARTNER_CHECKLIST: [across(5, (row, c) => ((row + c) % 11 === 0 ? 'no' : 'yes')), always(4)],
  PARTNER_PORTFOLIO: [of('operational', 'growth', 'experimental'), money(1_000_003)],
  PARTNER_ROI: [money(1_000_003), money(900_001)],
  PARTNER_BREAKEVEN: [money(100_000_007), money(900_001), money(800_011)],
  PARTNER_NEXT_REVIEW: [days, of('monthly', 'weekly', 'quarterly', 30), always(new Date(Date.UTC(2028, 5, 1)))],
  KPI_ATTAINMENT: [money(1_000_003), money(900_001), of('', 10), of('', 'lower'), always(''), always(1.5)],
  KPI_STATUS: [column((row) => (row % 1500) / 1000)],
  KPI_PACE: [money(1_000_003), money(900_001), of(0, 10), days, always(new Date(Date.UTC(2029, 0, 1))), days],
};

/** Every function over 1,000, 10,000 and 100,000 rows: how long, and whether a row costs the same among few as among many. */
export function growthBench(call: CallFunction): Row[] {
  return DEFINITIONS.flatMap(({ name }) => {
    const columns = GIVEN[name];
    // What a new function is to be given over many rows, nobody need say before it is asked how it grows.
    if (!columns) return [];
    const given = (first: number, rows: number) => columns.map((make) => make(first, rows));
    const largest = given(1, LARGEST);
    const milliseconds = median(5, () => call(name, ...largest));
    // As many rows in smaller calls, all answers kept, each run after a clearing away: garbage is not what is compared.
    const growths = SIZES.map((size) => {
      const parts = Array.from({ length: LARGEST / size }, (_, part) => given(1 + part * size, size));
      return ratio(
        5,
        () => call(name, ...largest),
        () => parts.map((part) => call(name, ...part)),
        collectGarbage,
      );
    });
    return {
      what: `${name}, 100,000 rows; a row ÷ among 1,000, 10,000`,
      measured: `${milliseconds.toFixed(0)} ms; ${growths.map((growth) => `${growth.toFixed(2)} ×`).join(', ')}`,
      budget: `≤ ${MILLISECONDS} ms; ≤ ${FLAT} ×`,
      kept: milliseconds <= MILLISECONDS && growths.every((growth) => growth <= FLAT),
    };
  });
}
