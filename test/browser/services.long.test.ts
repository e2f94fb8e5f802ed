import type { FUniver } from '@univerjs/core/facade';
import type {} from '@univerjs/sheets/facade';
import type {} from '@univerjs/sheets-filter/facade';
import { join } from 'node:path';
import { describeInBrowser } from './support/describe-in-browser';
import { LocalHostProcess } from './support/local-host';
import { SheetPage } from './support/sheet-page';
import { until } from './support/until';

declare const window: { univerAPI: FUniver };

/** Those of the first ten rows, from 1, that are not drawn. */
function hiddenRows(page: SheetPage): Promise<number[]> {
  return page.page.evaluate(() => {
    const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet().getSheet();
    return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((row) => !sheet.getRowVisible(row - 1));
  });
}

/** The background of cells as it is drawn. */
function backgrounds(page: SheetPage, cells: [row: number, column: number][]): Promise<(string | undefined)[]> {
  return page.page.evaluate((places) => {
    const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet().getSheet();
    return places.map(([row, column]) => sheet.getComposedCellStyle(row, column).bg?.rgb ?? undefined);
  }, cells);
}

describeInBrowser('filters, groups, colours and templates on the page', (browser) => {
  const project = join(process.cwd(), 'test', 'localhost', 'fixtures', 'letters');
  const host = new LocalHostProcess(project, 'Letters');
  let owner: SheetPage;
  let partner: SheetPage;

  beforeAll(async () => {
    await host.start();
    [owner, partner] = await Promise.all([
      SheetPage.open(browser(), host.address),
      SheetPage.open(browser(), host.address, 'partner@example.com'),
    ]);
  });

  afterAll(async () => {
    await Promise.all([owner.close(), partner.close()]);
    await host.dispose();
  });

  const bothHide = async (rows: number[]): Promise<void> => {
    for (const page of [owner, partner]) {
      const same = async () => JSON.stringify(await hiddenRows(page)) === JSON.stringify(rows);
      await until('the rows are hidden', same).catch(() => undefined);
      expect(await hiddenRows(page)).toEqual(rows);
    }
  };

  it('hide the rows that a script’s filter and a folded group hide', async () => {
    await owner.choose('Letters', 'Filter');
    await bothHide([3, 5]);
    await owner.choose('Letters', 'Fold');
    await bothHide([3, 5, 8, 9, 10]);
  });

  it('let a person filter, for everybody and for scripts', async () => {
    await partner.page.evaluate(() => {
      const filter = window.univerAPI.getActiveWorkbook()!.getActiveSheet().getFilter()!;
      filter.removeColumnFilterCriteria(1);
      filter.setColumnFilterCriteria(0, { colId: 0, filters: { filters: ['Ann', 'Dee'] } });
    });
    await bothHide([3, 4, 8, 9, 10]);
    await owner.page.reload();
    await owner.ready();
    await bothHide([3, 4, 8, 9, 10]);
  });

  it('draw bands below what cells have of their own, and gradients of what formulas answer', async () => {
    await owner.choose('Letters', 'Colour');
    const cells: [number, number][] = [0, 1, 2, 3, 4].map((row) => [row, 3]);
    const expected = ['#4dd0e1', '#ffffff', '#123456', '#ffffff', undefined];
    for (const page of [partner, owner]) {
      const same = async () => JSON.stringify(await backgrounds(page, cells)) === JSON.stringify(expected);
      await until('the bands are drawn', same).catch(() => undefined);
      expect(await backgrounds(page, cells)).toEqual(expected);
      const scale = (): Promise<unknown> =>
        page.page.evaluate(() => {
          const sheet = window.univerAPI.getActiveWorkbook()!.getActiveSheet().getSheet();
          return [0, 1].map((row) => {
            const style = sheet.getCell(row, 4)?.s;
            return typeof style === 'object' ? style?.bg?.rgb : undefined;
          });
        });
      const ends = '["rgb(255,255,255)","rgb(255,0,0)"]';
      await until('the gradient is drawn', async () => JSON.stringify(await scale()) === ends).catch(() => undefined);
      expect(JSON.stringify(await scale())).toBe(ends);
    }
  });

  it('show a template with what was escaped for each place', async () => {
    await owner.choose('Letters', 'Show a letter');
    const answersOfFrames = () =>
      Promise.all(
        owner.page
          .frames()
          .slice(1)
          .map((frame) =>
            frame
              .evaluate(() => {
                const [first, second] = document.querySelectorAll('p');
                return [first?.title, first?.textContent, second?.textContent, document.scripts.length > 0];
              })
              .catch(() => []),
          ),
      );
    const letter = ['Ann & Bob', 'Dear Ann & Bob,', '</script>', true];
    const isShown = async () => JSON.stringify(await answersOfFrames()).includes(JSON.stringify(letter));
    await until('the letter is shown', isShown).catch(() => undefined);
    expect(await answersOfFrames()).toContainEqual(letter);
    for (const page of [owner, partner]) page.expectNothingWrong();
  });
});
