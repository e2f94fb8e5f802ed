import type { FUniver } from '@univerjs/core/facade';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { element } from './dom';

/** More rows than anybody prints would keep the browser busy for minutes. */
const MOST_ROWS = 5_000;

/**
 * Has the browser print the sheet instead of the part of it that is on the screen: as a table, with the looks of its cells,
 * without hidden rows and columns, followed by its charts.
 */
export function printSheets(api: FUniver): void {
  let shown: HTMLElement | undefined;
  addEventListener('beforeprint', () => {
    const sheet = api.getActiveWorkbook()?.getActiveSheet();
    if (!sheet) return;
    shown?.remove();
    shown = element(
      'section',
      { class: 'printed' },
      element('h1', {}, sheet.getSheetName()),
      tableOf(sheet),
      ...charts(),
    );
    document.body.append(shown);
  });
  addEventListener('afterprint', () => {
    shown?.remove();
    shown = undefined;
  });
}

function tableOf(sheet: FWorksheet): HTMLElement {
  const model = sheet.getSheet();
  const { endRow, endColumn } = sheet.getDataRange().getRange();
  const rows = Math.min(endRow, MOST_ROWS - 1);
  const columns = Array.from({ length: endColumn + 1 }, (_, column) => column).filter((column) =>
    model.getColVisible(column),
  );
  const texts = sheet.getRange(0, 0, rows + 1, endColumn + 1).getDisplayValues();
  const group = element(
    'colgroup',
    {},
    ...columns.map((column) => sized(element('col', {}), model.getColumnWidth(column))),
  );
  const body = element('tbody', {});
  for (let row = 0; row <= rows; row++) {
    if (!model.getRowVisible(row)) continue;
    const line = element('tr', {});
    for (const column of columns) {
      const merged = model.getMergedCell(row, column);
      if (merged && (merged.startRow !== row || merged.startColumn !== column)) continue;
      const cell = element('td', {}, String(texts[row]?.[column] ?? ''));
      if (merged) {
        cell.setAttribute('rowspan', String(merged.endRow - merged.startRow + 1));
        cell.setAttribute('colspan', String(merged.endColumn - merged.startColumn + 1));
      }
      dress(cell, model.getComposedCellStyle(row, column), typeof model.getCell(row, column)?.v === 'number');
      line.append(cell);
    }
    body.append(line);
  }
  return element('table', {}, group, body);
}

interface Looks {
  bg?: { rgb?: string | null } | null;
  cl?: { rgb?: string | null } | null;
  bl?: number | null;
  it?: number | null;
  fs?: number | null;
  ht?: number | null;
}

const ALIGNMENTS = ['', 'left', 'center', 'right'];

function dress(cell: HTMLElement, looks: unknown, isNumber: boolean): void {
  const { bg, cl, bl, it, fs, ht } = (looks ?? {}) as Looks;
  const { style } = cell;
  if (bg?.rgb) style.background = bg.rgb;
  if (cl?.rgb) style.color = cl.rgb;
  if (bl === 1) style.fontWeight = 'bold';
  if (it === 1) style.fontStyle = 'italic';
  if (fs) style.fontSize = `${fs}pt`;
  style.textAlign = ALIGNMENTS[ht ?? 0] || (isNumber ? 'right' : 'left');
}

function sized(column: HTMLElement, width: number): HTMLElement {
  column.style.width = `${width}px`;
  return column;
}

function charts(): Node[] {
  return [...document.querySelectorAll<HTMLElement>('.chart:not([hidden])')].map((chart) => chart.cloneNode(true));
}
