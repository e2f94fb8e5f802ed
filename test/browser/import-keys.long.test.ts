import type { AddOnPage } from './support/add-on-page';
import { describeAddOn } from './support/describe-add-on';
import { setUpForImport, TOGGL } from './support/time-tracker';
import { until } from './support/until';

/** Somebody who never touches a mouse imports a file and takes it back: every test goes on where the last one ended. */
describeAddOn('an import by keys alone', (hosted) => {
  let sheet: AddOnPage;

  beforeAll(async () => {
    sheet = hosted.owner;
    await setUpForImport(sheet);
  });

  const press = (key: string): Promise<void> => sheet.page.keyboard.press(key);
  const sees = (text: string | RegExp): Promise<void> => sheet.sidebar.getByText(text).first().waitFor();

  /** What the keyboard is at: a field by its label, all else by its text. */
  const focused = async (): Promise<string> => {
    const frame = await sheet.frame();
    const named = (): string => {
      const at = document.activeElement;
      if (!at || at === document.body) return 'nothing';
      return ((at as HTMLInputElement).labels?.[0] ?? at).textContent!.trim();
    };
    return frame.evaluate(named).catch(() => 'nothing');
  };
  const isAt = (what: string): Promise<void> =>
    until(`the keyboard is at ${what}`, async () => (await focused()) === what);

  /** Goes on from where the keyboard is, with Tab alone. */
  async function tabTo(what: string): Promise<void> {
    const passed: string[] = [];
    while ((await focused()) !== what) {
      await press('Tab');
      passed.push(await focused());
      if (passed.length > 40) throw new Error(`Tab does not lead to ${what}: ${passed.join(', ')}`);
    }
  }

  it('begins in the menu, and at the file', async () => {
    const { page } = sheet;
    await page.getByRole('menuitem', { name: 'Extensions' }).focus();
    const inMenu = () => page.evaluate(() => document.activeElement?.textContent);
    for (const [key, item] of [['ArrowDown', 'Partner Ledger'], ['ArrowRight', null]] as const) {
      await press(key);
      if (item !== null) expect(await inMenu()).toBe(item);
    }
    for (let steps = 0; steps < 60 && (await inMenu()) !== 'Import'; steps++) await press('ArrowDown');
    expect(await inMenu()).toBe('Import');
    await press('Enter');
    await isAt('File');
  }); // prettier-ignore

  it('goes on at what was read, says which side a person is on, and previews', async () => {
    const chooser = sheet.page.waitForEvent('filechooser');
    await press('Enter');
    await (await chooser).setFiles(TOGGL);
    await isAt('toggl.csv');
    await tabTo('Which side is Producer?');
    await sheet.page.keyboard.type('Studio');
    await sees('1,358 new rows');
    await tabTo('Import 1,358 rows');
  });

  it('imports, and goes on at what was written', async () => {
    await press('Enter');
    await until('the keyboard stays in what happens', async () => ['Importing', 'Imported'].includes(await focused()));
    await isAt('Imported');
    await sees('1,358 rows written to Contributions, from row 2 on.');
  });

  it('is taken back, and goes on at the file again', async () => {
    await tabTo('Take this import back');
    await press('Enter');
    await isAt('Taken back');
    await sees('1,358 rows removed from Contributions.');
    await tabTo('Back to the file');
    await press('Enter');
    await isAt('toggl.csv');
    await sees('1,358 new rows');
    await sheet.show('Contributions');
    expect((await sheet.column('ID')).length).toBe(0);
  });

  it('of before is taken back from the list of earlier ones', async () => {
    await (await sheet.frame()).focus('h2');
    await tabTo('Import 1,358 rows');
    await press('Enter');
    await isAt('Imported');
    await tabTo('Import another file');
    await press('Enter');
    await isAt('File');
    await tabTo('Paste a table instead');
    await press('Enter');
    await tabTo('Table with its headings');
    await sheet.page.keyboard.insertText('User,Start date,Start time,Duration\nAda,2026-03-02,09:00:00,1:00:00\n');
    await tabTo('Read it');
    await press('Enter');
    await isAt('pasted table');
    await tabTo('Earlier imports');
    await press('Enter');
    await tabTo('Take this import back');
    await press('Enter');
    await sees('1,358 rows removed from Contributions.');
    await isAt('pasted table');
  });
});
