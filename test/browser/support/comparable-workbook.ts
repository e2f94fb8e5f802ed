import { on } from 'node:events';
import type { IWorkbookData } from '@univerjs/core';
import { WebSocket } from 'ws';
import type { ToPage } from '../../../src/localhost/contract/protocol';

/** What must be alike on all pages: everything but how a person just now looks at it. */
export interface ComparableWorkbook {
  sheets: unknown[];
  /** Notes, rules, names …, by the kind and the id of the sheet. */
  resources: Record<string, unknown>;
}

const comparedResources = /NOTE|VALIDATION|CONDITIONAL|DEFINED_NAME|FILTER/;

/** Brings a saved workbook into a form in which equal workbooks are equal. */
export function comparable(workbook: Pick<IWorkbookData, 'sheets' | 'sheetOrder' | 'resources'>): ComparableWorkbook {
  const sheets = workbook.sheetOrder.map((id) => {
    const { name, cellData, rowCount, columnCount, hidden, freeze, mergeData } = workbook.sheets[id]!;
    const cells: Record<string, unknown> = {};
    for (const [row, line] of Object.entries(cellData ?? {})) {
      for (const [column, cell] of Object.entries(line as Record<string, { v?: unknown; f?: unknown } | null>)) {
        if ((cell?.v ?? cell?.f ?? null) !== null) cells[`${row},${column}`] = [cell?.v ?? null, cell?.f ?? null];
      }
    }
    return { name, cells, rowCount, columnCount, hidden, freeze, mergeData };
  });
  const resources: Record<string, unknown> = {};
  for (const { name, data } of workbook.resources ?? []) {
    if (!comparedResources.test(name) || !data) continue;
    for (const [id, value] of Object.entries(JSON.parse(data) as Record<string, object>)) {
      // Removed sheets and emptied lists leave traces, which mean nothing.
      const isOfSheet = id in workbook.sheets || name.includes('DEFINED_NAME');
      if (isOfSheet && Object.keys(value).length > 0) resources[`${name} ${id}`] = value;
    }
  }
  return { sheets, resources };
}

/** The host's workbook, asked for as a page asks. */
export async function hostWorkbook(address: string): Promise<ComparableWorkbook> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}?user=witness@example.com`);
  try {
    // Messages that come together are kept for the next turn of the loop.
    for await (const [data] of on(socket, 'message') as AsyncIterable<[Buffer]>) {
      const message = JSON.parse(data.toString()) as ToPage;
      if (message.type === 'snapshot') return comparable(message.snapshot.workbook as IWorkbookData);
    }
    throw new Error('The host has closed the connection.');
  } finally {
    socket.close();
  }
}
