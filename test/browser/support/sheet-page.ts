import type { FUniver } from '@univerjs/core/facade';
import type {} from '@univerjs/sheets/facade';
import type {} from '@univerjs/sheets-ui/facade';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { HostState } from '../../../src/localhost/page/session';
import { comparable, type ComparableWorkbook } from './comparable-workbook';
import { PATIENCE } from './patience';
import { remark, until } from './until';

declare global {
  interface Window {
    univerAPI: FUniver;
    hostState: HostState;
  }
}

export type CellValue = string | number | boolean | null;

/** One person's page of a local host, in a browser profile of its own. */
export class SheetPage {
  /** Addresses asked for that are not the local host's. Must stay empty. */
  readonly outside: string[] = [];
  /** What went wrong in the page's scripts. Must stay empty. */
  readonly errors: string[] = [];

  constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  static async open<P extends SheetPage>(
    this: new (page: Page, context: BrowserContext) => P,
    browser: Browser,
    address: string,
    user?: string,
  ): Promise<P> {
    const context = await browser.newContext({ viewport: { width: 1300, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const sheetPage = new this(page, context);
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(address) && !/^(data|blob|about):/.test(url)) sheetPage.outside.push(url);
    });
    page.on('pageerror', (error) => sheetPage.errors.push(error.message));
    await page.goto(user === undefined ? address : `${address}?user=${encodeURIComponent(user)}`);
    await sheetPage.ready();
    return sheetPage;
  }

  /** Nothing was asked for outside, and nothing went wrong, since this was last asked: a test answers for itself alone. */
  expectNothingWrong(): void {
    expect({ outside: this.outside.splice(0), errors: this.errors.splice(0) }).toEqual({ outside: [], errors: [] });
  }

  /** The workbook is shown. */
  async ready(): Promise<void> {
    await until('the page is ready', () => this.page.evaluate(() => window.hostState?.ready ?? false));
  }

  /** The host has taken all edits of this page. */
  async saved(): Promise<void> {
    await until('all is saved', () =>
      this.page.evaluate(() => window.hostState.ready && window.hostState.pending === 0),
    );
  }

  async select(a1: string): Promise<void> {
    await this.page.evaluate((range) => {
      window.univerAPI.getActiveWorkbook()?.getActiveSheet().getRange(range).activate();
    }, a1);
  }

  /** Where a cell of the sheet in front is in the window, as long as nothing is scrolled away. */
  async middleOf(a1: string): Promise<{ x: number; y: number }> {
    const { left, right, top, bottom } = await this.page.evaluate((at) => {
      const rect = window.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange(at).getCellRect();
      return { left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom };
    }, a1);
    const grid = await this.page.locator('canvas[id^=univer-sheet-main-canvas]').first().boundingBox();
    return { x: grid!.x + (left + right) / 2, y: grid!.y + (top + bottom) / 2 };
  }

  /** Types below each other from a cell on, as a person does: what a busy machine has lost of it is typed again. */
  async type(a1: string, ...entries: string[]): Promise<void> {
    await this.typeAfter(() => Promise.resolve(), a1, ...entries);
  }

  /** Types with something done between the choice of each cell and its typing. */
  async typeAfter(deed: () => Promise<void>, a1: string, ...entries: string[]): Promise<void> {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(a1) ?? [];
    let sheet = await this.inFront();
    for (const [index, entry] of entries.entries()) {
      const cell = `${column}${Number(row) + index}`;
      let isHeld = false;
      for (let tries = 0; tries < 3 && !isHeld; tries++) {
        sheet = await this.backTo(sheet);
        await this.select(cell);
        await deed();
        await this.typeOnce(entry);
        isHeld = await this.holds(cell, entry);
      }
      if (!isHeld) remark(`${entry} may not stand in ${cell}. ${await this.whereTheKeyboardIs()}`);
    }
    await this.saved();
  }

  /**
   * Brings back the sheet that is typed into: what a script has shown meanwhile has taken its place. A sheet that the script
   * has taken away is typed into no more: the one in front is, whose name is answered.
   */
  private async backTo(sheetName: string): Promise<string> {
    return this.page.evaluate((name) => {
      const workbook = window.univerAPI.getActiveWorkbook()!;
      const sheet = workbook.getSheetByName(name);
      if (sheet && workbook.getActiveSheet().getSheetName() !== name) workbook.setActiveSheet(sheet);
      return workbook.getActiveSheet().getSheetName();
    }, sheetName);
  }

