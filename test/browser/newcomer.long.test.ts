import { Acts } from './support/acts';
import type { AddOnPage } from './support/add-on-page';
import { describeAddOn } from './support/describe-add-on';
import { until } from './support/until';

const PARTNER = 'partner@example.com';
const TODAY = new Date().toISOString().slice(0, 10);

/** What a Scorecard never shows. */
const BROKEN = /#(?:NAME|VALUE|REF|ERROR|N\/A|DIV)|Loading|undefined|NaN/;

/**
 * The first hour of two people who have never seen the add-on, from first to last: every step goes on where the one before
 * ended, and says how much of their hands it took.
 */
describeAddOn('the walk of a newcomer', (hosted) => {
  let owner: AddOnPage;
  let partner: AddOnPage;

  beforeAll(async () => {
    await hosted.loadSample();
    owner = hosted.owner;
    partner = await hosted.enter(PARTNER);
  });

  /** Everything that the Scorecard shows, row by row. */
  const scorecard = (page: AddOnPage): Promise<string[][]> =>
    page.page.evaluate(() =>
      window.univerAPI.getActiveWorkbook()!.getSheetByName('Scorecard')!.getRange('A1:H80').getDisplayValues(),
    );
  const onScorecard = (page: AddOnPage, text: string | RegExp): Promise<void> =>
    until(`the Scorecard says ${String(text)}`, async () => {
      const cells = (await scorecard(page)).flat();
      return cells.some((cell) => (typeof text === 'string' ? cell.includes(text) : text.test(cell)));
    });
  /** Nothing that is broken stands on the Scorecard: what is being calculated anew may show as loading for a moment. */
  async function expectWhole(page: AddOnPage): Promise<string> {
    let cells = '';
    const isWhole = async (): Promise<boolean> => {
      cells = (await scorecard(page)).flat().join(' ');
      return !BROKEN.test(cells);
    };
    await until('the Scorecard is whole', isWhole).catch(() => expect(cells).not.toMatch(BROKEN));
    return cells;
  }
  const rows = async (page: AddOnPage): Promise<number> => (await page.column('Value')).length;

  it('opens on the sample, and is told in words how it stands', async () => {
    expect(await owner.inFront()).toBe('Scorecard');
    await onScorecard(owner, 'Tidewater Audio earned');
    const [title = [], , ...next] = await scorecard(owner);
    expect(title[0]).toBe('Scorecard: Tidewater Audio and Blue Shelf Trust');
    // The three things to do now, each a link to its row.
    expect(next.slice(0, 3).map(([first = '']) => first.length > 20)).toEqual([true, true, true]);
    await expectWhole(owner);
  });

  it('takes the sample out, and is asked for the own sides', async () => {
    const acts = new Acts(owner);
    await acts.item('Remove the sample');
    await owner.sidebar.getByText(/^\d+ rows are as the sample brought them, 0 were changed/).waitFor();
    await acts.click('Remove the sample');
    await owner.says(/Removed: \d+ rows of the sample\. Now enter your own sides\./);
    await acts.click(owner.status.getByRole('button', { name: 'Set up this sheet' }));
    await owner.field('first').waitFor();
    expect(acts.seconds).toBeLessThanOrEqual(20);
    await owner.show('Contributions');
    await until('nothing of the sample is left', async () => (await rows(owner)) === 0);
  });

  it('is set up in forty seconds of a person’s time, and says meanwhile what it is at', async () => {
    const acts = new Acts(owner);
    const steps = new Set<string>();
    let isDone = false;
    const watching = (async (): Promise<void> => {
      while (!isDone) {
        for (const said of await owner.status.allTextContents().catch(() => [])) steps.add(said);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    })();
    await acts.fill('first', 'Studio');
    await acts.fill('second', 'Brand');
    await acts.fill('firstSplit', '60');
    await acts.fill('first hourlyRate', '50');
    await acts.fill('second hourlyRate', '40');
    await acts.fill('second email', PARTNER);
    await acts.click('Set up');
    await owner.says('Filled: Settings.');
    isDone = true;
    await watching;
    expect(acts.seconds).toBeLessThanOrEqual(40);
    expect([...steps].some((said) => /^Every tab is looked at|^The tabs appear/.test(said))).toBe(true);
    await owner.show('Settings');
    await owner.columnShows('Agreed split', ['60.0%', '40.0%']);
    await onScorecard(owner, 'Scorecard: Studio and Brand');
    await onScorecard(owner, /^Getting started: (?:one step is|\d steps are) left/);
    expect((await scorecard(owner)).flat().join(' ')).not.toMatch(/off track|overdue/);
  });

  it('logs five entries with two fields and Enter each', async () => {
    const acts = new Acts(owner);
    await acts.click(owner.status.getByRole('button', { name: 'Log a contribution' }));
    await owner.show('Contributions');
    await until('the quantity has the keyboard', async () => (await owner.focused()) === 'quantity');
    const entries = [['3.5', '€?\\$?175'], ['1:30', '75'], ['90 min', '75'], ['2', '100'], ['4', '200']] as const; // prettier-ignore
    for (const [at, [quantity, value]] of entries.entries()) {
      const entry = new Acts(owner);
      await entry.type(quantity);
      await owner.says(new RegExp(`= .?${value}`));
      if (at === 0) await entry.fill('item', 'Episode 1');
      await entry.press('Enter');
      await owner.says(new RegExp(`written to Contributions, row ${at + 2}\\.`));
      expect([entry.fields <= 2, entry.keys, entry.clicks]).toEqual([true, 1, 0]);
      if (at === 0) expect(await owner.focused()).toBe('quantity');
      await until('the keyboard is back in the quantity', async () => (await owner.focused()) === 'quantity');
    }
    await until('five entries have a value', async () => (await rows(owner)) === 5);
    expect(await owner.column('Item')).toEqual(Array(5).fill('Episode 1'));
    expect(await owner.problems()).toEqual([]);
  });

  it('types two rows into the cells, where a side that nobody knows is marked at once', async () => {
    await owner.clickCells();
    for (const [row, side, kind, quantity] of [
      [7, 'Brnad', 'hours', '2'],
      [8, 'Studio', 'cash', '120'],
    ] as const) {
      await owner.enter(`G${row}`, TODAY);
      await owner.enter(`H${row}`, side);
      await owner.enter(`I${row}`, kind);
      await owner.enter(`J${row}`, quantity);
    }
    await until('it is said at the row', async () =>
      (await owner.column('Attention')).some((said) => said.startsWith('No such side: “Brnad”')),
    );
    await owner.enter('H7', 'Brand');
    await until('both count', async () => (await rows(owner)) === 7);
    expect((await owner.column('Attention')).join()).not.toContain('No such side');
    await owner.show('Settings');
    await owner.columnShows('Contributed value', ['$745.00', '$80.00']);
    await owner.show('Contributions');
  });

  it('pastes ten rows from elsewhere', async () => {
    const pasted = Array.from({ length: 10 }, (_, at) => [TODAY, at % 2 ? 'Brand' : 'Studio', 'hours', String(at + 1)]);
    await owner.paste('G9', pasted.map((row) => row.join('\t')).join('\n'));
    await until('all seventeen count', async () => (await rows(owner)) === 17);
    await owner.show('Settings');
    await owner.columnShows('Contributed value', ['$1,995.00', '$1,280.00']);
  });

  it('is answered by the partner with one click a row', async () => {
    const acts = new Acts(partner);
    await partner.show('Contributions');
    await acts.item('Answer entries');
    await partner.button('Save the answers').waitFor();
    // Known by address: the own side, and no other to choose.
    await partner.fieldHolds('side', 'Brand');
    expect(await partner.field('side').locator('option').allTextContents()).toEqual(['Choose…', 'Brand']);
    const items = partner.sidebar.locator('fieldset.item');
    await until('all of Studio’s entries are there', async () => (await items.count()) === 11);
    const before = acts.clicks;
    for (let at = 0; at < 10; at++) await acts.click(items.nth(at).getByLabel('Accept', { exact: true }));
    await acts.click(items.nth(10).getByLabel('Dispute', { exact: true }));
    expect(acts.clicks - before).toBe(11);
    await items.nth(10).locator('input[type=text]').fill('It was four hours');
    expect(await partner.problems()).toEqual([]);
    await acts.click('Save 10 accepts, 1 dispute');
    await partner.says(/10 accepted, 1 disputed/);
    await until(
      'the states are there',
      async () => (await partner.column('State')).filter((state) => state === 'accepted').length === 10,
    );
    await onScorecard(owner, 'Disputed');
  });

  it('agrees on a KPI and reads it', async () => {
    const acts = new Acts(owner);
    await owner.show('Scorecard');
    await acts.item('Add a KPI');
    await owner.button('Add it').waitFor();
    await acts.fill('kpi', 'Listeners');
    await acts.fill('target', '1000');
    await acts.click('Add it');
    await owner.says('Listeners');
    await onScorecard(owner, 'no reading');
    await acts.item('Record a KPI');
    await owner.button('Record it').waitFor();
    await acts.select('kpi', 'Listeners');
    await acts.fill('actual', '400');
    await acts.press('Enter');
    await owner.says(/written to KPI log/);
    expect(acts.seconds).toBeLessThanOrEqual(45);
    await until('it is read', async () =>
      (await scorecard(owner)).some((row) => row[0] === 'Listeners' && row.join().includes('400')),
    );
  });

  it('is reviewed by both sides, and refuses a review that says nothing', async () => {
    for (const [page, side, grade] of [[owner, 'Studio', '4'], [partner, 'Brand', '5']] as const) {
      const acts = new Acts(page);
      await acts.item('Review');
      await page.button('Save the ratings').waitFor();
      await page.fieldHolds('ratedBy', side);
      if (page === owner) {
        await acts.click('Save the ratings');
        await page.sidebar.getByText('Rate at least one line').waitFor();
      }
      for (const name of ['communication', 'trust', 'valueDelivery', 'financial', 'strategicAlignment']) {
        await acts.click(page.sidebar.locator(`.scale label:has([name="${name}"][value="${grade}"])`));
      }
      await acts.click('Save the ratings');
      await page.says(new RegExp(`Ratings of ${side}`));
    } // prettier-ignore
    await until('both stand on the Scorecard', async () => {
      const cells = await scorecard(owner);
      return [['Studio', '75'], ['Brand', '100']].every(([side, health]) => cells.some((row) => row[0] === side && row[1] === health)); // prettier-ignore
    });
  });

  it('edits the row that it stands on, and takes that back', async () => {
    const acts = new Acts(owner);
    await owner.show('Contributions');
    await owner.clickCells();
    await owner.select('J8');
    await acts.item('Edit the selected row');
    await until('the row is there', async () => (await owner.field('quantity').inputValue()) === '120');
    await acts.fill('quantity', '125');
    await acts.press('Enter');
    const question = owner.sidebar.getByRole('alertdialog');
    // The other side has accepted it: its consent is not taken away unasked.
    await question.waitFor();
    await acts.click(question.getByRole('button', { name: 'Change it all the same' }));
    await owner.says('Saved: Contributions, row 8.');
    await until('the sheet says so', async () => (await owner.column('State')).includes('changed since accepted'));
    await acts.click(owner.status.getByRole('button', { name: 'Undo' }));
    await owner.says('Taken back: the row is as it was.');
    await until('it is as it was', async () => !(await owner.column('State')).includes('changed since accepted'));
  });

  it('takes back an entry that was one too many', async () => {
    const acts = new Acts(owner);
    await acts.item('Log a contribution');
    await owner.button('Log it').waitFor();
    await until('the quantity has the keyboard', async () => (await owner.focused()) === 'quantity');
    await acts.type('9');
    await acts.press('Enter');
    await owner.says('row 19.');
    await acts.click(owner.status.getByRole('button', { name: 'Undo' }));
    await owner.says('Taken back');
    await until('seventeen are left', async () => (await rows(owner)) === 17);
    await owner.fieldHolds('quantity', '9');
  });

  it('shares the sheet, and is told what the partner can do; everything is done then', async () => {
    const acts = new Acts(owner);
    await acts.item('Share with partner');
    await owner.field('address').waitFor();
    await owner.fieldHolds('side', 'Brand');
    await acts.fill('address', PARTNER);
    await acts.click('Share');
    await owner.says(/Shared with partner@example\.com, who works in this same sheet/);
    expect(acts.seconds).toBeLessThanOrEqual(20);
    await owner.show('Scorecard');
    await acts.item('Set up this sheet');
    await owner.sidebar.getByText('This sheet is set up for Studio, Brand.').waitFor();
    await until('every step is done', async () => !(await scorecard(owner)).flat().join().includes('Getting started'));
    for (const page of [owner, partner]) {
      const cells = await expectWhole(page);
      expect(cells).not.toContain('Tidewater Audio');
    }
  });
});
