import { join } from 'node:path';
import { accessibilityProblems } from './support/accessibility';
import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

const screenshot = join(process.cwd(), 'test', 'browser', 'screenshots', 'charts.png');
const project = join(process.cwd(), 'test', 'localhost', 'fixtures', 'charts');

describeInBrowser('charts over the cells', (browser) => {
  const host = new LocalHostProcess(project, 'Charts');
  let sheet: SheetPage;

  // The first start of all bundles the grid.
  beforeAll(() => host.start(), 120_000);
  afterAll(() => host.dispose());

  beforeEach(async () => {
    sheet = await SheetPage.open(browser(), host.address);
    const before = await sheet.inFront();
    await sheet.choose('Charts', 'Make');
    // The charts of the test before stand there until the script has taken their sheet away.
    await until('their sheet is made', async () => (await sheet.inFront()) !== before);
    await chart('Attainment').locator('svg path').first().waitFor({ state: 'attached' });
  });

  afterEach(async () => {
    await sheet.close();
    sheet.expectNothingWrong();
  });

  const chart = (name: string) => sheet.page.getByRole('figure', { name });
  const drawnTexts = (name: string) => chart(name).locator('.picture text').allTextContents();
  const table = (name: string) => chart(name).locator('table td').allTextContents();
  const corner = async (name: string) => {
    const box = await chart(name).boundingBox();
    return { x: Math.round(box!.x), y: Math.round(box!.y) };
  };

  it('draws them by the cells’ figures, formats and names', async () => {
    await until('all are drawn', async () => (await sheet.page.locator('.chart svg').count()) === 4);
    expect(await drawnTexts('Attainment')).toEqual(
      expect.arrayContaining(['Attainment', 'Studio', 'Brand', '40%', 'of target']),
    );
    expect(await drawnTexts('Contributions')).toEqual(
      expect.arrayContaining(['Contributions <b>by kind</b>', 'Hours', 'Ideas', 'Ours', 'Theirs']),
    );
    await until('the pie is drawn', async () => (await drawnTexts('Kinds')).includes('40%'));
    expect(await drawnTexts('Kinds')).toContain('Ideas');
    await sheet.page.mouse.move(1_200, 300);
    await sheet.page.screenshot({ path: screenshot });
  });

  it('tells in words and as a table what they show, a gap as missing', async () => {
    expect(await chart('Attainment').getByText('Line chart over').textContent()).toBe(
      'Line chart over 5 entries. Studio: from 25% (5 Jan) to 95% (4 May), lowest 25% (5 Jan), highest 95% (4 May), 1 missing. ' +
        'Brand: from 50% (5 Jan) to 70% (4 May), lowest 45% (2 Feb), highest 70% (4 May).',
    );
    await until('the table tells all figures', async () => (await table('Contributions')).join() === '1,4,2,,3,2,4,1');
    await sheet.page.getByRole('figure', { name: 'Bar chart: Ours, Theirs' }).waitFor();
    expect(await accessibilityProblems(sheet.page, '.charts')).toEqual([]);
  });

  it('draws anew what has changed, spilled figures too', async () => {
    await sheet.choose('Charts', 'Change');
    await until('the spilled figures are drawn', async () => (await table('Kinds')).join() === '1,2,3,');
    await until('the pie is drawn anew', async () => (await drawnTexts('Kinds')).includes('33.3%'));
    await sheet.type('B2', '10%');
    await until('a typed figure is told', async () => (await table('Attainment'))[0] === '10%');
    await sheet.choose('Charts', 'Recolour');
    await until('the title is drawn anew', async () => (await drawnTexts('On the way')).includes('On the way'));
    expect(await chart('On the way').locator('[stroke="#123456"]').count()).toBeGreaterThan(0);
    await sheet.choose('Charts', 'Remove');
    await until('they are gone', async () => (await sheet.page.locator('.chart').count()) === 0);
  });

  it('stand at their cells while these move', async () => {
    const before = await corner('Contributions');
    await sheet.page.evaluate(() => window.univerAPI.getActiveWorkbook()!.getActiveSheet().setColumnWidth(0, 138));
    await until('a wider column has moved it', async () => (await corner('Contributions')).x === before.x + 50);
    await sheet.page.evaluate(() => window.univerAPI.getActiveWorkbook()!.getActiveSheet().insertRowsBefore(1, 1));
    await until('a new row has moved it', async () => (await corner('Contributions')).y > before.y);
    const { y } = await corner('Contributions');
    await chart('Contributions').hover();
    await sheet.page.mouse.wheel(0, 100);
    await until('the wheel over a chart scrolls the cells', async () => (await corner('Contributions')).y < y);
    await sheet.page.evaluate(() => window.univerAPI.getActiveWorkbook()!.getActiveSheet().zoom(0.5));
    await until('it is half as wide', async () => Math.round((await chart('Kinds').boundingBox())!.width) === 215);
  });

  it('leave the keyboard to the cells', async () => {
    const focused = () => sheet.page.evaluate(() => document.activeElement?.outerHTML);
    const clicked = async (): Promise<void> => {
      const before = await focused();
      await chart('Attainment').click();
      expect(await focused()).toBe(before);
    };
    await sheet.typeAfter(clicked, 'C9', 'here');
    await sheet.shows('C9', [['here']]);
  });
});
