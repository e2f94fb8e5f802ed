import { isoOfDay, isoOfMonth, dayOf } from '../../calc/day';
import { decimalOf } from '../../calc/decimal';
import { nameKey } from '../../calc/name';
import { percentInWords } from '../../calc/statement/words';
import type { Chosen } from '../../documents/fill';
import type { SourceTable } from '../../documents/source';
import { linesTable } from '../../functions/money/revshare-lines';
import { FIGURES } from '../../registers/statement-figures';
import type { Cell } from '../../schema/column';
import { figuresOf, type Statement } from '../closing/period-figures';
import { moneyInWords, type MoneyWords } from '../terms/say';
import { NotReady } from '../workbook';

/** What a statement can be made for. */
export interface StatementChoices {
  sides: readonly string[];
  /** `2026-03`, the latest first. */
  months: readonly string[];
}

/** Figures that are shown also where they are 0. */
const ALWAYS: readonly string[] = ['earned', 'paid', 'balance', 'payable'];

/** The sides, whoever pays last, and the months of the statement. */
export function statementChoices({ rows, parties, agreement }: Statement): StatementChoices {
  const payer = parties[agreement.parties.payer]!;
  return {
    sides: [...parties.filter((party) => party !== payer), payer],
    months: [...new Set(rows.map(({ month }) => isoOfMonth(month)))].reverse(),
  };
}

/** The latest month in which a side earned something; the latest of all where there is none. */
export function latestMonth({ rows }: Statement, side: string): string {
  const own = rows.filter(({ party }) => sameSide(party, side));
  const busy = own.filter(({ earned }) => earned !== 0);
  return isoOfMonth((busy[busy.length - 1] ?? own[own.length - 1] ?? rows[rows.length - 1]!).month);
}

const sameSide = (a: string, b: string): boolean => nameKey(a) === nameKey(b);

/** The account of a side in a month, and the lines that make it: as tables that a document is filled from. */
export function accountTables(
  statement: Statement,
  { side = '', month = '' }: Chosen,
  currency: string,
): Record<'account' | 'accountLines', SourceTable> {
  const words: MoneyWords = { currency, decimals: statement.decimals };
  const own = statement.rows.find((row) => sameSide(row.party, side) && isoOfMonth(row.month) === month);
  if (!own) throw new NotReady(`The statement has nothing of ${side} in ${month}. Choose another side or month.`);
  const figures = figuresOf(statement, own.party, { name: month, from: own.month, to: own.month });
  const account = FIGURES.flatMap(({ key, header }): string[][] => {
    const figure = figures[key];
    if (figure === '' || (figure === 0 && !ALWAYS.includes(key))) return [];
    return [[header, key === 'due' ? isoOfDay(dayOf(figure)!) : moneyInWords(figure as number, words)]];
  });
  return {
    account: tableOf({ figure: 'Figure', amount: 'Amount' }, account),
    accountLines: tableOf(
      { line: 'Line', of: 'Of', base: 'Base', rate: 'Rate', amount: 'Amount', why: 'Why' },
      linesOf(statement, own.month, own.party, words),
    ),
  };
}

function linesOf({ agreement }: Statement, month: number, party: string, words: MoneyWords): string[][] {
  const refuse = (complaint: string): never => {
    throw new NotReady(complaint);
  };
  const money = (cell: Cell | null): string => (typeof cell === 'number' ? moneyInWords(cell, words) : '');
  return linesTable(agreement, refuse).flatMap((cells): string[][] => {
    const [on, of, line, about, base, rate, amount, why] = cells as [Cell, ...(Cell | null)[]];
    if (on !== month || of !== party) return [];
    const part = typeof rate === 'number' ? percentInWords(decimalOf(rate)) : '';
    return [[String(line), String(about ?? ''), money(base ?? null), part, money(amount ?? null), String(why ?? '')]];
  });
}

function tableOf(headings: Readonly<Record<string, string>>, rows: readonly (readonly string[])[]): SourceTable {
  const keys = Object.keys(headings);
  const width = (key: string): number => (key === 'why' ? 360 : 110);
  return {
    tab: null,
    headings: Object.fromEntries(keys.map((key) => [key, { text: headings[key]!, width: width(key) }])),
    rows: rows.map((cells, at) => {
      const shown = Object.fromEntries(keys.map((key, column) => [key, cells[column] ?? '']));
      return { row: at + 1, shown, values: shown };
    }),
  };
}
