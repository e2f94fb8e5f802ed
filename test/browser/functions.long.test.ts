import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { DEFINITIONS } from '../../src/functions/catalogue';
import { PROJECT } from '../support/project';
import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** What the host of the browser tests calls the menu of any project. */
const MENU = 'Pantry';

describeInBrowser('the page of functions', (browser) => {
  const host = new LocalHostProcess(PROJECT);
  let sheet: SheetPage;
  let sheets = 0;

  beforeAll(() => host.start());
  afterAll(() => host.dispose());

  beforeEach(async () => {
    sheet = await SheetPage.open(browser(), host.address);
    sheets += 1;
    await sheet.page.evaluate((name) => {
      window.univerAPI.getActiveWorkbook()!.create(name, 50, 15);
    }, `Try ${sheets}`);
    await sheet.saved();
    await sheet.show(`Try ${sheets}`);
  });

  afterEach(async () => {
    await sheet.close();
    sheet.expectNothingWrong();
  });

  const help = () => sheet.page.frameLocator('.sidebar iframe');
  const openPage = async (): Promise<void> => {
    await sheet.choose('Extensions', MENU, 'Functions');
    await help().getByLabel('Search functions').waitFor();
  };
  const open = async (name: string): Promise<void> => {
    await openPage();
    await help().getByLabel('Search functions').fill(name);
    await help().locator(`button[data-name="${name}"]`).click();
  };
  const example = (title: string) => help().getByRole('region', { name: title, exact: true });

  /** Waits until the cells look like this, answers of formulas included. */
  const looks = (a1: string, expected: string[][]) =>
    until(`${a1} looks as expected`, async () => {
      const shown = await sheet.page.evaluate(
        (range) => window.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange(range).getDisplayValues(),
        a1,
      );
      return JSON.stringify(shown) === JSON.stringify(expected);
    });

  async function frame(): Promise<Frame> {
    const element = await sheet.page.locator('.sidebar iframe').elementHandle();
    return (await element!.contentFrame())!;
  }

  async function accessibilityProblems(): Promise<string[]> {
    const content = await frame();
    await content.evaluate(axeSource);
    const { violations } = await content.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }

  it('lists all functions by chapter, finds one by words, and says when there is none', async () => {
    await openPage();
    const names = help().locator('.functions code');
    expect(await names.allTextContents()).toEqual(DEFINITIONS.map(({ name }) => name));
    expect(await accessibilityProblems()).toEqual([]);
    await help().getByLabel('Search functions').fill('exactly cent');
    await until('one is first', async () => (await names.first().textContent()) === 'REVSHARE');
    const overflow = await (await frame()).evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('puts an example into the sheet, and overwrites nothing with a second one', async () => {
    await sheet.type('B7', 'Ours');
    await open('REVSHARE');
    await sheet.select('B2');
    const split = example('One amount, three parties');
    await split.getByRole('button', { name: 'Insert this example' }).click();
    await split.getByRole('status').getByText(`Written to Try ${sheets}, B2:D4.`).waitFor();
    await looks('B2:D4', [
      ['100', '1', '33.34'],
      ['', '1', '33.33'],
      ['', '1', '33.33'],
    ]);
    await sheet.select('B5');
    await split.getByRole('button', { name: 'Insert this example' }).click();
    await split.getByRole('alert').getByText(`Try ${sheets}, B7 already holds “Ours”`).waitFor();
    await looks('B5:D7', [
      ['', '', ''],
      ['', '', ''],
      ['Ours', '', ''],
    ]);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('writes a formula for a person’s own cells, taken from the selection', async () => {
    await sheet.type('A1', '100', '250');
    await sheet.type('D1', '0.5');
    await open('REVSHARE');
    await help().getByRole('button', { name: 'Insert into the current cell' }).click();
    await until('the keyboard is where something is missing', () =>
      help()
        .getByRole('textbox', { name: 'amount' })
        .evaluate((field) => field === document.activeElement),
    );
    expect(await help().getByText('This argument is needed.').count()).toBe(2);
    expect(await accessibilityProblems()).toEqual([]);
    await sheet.select('A1:A2');
    await help().getByRole('button', { name: 'Take the selected cells for amount' }).click();
    await until('the range is taken', async () =>
      (await help().getByRole('textbox', { name: 'amount' }).inputValue()).endsWith('!A1:A2'),
    );
    await help().getByRole('textbox', { name: 'shares' }).fill('D1');
    await help().getByText(`=REVSHARE('Try ${sheets}'!A1:A2, D1)`).waitFor();
    await sheet.select('B1');
    await help().getByRole('button', { name: 'Insert into the current cell' }).click();
    await help().getByText('B1: =REVSHARE(A1:A2, D1)').waitFor();
    await looks('B1:B2', [['50'], ['125']]);
  });

  it('is worked by keyboard alone', async () => {
    await sheet.type('B1', '5', '4');
    await openPage();
    await sheet.select('A1');
    const { keyboard } = sheet.page;
    const content = await frame();
    const focused = () => content.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);
    await until('the search has the keyboard', async () => (await focused()) === 'query');
    await keyboard.type('partner_score');
    await keyboard.press('Enter');
    await until('the heading has the keyboard', async () => (await focused()) === 'PARTNER_SCORE');
    await keyboard.press('Tab');
    expect(await focused()).toBe('argument-ratings');
    await keyboard.type('B1:B2');
    await keyboard.press('Enter');
    await help().getByText('A1: =PARTNER_SCORE(B1:B2)').waitFor();
    await looks('A1', [['90']]);
    await help().getByRole('button', { name: 'All functions' }).focus();
    await keyboard.press('Enter');
    await until('the list goes on where it was left', async () => (await focused())!.startsWith('PARTNER_SCORE'));
    expect(await help().getByLabel('Search functions').inputValue()).toBe('partner_score');
  });
});
