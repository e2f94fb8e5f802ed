import type { Workbook } from '../workbook/workbook';

/** A sheet as Google's own download has it: what its cells show, with commas, quoted where that is needed. */
export function sheetCsv(workbook: Workbook, sheetId: string): string {
  const { rows, columns } = workbook.extent(sheetId);
  const cells = workbook.displayed(sheetId, { row: 0, column: 0, rows, columns });
  return cells.map((row) => row.map(quoted).join(',')).join('\r\n');
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
