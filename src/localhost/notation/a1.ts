/** Cell names as people write them; rows and columns count from 1 here, as in Apps Script. */

/** An area that may be open: a missing row or column means the sheet's edge. */
export interface NamedArea {
  sheetName?: string;
  startRow?: number;
  startColumn?: number;
  endRow?: number;
  endColumn?: number;
}

const notation = /^(?:(?:'((?:[^']|'')+)'|([^'].*))!)?\$?([A-Za-z]{1,3})?\$?(\d+)?(?::\$?([A-Za-z]{1,3})?\$?(\d+)?)?$/;

const r1c1 = /^((?:'(?:[^']|'')+'|[^'!]+)!)?R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i;

/** `Log!R2C3:R4C5` → `Log!C2:E4`; every other text as it is. */
function inA1(text: string): string {
  const [, sheet = '', row, column, endRow, endColumn] = r1c1.exec(text) ?? [];
  if (!Number(row) || !Number(column)) return text;
  const cell = (at: string, line: string): string => `${columnName(Number(at))}${line}`;
  return `${sheet}${cell(column!, row!)}${endRow && endColumn ? `:${cell(endColumn, endRow)}` : ''}`;
}

/** Reads `B3`, `A2:C9`, `A2:A`, `1:1`, `A:C`, `R1C1`, each with or without `Sheet!`; answers undefined for anything else. */
export function readA1(text: string): NamedArea | undefined {
  const match = notation.exec(inA1(text.trim()));
  if (!match) return undefined;
  const [, quoted, plain, fromColumn, fromRow, toColumn, toRow] = match;
  const isRange = text.includes(':', (quoted ?? plain ?? '').length);
  if (!fromColumn && !fromRow) return undefined;
  if (isRange ? !toColumn && !toRow : !fromColumn || !fromRow) return undefined;
  const columns = ordered(
    fromColumn && columnNumber(fromColumn),
    isRange ? toColumn && columnNumber(toColumn) : undefined,
  );
  const rows = ordered(fromRow && Number(fromRow), isRange ? toRow && Number(toRow) : undefined);
  const sheetName = quoted?.replaceAll("''", "'") ?? plain;
  return {
    ...(sheetName !== undefined && { sheetName }),
    ...bounds('Row', rows, isRange),
    ...bounds('Column', columns, isRange),
  };
}

type Pair = [number | undefined, number | undefined];

function ordered(from: number | '' | undefined, to: number | '' | undefined): Pair {
  const pair: Pair = [from || undefined, to || undefined];
  return pair[0] !== undefined && pair[1] !== undefined && pair[0] > pair[1] ? [pair[1], pair[0]] : pair;
}

function bounds(side: 'Row' | 'Column', [from, to]: Pair, isRange: boolean): Partial<NamedArea> {
  const end = isRange ? to : from;
  return { ...(from !== undefined && { [`start${side}`]: from }), ...(end !== undefined && { [`end${side}`]: end }) };
}

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A → 1, AA → 27. */
export function columnNumber(name: string): number {
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

export function a1Of(row: number, column: number, rows = 1, columns = 1): string {
  const first = `${columnName(column)}${row}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnName(column + columns - 1)}${row + rows - 1}`;
}

/** A sheet's name as a reference needs it. */
export function quotedSheetName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}
