import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartSpec } from '../../contract/chart';
import type { FormatNumber } from './axes';
import type { ChartData } from './chart-data';
import { chartOption } from './chart-option';

use([
  BarChart,
  LineChart,
  PieChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** A chart that is shown in an element. */
export interface Drawing {
  /** Draws it anew, with other figures or in another size. */
  show(spec: ChartSpec, data: ChartData, size: { width: number; height: number }): void;
  dispose(): void;
}

/** What this bundle, which is loaded with the first chart, gives to the page. */
export type StartDrawing = (element: HTMLElement, format: FormatNumber) => Drawing;

const start: StartDrawing = (element, format) => {
  const chart = init(element, null, { renderer: 'svg', width: 1, height: 1 });
  return {
    show(spec, data, size) {
      chart.resize(size);
      chart.setOption(chartOption(spec, data, size, format), { notMerge: true });
    },
    dispose: () => chart.dispose(),
  };
};

Object.assign(window, { startDrawing: start });
