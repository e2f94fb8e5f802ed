import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

describeInBrowser('a page with much in it', (browser) => {
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

  /** An edit is taken, calculated and shown. */
  async function isUsable(cell: string, formulaCell: string): Promise<void> {
    await page.type(cell, '21');
    await page.type(formulaCell, `=${cell}*2`);
    await until('the result is shown', async () => (await page.values(formulaCell))[0]?.[0] === 42);
    page.expectNothingWrong();
  }

  it('takes ten thousand rows by paste', async () => {
    const pasted = await page.page.evaluate(async () => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet();
      sheet.insertRowsAfter(sheet.getMaxRows() - 1, 10_001 - sheet.getMaxRows());
      sheet.getRange('A1').activate();
      const lines = Array.from({ length: 10_000 }, (_, row) => `${row + 1}\tname ${row + 1}\t${row / 2}`);
      const clipboard = new DataTransfer();
      clipboard.setData('text/plain', lines.join('\n'));
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true }));
      return lines.length;
    });
    await until('the rows are there', async () => (await page.values('A10000'))[0]?.[0] === pasted);
    await page.saved();
    expect(await page.values('A9999:C9999')).toEqual([[9999, 'name 9999', 4999]]);
    await isUsable('E1', 'E2');
  });

  it('keeps fifty tabs', async () => {
    await page.page.evaluate(() => {
      const workbook = window.univerAPI.getActiveWorkbook()!;
      for (let tab = 1; tab < 50; tab++) workbook.create(`Tab ${tab}`, 100, 20);
    });
    await page.saved();
    await page.show('Tab 49');
    await isUsable('A1', 'A2');
    await page.page.reload();
    await page.ready();
    const tabs = await page.page.evaluate(() => window.univerAPI.getActiveWorkbook()!.getSheets().length);
    expect(tabs).toBe(50);
  });

  it('shows a formula that throws in a thousand cells', async () => {
    await page.show('Tab 1');
    await page.page.evaluate(async () => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet();
      const formulas = Array.from({ length: 100 }, (_, row) =>
        Array.from({ length: 10 }, (_, column) => ({ f: `=COST("no", ${row * 10 + column})` })),
      );
      await sheet.getRange('A1:J100').setValues(formulas);
    });
    await page.saved();
    await until('the errors are shown', async () => (await page.values('J100'))[0]?.[0] === '#ERROR!');
    await page.select('J100');
    await page.page.getByText('COST: "no" is not a number').first().waitFor();
    await isUsable('L1', 'L2');
  });
});
