import { describeInBrowser } from './support/describe-in-browser';
import { hostWorkbook } from './support/comparable-workbook';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

describeInBrowser('the workbook on the page', (browser) => {
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

  /** Every test has a sheet of its own, which both look at. */
  beforeEach(async () => {
    sheets += 1;
    const name = `Test ${sheets}`;
    await owner.page.evaluate((sheetName) => {
      window.univerAPI.getActiveWorkbook()!.create(sheetName, 100, 20);
    }, name);
    await owner.saved();
    await Promise.all([owner.show(name), partner.show(name)]);
  });

  afterEach(() => {
    for (const page of [owner, partner]) page.expectNothingWrong();
  });

  async function expectAllAlike(): Promise<void> {
    await Promise.all([owner.saved(), partner.saved()]);
    const truth = await hostWorkbook(host.address);
    for (const page of [owner, partner]) {
      // What the host sent last may still be on its way: waited for, then compared so that a difference is shown.
      const equals = async () => JSON.stringify(await page.workbook()) === JSON.stringify(truth);
      await until('a page equals the host', equals).catch(() => undefined);
      expect(await page.workbook()).toEqual(truth);
    }
  }

  it('calculates what is typed, with the functions of the project', async () => {
    await owner.type('A1', '3', '2.5', '=COST(A1,A2)', '=SUM(A1:A3)', '=COUNT_UP(A1)');
    await owner.shows('A3:A5', [[7.5], [13], [1]]);
    await until('the spill is shown', async () => {
      const shown = await owner.page.evaluate(() => {
        const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet();
        return sheet.getRange('A5:A8').getDisplayValues().flat().join();
      });
      return shown === '1,2,3,';
    });
  });

  it('reads typed percents exactly, dates as dates and quoted text as text', async () => {
    await owner.type('A1', '70%', '29%', '0.1', '2024-05-06');
    await owner.shows('A1:A4', [[0.7], [0.29], [0.1], [45418]]);
  });

  it('shows at the cell what a function has thrown', async () => {
    await owner.type('B2', '=COST("tea",2)', 'next');
    await owner.shows('B2', [['#ERROR!']]);
    await owner.page.keyboard.press('ArrowUp');
    await owner.page.keyboard.press('ArrowUp');
    await owner.page.getByText('COST: "tea" is not a number').first().waitFor();
    expect(await owner.page.getByRole('status').allTextContents()).toContainEqual(
      expect.stringContaining('Error in B2: COST: "tea" is not a number'),
    );
    await owner.page.keyboard.press('ArrowDown');
    const isGone = async (): Promise<boolean> => (await owner.page.getByText('is not a number').count()) === 0;
    await until('the message is gone', isGone);

    const cell = await owner.middleOf('B2');
    await owner.page.mouse.move(cell.x, cell.y - 2);
    await owner.page.mouse.move(cell.x, cell.y);
    await owner.page.getByText('COST: "tea" is not a number').first().waitFor();
    await owner.page.mouse.move(cell.x + 200, cell.y + 200);
    await until('the message is gone when the pointer is elsewhere', isGone);
    await owner.page.mouse.move(cell.x, cell.y);
    await owner.page.getByText('COST: "tea" is not a number').first().waitFor();
    await owner.page.mouse.move(cell.x, 10);
    await until('the message is gone when the pointer has left the cells', isGone);
  });

  it('offers the way to where a cell leads, below the cell', async () => {
    await owner.type('C5', '=HYPERLINK("#gid=0&range=B2","There")', 'next');
    await owner.select('C5');
    const chip = owner.page.locator('.cell-link');
    await chip.waitFor();
    const [cell, box] = [await owner.middleOf('C5'), (await chip.boundingBox())!];
    expect(box.x).toBeGreaterThan(cell.x - 60);
    expect(box.x).toBeLessThan(cell.x);
    expect(box.y).toBeGreaterThan(cell.y);
    expect(box.y).toBeLessThan(cell.y + 30);
  });

  it('shows two people each other’s edits', async () => {
    await owner.type('A1', '10', '=A1*2');
    await partner.shows('A1:A2', [[10], [20]]);
    await partner.type('A1', '7');
    await owner.shows('A1:A2', [[7], [14]]);
    await expectAllAlike();
  });

  it('undoes and redoes on both pages', async () => {
    await owner.type('A1', '1');
    await owner.type('A1', '2');
    await owner.type('B1', '=A1+1');
    await partner.shows('A1:B1', [[2, 3]]);
    await owner.page.keyboard.press('Control+z');
    await owner.page.keyboard.press('Control+z');
    await partner.shows('A1:B1', [[1, null]]);
    await owner.page.keyboard.press('Control+y');
    await partner.shows('A1:B1', [[2, null]]);
    await expectAllAlike();
  });

  it('keeps rows, columns, sheets, notes and formats alike on both pages', async () => {
    await owner.type('A1', '1', '2', '=A1+A2');
    await owner.page.evaluate(async () => {
      const workbook = window.univerAPI.getActiveWorkbook()!;
      const sheet = workbook.getActiveSheet();
      sheet.insertRows(1, 2);
      sheet.insertColumns(0, 1);
      await sheet.getRange('B1').setNumberFormat('0.00');
      sheet.getRange('D1:E2').merge();
      sheet.setFrozenRows(1);
      // As the menu does it: without an id.
      await window.univerAPI.executeCommand('sheet.command.update-note', {
        ...{ unitId: workbook.getId(), sheetId: sheet.getSheetId(), row: 2, col: 1 },
        note: { note: 'counted twice', width: 160, height: 60, show: false },
      });
      sheet
        .getRange('C1:C9')
        .setDataValidation(window.univerAPI.newDataValidation().requireValueInList(['yes', 'no']).build());
      workbook.create('Second', 20, 5);
    });
    await owner.saved();
    await partner.shows('B1:B5', [[1], [null], [null], [2], [3]]);
    await partner.page.evaluate(() => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet();
      sheet.deleteRows(1, 1);
      sheet.getRange('B1').setValue(5);
      window.univerAPI.getActiveWorkbook()!.getSheetByName('Second')!.setName('Renamed');
    });
    await partner.saved();
    await expectAllAlike();
  });

  it('lets conflicting edits at the same moment end alike on all pages', async () => {
    await owner.type('A1', 'a', 'b', 'c', '=COUNTA(A1:A3)');
    await partner.shows('A4', [[3]]);
    const edit = (page: SheetPage, text: string) =>
      page.page.evaluate(async (value) => {
        const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet();
        for (let turn = 0; turn < 20; turn++) {
          sheet.getRange('A1').setValue(`${value} ${turn}`);
          sheet.getRange('B1').setFormula(`=A1&"${value}"`);
          await new Promise((resolve) => setTimeout(resolve, turn % 3));
        }
      }, text);
    await Promise.all([edit(owner, 'owner'), edit(partner, 'partner')]);
    await Promise.all([owner.saved(), partner.saved()]);
    await expectAllAlike();
  });

  it('lets rows inserted by both at the same moment end alike on all pages', async () => {
    await owner.type('A1', '1', '2', '3', '=SUM(A1:A3)');
    await partner.shows('A4', [[6]]);
    const edit = (page: SheetPage, value: number) =>
      page.page.evaluate(async (number) => {
        for (let turn = 0; turn < 6; turn++) {
          const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet();
          sheet.insertRows(1, 1);
          sheet.getRange('A2').setValue(number + turn);
          await new Promise((resolve) => setTimeout(resolve, 20 * turn));
        }
      }, value);
    await Promise.all([edit(owner, 100), edit(partner, 200)]);
    await Promise.all([owner.saved(), partner.saved()]);
    await expectAllAlike();
    // Whoever was refused was told so, and whoever was not has all rows: nothing is half written.
    await owner.type('C1', 'still here');
    await partner.shows('C1', [['still here']]);
  });

  it('checks nothing of a sheet that somebody takes away meanwhile', async () => {
    const late = await owner.page.evaluate(async () => {
      // What the page leaves for a moment with nothing else to do is done when the sheet has gone, as on a busy machine.
      const waiting: IdleRequestCallback[] = [];
      const whenIdle = window.requestIdleCallback;
      window.requestIdleCallback = (callback) => waiting.push(callback);
      const workbook = window.univerAPI.getActiveWorkbook()!;
      const sheet = workbook.create('Short-lived', 20, 5);
      workbook.setActiveSheet(workbook.getSheets()[0]!);
      const rule = window.univerAPI.newDataValidation().requireValueInList(['a', 'b']).build();
      await sheet.getRange('A1:A9').setDataValidation(rule);
      sheet.getRange('A1:A2').setValues([['a'], ['c']]);
      while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      await new Promise((resolve) => setTimeout(resolve, 100));
      workbook.deleteSheet(sheet);
      window.requestIdleCallback = whenIdle;
      for (const callback of waiting) callback({ didTimeout: false, timeRemaining: () => 50 });
      return waiting.length;
    });
    expect(late).toBeGreaterThan(0);
    await owner.saved();
    await expectAllAlike();
  });

  it('shows the same after a reload', async () => {
    await owner.type('A1', '4', '=COST(A1,2)');
    await owner.shows('A2', [[8]]);
    await owner.page.reload();
    await owner.ready();
    await owner.show(`Test ${sheets}`);
    await owner.shows('A1:A2', [[4], [8]]);
  });

  it('finds the host again after it was killed, with all that was saved', async () => {
    await owner.type('A1', '4', '=COST(A1,2)', '=COUNT_UP(2)');
    await owner.shows('A2:A3', [[8], [1]]);
    await owner.select('C3');
    await host.kill();
    await owner.page.getByText('The connection to the local host is lost.').waitFor();
    await host.start();
    await owner.ready();
    await until('the banner is gone', async () => (await owner.page.locator('#banner').textContent()) === '');
    await owner.shows('A1:A3', [[4], [8], [1]]);
    // The person goes on where they were.
    await owner.page.keyboard.type('on');
    await owner.page.keyboard.press('Enter');
    await owner.shows('C3', [['on']]);
    await owner.saved();
    expect(await host.interrupt()).toBe(0);
  });
});
