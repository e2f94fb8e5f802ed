import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

describeInBrowser('lists that are taken from a range', (browser) => {
  const host = new LocalHostProcess();
  let owner: SheetPage;

  beforeAll(async () => {
    await host.start();
    owner = await SheetPage.open(browser(), host.address);
    await run('offerShelves');
    await owner.page.evaluate(() => {
      const workbook = window.univerAPI.getActiveWorkbook()!;
      workbook.setActiveSheet(workbook.getSheets()[0]!);
    });
  });

  afterAll(async () => {
    await owner.close();
    await host.dispose();
  });

  afterEach(() => owner.expectNothingWrong());

  /** Calls a function of the project that stands in no menu, and waits for its end. */
  const run = (functionName: string, ...args: unknown[]): Promise<unknown> =>
    owner.page.evaluate(
      async (body) =>
        (
          await fetch('/run', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
        ).json() as Promise<unknown>,
      JSON.stringify({ functionName, args, user: 'owner@example.com' }),
    );

  /** The entries of the dropdown that is open. */
  const entries = () => owner.page.locator('[data-u-comp="sheets-dropdown-list"] .univer-max-h-52 > *');

  /** Clicks at the arrow in a cell of a list. */
  async function open(a1: string): Promise<void> {
    const { right, bottom } = await owner.page.evaluate((at) => {
      const rect = window.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange(at).getCellRect();
      return { right: rect.right, bottom: rect.bottom };
    }, a1);
    const grid = await owner.page.locator('canvas[id^=univer-sheet-main-canvas]').first().boundingBox();
    await owner.page.mouse.click(grid!.x + right - 10, grid!.y + bottom - 10);
  }

  /** Opens the dropdown of the cell until it offers what is expected. */
  async function offers(a1: string, expected: string[]): Promise<void> {
    let last: string[] = [];
    await until(
      () => `${a1} offers ${expected.join()}; it offers ${last.join()}`,
      async () => {
        await owner.select('J9');
        await open(a1);
        await owner.page.waitForTimeout(300);
        last = await entries().allTextContents();
        return last.join() === expected.join();
      },
    );
  }

  it('offer the values of another sheet, and take the one that is chosen', async () => {
    await offers('K1', ['Top', 'Middle']);
    await entries().getByText('Middle').click();
    await owner.shows('K1', [['Middle']]);
    await owner.saved();
  });

  it('offer what a formula has spilled', () => offers('L1', ['1', '2']));

  it('offer what is added later, also while the page is open', async () => {
    await run('addShelf', 'Cellar');
    await offers('K2', ['Top', 'Middle', 'Cellar']);
  });

  it('offer the same when their sheet has another name and its cells have moved', async () => {
    await run('rearrangeShelves', "Where it's kept");
    await offers('K3', ['Top', 'Middle', 'Cellar']);
    await owner.page.evaluate(() => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getSheetByName("Where it's kept")!;
      sheet.setName('By the person');
    });
    await owner.saved();
    await run('addShelf', 'Attic');
    await offers('K4', ['Top', 'Middle', 'Cellar', 'Attic']);
  });
});
