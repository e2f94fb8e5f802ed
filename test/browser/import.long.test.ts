import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dataFile, PROJECT } from '../support/project';
import type { AddOnPage } from './support/add-on-page';
import { describeAddOn } from './support/describe-add-on';
import { until } from './support/until';

/** Pictures for the README, taken when asked for: SCREENSHOTS=1 npm test -- test/browser/import */
const pictures = join(__dirname, 'screenshots');

/** A newcomer with a sheet that is set up, and the export of a time tracker: every test goes on where the last ended. */
describeAddOn('an import in the browser', (hosted) => {
  let sheet: AddOnPage;

  beforeAll(async () => {
    sheet = hosted.owner;
    await sheet.setUp({ firstSplit: '60%', currency: 'EUR' });
  });

  const page = () => sheet.sidebar;
  const choose = (item: string) => sheet.item(item);
  const button = (name: string | RegExp) => page().getByRole('button', { name });
  const upload = (name: string, text: string | Buffer) =>
    page()
      .getByLabel('File')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

  const problems = (): Promise<string[]> => sheet.problems();

  async function picture(name: string): Promise<void> {
    if (!process.env.SCREENSHOTS) return;
    mkdirSync(pictures, { recursive: true });
    await sheet.page.mouse.move(600, 600);
    await sheet.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  it('loads a page of its own, which is small', () => {
    expect(statSync(join(PROJECT, 'import.html')).size).toBeLessThanOrEqual(120 * 1024);
    expect(readFileSync(join(PROJECT, 'sidebar.html'), 'utf8')).not.toContain('papaparse');
  });

  it('says in words what is no table', async () => {
    await choose('Import');
    await upload('photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47]));
    await page().getByText('This is an image. Choose the CSV file').waitFor();
    expect(await problems()).toEqual([]);
  });

  it('of a time tracker needs one answer, shows what it would write, and writes it', async () => {
    await upload('toggl.csv', readFileSync(dataFile('toggl-detailed.csv')));
    await page().getByText('Recognised by its headings.').waitFor();
    await page().getByText('Still to be said: Which side is Producer?').waitFor();
    await page().getByLabel('Which side is Producer?').selectOption('Studio');
    await page().getByText('1,358 new rows').waitFor();
    await page().getByText('from 2021-09-11 to 2022-10-28').waitFor();
    expect(await problems()).toEqual([]);
    await picture('import-preview');
    await button('Import 1,358 rows').click();
    await page().getByText('1,358 rows written to Contributions, from row 2 on.').waitFor();
    expect(await problems()).toEqual([]);
    await sheet.show('Contributions');
    await sheet.saved();
    await picture('import-written');
    await sheet.shows('H2:J2', [['Studio', 'hours', 1]]);
  });

  it('of the same file finds all of it there, and remembers the answer', async () => {
    await button('Import another file').click();
    await upload('toggl.csv', readFileSync(dataFile('toggl-detailed.csv')));
    await page().getByText('0 new rows, 1,358 already there').waitFor();
    expect(await button('Import').first().getAttribute('aria-disabled')).toBe('true');
  });

  it('is taken back, later as well', async () => {
    await page().getByText('Earlier imports').click();
    await button('Take this import back').click();
    await page().getByText('1,358 rows removed from Contributions.').waitFor();
    await page().getByText('1,358 new rows').waitFor();
  });

  it('of any other table is said by hand, by keyboard', async () => {
    await button('Choose another file').click();
    await page().getByText('Paste a table instead').click();
    await page().getByLabel('Table with its headings').fill('Who;When;How long\nAda;03/04/2026;1h 30m\n');
    await button('Read it').press('Enter');
    await page().getByLabel('What is it?').selectOption({ label: 'A table for Contributions' });
    await page().getByLabel('Date', { exact: true }).selectOption({ label: 'When' });
    await page().getByLabel('Quantity', { exact: true }).selectOption({ label: 'How long' });
    await page().getByLabel('Which side is Ada?').selectOption('Brand');
    await page().getByLabel('How is 03/04/2026 meant?').selectOption('Day first, then the month');
    await page().getByText('1 new row of 2026-04-03').waitFor();
    expect(await problems()).toEqual([]);
    await button('Import 1 row').press('Enter');
    await page().getByText('1 row written to Contributions').waitFor();
    const focus = () => sheet.frame().then((content) => content.evaluate(() => document.activeElement?.textContent));
    await until('the keyboard is at the result', async () => (await focus()) === 'Imported');
  });

  it('stops where somebody says so, goes on from there, and writes every row once', async () => {
    await button('Import another file').click();
    const lines = Array.from({ length: 2_500 }, (_, at) => `Ada,Pilot,note ${at},2026-01-05,09:00:00,00:06:00`);
    await upload('many.csv', ['User,Project,Description,Start date,Start time,Duration', ...lines].join('\n'));
    await page().getByLabel('Which side is Ada?').selectOption('Studio');
    await button('Import 2,500 rows').click();
    await button('Stop after this block').click();
    await page().getByText('2,000 of 2,500 rows written. What stands').waitFor();
    await button('Go on').click();
    await page()
      .getByText(/^2,500 rows written to Contributions/)
      .waitFor();
    await sheet.saved();
    await sheet.show('Contributions');
    let notes: string[] = [];
    await until(
      () => `all rows are in the grid: ${notes.length}`,
      async () => (notes = (await sheet.column('Note')).filter((note) => note.startsWith('note '))).length >= 2_500,
    );
    expect([notes.length, new Set(notes).size]).toEqual([2_500, 2_500]);
    await page().getByRole('button', { name: 'Take this import back' }).click();
    await page().getByText('2,500 rows removed from Contributions.').waitFor();
  });
});
