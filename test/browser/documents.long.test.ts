import type { Frame } from 'playwright-core';
import { PROJECT } from '../support/project';
import { accessibilityProblems } from './support/accessibility';
import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

describeInBrowser('documents in the browser', (browser) => {
  const host = new LocalHostProcess(PROJECT, 'Partner Ledger');
  let owner: SheetPage;

  beforeAll(async () => {
    await host.start();
    owner = await SheetPage.open(browser(), host.address);
  });

  afterAll(async () => {
    await owner.close();
    await host.dispose();
  });

  const EVIL = '<img src=x onerror="parent.postMessage(1)"><b>Bold</b>';
  const sidebar = () => owner.page.frameLocator('.sidebar iframe');
  const dialog = () => owner.page.frameLocator('dialog iframe');
  const button = (name: string) => sidebar().getByRole('button', { name, exact: true });
  const choose = (item: string) => owner.choose('Extensions', 'Partner Ledger', item);
  const inFront = (): Promise<string> =>
    owner.page.evaluate(() => window.univerAPI.getActiveWorkbook()!.getActiveSheet().getSheetName());

  /** The page of a frame by itself, as a printer has it: what is left of it on paper, and on how many sheets. */
  async function printed(frame: Frame): Promise<{ heads: string[]; pages: number }> {
    const html = await frame.evaluate(() => {
      const styles = [...document.querySelectorAll('style')].map((style) => style.outerHTML).join('');
      return `<!doctype html><html><head>${styles}</head><body>${document.querySelector('main')!.outerHTML}</body></html>`;
    });
    const paper = await owner.page.context().newPage();
    await paper.setContent(html);
    await paper.emulateMedia({ media: 'print' });
    expect(await paper.locator('.bar').isVisible()).toBe(false);
    const heads = await paper.locator('.paper h1:visible').allTextContents();
    const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString('latin1');
    await paper.close();
    return { heads, pages: pdf.match(/\/Type\s*\/Page(?!s)/g)!.length };
  }

  it('says what to do before the sheet is set up', async () => {
    await choose('Documents');
    await sidebar().getByRole('alert').getByText('Set up this sheet').waitFor();
    await choose('Set up this sheet');
    await sidebar().locator('[name="first"]').fill('Studio');
    await sidebar().locator('[name="second"]').fill('Brand');
    await button('Set up').click();
    await sidebar().getByRole('status').getByText('Added: Scorecard').waitFor({ timeout: 40_000 });
  });

  it('names what is empty, adds the page that is missing, and leads to the row', async () => {
    await choose('Documents');
    await button('Charter').click();
    await button('Add Agreement').click();
    await button('Purpose').waitFor({ timeout: 60_000 });
    const element = await owner.page.locator('.sidebar iframe').elementHandle();
    expect(await accessibilityProblems((await element!.contentFrame())!)).toEqual([]);
    await button('Purpose').click();
    await until('the row is in front', async () => (await inFront()) === 'Agreement');
    await owner.page.evaluate((text) => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getSheetByName('Agreement')!;
      const headings = sheet.getRange('A1:Z1').getValues()[0]!;
      sheet.getRange(1, headings.indexOf('Agreed')).setValue(text);
    }, EVIL);
    await owner.saved();
    await button('Look again').click();
    await button('Purpose').waitFor({ state: 'detached' });
  });

  it('shows it on paper, where a person’s words are text, and prints it on A4 or Letter', async () => {
    await button('Print or save as PDF').click();
    await dialog().getByText(EVIL).waitFor();
    expect(await dialog().locator('.paper img, .paper b').count()).toBe(0);
    const element = await owner.page.locator('dialog iframe').elementHandle();
    const frame = (await element!.contentFrame())!;
    expect(await accessibilityProblems(frame)).toEqual([]);
    await dialog().getByLabel('Paper').selectOption('A4');
    expect(await frame.evaluate(() => [...document.querySelectorAll('style')].at(-1)!.textContent)).toContain(
      'size: A4',
    );
    await frame.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', document.title);
    });
    await dialog().getByRole('button', { name: 'Print or save as PDF' }).click();
    await until('it is printed', async () => (await frame.evaluate(() => document.body.dataset.printed)) === 'Charter');
    const { heads, pages } = await printed(frame);
    expect([heads, pages]).toEqual([['Charter'], 1]);
    await owner.page.getByRole('button', { name: 'Close dialog' }).click();
  });

  it('puts it into a tab, which comes to the front', async () => {
    await button('Put into a tab').click();
    await sidebar().getByText('Charter was written into the tab “Charter”.').waitFor({ timeout: 40_000 });
    await until('the tab is in front', async () => (await inFront()) === 'Charter');
    expect((await owner.values('A1:A1'))[0]).toEqual(['Charter']);
    expect(owner.errors).toEqual([]);
    expect(owner.outside).toEqual([]);
  });
});
