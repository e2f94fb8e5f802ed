import { accessibilityProblems } from './support/accessibility';
import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';

describeInBrowser('the page', (browser) => {
  const host = new LocalHostProcess();
  let sheet: SheetPage;

  beforeAll(async () => {
    await host.start();
    sheet = await SheetPage.open(browser(), host.address);
  });

  afterAll(async () => {
    await sheet.close();
    await host.dispose();
  });

  it('lists what was run, with the reason of a failure', async () => {
    await sheet.choose('Extensions', 'Pantry', 'More', 'Fail');
    await sheet.page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click();
    await sheet.choose('Extensions', 'Executions');
    const row = sheet.page.getByRole('row', { name: /^fail owner@example.com Add-on/ }).first();
    await row.getByText('Failed').waitFor();
    expect(await row.textContent()).toMatch(/The pantry is locked\. \(line \d+\)/);
    expect(await accessibilityProblems(sheet.page, 'dialog')).toEqual([]);
    await sheet.page.keyboard.press('Escape');
    await sheet.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('is looked at by whomever the person chooses', async () => {
    const choose = async (label: RegExp): Promise<void> => {
      const people = sheet.page.getByRole('combobox', { name: 'You are' });
      const option = await people.getByRole('option', { name: label }).textContent();
      await Promise.all([sheet.page.waitForEvent('load'), people.selectOption({ label: option ?? '' })]);
      await sheet.ready();
    };
    await choose(/has not authorised/);
    await sheet.choose('Extensions', 'Pantry', 'Count');
    await sheet.page.getByText('Authorization is required').waitFor();
    await sheet.page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click();
    await choose(/may only look/);
    await sheet.type('H20', 'mine');
    await sheet.page.locator('.toast').waitFor();
    await sheet.shows('H20', [[null]]);
    await choose(/^Owner/);
    await sheet.type('H20', 'mine');
    await sheet.shows('H20', [['mine']]);
  });
});
