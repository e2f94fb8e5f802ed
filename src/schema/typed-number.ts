import { asShown } from '../calc/decimal';
import { isCurrencyCode, isKnownMark } from './currency';
import { exampleNumber, numberNotation } from './number-notation';

export type TypedNumber = { value: number } | { problem: string };

/**
 * Reads a number as a person types it in the sheet's locale: `1,234.50` where a point is decimal, `1.234,50` where a
 * comma is. What could mean two things is refused rather than guessed: `1,5` is not fifteen, `2 30` not two hundred and
 * thirty. Digits may be those of any script, and a currency may stand at either end.
 */
export function readTypedNumber(typed: string, locale: string): TypedNumber {
  const { decimal, group, indian } = numberNotation(locale);
  const [, sign, digits] = /^([+-]?)(.*)$/.exec(withoutCurrency(plainCharacters(typed, locale)))!;
  const [whole, part, ...more] = digits!.split(decimal);
  const grouping = groupsOf(whole!, indian);
  const isWritten = more.length === 0 && /^\d*$/.test(part ?? '') && /\d/.test(digits!) && grouping !== null;
  // A point or comma that this locale does not put between groups, once: it may be meant as the decimal one.
  const isDoubtful = grouping?.length === 1 && '.,'.includes(grouping) && grouping !== group && part === undefined;
  if (!isWritten || isDoubtful) {
    const [, before, after] = /^(\d+)[.,](\d+)$/.exec(digits!) ?? [];
    return before !== undefined
      ? { problem: `Write decimals with a ${decimal === '.' ? 'point' : 'comma'}: ${sign}${before}${decimal}${after}` }
      : { problem: otherwiseWritten(sign + digits!, locale) ?? notANumber(typed, locale) };
  }
  const text = `${whole!.replace(/\D/g, '')}.${part ?? ''}`;
  // 15 digits is what a cell can hold exactly.
  if (text.replace('.', '').replace(/^0+/, '').length > 15) return { problem: 'That number has too many digits.' };
  const value = Number(sign + text);
  return { value: value === 0 ? 0 : value };
}

/** Words behind a number that make it a multiple. A small m is none, it may be metres; nor a billion, which is a thousand of another elsewhere. */
const MULTIPLES: readonly (readonly [words: RegExp, times: number])[] = [
  [/^(?:k|tsd|thousand|tausend|mille|tys|tis|тыс)$/i, 1e3],
  [/^(?:M|[Mm]n|[Mm]io|MIO|MM|[Mm]illion(?:s|en|er|i)?|[Mm]illón|[Mm]illones|[Mm]ilhão|[Mm]ilhões|mln|млн)$/, 1e6],
  [/^(?:bn|mrd|milliarden?|milliards?)$/i, 1e9],
  [/^(?:lakhs?|lacs?)$/i, 1e5],
  [/^(?:crores?|cr)$/i, 1e7],
];

/**
 * How to write what bookkeepers and hurried people write in another way: a minus behind or brackets, thousands by a k,
 * millions by a word, a power of ten, a fraction. It is asked for and not guessed: in brackets some write what they are not sure of.
 */
function otherwiseWritten(text: string, locale: string): string | null {
  const { decimal } = numberNotation(locale);
  const read = (part: string | undefined): number | null => {
    if (part === undefined || /^[+-]/.test(part)) return null;
    const number = readTypedNumber(part, locale);
    return 'value' in number ? number.value : null;
  };
  const [, bracketed, before] = /^(?:\p{Sc}? ?\((.+)\)|(.+?) ?-)$/u.exec(text) ?? [];
  const taken = bracketed ?? before;
  if (read(taken) !== null) return `Write the minus in front: -${taken!}`;
  const written = (value: number): string => String(asShown(value)).replace('.', decimal);
  const [, sign, short, word] = /^([+-]?)([^+-]+?) ?(\p{L}+)\.?$/u.exec(text) ?? [];
  const times = MULTIPLES.find(([words]) => words.test(word ?? ''))?.[1];
  const shortened = times === undefined ? null : read(short);
  if (shortened !== null) return `Write it out: ${sign === '-' ? '-' : ''}${written(shortened * times!)}`;
  // As a calculator or a spreadsheet shortens it.
  const [, size, power] = /^([+-]?\d+(?:[.,]\d+)?)e([+-]?\d\d?)$/i.exec(text) ?? [];
  if (size !== undefined) {
    const value = Number(`${size.replace(',', '.')}e${power!}`);
    if (asShown(Math.abs(value)) < 1e15 && (value === 0 || Math.abs(value) >= 1e-6))
      return `Write it out: ${written(value)}`;
  }
  const part = partWritten(text);
  return part === null ? null : `Write it with decimals: ${written(inDecimals(part))}`;
}

