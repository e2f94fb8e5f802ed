import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Frame } from 'playwright-core';
import { findBrowser } from '../browser/support/find-browser';
import { LocalHostProcess } from '../browser/support/local-host';
import { SheetPage } from '../browser/support/sheet-page';
import { until } from '../browser/support/until';
import { PROJECT } from '../support/project';
import { atMost, type Row } from './measure';

const ROWS = 50_000;

/** Milliseconds that a busy machine may take. */
const PATIENCE = 600_000;

/** What the page of the import notes about itself. */
interface Noted extends Window {
  longest: number;
  shownAt: number;
}

/** Two years of a busy team, as Toggl Track exports them. */
function timeTracker(): string {
  const lines = Array.from({ length: ROWS }, (_, n) => {
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(n / 70))).toISOString().slice(0, 10);
    const [hour, minute, second] = [8 + (n % 10), (n * 7) % 60, n % 60].map((part) => String(part).padStart(2, '0'));
    const user = n % 3 ? 'Studio' : 'Brand';
    return `${user},${user}@example.com,Client ${n % 7},Project ${n % 23},,"Part ${n}, as agreed",No,${day},${hour}:${minute}:${second},${day},,0${n % 3}:${minute}:${second},"a, b",`;
  });
  const headings =
    'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()';
  // What takes no time is no contribution.
  return [headings, ...lines.map((line) => line.replace(',00:00:00,', ',00:00:01,'))].join('\n');
}

/** A year of a time tracker: read and shown in the page, which stays usable meanwhile, and written by the local host. */
export async function importBench(): Promise<Row[]> {
  const executablePath = findBrowser();
  if (executablePath === undefined) return [];
  const folder = mkdtempSync(join(tmpdir(), 'import-bench-'));
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  // As `npm start` has it.
  process.env['NODE_OPTIONS'] = '--max-semi-space-size=64';
  const host = new LocalHostProcess(PROJECT, 'Partner Ledger');
  try {
    const file = join(folder, 'toggl.csv');
    writeFileSync(file, timeTracker());
    await host.start();
    const page = await SheetPage.open(browser, host.address);
    page.page.setDefaultTimeout(PATIENCE);
    await setUp(page);
    await page.choose('Extensions', 'Partner Ledger', 'Import');
    const sidebar = page.page.frameLocator('.sidebar iframe');
    await sidebar.getByLabel('File').waitFor();
    const element = await page.page.locator('.sidebar iframe').elementHandle();
    const frame = (await element!.contentFrame())!;

    const started = await watch(frame);
    await sidebar.getByLabel('File').setInputFiles(file);
    await sidebar.getByText(`${ROWS.toLocaleString('en')} new rows`).waitFor();
    const [shown, longest] = await frame.evaluate(() => {
      const { shownAt, longest: most } = window as unknown as Noted;
      return [shownAt, most] as const;
    });
    const writing = performance.now();
    await sidebar.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
    await sidebar.getByText(`${ROWS.toLocaleString('en')} rows written to Contributions`).waitFor();
    const written = performance.now() - writing;
    await page.close();
    const what = `an import of ${ROWS.toLocaleString('en')} rows`;
    return [
      atMost(`${what}: its page`, statSync(join(PROJECT, 'import.html')).size / 1024, 120, 'KB', 0),
      atMost(`${what}: read and shown`, (shown - started) / 1000, 3, 's'),
      atMost(`${what}: the longest wait of its page`, longest, 100, 'ms', 0),
      atMost(`${what}: written by the local host`, written / 1000, 60, 's', 1),
    ];
  } finally {
    delete process.env['NODE_OPTIONS'];
    await host.dispose();
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

async function setUp(page: SheetPage): Promise<void> {
  await page.page.evaluate(async () => {
    const values = { first: 'Studio', second: 'Brand', firstSplit: '60%', currency: 'EUR', start: '2024-01-01' };
    const submission = { key: 'BENCH001', locale: 'en_US', values };
    const body = { functionName: 'submitForm', args: ['set-up', submission], user: 'owner@example.com' };
    const headers = { 'content-type': 'application/json' };
    await fetch('/run', { method: 'POST', headers, body: JSON.stringify(body) });
  });
  await page.saved();
  await until('the sheet is set up', async () => (await page.workbook()).sheets.length > 3, PATIENCE);
}

/** Has the page note its longest task, and when it shows what it has read. */
function watch(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const noted = window as unknown as Noted;
    noted.longest = 0;
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) {
        // The grid's page has tasks of its own, which the sidebar does not wait for.
        if (name === 'self') noted.longest = Math.max(noted.longest, duration);
      }
    }).observe({ entryTypes: ['longtask'] });
    new MutationObserver((_, observer) => {
      if (!/\d new rows/.test(document.body.textContent)) return;
      noted.shownAt = performance.now();
      observer.disconnect();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return performance.now();
  });
}
