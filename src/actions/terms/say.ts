import { isoOfDay } from '../../calc/day';
import { decimalOf, roundTo } from '../../calc/decimal';
import { amountInWords, percentInWords } from '../../calc/statement/words';
import type { Cell, Column } from '../../schema/column';

/** How amounts are shown. */
export interface MoneyWords {
  currency: string;
  decimals: number;
}

export const moneyInWords = (amount: number, { currency, decimals }: MoneyWords): string =>
  `${amountInWords(roundTo(amount, decimals), decimals)} ${currency}`.trim();

/** A value as it was understood: 0.6 in a column of parts is `60 %`. */
export function valueInWords(column: Pick<Column, 'format' | 'input'>, cell: Cell, money: MoneyWords): string {
  if (typeof cell !== 'number') return String(cell);
  if (column.input === 'day') return isoOfDay(cell);
  if (column.format.endsWith('%')) return percentInWords(decimalOf(cell));
  return column.format === 'currency' ? moneyInWords(cell, money) : String(cell);
}

/** A template with its `{names}` filled in; a part in square brackets is left out where one of its names is blank. */
export function say(template: string, wordsOf: (name: string) => string): string {
  const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => wordsOf(name));
  const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const whole = template.replace(/\[([^\]]*)\]/g, (_, part: string) =>
    namesIn(part).every((name) => wordsOf(name) !== '') ? part : '',
  );
  return filled(whole);
}
