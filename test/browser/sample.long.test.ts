import { PROJECT } from '../support/project';
import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

describeInBrowser('the sample partnership in the browser', (browser) => {
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

  const form = () => owner.page.frameLocator('.sidebar iframe');
  const choose = (item: string) => owner.choose('Extensions', 'Partner Ledger', item);
  const parties = (): Promise<string> =>
    owner.page.evaluate(() => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getSheetByName('Contributions');
      const cells = sheet?.getRange(0, 7, sheet.getMaxRows(), 1).getDisplayValues() ?? [];
      const count = (name: string) => cells.filter(([shown]) => shown === name).length;
      return `${count('Tidewater Audio')} and ${count('Blue Shelf Trust')}`;
    });

  it('is loaded with one button, without an answer to any question', async () => {
    await choose('Set up this sheet');
    await form().getByRole('button', { name: 'Start with the sample partnership' }).click();
    await form().getByRole('status').getByText('This is a sample').waitFor({ timeout: 40_000 });
    await until('the entries of both sides stand in the page', async () => (await parties()) === '66 and 59');
    expect(await form().getByRole('button', { name: 'Start with the sample partnership' }).count()).toBe(0);
  });

  it('is taken out from the menu, which then asks for one’s own sides', async () => {
    await choose('Remove the sample');
    await form().getByText('276 rows are as the sample brought them').waitFor();
    await form().getByRole('button', { name: 'Remove the sample' }).click();
    await form().getByRole('status').getByRole('button', { name: 'Set up this sheet' }).click();
    await form().locator('[name="first"]').waitFor();
    await until('the entries are gone', async () => (await parties()) === '0 and 0');
    expect(owner.errors).toEqual([]);
    expect(owner.outside).toEqual([]);
  });
});
