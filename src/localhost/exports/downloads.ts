import type { Download, DownloadRequest } from '../contract/host';
import type { Workbook } from '../workbook/workbook';
import { sheetCsv } from './sheet-csv';
import { workbookXlsx } from './workbook-xlsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The file that a person asks for; undefined where there is no such sheet. */
export async function downloadOf(
  workbook: Workbook,
  title: string,
  request: DownloadRequest,
): Promise<Download | undefined> {
  if (request.kind === 'xlsx') return { name: `${title}.xlsx`, type: XLSX, content: await workbookXlsx(workbook) };
  const sheet = workbook.findSheet(request.sheetId);
  if (!sheet) return undefined;
  const content = new TextEncoder().encode(sheetCsv(workbook, sheet.id));
  return { name: `${title} - ${sheet.name}.csv`, type: 'text/csv', content };
}
