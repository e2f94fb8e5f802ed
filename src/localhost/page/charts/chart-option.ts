import type { EChartsOption } from 'echarts';
import { type ChartOptions, type ChartSpec, isOptions, optionAt } from '../../contract/chart';
import { type FormatNumber, domainAxis, domainScale, valueAxis } from './axes';
import { type ChartData, type ChartSeries, figureOf } from './chart-data';
import { type Size, frame, titleOf } from './layout';
import { FONT, INK, PALETTE } from './look';
import { type Stacking, asShares, legendName, patternOf, seriesOf, shapeOf, stackingOf, targetAxis } from './series';

/** A chart as the drawing library wants it. */
export function chartOption(spec: ChartSpec, data: ChartData, size: Size, format: FormatNumber): EChartsOption {
  const { options } = spec;
  const colors = optionAt(options, 'colors');
  const background = optionAt(options, 'backgroundColor.fill') ?? optionAt(options, 'backgroundColor');
  return {
    animation: false,
    useUTC: true,
    backgroundColor: typeof background === 'string' ? background : '#fff',
    color: Array.isArray(colors) && colors.length > 0 ? colors.map(String) : PALETTE,
    textStyle: { fontFamily: FONT },
    title: titleOf(options, size),
    tooltip: { trigger: 'item', confine: true, textStyle: { color: INK, fontSize: 12 } },
    ...(spec.type === 'PIE' ? pie(options, data, size, format) : overAxes(spec, data, size, format)),
  };
}

function pie(options: ChartOptions, { domain, series }: ChartData, size: Size, format: FormatNumber): EChartsOption {
  const [first] = series;
  const slices = (first?.cells ?? []).flatMap((cell, at) => {
    const value = figureOf(cell);
    return value !== null && value > 0 ? [{ name: domain[at]!.text, value }] : [];
  });
  if (optionAt(options, 'reverseCategories') === true) slices.reverse();
  const { legend, margins } = frame(
    options,
    slices.map(({ name }) => name),
    false,
    size,
  );
  const hole = optionAt(options, 'pieHole');
  const outer = 62;
  return {
    legend,
    series: [
      {
        type: 'pie',
        name: first?.name ?? '',
        data: slices,
        ...margins,
        radius: [typeof hole === 'number' ? `${outer * Math.min(0.9, Math.max(0, hole))}%` : 0, `${outer}%`],
        // Each slice says itself what it is.
        label: {
          formatter: ({ name, percent }) => `${name}\n${Number((percent ?? 0).toFixed(1))}%`,
          color: INK,
          lineHeight: 15,
        },
        itemStyle: { borderColor: '#fff', borderWidth: 1 },
        tooltip: { valueFormatter: (value) => format(Number(value), patternOf(first)) },
      },
    ],
  };
}

function overAxes(spec: ChartSpec, data: ChartData, size: Size, format: FormatNumber): EChartsOption {
  const { options, type } = spec;
  const shapes = data.series.map((_, index) => shapeOf(spec, index));
  const isContinuous = type === 'SCATTER' || !shapes.includes('bars');
  const scale = domainScale(data, isContinuous, options);
  const stacking = stackingOf(options);
  const shown = stacking === 'shares' ? asShares(data) : data;
  const { legend, margins } = frame(
    options,
    data.series.map((one, index) => legendName(options, one, index)),
    shapes.includes('line'),
    size,
  );
  const isLying = type === 'BAR';
  const across = domainAxis(data, scale, options, isLying ? 'vAxis' : 'hAxis', format);
  const isPointsOnly = shapes.every((shape) => shape === 'line' || shape === 'points');
  const upwards = valueAxisNames(options, data.series, isLying).map((name, axis) =>
    valueAxis(options, name, patternOfAxis(data, options, axis, stacking), format, isPointsOnly),
  );
  return {
    legend,
    grid: { ...margins, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    tooltip: {
      trigger: type === 'SCATTER' ? 'item' : 'axis',
      confine: true,
      textStyle: { color: INK, fontSize: 12 },
    },
    // A bar chart begins at the top.
    ...(isLying
      ? { xAxis: upwards, yAxis: { ...across, inverse: !across.inverse } }
      : { xAxis: across, yAxis: upwards }),
    series: shown.series.map((one, index) =>
      seriesOf(one, index, { spec, data: shown, scale, shape: shapes[index]!, stacking, format }),
    ),
  } as EChartsOption;
}

/** The options of the axes on which figures are read, by name: a second one stands at the right. */
function valueAxisNames(options: ChartOptions, series: ChartSeries[], isLying: boolean): string[] {
  const first = isLying ? 'hAxis' : isOptions(optionAt(options, 'vAxes.0')) ? 'vAxes.0' : 'vAxis';
  const hasSecond = !isLying && series.some((_, index) => targetAxis(options, index) === 1);
  return hasSecond ? [first, 'vAxes.1'] : [first];
}

function patternOfAxis({ series }: ChartData, options: ChartOptions, axis: number, stacking: Stacking): string {
  if (stacking === 'shares') return '0%';
  return patternOf(series.find((_, index) => targetAxis(options, index) === axis));
}
