import { type Chart, type ChartSpec, isDrawable, optionAt } from '../../contract/chart';
import { element, freshId } from '../dom';
import { formatNumber } from './chart-cells';
import type { ChartData } from './chart-data';
import type { ChartPlace } from './chart-place';
import type { Drawing, StartDrawing } from './draw';
import { chartName, chartSummary, kindName } from './summary';

/** Google's size of a new chart. */
const SIZE = { width: 600, height: 371 };

/** Rows of the table for people who do not see the chart; more are heard from the cells themselves. */
const TOLD_ROWS = 200;

/** One chart over the cells: the drawing, and the same in words and as a table. */
export class ChartFigure {
  readonly element: HTMLElement;
  private readonly picture = element('div', { class: 'picture', 'aria-hidden': 'true' });
  private readonly words = element('figcaption', { class: 'visually-hidden', id: freshId('chart') });
  private readonly table = element('div', { class: 'visually-hidden' });
  private drawing: Drawing | undefined;
  private shown = '';

  constructor() {
    this.element = element(
      'figure',
      { class: 'chart', 'aria-describedby': this.words.id },
      this.picture,
      this.words,
      this.table,
    );
    // The keyboard stays with the cells.
    this.element.addEventListener('pointerdown', (event) => event.preventDefault());
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /** Draws the chart if it would look other than it does. `start` is undefined while the drawing library is loading. */
  show(chart: Chart, data: ChartData, start: StartDrawing | undefined): void {
    const text = JSON.stringify([chart, data, start !== undefined]);
    if (text === this.shown) return;
    this.shown = text;
    const size = sizeOf(chart);
    this.element.style.width = `${size.width}px`;
    this.element.style.height = `${size.height}px`;
    this.element.setAttribute('aria-label', chartName(chart, data));
    this.words.textContent = chartSummary(chart, data);
    this.table.replaceChildren(tableOf(chart, data));
    if (!isDrawable(chart.type)) {
      this.dispose();
      this.picture.textContent = `${kindName(chart)}: the local spreadsheet does not draw this type.`;
    } else if (start) {
      this.drawing ??= start(this.picture, formatNumber);
      this.drawing.show(chart, data, size);
    }
  }

  /** Puts it where its cell is; what lies behind headers and frozen cells is cut off. */
  place({ left, top, clipLeft, clipTop, zoom }: ChartPlace): void {
    const { style } = this.element;
    style.transform = `translate(${left}px, ${top}px) scale(${zoom})`;
    // One pixel more: the outline stands outside.
    const cut = (edge: number, at: number) => Math.max(-1, (edge - at) / zoom);
    style.clipPath = `inset(${cut(clipTop, top)}px -1px -1px ${cut(clipLeft, left)}px)`;
  }

  dispose(): void {
    this.drawing?.dispose();
    this.drawing = undefined;
  }
}

function sizeOf({ options }: ChartSpec): { width: number; height: number } {
  const length = (name: 'width' | 'height') => {
    const value = optionAt(options, name);
    return typeof value === 'number' && value > 0 ? value : SIZE[name];
  };
  return { width: length('width'), height: length('height') };
}

function tableOf(spec: ChartSpec, { domainName, domain, series }: ChartData): HTMLElement {
  const heading = (text: string, scope: 'col' | 'row') => element('th', { scope }, text);
  const names = series.map(({ name }, index) => heading(name === '' ? `Series ${index + 1}` : name, 'col'));
  return element(
    'table',
    { 'aria-label': `Figures of the ${kindName(spec).toLowerCase()}` },
    element('thead', {}, element('tr', {}, heading(domainName === '' ? 'Entry' : domainName, 'col'), ...names)),
    element(
      'tbody',
      {},
      ...domain
        .slice(0, TOLD_ROWS)
        .map((cell, at) =>
          element(
            'tr',
            {},
            heading(cell.text, 'row'),
            ...series.map(({ cells }) => element('td', {}, cells[at]!.text)),
          ),
        ),
    ),
  );
}
