/** A day at the beginning of a cell. */
const DAY = /^\s*(?:\d{4}-\d\d?-\d\d?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?!\d)/;

export const isDay = (cell: string): boolean => DAY.test(cell);

/** What a cell looks like before anybody knows what its column means. */
export type Shape = 'blank' | 'day' | 'figure' | 'text';

export function shapeOf(cell: string): Shape {
  if (cell.trim() === '') return 'blank';
  if (isDay(cell)) return 'day';
  return /\d/.test(cell) && !/[^\d\s.,:'’%+()\p{Sc}-]/u.test(cell) ? 'figure' : 'text';
}
