import type { ChartSpec } from '../../contract/chart';

/** What a chart needs to know of a cell. */
export interface ChartCell {
  /** A date is its serial number; null is blank, and so is a text of no length. */
  value: string | number | boolean | null;
  /** As the cell shows it. */
  text: string;
  /** Number format; "" is automatic. */
  pattern: string;
  isDate: boolean;
}

export interface ChartSeries {
  name: string;
  /** One for each cell of the domain. */
  cells: ChartCell[];
}

/** The figures of a chart by Google's rules: the first column is what the others are drawn over. */
export interface ChartData {
  domainName: string;
  domain: ChartCell[];
  series: ChartSeries[];
}

type Table = ChartCell[][];

const BLANK: ChartCell = { value: null, text: '', pattern: '', isDate: false };

/** @param tables the cells of each range of the chart, without those that are hidden and left out */
export function chartData(spec: ChartSpec, tables: Table[]): ChartData {
  const merged = spec.mergeStrategy === 'MERGE_ROWS' ? below(tables) : sideBySide(tables);
  const table = spec.transpose ? transposed(merged) : merged;
  const headers = Math.min(spec.headers < 0 ? foundHeaders(table) : spec.headers, table.length);
  const names = (table[0] ?? []).map((_, column) => nameOf(table.slice(0, headers), column));
  const rows = withoutBlankEnd(table.slice(headers));
  const hasDomain = names.length > 1;
  const domain = rows.map((row, index) => (hasDomain ? row[0]! : countCell(index + 1)));
  const series = names
    .map((name, column) => ({ name, cells: rows.map((row) => row[column]!) }))
    .slice(hasDomain ? 1 : 0);
  return { domainName: hasDomain ? names[0]! : '', domain, series };
}

/** The figure of a cell; null where there is none: a gap, never a zero. */
export function figureOf({ value }: ChartCell): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Whether a column of cells holds nothing but dates, or nothing but numbers, blanks aside. */
export function kindOf(cells: ChartCell[]): 'dates' | 'numbers' | 'words' {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0 || !filled.every((cell) => figureOf(cell) !== null)) return 'words';
  return filled.every(({ isDate }) => isDate) ? 'dates' : filled.some(({ isDate }) => isDate) ? 'words' : 'numbers';
}

function isBlank({ value }: ChartCell): boolean {
  return value === null || value === '';
}

function sideBySide(tables: Table[]): Table {
  const height = Math.max(0, ...tables.map((table) => table.length));
  return Array.from({ length: height }, (_, row) =>
    tables.flatMap((table) => table[row] ?? (table[0] ?? []).map(() => BLANK)),
  );
}

function below(tables: Table[]): Table {
  const width = Math.max(0, ...tables.map((table) => table[0]?.length ?? 0));
  return tables.flat().map((row) => Array.from({ length: width }, (_, column) => row[column] ?? BLANK));
}

function transposed(table: Table): Table {
  return (table[0] ?? []).map((_, column) => table.map((row) => row[column]!));
}

/** One header row where words stand above figures. */
function foundHeaders(table: Table): number {
  const [first = [], ...rest] = table;
  const from = first.length > 1 ? 1 : 0;
  const names = first.slice(from);
  const areWords = names.every((cell) => figureOf(cell) === null) && names.some((cell) => !isBlank(cell));
  return areWords && rest.some((row) => row.slice(from).some((cell) => figureOf(cell) !== null)) ? 1 : 0;
}

function nameOf(headers: Table, column: number): string {
  return headers
    .map((row) => row[column]!.text)
    .filter((text) => text !== '')
    .join(' ');
}

function withoutBlankEnd(rows: Table): Table {
  let end = rows.length;
  while (end > 0 && rows[end - 1]!.every(isBlank)) end--;
  return rows.slice(0, end);
}

function countCell(count: number): ChartCell {
  return { ...BLANK, value: count, text: String(count) };
}
