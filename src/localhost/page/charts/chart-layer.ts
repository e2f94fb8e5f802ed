import { CommandType, type Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { Chart } from '../../contract/chart';
import { element } from '../dom';
import { chartCells } from './chart-cells';
import { chartData } from './chart-data';
import { ChartFigure } from './chart-figure';
import { sheetView } from './chart-place';
import type { StartDrawing } from './draw';

/** The charts of the active sheet, floating over the cells. */
export class ChartLayer {
  private readonly layer = element('div', { class: 'charts', role: 'group', 'aria-label': 'Charts on this sheet' });
  private readonly figures = new Map<number, ChartFigure>();
  private charts: Chart[] = [];
  private startDrawing: StartDrawing | undefined;
  private loading = false;
  private scheduled = false;
  private stale = false;

  constructor(
    private readonly api: FUniver,
    private readonly univer: Univer,
  ) {
    api.addEvent(api.Event.CommandExecuted, ({ type }) => {
      // Figures change by mutations alone; scrolling and choosing a sheet only move the charts.
      if (type === CommandType.MUTATION) this.stale = true;
      this.schedule();
    });
    api.addEvent(api.Event.Scroll, () => this.schedule());
    addEventListener('resize', () => this.schedule());
    this.layer.addEventListener('wheel', (event) => this.passOn(event), { passive: false });
  }

  /** The charts of all sheets; the list before is forgotten. */
  replace(charts: Chart[]): void {
    this.charts = charts;
    this.refresh();
  }

  /** Reads the figures anew: another workbook is shown. */
  refresh(): void {
    this.stale = true;
    this.schedule();
  }

  private schedule(): void {
    if (this.scheduled || (this.charts.length === 0 && this.figures.size === 0)) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.update();
    });
  }

  private update(): void {
    const view = sheetView(this.api, this.univer);
    if (!view) return;
    if (this.layer.parentElement !== view.canvas.parentElement) view.canvas.parentElement?.append(this.layer);
    const sheetId = this.api.getActiveWorkbook()!.getActiveSheet().getSheetId();
    const shown = this.charts.filter((chart) => chart.sheetId === sheetId);
    this.removeOthers(shown);
    if (shown.length > 0) this.load();
    for (const chart of shown) {
      const known = this.figures.get(chart.id);
      const figure = known ?? this.add(chart.id);
      if (this.stale || !known)
        figure.show(chart, chartData(chart, chartCells(this.api, this.univer, chart)), this.startDrawing);
      figure.place(view.place(chart.anchor));
    }
    this.stale = false;
  }

  private add(id: number): ChartFigure {
    const figure = new ChartFigure();
    this.figures.set(id, figure);
    this.layer.append(figure.element);
    return figure;
  }

  private removeOthers(shown: Chart[]): void {
    const ids = new Set(shown.map(({ id }) => id));
    for (const [id, figure] of this.figures) {
      if (ids.has(id)) continue;
      figure.dispose();
      figure.element.remove();
      this.figures.delete(id);
    }
  }

  /** Fetches the drawing library: most workbooks never need it. */
  private load(): void {
    if (this.loading) return;
    this.loading = true;
    const script = element('script', { src: '/charts.js' });
    script.addEventListener('load', () => {
      this.startDrawing = (window as unknown as { startDrawing: StartDrawing }).startDrawing;
      this.refresh();
    });
    script.addEventListener('error', () => {
      this.loading = false;
      script.remove();
    });
    document.head.append(script);
  }

  /** The wheel scrolls the cells below the chart. */
  private passOn(event: WheelEvent): void {
    event.preventDefault();
    event.stopPropagation();
    sheetView(this.api, this.univer)?.canvas.dispatchEvent(new WheelEvent(event.type, event));
  }
}
