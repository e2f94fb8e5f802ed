import type { SeriesOption } from 'echarts';
import { type ChartOptions, type ChartSpec, optionAt } from '../../contract/chart';
import { type DomainScale, type FormatNumber, domainPosition } from './axes';
import { type ChartData, type ChartSeries, figureOf } from './chart-data';
import { markOf, strokeOf } from './look';

/** How one series is drawn over a domain. */
export type Shape = 'line' | 'area' | 'steppedArea' | 'bars' | 'points';

const SHAPES: Partial<Record<ChartSpec['type'], Shape>> = {
  AREA: 'area',
  BAR: 'bars',
  COLUMN: 'bars',
  LINE: 'line',
  SCATTER: 'points',
  STEPPED_AREA: 'steppedArea',
};

const COMBO_SHAPES: Record<string, Shape> = { bars: 'bars', area: 'area', steppedArea: 'steppedArea', line: 'line' };

/** More points than this stand too close for a mark each. */
const MARKED = 60;

export function shapeOf({ type, options }: ChartSpec, index: number): Shape {
  if (type !== 'COMBO') return SHAPES[type] ?? 'line';
  const named = seriesOption(options, index, 'type') ?? optionAt(options, 'seriesType');
  return COMBO_SHAPES[String(named)] ?? 'line';
}

/** An option of one series, or the same option of the whole chart. */
function seriesOption(options: ChartOptions, index: number, name: string): unknown {
  return optionAt(options, `series.${index}.${name}`);
}

export function legendName(options: ChartOptions, { name }: ChartSeries, index: number): string {
  return String(seriesOption(options, index, 'labelInLegend') ?? name);
}

export function targetAxis(options: ChartOptions, index: number): number {
  return seriesOption(options, index, 'targetAxisIndex') === 1 ? 1 : 0;
}

export type Stacking = 'none' | 'sums' | 'shares';

export function stackingOf(options: ChartOptions): Stacking {
  const stacked = optionAt(options, 'isStacked');
  if (stacked === 'percent' || stacked === 'relative') return 'shares';
  return stacked === true || stacked === 'absolute' || stacked === 'true' ? 'sums' : 'none';
}

export function asShares(data: ChartData): ChartData {
  const sums = data.domain.map((_, at) =>
    data.series.reduce((sum, { cells }) => sum + Math.abs(figureOf(cells[at]!) ?? 0), 0),
  );
  const series = data.series.map(({ name, cells }) => ({
    name,
    cells: cells.map((cell, at) => {
      const figure = figureOf(cell);
      return { ...cell, pattern: '0%', value: figure === null || sums[at] === 0 ? null : figure / sums[at]! };
    }),
  }));
  return { ...data, series };
}

export function patternOf(series: ChartSeries | undefined): string {
  return series?.cells.find((cell) => figureOf(cell) !== null)?.pattern ?? '';
}

interface SeriesContext {
  spec: ChartSpec;
  data: ChartData;
  scale: DomainScale;
  shape: Shape;
  stacking: Stacking;
  format: FormatNumber;
}

export function seriesOf(one: ChartSeries, index: number, context: SeriesContext): SeriesOption {
  const { spec, data, scale, shape, stacking, format } = context;
  const { options } = spec;
  const option = (name: string) => seriesOption(options, index, name) ?? optionAt(options, name);
  const color = seriesOption(options, index, 'color');
  const isArea = shape === 'area' || shape === 'steppedArea';
  const stack = stacking !== 'none' && shape !== 'points' && shape !== 'line' ? { stack: 'all' } : {};
  const axis = targetAxis(options, index);
  const points = data.domain.map((cell, at) => point(domainPosition(cell, scale), figureOf(one.cells[at]!), scale));
  const common = {
    name: legendName(options, one, index),
    data: points,
    tooltip: { valueFormatter: (value: unknown) => shownValue(value, patternOf(one), format) },
    ...(typeof color === 'string' && { color }),
    ...(axis === 1 && { yAxisIndex: 1 }),
    ...stack,
  };
  if (shape === 'bars') return { ...common, type: 'bar', barMaxWidth: 90 } as SeriesOption;
  const size = option('pointSize');
  const mark = { symbol: markOf(index, option('pointShape')) };
  if (shape === 'points') {
    return { ...common, ...mark, type: 'scatter', symbolSize: typeof size === 'number' ? size : 8 } as SeriesOption;
  }
  const width = option('lineWidth');
  const isMarked = typeof size === 'number' ? size > 0 : data.series.length > 1 && data.domain.length <= MARKED;
  return {
    ...common,
    ...mark,
    type: 'line',
    symbolSize: typeof size === 'number' && size > 0 ? size : 7,
    // A value between two gaps has no line to be seen by.
    showSymbol: isMarked || one.cells.some((_, at) => isAlone(one, at)),
    showAllSymbol: true,
    lineStyle: {
      width: typeof width === 'number' ? width : 2,
      type: strokeOf(data.series.length > 1 ? index : 0, option('lineDashStyle')),
    },
    smooth: option('curveType') === 'function' ? 0.4 : false,
    connectNulls: option('interpolateNulls') === true,
    ...(shape === 'steppedArea' && { step: 'middle' }),
    ...(isArea && { areaStyle: { opacity: 0.3 } }),
  } as SeriesOption;
}

function point(at: number | string | null, figure: number | null, scale: DomainScale): unknown {
  if (scale === 'category') return figure ?? '-';
  return [at ?? '-', figure ?? '-'];
}

function isAlone({ cells }: ChartSeries, at: number): boolean {
  const has = (index: number) => cells[index] !== undefined && figureOf(cells[index]) !== null;
  return has(at) && !has(at - 1) && !has(at + 1);
}

function shownValue(value: unknown, pattern: string, format: FormatNumber): string {
  const figure = Array.isArray(value) ? (value as unknown[]).at(-1) : value;
  return typeof figure === 'number' ? format(figure, pattern) : '–';
}
