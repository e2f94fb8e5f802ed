import { type ChartSpec, optionAt } from '../../contract/chart';
import { type ChartData, type ChartSeries, figureOf } from './chart-data';

/** What kind of chart it is, as people say it: `Line chart`. */
export function kindName({ type }: ChartSpec): string {
  const words = type.toLowerCase().replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} chart`;
}

/** The chart's name: its title, or what it shows. */
export function chartName(spec: ChartSpec, data: ChartData): string {
  const title = optionAt(spec.options, 'title');
  if (typeof title === 'string' && title !== '') return title;
  const names = data.series.map(({ name }) => name).filter((name) => name !== '');
  return names.length > 0 ? `${kindName(spec)}: ${names.join(', ')}` : kindName(spec);
}

/** What a chart shows, in sentences, for people who do not see it. */
export function chartSummary(spec: ChartSpec, data: ChartData): string {
  const { domain, series } = data;
  if (domain.length === 0 || series.length === 0) return `${kindName(spec)} without figures.`;
  const over = `${domain.length} ${domain.length === 1 ? 'entry' : 'entries'}`;
  const sentences = series.map((one, index) => seriesSummary(one, index, data));
  return `${kindName(spec)} over ${over}. ${sentences.join(' ')}`;
}

function seriesSummary({ name, cells }: ChartSeries, index: number, { domain }: ChartData): string {
  const label = name === '' ? `Series ${index + 1}` : name;
  const points = cells.flatMap((cell, at) => {
    const figure = figureOf(cell);
    return figure === null ? [] : [{ figure, text: `${cell.text} (${domain[at]!.text})` }];
  });
  const [first] = points;
  if (!first) return `${label}: no figures.`;
  if (points.length === 1) return `${label}: ${first.text}.`;
  const lowest = points.reduce((a, b) => (b.figure < a.figure ? b : a));
  const highest = points.reduce((a, b) => (b.figure > a.figure ? b : a));
  const missing = cells.length - points.length;
  const gaps = missing === 0 ? '' : `, ${missing} missing`;
  return `${label}: from ${first.text} to ${points.at(-1)!.text}, lowest ${lowest.text}, highest ${highest.text}${gaps}.`;
}
