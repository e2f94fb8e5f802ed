import type { Alignment, Font, Style } from 'exceljs';
import type { CellStyle } from '../contract/engine';
import { hexColor } from '../notation/colors';

const HORIZONTAL = new Map<unknown, Alignment['horizontal']>([
  [1, 'left'],
  [2, 'center'],
  [3, 'right'],
]);
const VERTICAL = new Map<unknown, Alignment['vertical']>([
  [1, 'top'],
  [2, 'middle'],
  [3, 'bottom'],
]);
const WRAP = 3;

/** How a cell looks, in Excel's words. */
export function excelLook({ pattern, style }: CellStyle): Partial<Style> {
  const { bl, it, fs, ff, cl, bg, ht, vt, tb } = style;
  const [color, ground] = [argb(cl), argb(bg)];
  const font: Partial<Font> = {
    ...(bl === 1 && { bold: true }),
    ...(it === 1 && { italic: true }),
    ...(typeof fs === 'number' && { size: fs }),
    ...(typeof ff === 'string' && { name: ff }),
    ...(color !== undefined && { color: { argb: color } }),
  };
  const [horizontal, vertical] = [HORIZONTAL.get(ht), VERTICAL.get(vt)];
  const alignment: Partial<Alignment> = {
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical }),
    ...(tb === WRAP && { wrapText: true }),
  };
  const look: Partial<Style> = {};
  if (pattern !== '') look.numFmt = pattern;
  if (Object.keys(font).length > 0) look.font = font;
  if (Object.keys(alignment).length > 0) look.alignment = alignment;
  if (ground !== undefined) look.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ground } };
  return look;
}

/** `{ rgb: '#e8f0fe' }` → `FFE8F0FE` */
function argb(color: unknown): string | undefined {
  const { rgb } = (color ?? {}) as { rgb?: unknown };
  const hex = typeof rgb === 'string' ? hexColor(rgb) : undefined;
  return hex && `FF${hex.slice(1).toUpperCase()}`;
}
