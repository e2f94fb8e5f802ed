import { CellValueType, type ICellData, type Nullable, numfmt } from '@univerjs/core';
import type { CellValue } from '../contract/engine';

/** What a cell of the engine holds, with the number format it is shown in. */
export function valueOfCell(cell: Nullable<ICellData>, pattern: () => string): CellValue {
  if (!cell) return null;
  const value = cell.v ?? plainText(cell);
  if (value === null || value === undefined) return null;
  if (cell.t === CellValueType.BOOLEAN) return value === 1 || value === true || value === '1';
  if (typeof value === 'number' && isDatePattern(pattern())) return { serial: value };
  return value;
}

export function plainText(cell: Pick<ICellData, 'p'>): string | undefined {
  const stream = cell.p?.body?.dataStream;
  // Rich text ends in a paragraph and a section mark.
  return stream?.replace(/\r\n$/, '').replace(/\r/g, '\n');
}

const datePatterns = new Map<string, boolean>([['', false]]);

export function isDatePattern(pattern: string): boolean {
  let known = datePatterns.get(pattern);
  if (known === undefined) {
    known = numfmt.isValidFormat(pattern) && numfmt.isDateFormat(pattern);
    datePatterns.set(pattern, known);
  }
  return known;
}

/** A cell's text as it stands on the screen. */
export function displayedText(cell: Nullable<ICellData>, pattern: () => string, locale: string): string {
  const value = valueOfCell(cell, () => '');
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number') return String(value);
  const format = pattern();
  return numfmt.format(numfmt.isValidFormat(format) ? format || 'General' : 'General', value, {
    throws: false,
    leap1900: false,
    locale,
  });
}
