import type { TitleComponentOption } from 'echarts';
import { type ChartOptions, optionAt } from '../../contract/chart';
import { INK, QUIET } from './look';

export interface Size {
  width: number;
  height: number;
}

export function titleOf(options: ChartOptions, { width }: Size): TitleComponentOption {
  const text = (name: string) => {
    const value = optionAt(options, name);
    return typeof value === 'string' ? value : '';
  };
  const style = { width: width - 32, overflow: 'truncate' as const };
  return {
    text: text('title'),
    subtext: text('subtitle'),
    left: 14,
    top: 12,
    textStyle: { color: QUIET, fontSize: 16, fontWeight: 'normal', ...style },
    subtextStyle: { color: QUIET, fontSize: 13, ...style },
  };
}

type LegendPlace = 'right' | 'left' | 'top' | 'bottom' | 'none';

function legendPlace(options: ChartOptions): LegendPlace {
  const place = optionAt(options, 'legend.position') ?? optionAt(options, 'legend');
  if (place === 'labeled') return 'none';
  return place === 'left' || place === 'top' || place === 'bottom' || place === 'none' ? place : 'right';
}

/** The legend, and the room that it and the title leave. */
export function frame(options: ChartOptions, names: string[], hasLines: boolean, { width }: Size) {
  const shown = names.filter((name) => name !== '');
  const place = shown.length > 0 ? legendPlace(options) : 'none';
  const longest = Math.max(0, ...shown.map((name) => name.length));
  const room = Math.min(width * 0.35, longest * 7.5 + 54);
  const titled = optionAt(options, 'title') ? (optionAt(options, 'subtitle') ? 66 : 48) : 18;
  const aside = place === 'right' || place === 'left';
  return {
    legend: {
      show: place !== 'none',
      type: 'scroll' as const,
      data: shown,
      orient: aside ? ('vertical' as const) : ('horizontal' as const),
      // The dash of a line and its mark have to be seen in the legend.
      itemWidth: hasLines ? 30 : 14,
      itemHeight: 10,
      textStyle: { color: INK, ...(aside && { width: room - 46, overflow: 'truncate' as const }) },
      ...(aside ? { [place]: 10, top: titled + 4 } : { left: 'center' as const }),
      ...(place === 'top' && { top: titled - 6 }),
      ...(place === 'bottom' && { bottom: 8 }),
    },
    margins: {
      left: place === 'left' ? room + 12 : 18,
      right: place === 'right' ? room + 12 : 22,
      top: titled + (place === 'top' ? 26 : 6),
      bottom: place === 'bottom' ? 40 : 16,
    },
  };
}
