import { NUMBER_NOTATIONS } from './number-notations';

/** How a locale writes numbers. */
export interface NumberNotation {
  decimal: '.' | ',';
  /** Between groups of digits; a space stands for any kind of space. */
  group: string;
  /** The last group has three digits; those before it two where this is set, as in 12,34,567. */
  indian: boolean;
}

const USUAL = '.,3';

const known = new Map<string, string>();

/** By a locale as Sheets names it: `de_CH`, `fil`. A country that is not known writes as its language's home does. */
export function numberNotation(locale: string): NumberNotation {
  if (known.size === 0) {
    for (const [notation, locales] of NUMBER_NOTATIONS) for (const one of locales.split(' ')) known.set(one, notation);
  }
  const [language = '', country = ''] = locale.split(/[_-]/);
  const home = language.toLowerCase();
  const [decimal, group, digits] = known.get(`${home}_${country.toUpperCase()}`) ?? known.get(home) ?? USUAL;
  return { decimal: decimal as '.' | ',', group: group!, indian: digits === '2' };
}

/** An example of a number in this locale: `1,234.50`. */
export function exampleNumber(locale: string): string {
  const { decimal, group } = numberNotation(locale);
  return `1${group}234${decimal}50`;
}
