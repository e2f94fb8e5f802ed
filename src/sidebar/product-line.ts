import { times } from '../calc/arithmetic';
import { decimalOf, numberOf, rescale } from '../calc/decimal';
import { minorUnits } from '../schema/currency';
import type { FormValues, NumberBeside, ProductModel } from '../schema/form';
import { readTypedNumber } from '../schema/typed-number';
import { takesTime } from '../schema/read-number';
import { readTypedTime } from '../schema/typed-time';

/** Units that people write as a letter. */
const SHORT: Record<string, string> = { hours: 'h' };

/**
 * What the numbers that are typed make: `3.5 h × $50 = $175`. Empty while there is nothing to show yet; a sentence where a
 * number is missing.
 */
export function productLine({ factors, unit, currency }: ProductModel, values: FormValues, locale: string): string {
  const counted = unit.values[values[unit.beside] ?? ''] ?? '';
  const [first, ...others] = factors.map((factor) => ({
    ...factor,
    number: numberIn(factor, counted, values, locale),
  }));
  if (!first || first.number === null) return '';
  const amount = money(currency, locale);
  const plain = new Intl.NumberFormat(tag(locale), { maximumFractionDigits: 4 });
  const quantity = `${plain.format(first.number)} ${SHORT[counted] ?? counted}`.trim();
  if (others.some(({ number }) => number === null)) {
    return `${quantity}: no value yet. Give a unit value, or the side an hourly rate in Settings.`;
  }
  const product = others.reduce((all, { number }) => times(all, decimalOf(number!)), decimalOf(first.number));
  // Cash is its own value, and a multiplier of one changes nothing.
  const shown = others.flatMap(({ number }, at) =>
    number === 1 ? [] : [at === 0 ? amount(number!) : plain.format(number!)],
  );
  const places = Math.max(2, minorUnits(currency ?? ''));
  return `${[quantity, ...shown].join(' × ')} = ${amount(numberOf(rescale(product, places), places))}`;
}

function numberIn(
  { key, hours, otherwise }: ProductModel['factors'][number],
  counted: string,
  values: FormValues,
  locale: string,
): number | null {
  const typed = (values[key] ?? '').trim();
  if (typed === '') return otherwise.map((way) => beside(way, values)).find((number) => number !== null) ?? null;
  const read = readTypedNumber(typed, locale);
  if ('value' in read) return read.value;
  const time = takesTime({ hours }, counted) ? readTypedTime(typed, locale) : null;
  return time && 'hours' in time ? time.hours : null;
}

const beside = ({ beside: choice, values, where }: NumberBeside, typed: FormValues): number | null =>
  where && !where.choices.includes(typed[where.beside] ?? '') ? null : (values[typed[choice] ?? ''] ?? null);

const tag = (locale: string): string => locale.replace('_', '-');

/** Whole amounts without decimals; without a currency a plain number. */
function money(currency: string | null, locale: string): (amount: number) => string {
  const format = (options: Intl.NumberFormatOptions): Intl.NumberFormat => new Intl.NumberFormat(tag(locale), options);
  return (amount) => {
    const decimals = Number.isInteger(amount) ? { minimumFractionDigits: 0 } : {};
    if (currency === null) return format(decimals).format(amount);
    return format({ style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...decimals }).format(amount);
  };
}
