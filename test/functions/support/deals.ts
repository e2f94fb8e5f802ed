import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dayOfIso, isoOfDay, isoOfMonth } from '../../../src/calc/day';

/** A table as it is typed: a heading row, then rows; days as ISO texts, blanks as ''. */
export type TypedTable = (string | number)[][];

export interface TypedDeal {
  revenue: TypedTable;
  terms: TypedTable;
  as_of: string;
  payments: TypedTable | '';
  decimals: number;
}

/** A deal with the account that two independent references agree on; months are `2025-01`, amounts texts. */
export interface WorkedDeal {
  id: string;
  input: TypedDeal;
  statement: (string | null)[][];
  lines: string[][];
}

export interface RefusedDeal {
  id: string;
  input: TypedDeal;
  /** Where and what is wrong: `terms, row 6: share 1.01 is above 1`. */
  about: string;
}

const read = <T>(name: string): T[] =>
  gunzipSync(readFileSync(join('test/data', name)))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

export const workedDeals = (): WorkedDeal[] => read('deals.jsonl.gz');
export const refusedDeals = (): RefusedDeal[] => read('deals-refused.jsonl.gz');

const DAY_COLUMNS = ['date', 'effective from'];

/** How a sheet hands a day over. */
export type Arrives = (iso: string) => unknown;

export const asSerial: Arrives = (iso) => dayOfIso(iso) ?? iso;
/** Midnight in a sheet of Berlin, as a script in any zone gets it. */
export const asDate: Arrives = (iso) => (dayOfIso(iso) === null ? iso : new Date(`${iso}T00:00:00+01:00`));

/** The cells of a table as a sheet hands them over. */
export function arriving(table: TypedTable | '', arrives: Arrives = asSerial): unknown {
  if (table === '') return '';
  const [head, ...rows] = table;
  const isDay = head!.map((heading) => DAY_COLUMNS.includes(String(heading).trim().toLowerCase()));
  return [head, ...rows.map((row) => row.map((cell, i) => (isDay[i] ? arrives(String(cell)) : cell)))];
}

export function statementArguments(deal: TypedDeal, arrives: Arrives = asSerial): unknown[] {
  const asOf = deal.as_of === '' ? '' : arrives(deal.as_of);
  return [
    arriving(deal.revenue, arrives),
    arriving(deal.terms, arrives),
    asOf,
    arriving(deal.payments, arrives),
    deal.decimals,
  ];
}

export const linesArguments = (deal: TypedDeal, arrives: Arrives = asSerial): unknown[] =>
  statementArguments(deal, arrives).filter((_, i) => i !== 3);

/** An answered table in the words of a worked deal: months and days as ISO texts, amounts with all their decimals. */
export function inWords(answer: unknown, decimals: number): (string | null)[][] {
  const [head, ...rows] = answer as (string | number | null)[][];
  const cell = (heading: unknown, value: string | number | null): string | null => {
    if (typeof value !== 'number') return heading === 'Of' ? (value ?? '') : value;
    if (heading === 'Month') return isoOfMonth(value);
    return heading === 'Due' ? isoOfDay(value) : value.toFixed(decimals);
  };
  return [head as string[], ...rows.map((row) => row.map((value, i) => cell(head![i], value)))];
}

/** Some columns of a table, by heading. */
export function columns(table: (string | null)[][], ...headings: string[]): (string | null)[][] {
  const places = headings.map((heading) => table[0]!.indexOf(heading));
  return table.map((row) => places.map((place) => row[place]!));
}
