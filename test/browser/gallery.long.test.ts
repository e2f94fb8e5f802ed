import { PROJECT } from '../support/project';
import { accessibilityProblems } from './support/accessibility';
import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

describeInBrowser('the gallery of pages in the browser', (browser) => {
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

  const sidebar = () => owner.page.frameLocator('.sidebar iframe');
  const button = (name: string) => sidebar().getByRole('button', { name, exact: true });
  const choose = (item: string) => owner.choose('Extensions', 'Partner Ledger', item);
  const inFront = (): Promise<string> =>
    owner.page.evaluate(() => window.univerAPI.getActiveWorkbook()!.getActiveSheet().getSheetName());

  it('says what to do before the sheet is set up', async () => {
    await choose('Pages');
    await sidebar().getByRole('alert').getByText('Set up this sheet').waitFor();
    await choose('Set up this sheet');
    await sidebar().locator('[name="first"]').fill('Studio');
    await sidebar().locator('[name="second"]').fill('Brand');
    await button('Set up').click();
    await sidebar().getByRole('status').getByText('Added: Scorecard').waitFor({ timeout: 40_000 });
  });

  it('adds a page with one click, opens it, and the menu has its form', async () => {
    await choose('Pages');
    await button('Add Opportunities').click();
    await sidebar().getByText('Opportunities is there now.').waitFor({ timeout: 40_000 });
    const element = await owner.page.locator('.sidebar iframe').elementHandle();
    expect(await accessibilityProblems((await element!.contentFrame())!)).toEqual([]);
    await owner.show('Settings');
    await button('Open Opportunities').click();
    await until('the page is in front', async () => (await inFront()) === 'Opportunities');
    await owner.choose('Extensions', 'Partner Ledger', 'Align', 'Add an opportunity');
    await sidebar().locator('[name="idea"]').fill('A live tour');
    await button('Add it').click();
    await sidebar().getByText('A live tour: written to Opportunities, row 2.').waitFor();
  });

  it('asks before rows are lost, and keeps or removes them', async () => {
    await choose('Pages');
    await button('Remove Opportunities').click();
    await sidebar().getByText('Opportunities holds 1 idea.').waitFor();
    await button('Keep it').click();
    await button('Remove Opportunities').click();
    await button('Remove it with its rows').click();
    await button('Add Opportunities').waitFor({ timeout: 40_000 });
    expect(owner.errors).toEqual([]);
    expect(owner.outside).toEqual([]);
  });
});
