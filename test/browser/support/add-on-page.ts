import type { Frame, FrameLocator, Locator } from 'playwright-core';
import { accessibilityProblems } from './accessibility';
import { SheetPage } from './sheet-page';
import { until } from './until';

/** A person at a sheet with the add-on in it: what they see in its sidebar, and what they do there. */
export class AddOnPage extends SheetPage {
  get sidebar(): FrameLocator {
    return this.page.frameLocator('.sidebar iframe');
  }

  get dialog(): FrameLocator {
    return this.page.frameLocator('dialog iframe');
  }

  /** What the form says, and its buttons for what makes sense next. */
  get status(): Locator {
    return this.sidebar.getByRole('status');
  }

  field(name: string): Locator {
    return this.sidebar.locator(`[name="${name}"]`);
  }

  /** Waits until a field holds this: what a form begins with may come a moment after the form. */
  async fieldHolds(name: string, expected: string): Promise<void> {
    let held = '';
    await until(
      () => `${name} holds “${expected}”; it holds “${held}”`,
      async () => (held = await this.field(name).inputValue()) === expected,
    );
  }

  button(name: string | RegExp): Locator {
    return this.sidebar.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** Chooses an item of the add-on's menu, which comes a moment after the page: it would close a menu that is open. */
  async item(...path: string[]): Promise<void> {
    const menu = this.page.getByRole('menuitem', { name: 'Partner Ledger', exact: true, includeHidden: true });
    await menu.waitFor({ state: 'attached' });
    await this.choose('Extensions', 'Partner Ledger', ...path);
  }

  /** Waits for what the form says after it was sent. */
  async says(text: string | RegExp): Promise<void> {
    await this.status.getByText(text).first().waitFor();
  }

  /** The frame of what is open; one sidebar may just be taking the place of another. */
  async frame(within: 'sidebar' | 'dialog' = 'sidebar'): Promise<Frame> {
    const place = within === 'sidebar' ? '.sidebar iframe' : 'dialog iframe';
    let frame: Frame | null | undefined;
    await until(`there is a frame in the ${within}`, async () => {
      const element = await this.page.locator(place).elementHandle();
      frame = await element?.contentFrame().catch(() => null);
      return frame !== null && frame !== undefined;
    });
    return frame!;
  }

  async problems(within?: 'sidebar' | 'dialog'): Promise<string[]> {
    return accessibilityProblems(await this.frame(within));
  }

  /** The name of the field that the keyboard writes into. */
  async focused(): Promise<string | null | undefined> {
    const frame = await this.frame();
    return frame.evaluate(() => document.activeElement?.getAttribute('name')).catch(() => undefined);
  }

  /** Opens the form of a fresh sheet, and sets up two sides. */
  async setUp(values: Record<string, string> = {}): Promise<void> {
    await this.item('Set up this sheet');
    for (const [name, value] of Object.entries({ first: 'Studio', second: 'Brand', ...values })) {
      if (name === 'currency') await this.field(name).selectOption(value);
      else await this.field(name).fill(value);
    }
    await this.button('Set up').click();
    await this.says('Added: Scorecard');
    await this.saved();
  }

  /** What a cell of a sheet shows, whichever sheet is in front. */
  shownIn(sheet: string, a1: string): Promise<string> {
    return this.page.evaluate(
      ([name, range]) =>
        window.univerAPI.getActiveWorkbook()!.getSheetByName(name!)!.getRange(range!).getDisplayValue() ?? '',
      [sheet, a1],
    );
  }

  /** What the cells of a column show in the sheet in front, by its heading, as far as they show anything. */
  column(heading: string): Promise<string[]> {
    return this.page.evaluate((wanted) => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet();
      const [headings = [], ...rows] = sheet
        .getRange(0, 0, sheet.getMaxRows(), sheet.getMaxColumns())
        .getDisplayValues();
      const at = headings.indexOf(wanted);
      return rows.map((row) => row[at] ?? '').filter((shown) => shown !== '');
    }, heading);
  }

  async columnShows(heading: string, expected: string[]): Promise<void> {
    let shown = '';
    await until(
      () => `${heading} shows ${JSON.stringify(expected)}; it shows ${shown}`,
      async () => (shown = JSON.stringify(await this.column(heading))) === JSON.stringify(expected),
    );
  }

  private clicks = 0;

  /** Takes the keyboard from the sidebar back to the cells. Two clicks at one place would open a cell, however late they come. */
  async clickCells(): Promise<void> {
    this.clicks++;
    await this.page.mouse.click(560, this.clicks % 2 === 0 ? 520 : 550);
  }

  /** Types into a cell of the sheet in front until it shows what it should: a busy machine loses keys. */
  async enter(a1: string, entry: string, shows = entry): Promise<void> {
    const sheet = await this.inFront();
    for (let tries = 0; tries < 5 && (await this.shownIn(sheet, a1)) !== shows; tries++) await this.type(a1, entry);
    expect(await this.shownIn(sheet, a1)).toBe(shows);
  }

  /** Pastes text at a cell of the sheet in front, as it was copied elsewhere. */
  async paste(a1: string, text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    // Only a page whose cells have the keyboard may write there.
    await this.page.bringToFront();
    await this.clickCells();
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.select(a1);
    const before = await this.page.evaluate(() => window.hostState.sequence);
    await this.page.keyboard.press('Control+V');
    // The grid takes a moment until it begins with it.
    await until(`what was pasted at ${a1} is on its way`, () =>
      this.page.evaluate((last) => window.hostState.pending > 0 || window.hostState.sequence > last, before),
    );
    await this.saved();
  }
}
