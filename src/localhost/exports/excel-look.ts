import type { Style } from 'exceljs';
import type { CellStyle } from '../contract/engine';
import { hexColor } from '../notation/colors';

const HORIZONTAL = { 1: 'left', 2: 'center', 3: 'right' } as const;
const VERTICAL = { 1: 'top', 2: 'middle', 3: 'bottom' } as const;
const WRAP = 3;

/** How a cell looks, in Excel's words. */
export function excelLook({ pattern, style }: CellStyle): Partial<Style> {
  const { bl, it, fs, ff, cl, bg, ht, vt, tb } = style as Partial<Record<string, unknown>>;
  const color = argb(cl);
  const fill = argb(bg);
  const font = {
    ...(bl === 1 && { bold: true }),
    ...(it === 1 && { italic: true }),
    ...(typeof fs === 'number' && { size: fs }),
    ...(typeof ff === 'string' && { name: ff }),
    ...(color && { color: { argb: color } }),
  };
  const horizontal = HORIZONTAL[ht as keyof typeof HORIZONTAL];
  const vertical = VERTICAL[vt as keyof typeof VERTICAL];
  const alignment = {
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical }),
    ...(tb === WRAP && { wrapText: true }),
  };
  return {
    ...(pattern !== '' && { numFmt: pattern }),
    ...(Object.keys(font).length > 0 && { font }),
    ...(fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
  };
}

/** `{ rgb: '#e8f0fe' }` → `FFE8F0FE` */
function argb(color: unknown): string | undefined {
  const { rgb } = (color ?? {}) as { rgb?: unknown };
  const hex = typeof rgb === 'string' ? hexColor(rgb) : undefined;
  return hex && `FF${hex.slice(1).toUpperCase()}`;
}
