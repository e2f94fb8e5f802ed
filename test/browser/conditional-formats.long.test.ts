import type {} from '@univerjs/sheets-conditional-formatting/facade';
import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

/** As the grid writes them. */
const [red, green] = ['rgb(255,0,0)', 'rgb(0,255,0)'];

/** The background of each cell of a column, as it is drawn. */
function backgrounds(page: SheetPage, rows: number): Promise<(string | null)[]> {
  return page.page.evaluate((count) => {
    const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet().getSheet();
    return Array.from({ length: count }, (_, row) => {
      const style = sheet.getCell(row, 0)?.s;
      return (typeof style === 'object' && style?.bg?.rgb) || null;
    });
  }, rows);
}

describeInBrowser('conditional formats on the page', (browser) => {
  const host = new LocalHostProcess();
  let owner: SheetPage;
  let partner: SheetPage;

  beforeAll(async () => {
    await host.start();
    [owner, partner] = await Promise.all([
      SheetPage.open(browser(), host.address),
      SheetPage.open(browser(), host.address, 'partner@example.com'),
    ]);
  });

  afterAll(async () => {
    await Promise.all([owner.close(), partner.close()]);
    await host.dispose();
  });

  const shown = async (page: SheetPage, expected: (string | null)[]): Promise<void> => {
    const same = async () => JSON.stringify(await backgrounds(page, expected.length)) === JSON.stringify(expected);
    await until('the formats are shown', same).catch(() => undefined);
    expect(await backgrounds(page, expected.length)).toEqual(expected);
  };

  it('are those of formulas and of spilled values, and change with them', async () => {
    await owner.type('A1', '=SEQUENCE(4)');
    await owner.type('B1', '2');
    await owner.page.evaluate(() => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet();
      const ranges = [sheet.getRange('A1:A5').getRange()];
      const formula = sheet.newConditionalFormattingRule().whenFormulaSatisfied('=A1=$B$1').setRanges(ranges);
      sheet.addConditionalFormattingRule(formula.setBackground('rgb(255,0,0)').build());
      const number = sheet.newConditionalFormattingRule().whenNumberGreaterThan(3).setRanges(ranges);
      sheet.addConditionalFormattingRule(number.setBackground('rgb(0,255,0)').build());
    });
    const before = [null, red, null, green, null];
    await shown(owner, before);
    await shown(partner, before);
    await owner.type('B1', '3');
    const after = [null, null, red, green, null];
    await shown(partner, after);
    await shown(owner, after);
  });

  it('are shown when a page is opened', async () => {
    await partner.page.reload();
    await partner.ready();
    await shown(partner, [null, null, red, green, null]);
    for (const page of [owner, partner]) page.expectNothingWrong();
  });
});
