import type { FUniver } from '@univerjs/core/facade';
import type {} from '@univerjs/sheets/facade';
import type {} from '@univerjs/sheets-ui/facade';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { HostState } from '../../../src/localhost/page/session';
import { comparable, type ComparableWorkbook } from './comparable-workbook';
import { until } from './until';

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

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  static async open(browser: Browser, address: string, user?: string): Promise<SheetPage> {
    const context = await browser.newContext({ viewport: { width: 1300, height: 800 } });
    const page = await context.newPage();
    // Shorter than a test may take, so that the failure names the step.
    page.setDefaultTimeout(40_000);
    const sheetPage = new SheetPage(page, context);
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(address) && !/^(data|blob|about):/.test(url)) sheetPage.outside.push(url);
    });
    page.on('pageerror', (error) => sheetPage.errors.push(error.message));
    await page.goto(user === undefined ? address : `${address}?user=${encodeURIComponent(user)}`);
    await sheetPage.ready();
    return sheetPage;
  }

  /** The workbook is shown. */
  async ready(): Promise<void> {
    await until('the page is ready', () => this.page.evaluate(() => window.hostState?.ready ?? false), 60_000);
  }

  /** The host has taken all edits of this page. */
  async saved(milliseconds?: number): Promise<void> {
    await until(
      'all is saved',
      () => this.page.evaluate(() => window.hostState.ready && window.hostState.pending === 0),
      milliseconds,
    );
  }

  async select(a1: string): Promise<void> {
    await this.page.evaluate((range) => {
      window.univerAPI.getActiveWorkbook()?.getActiveSheet().getRange(range).activate();
    }, a1);
  }

  /** Types below each other from a cell on, as a person does. */
  async type(a1: string, ...entries: string[]): Promise<void> {
    await this.select(a1);
    for (const entry of entries) {
      // As fast as a quick typist: the grid opens and closes its cell editor in between.
      await this.page.keyboard.type(entry, { delay: 8 });
      await this.page.keyboard.press('Enter');
      await this.page.waitForTimeout(60);
      await this.endEditing();
    }
    await this.saved();
  }

  /** A busy machine makes the grid lose an Enter that comes while its editor opens: a person would press it again. */
  private async endEditing(): Promise<void> {
    const isEditing = () => this.page.evaluate(() => window.univerAPI.getActiveWorkbook()!.isCellEditing());
    for (let tries = 0; tries < 20 && (await isEditing()); tries++) {
      const isClosed = async () => !(await isEditing());
      if (
        await until('it is closed', isClosed, 1_500).then(
          () => true,
          () => false,
        )
      )
        return;
      await this.page.keyboard.press('Enter');
    }
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
    for (const name of path) await this.page.getByRole('menuitem', { name, exact: true }).click();
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
