/** Symbols of the currencies offered first; any other ISO 4217 code is shown as itself. */
const SYMBOLS: Record<string, string> = {
  AUD: 'A$',
  BRL: 'R$',
  CAD: 'CA$',
  CHF: 'CHF ',
  CNY: 'CN¥',
  DKK: 'DKK ',
  EUR: '€',
  GBP: '£',
  INR: '₹',
  JPY: '¥',
  MXN: 'MX$',
  NOK: 'NOK ',
  NZD: 'NZ$',
  PLN: 'PLN ',
  SEK: 'SEK ',
  USD: '$',
};

/** Currencies whose smallest unit is not a hundredth (ISO 4217). */
export const MINOR_UNITS: Record<string, number> = {
  BHD: 3, CLP: 0, ISK: 0, JOD: 3, JPY: 0, KRW: 0, KWD: 3, OMR: 3, PYG: 0, TND: 3, UGX: 0, VND: 0, XAF: 0, XOF: 0,
}; // prettier-ignore

export const CURRENCIES: readonly string[] = Object.keys(SYMBOLS);

/** The currency of a locale such as `en_GB`: a code begins with its country's. The euro where there is none here. */
export const currencyOf = (locale: string): string =>
  CURRENCIES.find((code) => code.slice(0, 2) === locale.slice(3, 5).toUpperCase()) ?? 'EUR';

/** Digits after the decimal point of an amount in this currency. */
export const minorUnits = (currency: string): number => MINOR_UNITS[currency] ?? 2;

/** The number format of amounts, such as `[$€]#,##0.00`; without a symbol while none is set, or something that is no code. */
export function currencyFormat(currency: string | null): string {
  if (!currency || !/^[A-Z]{3}$/i.test(currency)) return '#,##0.00';
  const digits = minorUnits(currency);
  return `[$${SYMBOLS[currency] ?? `${currency} `}]#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`;
}

/** What people write for a currency, in capitals, and the currencies that it may stand for. */
const MARKS: readonly (readonly [marks: string, currencies: string])[] = [
  [
    '$ DOLLAR DOLLARS',
    'ARS AUD BBD BMD BND BSD BZD CAD CLP COP DOP FJD GYD HKD JMD KYD LRD MXN NAD NZD SGD SRD TTD TWD USD UYU XCD',
  ],
  ['US$', 'USD'],
  ['A$ AU$', 'AUD'],
  ['C$ CA$', 'CAD NIO'],
  ['R$', 'BRL'],
  ['MX$ MEX$', 'MXN'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['NT$', 'TWD'],
  ['£ POUND POUNDS', 'EGP FKP GBP GIP LBP SDG SHP SSP SYP'],
  ['¥ ￥', 'CNY JPY'],
  ['CN¥ 元', 'CNY'],
  ['JP¥ 円', 'JPY'],
  ['₹', 'INR'],
  ['RS RS.', 'INR LKR MUR NPR PKR SCR'],
  ['KR KR.', 'DKK ISK NOK SEK'],
  ['FR.', 'CHF'],
  ['ZŁ', 'PLN'],
  ['KČ', 'CZK'],
  ['FT', 'HUF'],
  ['LEI', 'MDL RON'],
  ['€ EURO EUROS', 'EUR'],
  ['R', 'ZAR'],
  ['TL', 'TRY'],
  ['S/ S/.', 'PEN'],
  ['KD', 'KWD'],
  ['YEN', 'JPY'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₴', 'UAH'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['₡', 'CRC'],
  ['₲', 'PYG'],
  ['₵ GH₵', 'GHS'],
  ['₸', 'KZT'],
  ['₾', 'GEL'],
  ['֏', 'AMD'],
  ['₼', 'AZN'],
  ['៛', 'KHR'],
  ['₭', 'LAK'],
  ['₮', 'MNT'],
  ['؋', 'AFN'],
  ['৳', 'BDT'],
];

/** Whether a text is the code of a currency that one of the marks stands for, in any case. */
export const isCurrencyCode = (text: string): boolean =>
  /^[A-Z]{3}$/i.test(text) && MARKS.some(([, codes]) => codes.split(' ').includes(text.toUpperCase()));

/** Whether a text is one of the marks themselves, in any case. */
export const isKnownMark = (text: string): boolean =>
  MARKS.some(([marks]) => marks.split(' ').includes(text.toUpperCase()));

/** Whether what somebody wrote beside an amount, such as `$`, `€`, `EUR` or `kr`, can stand for this currency. */
export function meansCurrency(mark: string, currency: string): boolean {
  const wanted = mark.toUpperCase().replace(/\s/g, '');
  const known = MARKS.find(([marks]) => marks.split(' ').includes(wanted));
  return wanted === currency.toUpperCase() || (known?.[1].split(' ').includes(currency.toUpperCase()) ?? false);
}
