/** Google's colours for series, in order. */
export const PALETTE = [
  '#4285f4',
  '#ea4335',
  '#fbbc04',
  '#34a853',
  '#ff6d01',
  '#46bdc6',
  '#7baaf7',
  '#f07b72',
  '#fcd04f',
  '#71c287',
];

export const INK = '#3c4043';
export const QUIET = '#5f6368';
export const LINES = '#dadce0';
export const FONT = "Roboto, Arial, 'Helvetica Neue', sans-serif";

/** Told apart without colour: every series has another mark and another stroke. */
const MARKS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow', 'pin'];
const STROKES: ('solid' | number[])[] = ['solid', [7, 4], [2, 3], [10, 3, 2, 3], [14, 5], [4, 2, 1, 2]];

/** Google's names of marks by this library's. */
const NAMED_MARKS: Record<string, string> = { square: 'rect', star: 'pin', polygon: 'roundRect' };

export function markOf(index: number, named: unknown): string {
  return typeof named === 'string' ? (NAMED_MARKS[named] ?? named) : MARKS[index % MARKS.length]!;
}

export function strokeOf(index: number, dashes: unknown): 'solid' | number[] {
  return Array.isArray(dashes) ? dashes.map(Number) : STROKES[index % STROKES.length]!;
}
