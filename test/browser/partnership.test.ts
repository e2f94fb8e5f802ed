import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { PROJECT } from '../support/project';
import { centsByParty, togglRows } from '../support/toggl';
import { accessibilityProblems } from './support/accessibility';
import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

const PARTIES = ['Studio', 'Brand'] as const;
/** Pictures for the README, taken when asked for: SCREENSHOTS=1 npm test -- test/browser/partnership */
const pictures = join(__dirname, 'screenshots');

/** One partnership from the empty sheet to the restart, as two people live it: every test goes on where the last ended. */
describeInBrowser('a partnership in the browser', (browser) => {
  const host = new LocalHostProcess(PROJECT, 'Partner Ledger');
  let owner: SheetPage;
  let partner: SheetPage;

  beforeAll(async () => {
    await host.start();
    owner = await SheetPage.open(browser(), host.address);
    partner = await SheetPage.open(browser(), host.address, 'partner@example.com');
  });

  afterAll(async () => {
    await Promise.all([owner.close(), partner.close()]);
    await host.dispose();
  });

  afterEach(() => {
    for (const page of [owner, partner]) {
      expect(page.outside).toEqual([]);
      expect(page.errors).toEqual([]);
    }
  });

  const form = (page: SheetPage) => page.page.frameLocator('.sidebar iframe');
  const field = (page: SheetPage, name: string) => form(page).locator(`[name="${name}"]`);
  const status = (page: SheetPage) => form(page).getByRole('status');
  const choose = (page: SheetPage, item: string) => page.choose('Extensions', 'Partner Ledger', item);
  const focused = (page: SheetPage) =>
    frame(page).then((content) => content.evaluate(() => document.activeElement?.getAttribute('name')));

  async function frame(page: SheetPage): Promise<Frame> {
    const element = await page.page.locator('.sidebar iframe').elementHandle();
    return (await element!.contentFrame())!;
  }

  /** What the cells of a column show in the sheet in front, by its heading, as far as they show anything. */
  const column = (page: SheetPage, heading: string): Promise<string[]> =>
    page.page.evaluate((wanted) => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet();
      const [headings = [], ...rows] = sheet
        .getRange(0, 0, sheet.getMaxRows(), sheet.getMaxColumns())
        .getDisplayValues();
      const at = headings.indexOf(wanted);
      return rows.map((row) => row[at] ?? '').filter((shown) => shown !== '');
    }, heading);

  async function columnShows(page: SheetPage, heading: string, expected: string[]): Promise<void> {
    let shown = '';
    await until(
      () => `${heading} shows ${JSON.stringify(expected)}; it shows ${shown}`,
      async () => (shown = JSON.stringify(await column(page, heading))) === JSON.stringify(expected),
    );
  }

  /** Takes the keyboard from the sidebar back to the cells. */
  const clickCells = (page: SheetPage) => page.page.mouse.click(560, 520);

  async function picture(page: SheetPage, name: string): Promise<void> {
    if (!process.env.SCREENSHOTS) return;
    mkdirSync(pictures, { recursive: true });
    await page.page.mouse.move(600, 600);
    await page.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  it('is set up from the menu', async () => {
    await choose(owner, 'Set up this sheet');
    await field(owner, 'first').fill(PARTIES[0]);
    await field(owner, 'second').fill(PARTIES[1]);
    await field(owner, 'firstSplit').fill('60');
    await form(owner).getByText('= 60%', { exact: true }).waitFor();
    await field(owner, 'currency').selectOption('EUR');
    expect(await accessibilityProblems(await frame(owner))).toEqual([]);
    await form(owner).getByRole('button', { name: 'Set up' }).click();
    // A tab after the other is laid out: on a busy machine that takes a while.
    await status(owner).getByText('Added: Scorecard').waitFor({ timeout: 40_000 });
    await owner.show('Settings');
    await columnShows(owner, 'Party', [...PARTIES]);
    await columnShows(owner, 'Agreed split', ['60.0%', '40.0%']);
  });

  it('takes a contribution from the keyboard alone, and says what was written and where', async () => {
    await status(owner).getByRole('button', { name: 'Log a contribution' }).click();
    await field(owner, 'quantity').waitFor();
    await owner.show('Contributions');
    await until('the quantity has the focus', async () => (await focused(owner)) === 'quantity');
    await owner.page.keyboard.type('2.5');
    await owner.page.keyboard.press('Tab');
    await owner.page.keyboard.type('80');
    await owner.page.keyboard.press('Tab');
    await owner.page.keyboard.type('=1+1');
    await owner.page.keyboard.press('Tab');
    await owner.page.keyboard.type('<script>alert(1)</script>');
    await owner.page.keyboard.press('Control+Enter');
    await status(owner)
      .getByText(/2\.5 × hours by Studio on .*: written to Contributions, row 2\./)
      .waitFor();
    await columnShows(owner, 'Value', ['€200.00']);
    expect(await column(owner, 'Item')).toEqual(['=1+1']);
    expect(await column(owner, 'Note')).toEqual(['<script>alert(1)</script>']);
    expect(await focused(owner)).toBe('quantity');
    expect(await field(owner, 'note').inputValue()).toBe('');
    expect(await accessibilityProblems(await frame(owner))).toEqual([]);
  });

  it('shows errors at the field, writes nothing and loses nothing that was typed', async () => {
    await field(owner, 'quantity').fill('two');
    await field(owner, 'note').fill('a long story');
    await field(owner, 'note').press('Control+Enter');
    await form(owner).getByText('“two” is not a number.').waitFor();
    expect(await field(owner, 'quantity').getAttribute('aria-invalid')).toBe('true');
    expect(await focused(owner)).toBe('quantity');
    expect(await field(owner, 'note').inputValue()).toBe('a long story');
    expect(await accessibilityProblems(await frame(owner))).toEqual([]);
    expect(await column(owner, 'ID')).toHaveLength(1);
  });

  it('keeps the draft when the sidebar is closed', async () => {
    await field(owner, 'quantity').fill('3');
    // The draft is kept a moment after the last key.
    const kept = (): Promise<boolean> =>
      owner.page.evaluate(async () => {
        const body = JSON.stringify({ functionName: 'openForm', args: ['log'], user: 'owner@example.com' });
        const reply = await fetch('/run', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
        const { value } = (await reply.json()) as { value: { form: { draft: Record<string, string> | null } } };
        return value.form.draft?.quantity === '3';
      });
    await until('the draft is kept', kept, 60_000);
    await owner.page.locator('.sidebar').getByRole('button', { name: 'Close' }).click();
    await choose(owner, 'Log a contribution');
    await until('the draft is back', async () => (await field(owner, 'note').inputValue()) === 'a long story');
    expect(await field(owner, 'quantity').inputValue()).toBe('3');
  });

  it('is written once, however often the button is pressed', async () => {
    await field(owner, 'unitValue').fill('100');
    const button = form(owner).getByRole('button', { name: 'Log it' });
    await button.evaluate((element: HTMLButtonElement) => {
      element.click();
      element.click();
    });
    await status(owner).getByText('row 3').waitFor();
    await columnShows(owner, 'Value', ['€200.00', '€300.00']);
  });

  it('is corrected in a form of its own, where the row that was just written is filled in', async () => {
    await status(owner).getByRole('button', { name: 'Edit the row' }).click();
    await until('the row is there', async () => (await field(owner, 'note').inputValue()) === 'a long story');
    expect(await field(owner, 'unitValue').inputValue()).toBe('100');
    await field(owner, 'note').fill('a shorter story');
    await form(owner).getByRole('button', { name: 'Save the row' }).click();
    await status(owner).getByText('Saved: Contributions, row 3.').waitFor();
    await columnShows(owner, 'Note', ['<script>alert(1)</script>', 'a shorter story']);
    expect(await accessibilityProblems(await frame(owner))).toEqual([]);
  });

  it('shows what an entry makes, keeps what is typed while it is written, and takes it back', async () => {
    await choose(owner, 'Log a contribution');
    // The form before has a field of that name, too.
    await form(owner).getByRole('button', { name: 'Log it' }).waitFor();
    await field(owner, 'quantity').fill('1:30');
    await field(owner, 'unitValue').fill('100');
    await status(owner).getByText('1.5 h × €100 = €150').waitFor();
    // At once, however busy the machine is: what is typed after the answer begins the next entry.
    await (
      await frame(owner)
    ).evaluate(() => {
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Log it')!.click();
      const note = document.querySelector<HTMLTextAreaElement>('[name="note"]')!;
      note.value = 'for the next entry';
      note.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await status(owner).getByText('row 4').waitFor();
    expect(await field(owner, 'note').inputValue()).toBe('for the next entry');
    await columnShows(owner, 'Value', ['€200.00', '€300.00', '€150.00']);
    await status(owner).getByRole('button', { name: 'Undo' }).click();
    await status(owner).getByText('Taken back').waitFor();
    await columnShows(owner, 'Value', ['€200.00', '€300.00']);
    expect(await field(owner, 'quantity').inputValue()).toBe('1:30');
    expect(await accessibilityProblems(await frame(owner))).toEqual([]);
    await field(owner, 'quantity').fill('');
    await field(owner, 'note').fill('');
  });

  it('is the same sheet for the partner, who logs too', async () => {
    await partner.show('Contributions');
    await columnShows(partner, 'Value', ['€200.00', '€300.00']);
    await choose(partner, 'Log a contribution');
    await field(partner, 'quantity').waitFor();
    await field(partner, 'party').selectOption('Brand');
    await field(partner, 'kind').selectOption('cash');
    await field(partner, 'quantity').fill('500');
    await form(partner).getByRole('button', { name: 'Log it' }).click();
    await status(partner).getByText('row 4').waitFor();
    await columnShows(owner, 'Value', ['€200.00', '€300.00', '€500.00']);
    await owner.show('Settings');
    await columnShows(owner, 'Share of contributions', ['50.0%', '50.0%']);
    await owner.show('Contributions');
    await picture(owner, 'log');
  });

  const imported = togglRows(200, PARTIES);

  it('counts 200 rows of a real time tracker that are pasted into the log', async () => {
    const text = imported.map((row) => row.join('\t')).join('\n');
    await owner.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await owner.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await clickCells(owner);
    await owner.select('G5');
    await owner.page.keyboard.press('Control+V');
    await owner.saved();
    await until('all rows have a value', async () => (await column(owner, 'Value')).length === 203, 60_000);
    const cents = centsByParty(imported);
    const expected = [500_00 + cents.get('Studio')!, 500_00 + cents.get('Brand')!];
    await owner.show('Settings');
    await until('the sums are right', async () => {
      const shown = (await column(owner, 'Contributed value')).map((text) => Number(text.replace(/\D/g, '')));
      return JSON.stringify(shown) === JSON.stringify(expected);
    });
    await partner.show('Settings');
    await until('the partner sees them', async () => (await column(partner, 'Contributed value')).length === 2);
  });

  it('splits money by the shares to the cent, and scores, with formulas typed into cells', async () => {
    await owner.page.evaluate(() => void window.univerAPI.getActiveWorkbook()!.insertSheet('Notes'));
    await owner.show('Notes');
    await clickCells(owner);
    const letter = await owner.page.evaluate(() => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getSheetByName('Settings')!;
      const [headings = []] = sheet.getRange(0, 0, 1, sheet.getMaxColumns()).getValues();
      return String.fromCharCode(65 + headings.indexOf('Contributed value'));
    });
    await owner.type('A1', `=REVSHARE(1000,Settings!${letter}2:${letter}3)`);
    await until('the split adds up', async () => {
      const parts = await owner.page.evaluate(() =>
        window.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange('A1:A2').getDisplayValues(),
      );
      const [first, second] = parts.map(([text]) => Math.round(Number(text) * 100));
      return first! + second! === 1000_00 && first !== second;
    });
    await owner.type('C1', '5', '', '4', '=PARTNER_SCORE(C1:C3)', '=REVSHARE(100,D1:D3)');
    await owner.shows('C4', [[90]]);
    await owner.type('D1', '2', '3', '1');
    let shown = '';
    await until(
      () => `the parts stand in the cells; they show ${shown}`,
      async () => {
        const cells = await owner.page.evaluate(() =>
          window.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange('C5:C7').getDisplayValues(),
        );
        shown = JSON.stringify(cells);
        return cells.map(([text]) => Number(text)).join() === '33.33,50,16.67';
      },
    );
    await owner.type('D2', 'abc');
    await owner.select('C5');
    await owner.page.getByText('REVSHARE: shares, row 2: "abc" is not a number').first().waitFor();
  });

  it('is all there after a reload, and after the process was killed and started again', async () => {
    await host.kill();
    await host.start();
    for (const page of [owner, partner]) {
      await page.page.reload();
      await page.ready();
      await page.show('Contributions');
      await until('all rows are back', async () => (await column(page, 'Value')).length === 203, 60_000);
    }
    await owner.show('Notes');
    await owner.shows('C4', [[90]]);
    await owner.show('Settings');
    expect(await column(owner, 'Party')).toEqual([...PARTIES]);
    await picture(owner, 'settings');
  });
});
