import { PROJECT } from '../support/project';
import type { AddOnPage } from './support/add-on-page';
import { describeAddOn } from './support/describe-add-on';
import { LocalHostProcess } from './support/local-host';
import { until } from './support/until';

/** A person whose sidebar, page or connection goes away while a form writes: what stands in the sheet, and what they are told. */

const host = new LocalHostProcess(PROJECT, 'Partner Ledger');

describeAddOn(
  'a form that is closed while it writes',
  (hosted) => {
    let owner: AddOnPage;
    /** Other people's scripts hold the sheet for so long: the form waits for them. */
    const HELD = 3_000;

    beforeAll(async () => {
      owner = hosted.owner;
      await owner.setUp({ 'first hourlyRate': '50' });
      await owner.show('Contributions');
    });

    async function open(): Promise<void> {
      await owner.item('Log a contribution');
      await owner.button('Log it').waitFor();
    }
    async function fill(quantity: string, note: string): Promise<void> {
      await owner.field('quantity').fill(quantity);
      await owner.field('note').fill(note);
    }
    /** Sends the form, whose answer takes its time; what is not on its way yet when a page goes is lost. */
    async function send(): Promise<void> {
      let leave = (): void => undefined;
      const left = new Promise<void>((resolve) => (leave = resolve));
      await owner.page.route('**/run', async (route) => {
        if (route.request().postData()?.includes('"submitForm"')) {
          const answer = route.fetch();
          leave();
          const response = await answer;
          await new Promise((resolve) => setTimeout(resolve, HELD));
          await route.fulfill({ response }).catch(() => undefined);
        } else await route.continue();
      });
      await owner.button('Log it').click();
      await owner.button('Writing…').waitFor();
      await left;
    }
    const close = (): Promise<void> => owner.page.locator('.sidebar').getByRole('button', { name: 'Close' }).click();
    const notes = (): Promise<string[]> => owner.column('Note');
    const note = (): Promise<string> => owner.field('note').inputValue();
    afterEach(() => owner.page.unrouteAll({ behavior: 'wait' }));

    it('says what was written while it was closed, and can take it back', async () => {
      await open();
      await fill('1', 'closed');
      await send();
      await close();
      await owner.columnShows('Note', ['closed']);
      await open();
      await owner.says(/^While this was closed: 1 × hours .* written to Contributions, row 2\./);
      expect([await note(), await owner.field('quantity').inputValue()]).toEqual(['', '']);
      await owner.status.getByRole('button', { name: 'Undo' }).click();
      await owner.says('Taken back');
      expect(await note()).toBe('closed');
      await owner.columnShows('Note', []);
      await owner.button('Log it').click();
      await owner.says('row 2.');
      await owner.columnShows('Note', ['closed']);
      // Nobody is told twice.
      await close();
      await open();
      expect(await owner.sidebar.getByText('While this was closed').count()).toBe(0);
    });

    it('brings back what was refused while it was closed, and says why', async () => {
      await fill('many', 'refused');
      await send();
      await close();
      await open();
      await owner.sidebar.getByText('“many” is not a number.').waitFor();
      expect(await note()).toBe('refused');
      await fill('2', 'refused');
      await owner.button('Log it').click();
      await owner.says('row 3.');
      await owner.columnShows('Note', ['closed', 'refused']);
    });

    it('keeps what was typed for the next entry meanwhile', async () => {
      await fill('3', 'sent');
      await send();
      await owner.field('note').fill('typed on');
      await close();
      await owner.columnShows('Note', ['closed', 'refused', 'sent']);
      await open();
      await owner.says(/While this was closed: 3 × hours/);
      await until('what was typed on is there', async () => (await note()) === 'typed on');
      expect(await owner.field('quantity').inputValue()).toBe('');
    });

    it('finds its entry after the page was loaded anew', async () => {
      await fill('4', 'loaded anew');
      await send();
      await owner.page.reload();
      await owner.ready();
      await owner.show('Contributions');
      await owner.columnShows('Note', ['closed', 'refused', 'sent', 'loaded anew']);
      await open();
      await owner.says(/While this was closed: 4 × hours/);
    });

    it('says that no answer came where the host is gone, and what came of it once it is back', async () => {
      await fill('5', 'without a host');
      await host.kill();
      await owner.button('Log it').click();
      await owner.sidebar.getByText(/^No answer came/).waitFor();
      expect(await note()).toBe('without a host');
      await host.start();
      await owner.ready();
      await owner.button('Log it').click();
      await owner.says('written to Contributions');
      await owner.columnShows('Note', ['closed', 'refused', 'sent', 'loaded anew', 'without a host']);
    });

    it('finds out by itself what came of an entry whose answer was lost', async () => {
      await fill('6', 'lost answer');
      await owner.page.route('**/run', async (route) => {
        if (route.request().postData()?.includes('"submitForm"')) {
          await route.fetch();
          await route.abort();
        } else await route.continue();
      });
      await owner.button('Log it').click();
      await owner.says(/6 × hours .* written to Contributions, row 7\./);
      expect(await owner.sidebar.getByText(/^No answer came/).count()).toBe(0);
      expect(await note()).toBe('');
      expect((await notes()).at(-1)).toBe('lost answer');
    });
  },
  host,
);

describeAddOn('the keyboard', (hosted) => {
  let owner: AddOnPage;

  beforeAll(async () => {
    owner = hosted.owner;
    await owner.setUp();
    await owner.show('Contributions');
    await owner.item('Log a contribution');
    await owner.button('Log it').waitFor();
  });

  /** Holds the answer of a function back until it is let go. */
  async function holding(functionName: string): Promise<() => void> {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await owner.page.route('**/run', async (route) => {
      if (route.request().postData()?.includes(`"${functionName}"`)) {
        const response = await route.fetch();
        await held;
        await route.fulfill({ response });
      } else await route.continue();
    });
    return () => release();
  }
  afterEach(() => owner.page.unrouteAll({ behavior: 'wait' }));

  it('stays in the field in which somebody goes on while an entry is refused', async () => {
    await owner.field('quantity').fill('many');
    const release = await holding('submitForm');
    await owner.field('quantity').press('Enter');
    await owner.button('Writing…').waitFor();
    await owner.field('item').focus();
    await owner.page.keyboard.type('Epi');
    release();
    await owner.sidebar.getByText('“many” is not a number.').waitFor();
    await owner.page.keyboard.type('sode');
    expect([await owner.focused(), await owner.field('item').inputValue()]).toEqual(['item', 'Episode']);
  });

  it('goes to what has to be mended where nobody goes on', async () => {
    await owner.field('item').press('Control+Enter');
    await until('it is in the quantity', async () => (await owner.focused()) === 'quantity');
  });

  it('stays in the field in which somebody goes on while an entry is written', async () => {
    await owner.field('quantity').fill('2');
    const release = await holding('submitForm');
    await owner.field('quantity').press('Enter');
    await owner.button('Writing…').waitFor();
    await owner.field('note').focus();
    release();
    await owner.says('written to Contributions, row 2.');
    await owner.page.keyboard.type('next');
    expect([await owner.focused(), await owner.field('note').inputValue()]).toEqual(['note', 'next']);
  });
});