  /** The sheet in front. */
  inFront(): Promise<string> {
    return this.page.evaluate(() => window.univerAPI.getActiveWorkbook()!.getActiveSheet().getSheetName());
  }

  private whereTheKeyboardIs(): Promise<string> {
    return this.page.evaluate(() => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet();
      const { tagName, className } = document.activeElement!;
      const open = [...document.querySelectorAll<HTMLElement>('dialog[open]')].map(({ innerText }) => innerText);
      const at = sheet.getActiveRange()?.getA1Notation();
      return `The keyboard is at ${tagName} ${className}, ${sheet.getSheetName()}!${at} is chosen, open: ${open.join(' / ')}`;
    });
  }

  private async typeOnce(entry: string): Promise<void> {
    // As fast as a quick typist: the grid opens and closes its cell editor in between.
    await this.page.keyboard.type(entry, { delay: 8 });
    await this.page.keyboard.press('Enter');
    await this.page.waitForTimeout(60);
    // An Enter that comes while the editor opens may be lost, too.
    const isEditing = () => this.page.evaluate(() => window.univerAPI.getActiveWorkbook()!.isCellEditing());
    for (let tries = 0; tries < 5 && (await isEditing()); tries++) {
      await this.page.waitForTimeout(500);
      if (await isEditing()) await this.page.keyboard.press('Enter');
    }
  }

  /** Whether a cell holds what was typed, as far as that can be said without reading it as the grid does. */
  private async holds(cell: string, entry: string): Promise<boolean> {
    const [value, formula] = await this.page.evaluate((at): [CellValue, string] => {
      const range = window.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange(at);
      return [range.getRawValue() ?? null, range.getFormula()];
    }, cell);
    const bare = (text: string): string => text.replaceAll(/\s/g, '').toLowerCase();
    // With semicolons it is written otherwise than it is kept.
    if (entry.startsWith('=')) return formula !== '' && (entry.includes(';') || bare(formula) === bare(entry));
    if (/^\d+$/.test(entry)) return Number(value) === Number(entry);
    return /^[a-z ]+$/i.test(entry) ? value === entry : value !== null;
  }

  values(a1: string): Promise<CellValue[][]> {
    return this.page.evaluate((range) => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet();
      return sheet.getRange(range).getRawValues() as CellValue[][];
    }, a1);
  }

  /** Waits until the cells show these values. */
  async shows(a1: string, expected: CellValue[][]): Promise<void> {
    const text = JSON.stringify(expected);
    let last = '';
    await until(
      () => `${a1} shows ${text}; it shows ${last}`,
      async () => (last = JSON.stringify(await this.values(a1))) === text,
    );
  }

  /** Opens the bar's menu and chooses down to the item by name. */
  async choose(...path: string[]): Promise<void> {
    await this.refuseAlert();
    for (const name of path) await this.page.getByRole('menuitem', { name, exact: true }).click();
  }

  /** An alert that nobody expected covers everything: it is closed, and its words are the failure. */
  private async refuseAlert(): Promise<void> {
    const alert = this.page.locator('dialog.alert[open]');
    if ((await alert.count()) === 0) return;
    const said = await alert.allInnerTexts();
    for (const one of await alert.getByRole('button', { name: 'OK' }).all()) await one.click();
    throw new Error(`An alert stands over the sheet: ${said.join(' / ')}`);
  }

  /** The workbook as this page has it. */
  async workbook(): Promise<ComparableWorkbook> {
    return comparable(await this.page.evaluate(() => window.univerAPI.getActiveWorkbook()!.save()));
  }

  /** Shows the sheet of this name as soon as there is one. */
  async show(sheetName: string): Promise<void> {
    await until(`there is a sheet ${sheetName}`, () =>
      this.page.evaluate((name) => {
        const workbook = window.univerAPI.getActiveWorkbook()!;
        const sheet = workbook.getSheetByName(name);
        if (sheet) workbook.setActiveSheet(sheet);
        return sheet !== null;
      }, sheetName),
    );
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
