import type { PlacedArea } from './engine';

/** Google's `Charts.ChartType`, by its labels. */
export const CHART_TYPES = [
  'TIMELINE',
  'AREA',
  'BAR',
  'BUBBLE',
  'CANDLESTICK',
  'COLUMN',
  'COMBO',
  'GAUGE',
  'GEO',
  'HISTOGRAM',
  'RADAR',
  'LINE',
  'ORG',
  'PIE',
  'SCATTER',
  'SPARKLINE',
  'STEPPED_AREA',
  'TABLE',
  'TREEMAP',
  'WATERFALL',
] as const;

/** The types that the page draws. */
const DRAWN: readonly string[] = ['AREA', 'BAR', 'COLUMN', 'COMBO', 'LINE', 'PIE', 'SCATTER', 'STEPPED_AREA'];

export function isDrawable(type: ChartType): boolean {
  return DRAWN.includes(type);
}

export type ChartType = (typeof CHART_TYPES)[number];

/** How several ranges make one table: side by side, or below each other. */
export const MERGE_STRATEGIES = ['MERGE_COLUMNS', 'MERGE_ROWS'] as const;

/** Which hidden rows and columns are left out. */
export const HIDDEN_DIMENSION_STRATEGIES = ['IGNORE_BOTH', 'IGNORE_ROWS', 'IGNORE_COLUMNS', 'SHOW_BOTH'] as const;

/** Plain data by the names of Google's chart options: `{ title: 'Hours', legend: { position: 'bottom' } }`. */
export type ChartOptions = Record<string, unknown>;

/** The cell over which a chart's left upper corner lies (from 0), and how many pixels further right and down. */
export interface Anchor {
  row: number;
  column: number;
  offsetX: number;
  offsetY: number;
}

/** What is drawn and where on its sheet. */
export interface ChartSpec {
  type: ChartType;
  ranges: PlacedArea[];
  anchor: Anchor;
  /** How many rows (columns when transposed) name the series; negative: to be found out from the cells. */
  headers: number;
  /** A row is a series instead of a column. */
  transpose: boolean;
  mergeStrategy: (typeof MERGE_STRATEGIES)[number];
  hiddenDimensionStrategy: (typeof HIDDEN_DIMENSION_STRATEGIES)[number];
  options: ChartOptions;
}

/** A chart on a sheet of the workbook. */
export interface Chart extends ChartSpec {
  id: number;
  sheetId: string;
}

/** The value of an option by its path, such as `vAxis.title`; null when it is not set. */
export function optionAt(options: ChartOptions, path: string): unknown {
  let value: unknown = options;
  for (const name of path.split('.')) value = isOptions(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value ?? null;
}

export function isOptions(value: unknown): value is ChartOptions {
  return typeof value === 'object' && value !== null;
}
