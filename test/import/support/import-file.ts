import { readFileSync } from 'node:fs';
import { doubtsOf, settledPlan, unanswered, type Doubt } from '../../../src/import/doubts';
import { readFileTable, type FileTable } from '../../../src/import/file/file-table';
import { planFor, type Plan } from '../../../src/import/plan';
import { previewOf, type Preview } from '../../../src/import/preview';
import { knownHeadings, recognise } from '../../../src/import/recognise';
import { readRows } from '../../../src/import/rows/read-rows';
import type { SheetFacts } from '../../../src/import/sheet';
import { WITHOUT_PAUSES } from '../../../src/import/slices';
import { sourceNamed } from '../../../src/import/sources';
import { targetNamed } from '../../../src/import/targets';
import { isoOfDay } from '../../../src/calc/day';
import { dataFile } from '../../support/project';

export const SHEET: SheetFacts = {
  locale: 'en_GB',
  zone: 'Europe/Berlin',
  currency: 'EUR',
  today: '2026-12-31',
  sides: [
    { name: 'Studio', liaison: 'Ada Example', email: 'ada@example.com' },
    { name: 'Brand', liaison: 'Ben Example', email: 'ben@example.com' },
  ],
  kinds: ['hours', 'maintenance hours', 'cash', 'goods', 'access', 'idea', 'other'],
  kpis: [
    { name: 'Views', rollUp: 'sum' },
    { name: 'Reach', rollUp: 'sum' },
    { name: 'Streams', rollUp: 'sum' },
    { name: 'Followers', rollUp: 'latest' },
    { name: 'Watched', rollUp: 'average' },
  ],
};

export const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(dataFile(name)));

export const tableOf = (given: Uint8Array | string): Promise<FileTable> =>
  readFileTable(given, knownHeadings, WITHOUT_PAUSES);

export interface Given {
  /** Where several fit, or none. */
  source?: string;
  answers?: Record<string, string>;
  columns?: Record<string, string[]>;
  constants?: Record<string, string>;
  sheet?: Partial<SheetFacts>;
  /** Source keys that the register has already. */
  keys?: readonly string[];
}

export interface Imported {
  plan: Plan;
  doubts: Doubt[];
  /** Keys of the doubts that had no answer. */
  open: string[];
  preview: Preview;
  /** Cells of the rows that would be written; days as ISO texts. */
  rows: Record<string, string | number>[];
  keys: string[];
}

/** A file from its bytes to the rows that would be written, as the page goes through it. */
export async function importTable(table: FileTable, given: Given = {}): Promise<Imported> {
  const sheet = { ...SHEET, ...given.sheet };
  const [found, more] = recognise(table.headings);
  const source = given.source === undefined ? found : sourceNamed(given.source);
  if (!source || (more && given.source === undefined)) {
    throw new Error(
      `Not settled: ${recognise(table.headings)
        .map(({ id }) => id)
        .join(', ')}`,
    );
  }
  const base = planFor(source, table.headings);
  const plan: Plan = {
    ...base,
    columns: { ...base.columns, ...given.columns },
    constants: { ...base.constants, ...given.constants },
    answers: given.answers ?? {},
  };
  const doubts = doubtsOf(plan, table, sheet, given.keys);
  const read = await readRows(settledPlan(plan, doubts), table, sheet, WITHOUT_PAUSES);
  const preview = await previewOf(read, given.keys ?? [], targetNamed(source.target), WITHOUT_PAUSES);
  const rows = preview.rows.map(({ cells }) => {
    const days = Object.entries(cells).filter(([key]) => ['date', 'published', 'due'].includes(key));
    return { ...cells, ...Object.fromEntries(days.map(([key, day]) => [key, isoOfDay(Number(day))])) };
  });
  return {
    plan,
    doubts,
    open: unanswered(plan, doubts).map(({ key }) => key),
    preview,
    rows,
    keys: preview.rows.map(({ key }) => key),
  };
}

export const importFile = async (name: string, given?: Given): Promise<Imported> =>
  importTable(await tableOf(bytesOf(name)), given);
