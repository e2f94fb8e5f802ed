import type { FRange } from '@univerjs/sheets/facade';
import { sheetNumber } from '../notation/sheet-number';
import { element } from './dom';
import type { Grid } from './grid';
import { activeCell, placeInWindow } from './view';

/** HYPERLINK with the address as a text, or in a cell of the same sheet. */
const LINK = /\bHYPERLINK\(\s*(?:"([^"]*)"|\$?([A-Z]{1,3})\$?(\d+))\s*[,;)]/i;
/** A sheet, and cells or whole rows of it. */
const WITHIN = /^#gid=(\d+)(?:&range=([A-Z\d:]+))?$/i;
const WEB = /^https?:\/\//i;

/** A chip below the selected cell where it holds a HYPERLINK: clicked, it leads to the cells or the page. */
export class CellLinks {
  private readonly chip = element('button', { type: 'button', class: 'cell-link', hidden: '' });
  private address = '';

  constructor(private readonly grid: Grid) {
    this.chip.addEventListener('click', () => this.follow());
    document.body.append(this.chip);
    addEventListener('wheel', () => this.hide(), { passive: true });
  }

  /** To be called whenever another cell is selected. */
  update(): void {
    const cell = activeCell(this.grid.api);
    this.address = cell ? this.addressIn(cell) : '';
    const isLink = WITHIN.test(this.address) || WEB.test(this.address);
    const place = cell && isLink ? placeInWindow(this.grid, cell) : undefined;
    if (!place) return this.hide();
    this.chip.textContent = this.words();
    this.chip.style.left = `${Math.max(0, place.left)}px`;
    this.chip.style.top = `${place.bottom + 2}px`;
    this.chip.hidden = false;
  }

  private hide(): void {
    this.chip.hidden = true;
  }

  private addressIn(cell: FRange): string {
    const [, text, letters, row] = LINK.exec(cell.getFormula()) ?? [];
    if (text !== undefined || !letters) return text ?? '';
    const sheet = this.grid.api.getActiveWorkbook()?.getActiveSheet();
    return String(sheet?.getRange(`${letters}${row}`).getValue() ?? '');
  }

  private sheet(gid: string) {
    return this.grid.api
      .getActiveWorkbook()
      ?.getSheets()
      .find((one) => sheetNumber(one.getSheetId()) === Number(gid));
  }

  private words(): string {
    const [, gid, cells] = WITHIN.exec(this.address) ?? [];
    if (gid === undefined) return this.address;
    const [, row] = /^(\d+):\1$/.exec(cells ?? '') ?? [];
    const where = row ? `, row ${row}` : cells ? `, ${cells}` : '';
    return `Go to ${this.sheet(gid)?.getSheetName() ?? 'a sheet that is gone'}${where}`;
  }

  private follow(): void {
    this.hide();
    const [, gid, cells] = WITHIN.exec(this.address) ?? [];
    if (gid === undefined) {
      window.open(this.address, '_blank', 'noopener');
      return;
    }
    const sheet = this.sheet(gid);
    if (!sheet) return;
    this.grid.api.getActiveWorkbook()!.setActiveSheet(sheet);
    const [, first, last] = /^(\d+):(\d+)$/.exec(cells ?? '') ?? [];
    if (cells !== undefined) {
      const range = first
        ? sheet.getRange(Number(first) - 1, 0, Number(last) - Number(first) + 1, sheet.getMaxColumns())
        : sheet.getRange(cells);
      range.activate();
      sheet.scrollToCell(range.getRow(), 0);
    }
    this.grid.focus();
  }
}
