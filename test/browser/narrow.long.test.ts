import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';

/** As wide as a telephone. */
const NARROW = { width: 390, height: 760 };

describeInBrowser('a narrow window', (browser) => {
  const host = new LocalHostProcess();
  let sheet: SheetPage;

  beforeAll(() => host.start(), 120_000);
  afterAll(() => host.dispose());

  beforeEach(async () => {
    sheet = await SheetPage.open(browser(), host.address);
    await sheet.page.setViewportSize(NARROW);
  });

  afterEach(async () => {
    await sheet.close();
    sheet.expectNothingWrong();
  });

  /** How far an element reaches beyond the window, in pixels. */
  const beyond = async (selector: string): Promise<number> => {
    const box = (await sheet.page.locator(selector).first().boundingBox())!;
    return Math.max(0, -box.x, box.x + box.width - NARROW.width);
  };

  it('has everything of the bar in sight, and nothing to scroll sideways', async () => {
    for (const selector of ['#top-bar h1', '#top-bar .people select', '#top-bar [role=menubar]', '#grid']) {
      expect([selector, await beyond(selector)]).toEqual([selector, 0]);
    }
    expect(await sheet.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
    // What is left for the cells.
    expect((await sheet.page.locator('#grid').boundingBox())!.height).toBeGreaterThan(NARROW.height * 0.7);
  });

  it('lays a sidebar over the cells, where its form can be filled in and closed', async () => {
    await sheet.choose('Extensions', 'Pantry', 'Add an item');
    await sheet.page.frameLocator('.sidebar iframe').locator('input').first().waitFor();
    expect(await beyond('.sidebar')).toBe(0);
    expect(await beyond('.sidebar button.close')).toBe(0);
    expect((await sheet.page.locator('#grid').boundingBox())!.width).toBe(NARROW.width);
    await sheet.page.locator('.sidebar button.close').click();
    expect(await sheet.page.locator('.sidebar').count()).toBe(0);
  });
});
