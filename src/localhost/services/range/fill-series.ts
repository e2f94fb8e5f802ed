import type { CellValue } from '../../contract/engine';

/** What comes `step` places after a series ends, or before it begins where the step is negative; undefined: the series repeats. */
type Series = (step: number) => CellValue;

/**
 * How values go on: numbers and days along their line, texts that end in a number with the next one. One number alone is
 * repeated, one day alone goes on by days. What Google makes of other texts, such as names of months, is not confirmed:
 * they repeat.
 */
export function seriesOf(values: readonly CellValue[]): Series | undefined {
  if (values.every((value) => typeof value === 'number')) return values.length > 1 ? line(values) : undefined;
  if (values.every((value) => typeof value === 'object' && value !== null)) {
    const serials = values.map((value) => value.serial);
    const next = serials.length > 1 ? line(serials) : (step: number): number => serials[0]! + step;
    return (step) => ({ serial: next(step) });
  }
  const texts = values.map((value) => (typeof value === 'string' ? /^(.*?)(\d+)$/s.exec(value) : null));
  const [first] = texts;
  if (!first || texts.some((text) => text?.[1] !== first[1])) return undefined;
  const numbers = texts.map((text) => Number(text![2]));
  const next = numbers.length > 1 ? line(numbers) : (step: number): number => numbers[0]! + step;
  return (step) => `${first[1]}${String(Math.max(0, Math.round(next(step)))).padStart(first[2]!.length, '0')}`;
}

/** The line through numbers at even distances (least squares); for a step of -1 the place before the first. */
function line(numbers: readonly number[]): (step: number) => number {
  const [last, size] = [numbers.length - 1, numbers.length];
  const mean = numbers.reduce((sum, number) => sum + number, 0) / size;
  const middle = last / 2;
  const spread = numbers.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  const slope = numbers.reduce((sum, number, i) => sum + (i - middle) * (number - mean), 0) / spread;
  // Fifteen digits are what a cell holds.
  return (step) => Number((mean + slope * ((step > 0 ? last + step : step) - middle)).toPrecision(15));
}
