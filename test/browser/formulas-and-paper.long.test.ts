import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';

describeInBrowser('formulas while they are typed, and the sheet on paper', (browser) => {
  const host = new LocalHostProcess();
  let page: SheetPage;

  beforeAll(async () => {
    await host.start();
    page = await SheetPage.open(browser(), host.address);
  });

  afterAll(async () => {
    await page.close();
    await host.dispose();
  });

  it("offers the project's functions, with their arguments", async () => {
    await page.select('H1');
    await page.page.keyboard.type('=COS');
    await page.page.getByText('COST', { exact: true }).first().waitFor();
    await page.page.getByText('The price of quantities.').first().waitFor();
    await page.page.keyboard.type('T(');
    await page.page.getByText('How many.').first().waitFor();
    await page.page.keyboard.press('Escape');
    await page.page.keyboard.press('Escape');
  });

  it('prints the sheet, not the window', async () => {
    await page.page.evaluate(async () => {
      const sheet = window.univerAPI.getActiveWorkbook()!.create('Paper', 200, 10);
      await sheet.getRange('A1:B1').setValues([['Heading', 'Number']]);
      await sheet.getRange('A120').setValue('far down');
      await sheet.getRange('B2').setValue(0.5);
      sheet.getRange('B2').setNumberFormat('0%');
      sheet.getRange('A1').setFontWeight('bold');
      sheet.hideRows(2, 1);
      await sheet.getRange('A3').setValue('hidden');
    });
    await page.saved();
    await page.page.emulateMedia({ media: 'print' });
    await page.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const printed = page.page.locator('.printed');
    const text = await printed.innerText();
    expect(text).toContain('Paper');
    expect(text).toContain('Heading');
    expect(text).toContain('far down');
    expect(text).toContain('50%');
    expect(text).not.toContain('hidden');
    expect(await page.page.locator('#workspace').isVisible()).toBe(false);
    expect(
      await printed
        .locator('td')
        .first()
        .evaluate((cell) => getComputedStyle(cell).fontWeight),
    ).toBe('700');
    await page.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.page.emulateMedia({ media: 'screen' });
    expect(await printed.count()).toBe(0);
    expect(await page.page.locator('#workspace').isVisible()).toBe(true);
    page.expectNothingWrong();
  });
});
