import type { Changed, Gallery } from '../../src/actions/gallery/gallery';
import { type } from '../pages/support/pages';
import { Partnership } from '../support/partnership';
import { addPage, addWithinBudget, errorsIn, removePage } from './support/gallery';

/** Pages are added and removed one by one; everything else stays whole. */

let partnership: Partnership;

const gallery = (): Gallery => partnership.call('openGallery', []) as Gallery;
const add = (id: string): Changed => addPage(partnership, id);
const remove = (id: string, sure = false): Changed => removePage(partnership, id, sure);
const errors = (): unknown => errorsIn(partnership);
const cardOf = (id: string) =>
  gallery()
    .chapters.flatMap(({ cards }) => cards)
    .find((card) => card.id === id);
const tabs = (): string[] => partnership.script('return book.getSheets().map((sheet) => sheet.getName());') as string[];
const scorecard = (): string => partnership.cells('Scorecard').flat().join('\n');
/** A sheet without pages, or with those of money. */
const open = async (money: 'yes' | 'no'): Promise<void> => {
  partnership = await Partnership.started(money === 'yes' ? { money } : {});
};
afterEach(() => partnership.host.close());

describe('The gallery of pages', () => {
  it('shows what there is by chapter, and what the sheet has', async () => {
    await open('no');
    expect(gallery().chapters.map(({ name }) => name)).toEqual(
      ['Align', 'Contribute', 'Govern'].filter((name) => gallery().chapters.some((one) => one.name === name)),
    );
    expect(cardOf('money')).toMatchObject({ name: 'Money', tabId: null });
  });

  it('wants a sheet that is set up', async () => {
    partnership = await Partnership.open();
    expect(partnership.call('openGallery', [])).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('Set up this sheet'),
    });
    expect(partnership.call('addPage', ['money'])).toMatchObject({ kind: 'refused' });
  });

  it('adds what comes together and removes it again; the others stay whole, and a second time nothing is broken', async () => {
    await open('no');
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

  it('adds a page within its budget, and leaves no trace of one that is removed', async () => {
    await open('no');
    addWithinBudget(partnership, 'candidates');
    expect(remove('candidates')).toMatchObject({ kind: 'changed' });
    expect(errors()).toEqual([]);
  });

  it('asks before rows are lost, and names them', async () => {
    await open('yes');
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

  it('says what to do where a tab was duplicated, and where a page does not exist', async () => {
    await open('no');
    expect(add('nothing')).toMatchObject({ kind: 'refused', message: expect.stringContaining('does not exist') });
    expect(partnership.call('removePage', ['settings', true])).toMatchObject({ kind: 'refused' });
    partnership.script(
      `const sheet = book.getSheetByName('KPIs').copyTo(book); sheet.addDeveloperMetadata('partner-ledger-tab', JSON.stringify({ tab: 'kpis', version: 4 }));`,
    );
    expect(add('money')).toMatchObject({ kind: 'refused', message: expect.stringContaining('which one counts') });
  });

  it('puts the Scorecard right after a page was deleted by hand', async () => {
    await open('yes');
    partnership.script(
      `for (const name of ['Statement', 'Statement table', 'Revenue', 'Terms', 'Payments']) book.deleteSheet(book.getSheetByName(name));`,
    );
    partnership.submit('set-up', {});
    expect(errors()).toEqual([]);
  });
});
