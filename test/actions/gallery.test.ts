import type { Changed, Gallery } from '../../src/actions/gallery/gallery';
import { ADDABLE, tabsOfPack } from '../../src/actions/setting-up/packs';
import { REGISTERS } from '../../src/registers';
import { tablesOf } from '../../src/schema/register';
import { type } from '../pages/support/pages';
import { Partnership } from '../support/partnership';

/** Pages are added and removed one by one; everything else stays whole. */

let partnership: Partnership;

const gallery = (): Gallery => partnership.call('openGallery', []) as Gallery;
const add = (id: string): Changed => partnership.call('addPage', [id]) as Changed;
const remove = (id: string, sure = false): Changed => partnership.call('removePage', [id, sure]) as Changed;
const cardOf = (id: string) =>
  gallery()
    .chapters.flatMap(({ cards }) => cards)
    .find((card) => card.id === id);
const tabs = (): string[] => partnership.script('return book.getSheets().map((sheet) => sheet.getName());') as string[];
const scorecard = (): string => partnership.cells('Scorecard').flat().join('\n');
/** Errors that any cell of the sheet shows. */
const errors = (): unknown =>
  partnership.script(
    `return book.getSheets().flatMap((sheet) => sheet.getDataRange().getDisplayValues().flatMap((row, r) =>
       row.flatMap((cell, c) => /^#(REF|N.A|VALUE|NAME|ERROR)/.test(cell) ? [sheet.getName() + ' ' + (r + 1) + ',' + (c + 1) + ' ' + cell] : [])));`,
  );

beforeEach(async () => {
  partnership = await Partnership.started();
}, 120_000);
afterEach(() => partnership.host.close());

describe('The gallery of pages', () => {
  it('shows what there is by chapter, and what the sheet has', () => {
    expect(gallery().chapters.map(({ name }) => name)).toEqual(
      ['Align', 'Contribute', 'Govern'].filter((name) => gallery().chapters.some((one) => one.name === name)),
    );
    expect(cardOf('money')).toMatchObject({ name: 'Money', tabId: null });
  });

  it('wants a sheet that is set up', async () => {
    const empty = await Partnership.open();
    expect(empty.call('openGallery', [])).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('Set up this sheet'),
    });
    expect(empty.call('addPage', ['money'])).toMatchObject({ kind: 'refused' });
    empty.host.close();
  });

  it('adds what comes together and removes it again; the others stay whole, and a second time nothing is broken', () => {
    const before = tabs();
    expect(add('money')).toMatchObject({ kind: 'changed', message: 'Money is there now.' });
    expect(tabs()).toEqual(expect.arrayContaining(['Revenue', 'Terms', 'Payments', 'Statement']));
    expect(cardOf('money')).toMatchObject({ tabId: 'revenue' });
    expect(partnership.open('revenue')).toMatchObject({ kind: 'form' });
    const shown = errors();
    partnership.log({ date: '2026-01-31' });
    expect(remove('money')).toMatchObject({ kind: 'changed' });
    expect(tabs()).toEqual(before);
    expect(errors()).toEqual([]);
    expect(partnership.rows('Contributions')).toHaveLength(1);
    add('money');
    expect(errors()).toEqual(shown);
    expect(partnership.submit('revenue', { date: '2026-01-10', gross: '100' })).toMatchObject({ kind: 'written' });
    type(partnership, 'Revenue', [{ Date: 'soon' }]);
    expect(scorecard()).toContain('Revenue, row 2');
  });

  it('adds each page within 40 writes a tab, and one a column for its mark', () => {
    for (const { id } of ADDABLE) {
      add(id);
      const registers = REGISTERS.filter(({ pack }) => pack === id);
      const columns = registers.flatMap(tablesOf).flatMap((table) => Object.keys(table.columns)).length;
      const many = tabsOfPack(id).length;
      const each = (partnership.calls.writes - columns) / many;
      expect([id, each, each <= 40]).toEqual([id, each, true]);
    }
    for (const { id } of ADDABLE) expect(remove(id)).toMatchObject({ kind: 'changed' });
    expect(errors()).toEqual([]);
  });

  it('asks before rows are lost, and names them', () => {
    add('money');
    partnership.submit('revenue', { date: '2026-01-10', gross: '100' });
    expect(remove('money')).toEqual({
      kind: 'asks',
      message: 'Money holds 1 row of revenue. They would be gone; only File › Version history could bring them back.',
    });
    expect(tabs()).toContain('Revenue');
    partnership.script(
      `const sheet = book.getSheetByName('Terms'); const last = sheet.getMaxColumns(); sheet.insertColumnAfter(last); sheet.getRange(1, last + 1).setValue('mine');`,
    );
    expect(remove('money')).toMatchObject({ message: expect.stringContaining('beside its table in “Terms”') });
    expect(remove('money', true)).toMatchObject({ kind: 'changed', message: 'Money was removed.' });
    expect(errors()).toEqual([]);
  });

  it('says what to do where a tab was duplicated, and where a page does not exist', () => {
    expect(add('nothing')).toMatchObject({ kind: 'refused', message: expect.stringContaining('does not exist') });
    expect(partnership.call('removePage', ['settings', true])).toMatchObject({ kind: 'refused' });
    partnership.script(
      `const sheet = book.getSheetByName('KPIs').copyTo(book); sheet.addDeveloperMetadata('partner-ledger-tab', JSON.stringify({ tab: 'kpis', version: 4 }));`,
    );
    expect(add('money')).toMatchObject({ kind: 'refused', message: expect.stringContaining('which one counts') });
  });

  it('puts the Scorecard right after a page was deleted by hand', () => {
    add('money');
    partnership.script(
      `for (const name of ['Statement', 'Statement table', 'Revenue', 'Terms', 'Payments']) book.deleteSheet(book.getSheetByName(name));`,
    );
    partnership.submit('set-up', {});
    expect(errors()).toEqual([]);
  });
});
