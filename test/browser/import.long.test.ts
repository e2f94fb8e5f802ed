import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../support/project';
import type { AddOnPage } from './support/add-on-page';
import { describeAddOn } from './support/describe-add-on';
import { chooseFile, fileNamed, sayWhoseHours, setUpForImport } from './support/time-tracker';
import { until } from './support/until';

/** Pictures for the README, taken when asked for: SCREENSHOTS=1 npm test -- test/browser/import */
const pictures = join(__dirname, 'screenshots');

/** A newcomer with a sheet that is set up, and the export of a time tracker: every test goes on where the last ended. */
describeAddOn('an import in the browser', (hosted) => {
  let sheet: AddOnPage;

  beforeAll(async () => {
    sheet = hosted.owner;
    await setUpForImport(sheet);
  });

  const many = [
    'User,Project,Description,Start date,Start time,Duration',
    ...Array.from({ length: 2_500 }, (_, at) => `Ada,Pilot,note ${at},2026-01-05,09:00:00,00:06:00`),
  ].join('\n');
  const page = () => sheet.sidebar;
  const choose = (item: string) => sheet.item(item);
  const button = (name: string | RegExp) => page().getByRole('button', { name });
  const upload = (name: string, text: string | Buffer) => chooseFile(sheet, fileNamed(name, text));

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
    await chooseFile(sheet);
    await page().getByText('Still to be said: Which side is Producer?').waitFor();
    await sayWhoseHours(sheet);
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
    await chooseFile(sheet);
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
    await upload('many.csv', many);
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

  it('whose sidebar is closed half-way says so when it is opened again, and goes on as one import', async () => {
    const half = fileNamed('half.csv', many.replace('Duration', 'Duration,Tags').replaceAll('Ada', 'Ben'));
    await button('Back to the file').click();
    await button('Choose another file').click();
    await chooseFile(sheet, half);
    await page().getByLabel('Which side is Ben?').selectOption('Brand');
    await button('Import 2,500 rows').click();
    await button('Stop after this block').click();
    await page().getByText('2,000 of 2,500 rows written. What stands').waitFor();
    await sheet.page.locator('.sidebar').getByRole('button', { name: 'Close' }).click();
    await choose('Import');
    await page().getByText('When this was closed, 2000 of 2500 rows of half.csv stood in Contributions.').waitFor();
    expect(await problems()).toEqual([]);
    await picture('import-half-way');
    await chooseFile(sheet, half);
    // What was answered is not asked again.
    await page().getByText('500 new rows').waitFor();
    await page().getByText('2,000 already there').waitFor();
    await button('Import 500 rows').click();
    await page().getByText('2,500 rows written to Contributions').waitFor();
    await button('Take this import back').click();
    await page().getByText('2,500 rows removed from Contributions.').waitFor();
  });
});
