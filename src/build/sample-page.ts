import { readdir, readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Sample } from '../sample/sample';
import { tableNamed } from '../registers';
import { dataPage } from './data-page';

/** Each file `<table>.csv` holds a table's rows, with the columns' keys as headings. */
const FOLDER = 'src/sample';

/** The sample partnership as a file of the project: a page that nobody is shown, so that its data burdens no formula. */
export async function samplePage(): Promise<string> {
  const names = (await readdir(FOLDER)).flatMap((file) => /^(.+)\.csv$/.exec(file)?.[1] ?? []);
  const tables = await Promise.all(names.map(async (table) => [table, await sampleTable(table)] as const));
  return dataPage(Object.fromEntries(tables));
}

/** @throws Error that names the file and what is wrong in it */
async function sampleTable(tableId: string): Promise<Sample[string]> {
  const file = `${FOLDER}/${tableId}.csv`;
  const { data, errors } = Papa.parse<string[]>(await readFile(file, 'utf8'), { skipEmptyLines: true });
  const [columns = [], ...rows] = data;
  const unknown = columns.filter((key) => !(key in tableNamed(tableId).columns));
  const uneven = rows.filter((row) => row.length !== columns.length).map((row) => row.join());
  const wrong = [...errors.map(({ message }) => message), ...unknown, ...uneven];
  if (wrong.length > 0) throw new Error(`${file} does not fit its table: ${wrong.join('; ')}`);
  const { initial } = tableNamed(tableId);
  const nowhere = rows.filter(([key]) => initial && initial.filter((row) => row[columns[0]!] === key).length !== 1);
  if (nowhere.length > 0) {
    throw new Error(
      `${file} fills in rows that its table does not begin with once: ${nowhere.map(([key]) => key).join('; ')}`,
    );
  }
  return { columns, rows: rows.map((row) => row.map((text, at) => cellOf(tableId, columns[at]!, text))) };
}

function cellOf(tableId: string, key: string, text: string): string | number {
  const { input, orWords = [] } = tableNamed(tableId).columns[key]!;
  const isNumber = (input === 'number' || input === 'rating') && text !== '' && !orWords.includes(text);
  return isNumber ? Number(text) : text;
}
