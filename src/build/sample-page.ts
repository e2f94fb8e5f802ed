import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Sample } from '../tables/sample';
import { tableNamed } from '../tables/tabs';
import { dataPage } from './data-page';

/** Tables that the sample partnership fills, each from `sample/<table>.csv` with the columns' keys as headings. */
const TABLES = ['parties', 'contributions', 'kpis', 'readings', 'reviews'] as const;

/** The sample partnership as a file of the project: a page that nobody is shown, so that its data burdens no formula. */
export async function samplePage(): Promise<string> {
  const tables = await Promise.all(TABLES.map(async (table) => [table, await sampleTable(table)] as const));
  return dataPage(Object.fromEntries(tables));
}

/** @throws Error that names the file and what is wrong in it */
async function sampleTable(tableId: string): Promise<Sample[string]> {
  const file = `src/build/sample/${tableId}.csv`;
  const { data, errors } = Papa.parse<string[]>(await readFile(file, 'utf8'), { skipEmptyLines: true });
  const [columns = [], ...rows] = data;
  const unknown = columns.filter((key) => !(key in tableNamed(tableId).columns));
  const uneven = rows.filter((row) => row.length !== columns.length).map((row) => row.join());
  const wrong = [...errors.map(({ message }) => message), ...unknown, ...uneven];
  if (wrong.length > 0) throw new Error(`${file} does not fit its table: ${wrong.join('; ')}`);
  return { columns, rows: rows.map((row) => row.map((text, at) => cellOf(tableId, columns[at]!, text))) };
}

function cellOf(tableId: string, key: string, text: string): string | number {
  const { input } = tableNamed(tableId).columns[key]!;
  return text !== '' && (input === 'number' || input === 'rating') ? Number(text) : text;
}
