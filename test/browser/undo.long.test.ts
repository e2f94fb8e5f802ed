import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';

describeInBrowser('undo on the page', (browser) => {
  const host = new LocalHostProcess();
  let owner: SheetPage;
  let partner: SheetPage;
  let sheets = 0;

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

  beforeEach(async () => {
    sheets += 1;
    const name = `Undo ${sheets}`;
    // The partner makes it, so that the owner has nothing to undo.
    await partner.page.evaluate((sheetName) => {
      window.univerAPI.getActiveWorkbook()!.create(sheetName, 100, 20);
    }, name);
    await partner.saved();
    await Promise.all([owner.show(name), partner.show(name)]);
  });

  async function press(page: SheetPage, keys: string): Promise<void> {
    await page.page.keyboard.press(keys);
    await page.saved();
  }

  const bothShow = async (a1: string, expected: (string | number | null)[][]): Promise<void> => {
    await owner.shows(a1, expected);
    await partner.shows(a1, expected);
  };

  it('takes back what the person has typed, never what somebody else has', async () => {
    await owner.type('A1', '1');
    await partner.shows('A1', [[1]]);
    await partner.type('B1', '2');
    await owner.shows('B1', [[2]]);
    await press(owner, 'Control+z');
    await bothShow('A1:B1', [[null, 2]]);
    await press(owner, 'Control+z');
    await bothShow('A1:B1', [[null, 2]]);
    await press(owner, 'Control+y');
    await bothShow('A1:B1', [[1, 2]]);
    await press(partner, 'Control+z');
    await bothShow('A1:B1', [[1, null]]);
  });

  it('leaves a cell alone that somebody else has changed since', async () => {
    await owner.type('A1', '1');
    await owner.type('A2', '2');
    await partner.shows('A1:A2', [[1], [2]]);
    await partner.type('A2', '5');
    await owner.shows('A2', [[5]]);
    await press(owner, 'Control+z');
    await bothShow('A1:A2', [[null], [5]]);
    await press(owner, 'Control+y');
    await bothShow('A1:A2', [[1], [5]]);
    await press(partner, 'Control+z');
    await bothShow('A1:A2', [[1], [2]]);
  });

  it('does not mind that formulas are calculated again', async () => {
    await owner.type('A1', '3', '=A1*2');
    await owner.shows('A2', [[6]]);
    await partner.type('A1', '4');
    await owner.shows('A2', [[8]]);
    await press(owner, 'Control+z');
    await bothShow('A1:A2', [[4], [null]]);
    await press(owner, 'Control+y');
    await bothShow('A1:A2', [[4], [8]]);
  });

  const run = (functionName: string, args: unknown[], user = 'owner@example.com') =>
    owner.page.evaluate(
      async (call) => {
        const headers = { 'Content-Type': 'application/json' };
        await fetch('/run', { method: 'POST', headers, body: JSON.stringify(call) });
      },
      { functionName, args, user },
    );

  it('takes back what a form wrote before what was typed earlier, and never what one wrote for somebody else', async () => {
    await owner.show('Sheet1');
    await owner.type('D1', 'mine');
    await run('addItem', [{ item: 'tea', quantity: '3' }]);
    await owner.shows('A2:B2', [['tea', 3]]);
    await run('addItem', [{ item: 'rice', quantity: '4' }], 'partner@example.com');
    await owner.shows('A3:B3', [['rice', 4]]);
    await press(owner, 'Control+z');
    await owner.shows('A2:D3', [
      [null, null, null, null],
      ['rice', 4, null, null],
    ]);
    await owner.shows('D1', [['mine']]);
    await press(owner, 'Control+z');
    await owner.shows('D1', [[null]]);
    await press(owner, 'Control+y');
    await press(owner, 'Control+y');
    await owner.shows('A2:D3', [
      ['tea', 3, null, null],
      ['rice', 4, null, null],
    ]);
    await owner.shows('D1', [['mine']]);
    for (const page of [owner, partner]) page.expectNothingWrong();
  });

  it('takes back nothing earlier in place of rows that a script inserted', async () => {
    await owner.show('Sheet1');
    await owner.type('D9', 'kept');
    await run('insertRow', [1]);
    await owner.shows('D10', [['kept']]);
    await press(owner, 'Control+z');
    await owner.shows('D10', [['kept']]);
    owner.expectNothingWrong();
  });
});