/** `½`, `1 ⅓`, `3/4`, `1 1/2`: a part in one character or with a stroke; null where the text is none. */
export function partWritten(text: string): number | null {
  const spread = text
    .replace(VULGAR, (mark) => ` ${mark.normalize('NFKC')}`)
    .replace(/ +/g, ' ')
    .trim();
  const [, sign, whole, over, under] = /^(-?) ?(?:(\d{1,6}) )??(\d{1,6}) ?[/⁄] ?([1-9]\d{0,5})$/u.exec(spread) ?? [];
  if (sign === undefined) return null;
  const value = Number(whole ?? 0) + Number(over) / Number(under);
  return sign === '-' ? -value : value;
}

/** ¼, ½, ¾, ⅓ and the like. */
const VULGAR = /[\u00bc-\u00be\u2150-\u215e]/g;

/** As many decimals as a part has, or two where it has no end. */
export const inDecimals = (part: number): number => {
  const whole = asShown(part * 1e6);
  return Number.isInteger(whole) ? asShown(part) : Math.round(part * 100) / 100;
};

/** What is said of a text that is no number, with an example of one. */
export const notANumber = (typed: string, locale: string): string =>
  `“${shorten(typed)}” is not a number. Write it like ${exampleNumber(locale)}`;

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/**
 * A text with the characters that our patterns name: digits 0 to 9, one minus, one apostrophe, one kind of space. Copied
 * numbers carry others, and so do keyboards for Arabic, Hindi or Japanese.
 */
export function plainCharacters(typed: string, locale: string): string {
  const { decimal } = numberNotation(locale);
  return (
    typed
      // Marks of direction, soft hyphens, zero-width spaces.
      .replace(/\p{Cf}/gu, '')
      // Full-width forms of ASCII.
      .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(/\p{Nd}/gu, digitOf)
      .replace(/[−–‐‑]/g, '-')
      .replace(/[’‘ʼ]/g, "'")
      .replace(/٫/g, decimal)
      .replace(/٬/g, "'")
      .replace(/[٪﹪]/g, '%')
      .replace(/\s+/g, ' ')
      // A dash in the place of cents that are none: `1'200.–`, `5,- €`.
      .replace(/(\d)[.,]--?(?![\d-])/, (cents, digit: string) => (cents[1] === decimal ? digit : cents))
      .trim()
  );
}

/** The digits of a script stand one after another, from its zero on. */
function digitOf(digit: string): string {
  let value = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(digit.codePointAt(0)! - value - 1))) value++;
  return String(value % 10);
}

/** `€`, `R$`, `kr` and the like. */
const SIGN = /^(?:\p{L}{0,3}\p{Sc}|kr\.?|zł|Kč|Ft|lei|Rs\.?|Fr\.)$/iu;

/** Also a code, in small letters where it is one that we know: `eur`, but not `min` or `pct`. */
const isCurrencyMark = (text: string): boolean =>
  SIGN.test(text) || (/^[A-Z]{3}$/.test(text) && !WORDS.includes(text)) || isCurrencyCode(text) || isKnownMark(text);

/** Three capitals that are no currency: 5 MIO are no 5. */
const WORDS: readonly string[] = ['MIO', 'MLN', 'MRD', 'TSD', 'TYS', 'PCT', 'MIN', 'HRS', 'STD', 'SEC', 'DAY'];

/** `$` of `$1,000`; null where no currency is written. */
export const currencyIn = (typed: string, locale: string): string | null =>
  withCurrency(plainCharacters(typed, locale)).currency;

const withoutCurrency = (text: string): string => withCurrency(text).number;

/** `$1,000`, `-$5`, `$-5`, `1 000 €`: the number without the currency, and without spaces at the sign; and the currency. */
function withCurrency(text: string): { number: string; currency: string | null } {
  const [, sign = '', before = '', inner = '', number = '', after = ''] =
    /^([+-]?) ?([^\d+\-.,']{0,7}?\.?) ?([+-]?) ?([\d.,].*?) ?([^\d.,']{0,7}\.?)$/u.exec(text) ?? [];
  const plain = { number: text, currency: null };
  if (number === '' || (sign && inner) || (before && after)) return plain;
  const isCurrency = [before, after].every((one) => one === '' || isCurrencyMark(one.trim()));
  return isCurrency ? { number: sign + inner + number, currency: (before || after).trim() || null } : plain;
}

/**
 * What separates the groups of a whole number, as often as it does: `''` where there are none, `,,` in `1,234,567`. Null
 * where it is not a whole number, or its groups are not of three digits (or two before the last, where that is usual).
 */
function groupsOf(whole: string, indian: boolean): string | null {
  if (/^\d*$/.test(whole)) return '';
  const groups = /^[1-9]\d{0,2}([ '.,،])\d{3}(?:\1\d{3})*$/.exec(whole);
  const pairs = indian ? /^[1-9]\d?([ '.,])(?:\d{2}\1)*\d{3}$/.exec(whole) : null;
  const separator = (groups ?? pairs)?.[1];
  return separator === undefined ? null : separator.repeat(whole.split(separator).length - 1);
}
