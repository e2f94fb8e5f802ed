import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { centsByParty, togglRows } from '../support/toggl';
import type { AddOnPage } from './support/add-on-page';
import { describeAddOn } from './support/describe-add-on';
import { until } from './support/until';

const PARTIES = ['Studio', 'Brand'] as const;
/** Pictures for the README, taken when asked for: SCREENSHOTS=1 npm test -- test/browser/partnership */
const pictures = join(__dirname, 'screenshots');

/** One partnership from the empty sheet to the restart, as two people live it: every test goes on where the last ended. */
describeAddOn('a partnership in the browser', (hosted) => {
  const { host } = hosted;
  let owner: AddOnPage;
  let partner: AddOnPage;

  beforeAll(async () => {
    owner = hosted.owner;
    partner = await hosted.enter('partner@example.com');
  });

  async function picture(page: AddOnPage, name: string): Promise<void> {
    if (!process.env.SCREENSHOTS) return;
    mkdirSync(pictures, { recursive: true });
    await page.page.mouse.move(600, 600);
    await page.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  it('is set up from the menu', async () => {
    await owner.item('Set up this sheet');
    await owner.field('first').fill(PARTIES[0]);
    await owner.field('second').fill(PARTIES[1]);
    await owner.field('firstSplit').fill('60');
    await owner.sidebar.getByText('= 60%', { exact: true }).waitFor();
    await owner.sidebar.getByText('The other 40% is Brand’s.', { exact: true }).waitFor();
    expect(await owner.field('firstSplit').getAttribute('aria-invalid')).toBe('false');
    await owner.field('currency').selectOption('EUR');
    expect(await owner.problems()).toEqual([]);
    await owner.button('Set up').click();
    // A tab after the other is laid out: on a busy machine that takes a while.
    await owner.status.getByText('Added: Scorecard').waitFor();
    await owner.show('Settings');
    await owner.columnShows('Party', [...PARTIES]);
    await owner.columnShows('Agreed split', ['60.0%', '40.0%']);
  });

  it('takes a contribution from the keyboard alone, and says what was written and where', async () => {
    await owner.status.getByRole('button', { name: 'Log a contribution' }).click();
    await owner.field('quantity').waitFor();
    await owner.show('Contributions');
    await until('the quantity has the focus', async () => (await owner.focused()) === 'quantity');
    await owner.page.keyboard.type('2.5');
    await owner.page.keyboard.press('Tab');
    await owner.page.keyboard.type('80');
    await owner.page.keyboard.press('Tab');
    await owner.page.keyboard.type('=1+1');
    await owner.page.keyboard.press('Tab');
    await owner.page.keyboard.type('<script>alert(1)</script>');
    await owner.page.keyboard.press('Control+Enter');
    await owner.status.getByText(/2\.5 × hours by Studio on .*: written to Contributions, row 2\./).waitFor();
    await owner.columnShows('Value', ['€200.00']);
    expect(await owner.column('Item')).toEqual(['=1+1']);
    expect(await owner.column('Note')).toEqual(['<script>alert(1)</script>']);
    expect(await owner.focused()).toBe('quantity');
    expect(await owner.field('note').inputValue()).toBe('');
    expect(await owner.problems()).toEqual([]);
  });

  it('shows errors at the field, writes nothing and loses nothing that was typed', async () => {
    await owner.field('quantity').fill('two');
    await owner.field('note').fill('a long story');
    await owner.field('note').press('Control+Enter');
    await owner.sidebar.getByText('“two” is not a number.').waitFor();
    expect(await owner.field('quantity').getAttribute('aria-invalid')).toBe('true');
    expect(await owner.focused()).toBe('quantity');
    await owner.fieldHolds('note', 'a long story');
    expect(await owner.problems()).toEqual([]);
    expect(await owner.column('ID')).toHaveLength(1);
  });

  it('keeps the draft when the sidebar is closed', async () => {
    await owner.field('quantity').fill('3');
    // The draft is kept a moment after the last key.
    const kept = (): Promise<boolean> =>
      owner.page.evaluate(async () => {
        const body = JSON.stringify({ functionName: 'openForm', args: ['log'], user: 'owner@example.com' });
        const reply = await fetch('/run', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
        const { value } = (await reply.json()) as { value?: { form: { draft: Record<string, string> | null } } };
        return value?.form.draft?.quantity === '3';
      });
    await until('the draft is kept', kept);
    await owner.page.locator('.sidebar').getByRole('button', { name: 'Close' }).click();
    await owner.item('Log a contribution');
    await until('the draft is back', async () => (await owner.field('note').inputValue()) === 'a long story');
    await owner.fieldHolds('quantity', '3');
  });

  it('is written once, however often the button is pressed', async () => {
    await owner.field('unitValue').fill('100');
    const button = owner.button('Log it');
    await button.evaluate((element: HTMLButtonElement) => {
      element.click();
      element.click();
    });
    await owner.status.getByText('row 3').waitFor();
    await owner.columnShows('Value', ['€200.00', '€300.00']);
  });

  it('is corrected in a form of its own, where the row that was just written is filled in', async () => {
    await owner.status.getByRole('button', { name: 'Edit the row' }).click();
    await until('the row is there', async () => (await owner.field('note').inputValue()) === 'a long story');
    await owner.fieldHolds('unitValue', '100');
    await owner.field('note').fill('a shorter story');
    await owner.button('Save the row').click();
    await owner.status.getByText('Saved: Contributions, row 3.').waitFor();
    await owner.columnShows('Note', ['<script>alert(1)</script>', 'a shorter story']);
    expect(await owner.problems()).toEqual([]);
  });

  it('shows what an entry makes, keeps what is typed while it is written, and takes it back', async () => {
    await owner.item('Log a contribution');
    // The form before has a field of that name, too.
    await owner.button('Log it').waitFor();
    await owner.field('quantity').fill('1:30');
    await owner.field('unitValue').fill('100');
    await owner.status.getByText('1.5 h × €100 = €150').waitFor();
    // At once, however busy the machine is: what is typed after the answer begins the next entry.
    await (
      await owner.frame()
    ).evaluate(() => {
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Log it')!.click();
      const note = document.querySelector<HTMLTextAreaElement>('[name="note"]')!;
      note.value = 'for the next entry';
      note.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await owner.status.getByText('row 4').waitFor();
    await owner.fieldHolds('note', 'for the next entry');
    await owner.columnShows('Value', ['€200.00', '€300.00', '€150.00']);
    await owner.status.getByRole('button', { name: 'Undo' }).click();
    await owner.status.getByText('Taken back').waitFor();
    await owner.columnShows('Value', ['€200.00', '€300.00']);
    await owner.fieldHolds('quantity', '1:30');
    expect(await owner.problems()).toEqual([]);
    await owner.field('quantity').fill('');
    await owner.field('note').fill('');
  });

  it('is the same sheet for the partner, who logs too', async () => {
    await partner.show('Contributions');
    await partner.columnShows('Value', ['€200.00', '€300.00']);
    await partner.item('Log a contribution');
    await partner.field('quantity').waitFor();
    await partner.field('party').selectOption('Brand');
    await partner.field('kind').selectOption('cash');
    await partner.field('quantity').fill('500');
    await partner.button('Log it').click();
    await partner.status.getByText('row 4').waitFor();
    await owner.columnShows('Value', ['€200.00', '€300.00', '€500.00']);
    await owner.show('Settings');
    await owner.columnShows('Share of contributions', ['50.0%', '50.0%']);
    await owner.show('Contributions');
    await picture(owner, 'log');
  });

  const imported = togglRows(200, PARTIES);

  it('counts 200 rows of a real time tracker that are pasted into the log', async () => {
    const text = imported.map((row) => row.join('\t')).join('\n');
    await owner.paste('G5', text);
    await until('all rows have a value', async () => (await owner.column('Value')).length === 203);
    const cents = centsByParty(imported);
    const expected = [500_00 + cents.get('Studio')!, 500_00 + cents.get('Brand')!];
    await owner.show('Settings');
    await until('the sums are right', async () => {
      const shown = (await owner.column('Contributed value')).map((text) => Number(text.replace(/\D/g, '')));
      return JSON.stringify(shown) === JSON.stringify(expected);
    });
    await partner.show('Settings');
    await until('the partner sees them', async () => (await partner.column('Contributed value')).length === 2);
  });

  it('splits money by the shares to the cent, and scores, with formulas typed into cells', async () => {
    await owner.page.evaluate(() => void window.univerAPI.getActiveWorkbook()!.insertSheet('Notes'));
    await owner.show('Notes');
    await owner.clickCells();
    const letter = await owner.page.evaluate(() => {
      const sheet = window.univerAPI.getActiveWorkbook()!.getSheetByName('Settings')!;
      const [headings = []] = sheet.getRange(0, 0, 1, sheet.getMaxColumns()).getValues();
      return String.fromCharCode(65 + headings.indexOf('Contributed value'));
    });
    await owner.type('A1', `=REVSHARE(1000,Settings!${letter}2:${letter}3)`);
    let split = '';
    await until(
      () => `the split adds up; the cells show ${split}`,
      async () => {
        const parts = await owner.page.evaluate(() => {
          const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet();
          const range = sheet.getRange('A1:A2');
          return { sheet: sheet.getSheetName(), formula: range.getFormula(), texts: range.getDisplayValues() };
        });
        split = JSON.stringify(parts);
        const [first, second] = parts.texts.map(([text]) => Math.round(Number(text) * 100));
        return first! + second! === 1000_00 && first !== second;
      },
    );
    await owner.type('C1', '5', '', '4', '=PARTNER_SCORE(C1:C3)', '=REVSHARE(100,D1:D3)');
    await owner.shows('C4', [[90]]);
    await owner.type('D1', '2', '3', '1');
    let shown = '';
    await until(
      () => `the parts stand in the cells; they show ${shown}`,
      async () => {
        const cells = await owner.page.evaluate(() =>
          window.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange('C5:C7').getDisplayValues(),
        );
        shown = JSON.stringify(cells);
        return cells.map(([text]) => Number(text)).join() === '33.33,50,16.67';
      },
    );
    await owner.type('D2', 'abc');
    await owner.select('C5');
    await owner.page.getByText('REVSHARE: shares, row 2: "abc" is not a number').first().waitFor();
  });

  it('is all there after a reload, and after the process was killed and started again', async () => {
    await host.kill();
    await host.start();
    for (const page of [owner, partner]) {
      await page.page.reload();
      await page.ready();
      await page.show('Contributions');
      await until('all rows are back', async () => (await page.column('Value')).length === 203);
    }
    await owner.show('Notes');
    await owner.shows('C4', [[90]]);
    await owner.show('Settings');
    expect(await owner.column('Party')).toEqual([...PARTIES]);
    await picture(owner, 'settings');
  });
});
