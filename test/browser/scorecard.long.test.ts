import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AddOnPage } from './support/add-on-page';
import { describeAddOn } from './support/describe-add-on';
import { until } from './support/until';

/** Pictures for the README, taken when asked for: SCREENSHOTS=1 npm test -- test/browser/scorecard */
const pictures = join(__dirname, 'screenshots');

/** The sample partnership as a new user meets it: the first page, then each form once, by the owner or the partner. */
describeAddOn('the Scorecard and the forms in the browser', (hosted) => {
  let owner: AddOnPage;
  let partner: AddOnPage;

  beforeAll(async () => {
    await hosted.loadSample();
    owner = hosted.owner;
    await owner.page.setViewportSize({ width: 1500, height: 940 });
    partner = await hosted.enter('partner@example.com');
  });

  /** A picture of the page, or of the sidebar alone. */
  async function picture(page: AddOnPage, name: string): Promise<void> {
    if (!process.env.SCREENSHOTS) return;
    mkdirSync(pictures, { recursive: true });
    await page.page.mouse.move(600, 620);
    await page.page.waitForTimeout(500);
    const shown = name.startsWith('form-') ? page.page.locator('.sidebar') : page.page;
    await shown.screenshot({ path: join(pictures, `${name}.png`) });
  }

  /** Opens a form from the menu and waits for one of its fields. */
  async function open(page: AddOnPage, item: string, name: string): Promise<void> {
    await page.item(item);
    await page.field(name).first().waitFor();
    expect(await page.problems()).toEqual([]);
  }

  /** Presses the form's button and waits for what it says. */
  async function submit(page: AddOnPage, button: string, said: RegExp): Promise<void> {
    await page.button(button).click();
    await page.says(said);
    await page.saved();
  }

  /** Whether a row of the Scorecard that begins with a text shows another one in the column so many to the right. */
  const anywhere = (page: AddOnPage, first: string, column: number, text: string): Promise<boolean> =>
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
    await until('the Scorecard is computed', async () => (await owner.shownIn('Scorecard', 'A8')) === 'not balanced');
    expect(await owner.shownIn('Scorecard', 'A1')).toBe('Scorecard: Tidewater Audio and Blue Shelf Trust');
    expect(await owner.shownIn('Scorecard', 'C8')).toBe('3 of 8');
    expect(await owner.shownIn('Scorecard', 'A9')).toMatch(
      /Tidewater Audio earned [\d,.]+ USD, [\d,.]+ USD less than its share of the effort/,
    );
    expect(await owner.shownIn('Scorecard', 'A3')).toContain('has received too little for two reviews');
    await picture(owner, 'scorecard');
    await owner.select('A5');
    await owner.page.getByRole('button', { name: 'Go to Closed periods, row 5' }).click();
    await until('the row is shown', () =>
      owner.page.evaluate(() => {
        const range = window.univerAPI.getActiveWorkbook()!.getActiveRange()!;
        return range.getSheetName() === 'Closed periods' && range.getRow() === 4;
      }),
    );
    await owner.show('Scorecard');
    await owner.page.mouse.move(500, 600);
    await owner.page.mouse.wheel(0, 700);
    for (const title of ['Share of effort beside share of reward', 'KPIs: attainment against target']) {
      await owner.page.getByText(title).first().waitFor({ state: 'attached' });
    }
    await picture(owner, 'scorecard-charts');
    await owner.page.mouse.wheel(0, -2000);
  });

  it('logs a contribution of the owner', async () => {
    await open(owner, 'Log a contribution', 'quantity');
    await owner.field('party').selectOption('Tidewater Audio');
    await owner.field('kind').selectOption('hours');
    await owner.field('quantity').fill('3');
    await owner.field('unitValue').fill('55');
    await picture(owner, 'form-log');
    await submit(owner, 'Log it', /3 hours|3 × hours/);
  });

  it('adds a KPI of the owner', async () => {
    await open(owner, 'Add a KPI', 'kpi');
    await owner.field('kpi').fill('Episodes released on time');
    await owner.field('target').fill('12');
    await picture(owner, 'form-kpi');
    await submit(owner, 'Add it', /Episodes released on time/);
  });

  it('records a reading of the partner', async () => {
    await open(partner, 'Record a KPI', 'actual');
    await partner.field('kpi').selectOption('School classes reached');
    await partner.field('actual').fill('30');
    await picture(partner, 'form-reading');
    await submit(partner, 'Record it', /School classes reached/);
    await until('the Scorecard follows', () => anywhere(owner, 'School classes reached', 2, '30.00'));
  });

  it('answers entries for the partner', async () => {
    await open(partner, 'Answer entries', 'side');
    await partner.field('side').selectOption('Blue Shelf Trust');
    await partner.sidebar.getByLabel('Accept', { exact: true }).first().check();
    await picture(partner, 'form-answers');
    await submit(partner, 'Save 1 accept', /accepted/i);
  });

  it('takes the partner’s ratings', async () => {
    await open(partner, 'Review', 'ratedBy');
    await partner.field('ratedBy').selectOption('Blue Shelf Trust');
    await partner.field('kind').selectOption('check-in');
    for (const name of ['communication', 'trust', 'valueDelivery', 'financial', 'strategicAlignment']) {
      await partner.sidebar.locator(`[name="${name}"][value="4"]`).check();
    }
    await picture(partner, 'form-review');
    await submit(partner, 'Save the ratings', /Blue Shelf Trust/);
    await until('health follows', () => anywhere(owner, 'Blue Shelf Trust', 1, '75'));
  });

  it('edits the row on which the owner stands', async () => {
    await owner.show('Contributions');
    await owner.select('J3');
    await open(owner, 'Edit the selected row', 'quantity');
    await owner.field('note').fill('Corrected after the meeting');
    await picture(owner, 'form-edit');
    await owner.sidebar
      .getByRole('button', { name: /save|change/i })
      .first()
      .click();
    // The other side has accepted this entry.
    const question = owner.sidebar.getByRole('alertdialog');
    await question.waitFor();
    await picture(owner, 'form-edit-question');
    await question.getByRole('button').last().click();
    await until('the note stands in the row', async () =>
      (await owner.shownIn('Contributions', 'M3')).startsWith('Corrected'),
    );
  });

  it('asks nothing where the sheet is set up', async () => {
    await owner.item('Set up this sheet');
    await owner.sidebar.getByText('set up for Tidewater Audio, Blue Shelf Trust').waitFor();
    expect(await owner.problems()).toEqual([]);
    await submit(owner, 'Bring up to date', /Nothing was changed/);
    for (const page of [owner, partner]) page.expectNothingWrong();
  });
});
