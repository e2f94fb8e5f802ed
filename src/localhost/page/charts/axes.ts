import type { XAXisComponentOption, YAXisComponentOption } from 'echarts';
import { type ChartOptions, optionAt } from '../../contract/chart';
import { type ChartCell, type ChartData, figureOf, kindOf } from './chart-data';
import { INK, LINES, QUIET } from './look';

/** Shows a number by a number format. */
export type FormatNumber = (value: number, pattern: string) => string;

type Axis = XAXisComponentOption & YAXisComponentOption;

/** How the domain is laid out: by time or size where it is drawn as points, otherwise one place for each entry. */
export type DomainScale = 'time' | 'value' | 'category';

/** As many dates have room for their names on an axis. */
const NAMED_DATES = 12;

const DAY = 86_400_000;
const UNIX_EPOCH = 25_569;

export function domainScale(data: ChartData, isContinuous: boolean, options: ChartOptions): DomainScale {
  if (!isContinuous || optionAt(options, 'treatLabelsAsText') === true) return 'category';
  const kind = kindOf(data.domain);
  return kind === 'dates' ? 'time' : kind === 'numbers' ? 'value' : 'category';
}

/** Where a cell of the domain stands; null for a blank one. */
export function domainPosition(cell: ChartCell, scale: DomainScale): number | string | null {
  if (scale === 'category') return cell.text;
  const figure = figureOf(cell);
  return figure !== null && scale === 'time' ? Math.round((figure - UNIX_EPOCH) * DAY) : figure;
}

export function domainAxis(
  data: ChartData,
  scale: DomainScale,
  options: ChartOptions,
  name: 'hAxis' | 'vAxis',
  format: FormatNumber,
): Axis {
  const shared = look(options, name, false);
  if (scale === 'category') {
    const axisLabel = { color: QUIET, ...labelling(options, name) };
    return { ...shared, type: 'category', data: data.domain.map(({ text }) => text), axisLabel } as Axis;
  }
  const axis = { ...shared, type: scale, scale: true, ...limits(options, name) };
  const pattern = data.domain.find((cell) => figureOf(cell) !== null)?.pattern ?? '';
  const formatter = (value: number) => format(scale === 'time' ? value / DAY + UNIX_EPOCH : value, pattern);
  // A few dates are named themselves; between many, round ones.
  const dates = scale === 'time' && data.domain.length <= NAMED_DATES ? { customValues: positionsOf(data, scale) } : {};
  return { ...axis, axisLabel: { color: QUIET, hideOverlap: true, formatter, ...dates } } as Axis;
}

/** Slanted names all have room; level ones are left out where they would overlap. */
function labelling(options: ChartOptions, name: string): object {
  if (optionAt(options, `${name}.slantedText`) !== true) return { hideOverlap: true };
  const angle = optionAt(options, `${name}.slantedTextAngle`);
  return { interval: 0, rotate: typeof angle === 'number' ? angle : 30 };
}

function positionsOf({ domain }: ChartData, scale: DomainScale): number[] {
  return domain.map((cell) => domainPosition(cell, scale)).filter((at) => typeof at === 'number');
}

/** @param pattern the number format of the figures */
export function valueAxis(
  options: ChartOptions,
  name: string,
  pattern: string,
  format: FormatNumber,
  fit: boolean,
): Axis {
  const shown = formatOption(optionAt(options, `${name}.format`)) ?? pattern;
  return {
    ...look(options, name, true),
    type: optionAt(options, `${name}.logScale`) === true ? 'log' : 'value',
    scale: fit,
    ...limits(options, name),
    axisLabel: { color: QUIET, hideOverlap: true, formatter: (value: number) => format(value, shown) },
  } as Axis;
}

/** Google's names of formats as patterns. */
function formatOption(format: unknown): string | undefined {
  if (typeof format !== 'string' || format === '') return undefined;
  return { decimal: '#,##0.###', percent: '0%', short: '', long: '', none: '' }[format] ?? format;
}

function limits(options: ChartOptions, name: string): { min?: number; max?: number } {
  const limit = (side: 'min' | 'max') => {
    const value = optionAt(options, `${name}.viewWindow.${side}`) ?? optionAt(options, `${name}.${side}Value`);
    return typeof value === 'number' ? { [side]: value } : {};
  };
  return { ...limit('min'), ...limit('max') };
}

function look(options: ChartOptions, name: string, hasGridLines: boolean): object {
  const title = optionAt(options, `${name}.title`);
  const isReversed = optionAt(options, `${name}.direction`) === -1;
  return {
    ...(typeof title === 'string' && { name: title, nameLocation: 'middle', nameTextStyle: { color: INK } }),
    ...(isReversed && { inverse: true }),
    axisLabel: { color: QUIET, hideOverlap: true },
    axisTick: { show: false },
    axisLine: { show: !hasGridLines, lineStyle: { color: QUIET } },
    splitLine: { show: hasGridLines, lineStyle: { color: LINES } },
  };
}
