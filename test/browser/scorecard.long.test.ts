import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { PROJECT } from '../support/project';
import { accessibilityProblems } from './support/accessibility';
import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

/** Pictures for the README, taken when asked for: SCREENSHOTS=1 npm test -- test/browser/scorecard */
const pictures = join(__dirname, 'screenshots');

/** The sample partnership as a new user meets it: the first page, then each form once, by the owner or the partner. */
describeInBrowser('the Scorecard and the forms in the browser', (browser) => {
  const host = new LocalHostProcess(PROJECT, 'Partner Ledger');
  let owner: SheetPage;
  let partner: SheetPage;

  beforeAll(async () => {
    await host.start();
    const submission = { key: 'SAMPLE01', locale: 'en_US', values: { sample: 'yes' } };
    const body = { functionName: 'submitForm', args: ['set-up', submission], user: 'owner@example.com' };
    const headers = { 'content-type': 'application/json', origin: new URL(host.address).origin };
    const reply = await fetch(new URL('/run', host.address), { method: 'POST', headers, body: JSON.stringify(body) });
    expect(await reply.text()).toContain('This is a sample');
    owner = await SheetPage.open(browser(), host.address);
    await owner.page.setViewportSize({ width: 1500, height: 940 });
    partner = await SheetPage.open(browser(), host.address, 'partner@example.com');
  }, 180_000);

  afterAll(async () => {
    await Promise.all([owner.close(), partner.close()]);
    await host.dispose();
  });

  /** A picture of the page, or of the sidebar alone. */
  async function picture(page: SheetPage, name: string): Promise<void> {
    if (!process.env.SCREENSHOTS) return;
    mkdirSync(pictures, { recursive: true });
    await page.page.mouse.move(600, 620);
    await page.page.waitForTimeout(500);
    const shown = name.startsWith('form-') ? page.page.locator('.sidebar') : page.page;
    await shown.screenshot({ path: join(pictures, `${name}.png`) });
  }

  const sidebar = (page: SheetPage) => page.page.frameLocator('.sidebar iframe');
  const field = (page: SheetPage, name: string) => sidebar(page).locator(`[name="${name}"]`);

  async function frame(page: SheetPage): Promise<Frame> {
    const element = await page.page.locator('.sidebar iframe').elementHandle();
    return (await element!.contentFrame())!;
  }

  /** Opens a form from the menu and waits for one of its fields. */
  async function open(page: SheetPage, item: string, name: string): Promise<void> {
    await page.choose('Extensions', 'Partner Ledger', item);
    await field(page, name).first().waitFor({ timeout: 40_000 });
    expect(await accessibilityProblems(await frame(page))).toEqual([]);
  }

  /** Presses the form's button and waits for what it says. */
  async function submit(page: SheetPage, button: string, said: RegExp): Promise<void> {
    await sidebar(page).getByRole('button', { name: button, exact: true }).click();
    await sidebar(page).getByRole('status').getByText(said).waitFor({ timeout: 40_000 });
    await page.saved();
  }

  const shown = (page: SheetPage, tab: string, a1: string): Promise<string> =>
    page.page.evaluate(
      ([name, range]) =>
        window.univerAPI.getActiveWorkbook()!.getSheetByName(name!)!.getRange(range!).getDisplayValue() ?? '',
      [tab, a1],
    );

  /** Whether a row of the Scorecard that begins with a text shows another one in the column so many to the right. */
  const anywhere = (page: SheetPage, first: string, column: number, text: string): Promise<boolean> =>
    page.page.evaluate(
      ([begins, at, wanted]) =>
        window.univerAPI
          .getActiveWorkbook()!
          .getSheetByName('Scorecard')!
          .getRange('A1:H70')
          .getDisplayValues()
          .some((row) => row[0] === begins && row[Number(at)] === wanted),
      [first, column, text] as const,
    );

  it('opens with the verdict in words, and charts that are drawn', async () => {
    await until('the Scorecard is computed', async () => (await shown(owner, 'Scorecard', 'A8')) === 'not balanced');
    expect(await shown(owner, 'Scorecard', 'A1')).toBe('Scorecard: Tidewater Audio and Blue Shelf Trust');
    expect(await shown(owner, 'Scorecard', 'C8')).toBe('3 of 8');
    expect(await shown(owner, 'Scorecard', 'A9')).toMatch(
      /Tidewater Audio earned [\d,.]+ USD, [\d,.]+ USD less than its share of the effort/,
    );
    expect(await shown(owner, 'Scorecard', 'A3')).toContain('has received too little for two reviews');
    await picture(owner, 'scorecard');
    await owner.select('A5');
    await owner.page.getByRole('button', { name: 'Go to KPIs, row 4' }).click();
    await until('the row is shown', () =>
      owner.page.evaluate(() => {
        const range = window.univerAPI.getActiveWorkbook()!.getActiveRange()!;
        return range.getSheetName() === 'KPIs' && range.getRow() === 3;
      }),
    );
    await owner.show('Scorecard');
    await owner.page.mouse.move(500, 600);
    await owner.page.mouse.wheel(0, 700);
    for (const title of ['Share of effort beside share of reward', 'KPIs: attainment against target']) {
      await owner.page.getByText(title).first().waitFor({ state: 'attached', timeout: 20_000 });
    }
    await picture(owner, 'scorecard-charts');
    await owner.page.mouse.wheel(0, -2000);
  }, 120_000);

  it('logs a contribution of the owner', async () => {
    await open(owner, 'Log a contribution', 'quantity');
    await field(owner, 'party').selectOption('Tidewater Audio');
    await field(owner, 'kind').selectOption('hours');
    await field(owner, 'quantity').fill('3');
    await field(owner, 'unitValue').fill('55');
    await picture(owner, 'form-log');
    await submit(owner, 'Log it', /3 hours|3 × hours/);
  }, 120_000);

  it('adds a KPI of the owner', async () => {
    await open(owner, 'Add a KPI', 'kpi');
    await field(owner, 'kpi').fill('Episodes released on time');
    await field(owner, 'target').fill('12');
    await picture(owner, 'form-kpi');
    await submit(owner, 'Add it', /Episodes released on time/);
  }, 120_000);

  it('records a reading of the partner', async () => {
    await open(partner, 'Record a KPI', 'actual');
    await field(partner, 'kpi').selectOption('School classes reached');
    await field(partner, 'actual').fill('30');
    await picture(partner, 'form-reading');
    await submit(partner, 'Record it', /School classes reached/);
    await until('the Scorecard follows', () => anywhere(owner, 'School classes reached', 2, '30.00'));
  }, 120_000);

  it('answers entries for the partner', async () => {
    await open(partner, 'Answer entries', 'side');
    await field(partner, 'side').selectOption('Blue Shelf Trust');
    await sidebar(partner).getByLabel('Accept', { exact: true }).first().check();
    await picture(partner, 'form-answers');
    await submit(partner, 'Save 1 accept', /accepted/i);
  }, 120_000);

  it('takes the partner’s ratings', async () => {
    await open(partner, 'Review', 'ratedBy');
    await field(partner, 'ratedBy').selectOption('Blue Shelf Trust');
    await field(partner, 'kind').selectOption('check-in');
    for (const name of ['communication', 'trust', 'valueDelivery', 'financial', 'strategicAlignment']) {
      await sidebar(partner).locator(`[name="${name}"][value="4"]`).check();
    }
    await picture(partner, 'form-review');
    await submit(partner, 'Save the ratings', /Blue Shelf Trust/);
    await until('health follows', () => anywhere(owner, 'Blue Shelf Trust', 1, '75'));
  }, 120_000);

  it('edits the row on which the owner stands', async () => {
    await owner.show('Contributions');
    await owner.select('J3');
    await open(owner, 'Edit the selected row', 'quantity');
    await field(owner, 'note').fill('Corrected after the meeting');
    await picture(owner, 'form-edit');
    await sidebar(owner)
      .getByRole('button', { name: /save|change/i })
      .first()
      .click();
    // The other side has accepted this entry.
    const question = sidebar(owner).getByRole('alertdialog');
    await question.waitFor();
    await picture(owner, 'form-edit-question');
    await question.getByRole('button').last().click();
    await until('the note stands in the row', async () =>
      (await shown(owner, 'Contributions', 'N3')).startsWith('Corrected'),
    );
  }, 120_000);

  it('asks nothing where the sheet is set up', async () => {
    await owner.choose('Extensions', 'Partner Ledger', 'Set up this sheet');
    await sidebar(owner).getByText('set up for Tidewater Audio, Blue Shelf Trust').waitFor({ timeout: 40_000 });
    expect(await accessibilityProblems(await frame(owner))).toEqual([]);
    await submit(owner, 'Bring up to date', /Nothing was changed/);
    for (const page of [owner, partner]) expect([page.errors, page.outside]).toEqual([[], []]);
  }, 120_000);
});
