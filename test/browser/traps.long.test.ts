import { join } from 'node:path';
import { accessibilityProblems } from './support/accessibility';
import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

describeInBrowser('what Google forbids, on the page', (browser) => {
  const host = new LocalHostProcess();
  let owner: SheetPage;
  let partner: SheetPage;

  beforeAll(async () => {
    await host.start();
    owner = await SheetPage.open(browser(), host.address);
    // Of another domain than the owner, who comes first.
    partner = await SheetPage.open(browser(), host.address, 'partner@elsewhere.org');
  });

  afterAll(async () => {
    await Promise.all([owner.close(), partner.close()]);
    await host.dispose();
  });

  afterEach(() => {
    for (const page of [owner, partner]) page.expectNothingWrong();
  });

  /** Calls a function of the project that stands in no menu; does not wait for its end. */
  const run = (functionName: string, ...args: unknown[]): Promise<void> =>
    owner.page.evaluate(
      (body) => {
        void fetch('/run', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      },
      JSON.stringify({ functionName, args, user: 'owner@example.com' }),
    );

  const words = (page: SheetPage) => page.page.locator('#top-bar .guarded');

  /** Selects the cell until the page says of it what is expected. */
  async function says(page: SheetPage, a1: string, expected: string): Promise<void> {
    await page.select(a1);
    await until(`"${expected}" is said of ${a1}`, async () => (await words(page).textContent()) === expected);
  }

  it('shows the partner what is protected, refuses it, and leaves the owner alone', async () => {
    await owner.type('F2', '1');
    await partner.shows('F2', [[1]]);
    await says(partner, 'F3', '');
    await run('lockPrices', false);
    await says(partner, 'F3', 'Protected cells (prices): you may not edit F3');
    expect(await accessibilityProblems(partner.page, '#top-bar')).toEqual([]);
    await says(partner, 'F10', '');
    await partner.type('F2', '2');
    await partner.page.getByText('You are trying to edit a protected cell or object.').waitFor();
    await partner.ready();
    await partner.shows('F2', [[1]]);
    await says(partner, 'F2', 'Protected cells (prices): you may not edit F2');
    await says(owner, 'F2', '');
    await owner.type('F2', '3');
    await partner.shows('F2', [[3]]);
    // Who comes later is told, too; rows that move take the protection along.
    await owner.page.evaluate(() => {
      window.univerAPI.getActiveWorkbook()!.getActiveSheet().insertRows(0, 1);
    });
    await owner.saved();
    await partner.page.reload();
    await partner.ready();
    await says(partner, 'F2', '');
    await says(partner, 'F10', 'Protected cells (prices): you may not edit F10');
  });

  it('shows why a custom function is refused what answers anew each time', async () => {
    await owner.type('J1', '=NOW()', '=COST(J1, 2)', 'next');
    await owner.shows('J2', [['#ERROR!']]);
    await owner.select('J2');
    await owner.page.getByText('not allowed to reference a cell with NOW()').first().waitFor();
  });

  it('goes on while a script never ends', async () => {
    await run('dawdle');
    const set = (a1: string, value: number | { f: string }) =>
      owner.page.evaluate(
        ([at, content]) => {
          window.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange(at).setValue(content);
        },
        [a1, value] as const,
      );
    await set('H1', 21);
    await set('H2', { f: '=H1*2' });
    await owner.shows('H2', [[42]]);
    // The script had begun: what it has written is shown with what comes next.
    await until('the script writes', async () => {
      await set('I1', Date.now());
      return (await owner.values('G1'))[0]?.[0] === 'dawdling';
    });
    await partner.shows('H2', [[42]]);
    await owner.choose('Extensions', 'Pantry', 'Count');
    await owner.page.getByText('Counted').waitFor();
  });
});

describeInBrowser('an add-on whose onOpen is broken', (browser) => {
  const project = join(process.cwd(), 'test', 'localhost', 'fixtures', 'hasty');
  const host = new LocalHostProcess(project, 'Hasty', ['--add-on']);

  beforeAll(() => host.start(), 120_000);
  afterAll(() => host.dispose());

  it('has nothing but Help in its menu, and the executions say why', async () => {
    const page = await SheetPage.open(browser(), host.address);
    await page.page.getByRole('menuitem', { name: 'Extensions' }).click();
    const menu = page.page.getByRole('menu', { name: 'Hasty' });
    await page.page.getByRole('menuitem', { name: 'Hasty' }).click();
    expect(await menu.getByRole('menuitem').allTextContents()).toEqual(['Help']);
    await menu.getByRole('menuitem', { name: 'Help' }).click();
    const help = page.page.getByRole('alertdialog');
    await help.getByText('You do not have permission to call SpreadsheetApp.getActive').waitFor();
    await help.getByRole('button', { name: 'OK' }).click();
    await page.choose('Extensions', 'Executions');
    const row = page.page.getByRole('row', { name: /^onOpen owner@example.com Simple trigger/ });
    await row.getByText('Failed').waitFor();
    expect(await row.textContent()).toContain('You do not have permission to call SpreadsheetApp.getActive');
    page.expectNothingWrong();
    await page.close();
  });
});
