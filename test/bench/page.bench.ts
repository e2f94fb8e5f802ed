import { chromium } from 'playwright-core';
import { findBrowser } from '../browser/support/find-browser';
import { LocalHostProcess } from '../browser/support/local-host';
import { SheetPage } from '../browser/support/sheet-page';
import { until } from '../browser/support/until';
import { PROJECT } from '../support/project';
import { atMost, type Row } from './measure';

const ROWS = 2000;

/** Milliseconds that a busy machine may take for what is not measured. */
const PATIENCE = 120_000;

/** From the start of the process to a usable page, and from an edit to its result in the page, with a long log. */
export async function pageBench(): Promise<Row[]> {
  const executablePath = findBrowser();
  if (executablePath === undefined) return [];
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  const host = new LocalHostProcess(PROJECT, 'Partner Ledger');
  try {
    const started = performance.now();
    await host.start();
    const page = await SheetPage.open(browser, host.address);
    const usable = performance.now() - started;
    await fill(page);
    const edits: number[] = [];
    for (let quantity = 2; quantity < 9; quantity++) edits.push(await editTime(page, quantity));
    edits.sort((a, b) => a - b);
    await page.close();
    return [
      atMost('start of the process to a usable page', usable / 1000, 5, 's'),
      atMost(`an edit’s result in the page, ${ROWS} log rows`, edits[Math.floor(edits.length / 2)]! / 1000, 0.5, 's'),
    ];
  } finally {
    await host.dispose();
    await browser.close();
  }
}

/** Sets the sheet up and pastes entries into the log. */
async function fill(page: SheetPage): Promise<void> {
  await page.page.evaluate(async () => {
    const values = { first: 'Studio', second: 'Brand', firstSplit: '60%', currency: 'EUR', start: '2026-01-01' };
    const submission = { key: 'BENCH000', locale: 'en_US', values };
    const body = { functionName: 'submitForm', args: ['set-up', submission], user: 'owner@example.com' };
    const headers = { 'content-type': 'application/json' };
    await fetch('/run', { method: 'POST', headers, body: JSON.stringify(body) });
  });
  await page.show('Contributions');
  await page.page.evaluate(async (rows) => {
    const sheet = window.univerAPI.getActiveWorkbook()!.getSheetByName('Contributions')!;
    // Before a row that is not there yet, the grid inserts nothing.
    sheet.insertRowsAfter(sheet.getMaxRows() - 1, rows + 1 - sheet.getMaxRows());
    const entries = Array.from({ length: rows }, (_, n) => [
      45_000 + (n % 700),
      n % 2 ? 'Studio' : 'Brand',
      'hours',
      1,
      50,
    ]);
    await sheet.getRange(1, 6, rows, 5).setValues(entries);
  }, ROWS);
  // Not measured here: two thousand entries at once take a busy machine a while.
  await page.saved();
  const shown = () =>
    page.page.evaluate(() =>
      window.univerAPI
        .getActiveWorkbook()!
        .getSheetByName('Contributions')!
        .getRange('A1:Z1')
        .getDisplayValues()[0]!
        .includes('Value'),
    );
  await until('the values are calculated', shown, PATIENCE);
}

/** Milliseconds until the value of row 2 shows what a changed quantity makes of it. */
async function editTime(page: SheetPage, quantity: number): Promise<number> {
  return page.page.evaluate(async (typed) => {
    const sheet = window.univerAPI.getActiveWorkbook()!.getSheetByName('Contributions')!;
    const headings = sheet.getRange(0, 0, 1, sheet.getMaxColumns()).getDisplayValues()[0]!;
    const value = sheet.getRange(1, headings.indexOf('Value'), 1, 1);
    const wanted = `€${(typed * 50).toFixed(2)}`;
    const start = performance.now();
    await sheet.getRange('J2').setValue(typed);
    while (value.getDisplayValue() !== wanted) {
      if (performance.now() - start > 20_000) throw new Error(`The value stays ${value.getDisplayValue()}.`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return performance.now() - start;
  }, quantity);
}
