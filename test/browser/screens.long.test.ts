import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FORM_ITEMS, SUBMENUS } from '../../src/appsscript/menu';
import type { Gallery } from '../../src/actions/gallery/gallery';
import type { AddOnPage } from './support/add-on-page';
import { describeAddOn } from './support/describe-add-on';
import { until } from './support/until';

/** Where the pictures are put, for people to look at: one of every tab and of every form, in each width. */
const pictures = join(process.cwd(), '.cache', 'screens');
const WIDTHS = [1100, 1440];
/** Pages of the sidebar that are no forms, with something that each of them shows once it is there. */
const OTHERS = [['Pages', 'Align'], ['Documents', 'Charter'], ['Import', 'Table with its headings'], ['Export', 'A tab as CSV'], ['Functions', 'REVSHARE']] as const; // prettier-ignore

/** The sample with every page of the gallery, as it looks. */
describeAddOn('the look of every tab and form', (hosted) => {
  let owner: AddOnPage;

  beforeAll(async () => {
    rmSync(pictures, { recursive: true, force: true });
    await hosted.loadSample();
    const { chapters } = (await hosted.run('openGallery')) as Gallery;
    for (const { id, tabId } of chapters.flatMap(({ cards }) => cards)) {
      if (tabId === null) await hosted.run('addPage', id);
    }
    owner = hosted.owner;
    await owner.page.reload();
    await owner.ready();
  });

  /** Two frames later everything that was asked for is painted. */
  const painted = (): Promise<unknown> =>
    owner.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
    );

  async function picture(width: number, name: string): Promise<void> {
    await painted();
    const folder = join(pictures, String(width));
    mkdirSync(folder, { recursive: true });
    await owner.page.screenshot({ path: join(folder, `${name.replace(/[^\w]+/g, '-')}.png`) });
  }

  /** A form, or the sentence that says why there is none. */
  async function opened(title: string): Promise<void> {
    await owner.page.getByRole('complementary', { name: title }).waitFor();
    await until(`${title} is open`, async () =>
      (await owner.frame())
        .evaluate(() => document.querySelector('form .actions, .problem') !== null)
        .catch(() => false),
    );
  }

  /** Names of all sheets that are in sight. */
  const tabs = (): Promise<string[]> =>
    owner.page.evaluate(() =>
      window.univerAPI
        .getActiveWorkbook()!
        .getSheets()
        .filter((sheet) => !sheet.isSheetHidden())
        .map((sheet) => sheet.getSheetName()),
    );

  /** What does not fit into the sidebar, or is cut off in it. */
  async function cut(): Promise<string[]> {
    return (await owner.frame()).evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} of ${clientWidth} pixels wide`] : [];
      const shown = [...document.querySelectorAll<HTMLElement>('main *')].filter((one) => one.offsetParent !== null);
      return [
        ...wide,
        ...shown.flatMap((one) => {
          if (one.classList.contains('unseen') || one.closest('.unseen')) return [];
          const beyond = one.getBoundingClientRect().right > clientWidth + 1;
          // What people type may be longer than its field; a name that can be chosen is seen whole.
          if (one instanceof HTMLSelectElement) {
            const text = one.selectedOptions[0]?.text ?? '';
            const pen = document.createElement('canvas').getContext('2d')!;
            pen.font = getComputedStyle(one).font;
            if (pen.measureText(text).width > one.clientWidth - 34) return [`${one.name}: ${text}`];
          }
          const isInput = ['INPUT', 'TEXTAREA', 'OPTION'].includes(one.tagName);
          const cutOff = one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible';
          const scrolls = ['auto', 'scroll'].includes(getComputedStyle(one).overflowX);
          return (beyond && !one.closest('.scrolls')) || (cutOff && !isInput && !scrolls) ? [one.outerHTML.slice(0, 160)] : [];
        }),
      ];
    }); // prettier-ignore
  }

  describe.each(WIDTHS)('at %i px', (width) => {
    it('shows every tab', async () => {
      await owner.page.setViewportSize({ width, height: 900 });
      for (const name of await tabs()) {
        await owner.show(name);
        await owner.select('A1');
        await until(`${name} is calculated`, () => owner.page.evaluate(() => window.hostState.pending === 0));
        await picture(width, `tab ${name}`);
      }
      expect((await tabs()).length).toBeGreaterThan(20);
    });

    it('shows every form whole', async () => {
      await owner.page.setViewportSize({ width, height: 1500 });
      await owner.show('Contributions');
      await owner.select('J3');
      const problems: string[] = [];
      for (const { title, chapter } of FORM_ITEMS) {
        await owner.item(...SUBMENUS.flatMap((menu) => (menu.chapter === chapter ? [menu.title] : [])), title);
        await opened(title);
        await picture(width, `form ${title}`);
        problems.push(...(await cut()).map((problem) => `${title}: ${problem}`));
      }
      expect(problems).toEqual([]);
    }); // prettier-ignore

    it('shows every other page of the sidebar whole', async () => {
      const problems: string[] = [];
      for (const [item, shows] of OTHERS) {
        await owner.item(item);
        // The one before it may still be in its place.
        await owner.page.getByRole('complementary', { name: item, exact: true }).waitFor();
        await owner.sidebar.getByText(shows).first().waitFor({ state: 'attached' });
        await picture(width, `page ${item}`);
        problems.push(...(await cut()).map((problem) => `${item}: ${problem}`));
      }
      expect(problems).toEqual([]);
    });

    it('has what matters of the Scorecard in sight beside an open sidebar', async () => {
      await owner.page.setViewportSize({ width, height: 900 });
      await owner.item('Log a contribution');
      await owner.button('Log it').waitFor();
      await owner.show('Scorecard');
      await owner.select('A1');
      await picture(width, 'tab Scorecard beside the sidebar');
      const room = (await owner.page.locator('#grid').boundingBox())!.width;
      const right = await owner.page.evaluate(() => {
        const sheet = window.univerAPI.getActiveWorkbook()!.getSheetByName('Scorecard')!;
        return [0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, column) => sum + sheet.getColumnWidth(column), 0);
      });
      // The row numbers stand before the first column.
      expect(right + 46).toBeLessThanOrEqual(room);
    });
  });
});
