import type { PageChart, PlacedChart } from '../schema/page';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

/** Two blues apart in lightness and an orange: told apart in grey and by people who see few colours. */
const COLORS = ['#174ea6', '#f29900', '#8ab4f8', '#5f6368', '#0d652d'];

/** Draws native charts. Their ranges are bounded, and the first row names the series. */
export function drawCharts(sheet: Sheet, charts: readonly PlacedChart[]): void {
  for (const chart of charts) {
    const builder = sheet
      .newChart()
      .setChartType(typeOf(chart.kind))
      .setNumHeaders(1)
      .setOption('title', chart.title)
      .setOption('width', chart.width)
      .setOption('height', chart.height)
      .setOption('colors', COLORS)
      .setOption('legend', { position: 'top' })
      .setPosition(chart.row, chart.column, 0, 0);
    if (chart.percent) builder.setOption('vAxis', { format: 'percent', minValue: 0 });
    if (chart.axes) {
      const { across, up, from, to } = chart.axes;
      const viewWindow = { min: from, max: to };
      builder
        .setOption('hAxis', { title: across, viewWindow })
        .setOption('vAxis', { title: up, viewWindow })
        .setOption('legend', { position: 'none' });
    }
    if (chart.kind === 'stacked column') builder.setOption('isStacked', true);
    if (chart.kind === 'combo') {
      builder
        .setOption('seriesType', 'bars')
        .setOption('series', { 1: { type: 'line' } })
        .setOption('hAxis', { slantedText: true, slantedTextAngle: 30 });
    }
    sheet.insertChart(withSources(builder, sheet, chart.sources).build());
  }
}

const withSources = (builder: Builder, sheet: Sheet, sources: readonly string[]): Builder =>
  sources.reduce((all, a1) => all.addRange(sheet.getRange(a1)), builder);

function typeOf(kind: PageChart['kind']): GoogleAppsScript.Charts.ChartType {
  if (kind === 'line') return Charts.ChartType.LINE;
  if (kind === 'scatter') return Charts.ChartType.SCATTER;
  return kind === 'combo' ? Charts.ChartType.COMBO : Charts.ChartType.COLUMN;
}
