import { readdir, readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Sample } from '../sample/sample';
import { stages } from '../registers/settings';
import { tableNamed } from '../registers';
import { dataPage } from './data-page';

/** Each file `<table>.csv` holds a table's rows, with the columns' keys as headings. */
const FOLDER = 'src/sample';

const LIFECYCLE = stages.initial!;

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
  if (tableId === 'stages') return answered(columns, rows);
  return { columns, rows: rows.map((row) => row.map((text, at) => cellOf(tableId, columns[at]!, text))) };
}

/** The signs of the lifecycle, each with its answer; the file names their stages only, so that no sign is written twice. */
function answered(columns: readonly string[], rows: readonly string[][]): Sample[string] {
  const at = (key: string): number => columns.indexOf(key);
  const stages = rows.map((row) => row[at('stage')]);
  if (stages.join() !== LIFECYCLE.map(({ stage }) => stage).join()) {
    throw new Error('src/sample/stages.csv does not have the stages of the lifecycle.');
  }
  return {
    columns: ['stage', 'sign', 'reached'],
    rows: LIFECYCLE.map(({ stage, sign }, i) => [String(stage), String(sign), rows[i]![at('reached')]!]),
  };
}

function cellOf(tableId: string, key: string, text: string): string | number {
  const { input, orWords = [] } = tableNamed(tableId).columns[key]!;
  const isNumber = (input === 'number' || input === 'rating') && text !== '' && !orWords.includes(text);
  return isNumber ? Number(text) : text;
}
