import type { OpenedDocuments } from '../../../src/actions/documents/documents';
import { DOCUMENTS } from '../../../src/documents';
import { PARTNER, Partnership } from '../../support/partnership';
import { agree, EVIL, filled, gaps, put, rowOf, submit, text, textOf } from './support';

/** What every document does, whatever it says: places, tabs, texts of people, and sheets that lack pages. */

let partnership: Partnership;

describe('documents', () => {
  beforeAll(async () => {
    partnership = (await Partnership.started({ 'second email': PARTNER })).add(['agreement', 'decisions']);
    agree(partnership, {
      'Answering times': 'Two working days',
      'Goals of each side': EVIL,
      Scope: 'Ten episodes and a live show',
      Tools: '=1+1',
    });
    submit(partnership, 'decision', { kind: 'lesson', date: '2026-02-20', what: 'Book guests two weeks ahead' });
  }, 240_000);
  afterAll(() => partnership.host.close());

  it('offers all of them, with the paper of the country', () => {
    const opened = partnership.call('openDocuments', []) as OpenedDocuments;
    expect(opened.documents.map(({ id }) => id)).toEqual(DOCUMENTS.map(({ id }) => id));
    expect(opened.paper).toBe('Letter');
    partnership.script(`book.setSpreadsheetLocale('de_DE');`);
    expect(partnership.call('openDocuments', [])).toMatchObject({ paper: 'A4' });
    partnership.script(`book.setSpreadsheetLocale('en_US');`);
  });

  it('names the empty places with the tab and row, and shows them as not yet agreed', () => {
    const found = gaps(partnership, 'charter');
    expect(found).toContainEqual({
      what: 'Ownership',
      tab: 'Agreement',
      tabId: 'agreement',
      row: rowOf(partnership, 'Agreement', 'Topic', 'Ownership'),
      how: `Row ${rowOf(partnership, 'Agreement', 'Topic', 'Ownership')}: Edit the selected row`,
      add: null,
    });
    expect(text(partnership, 'charter')).toContain('Ownership: not yet agreed');
    const before = found.length;
    agree(partnership, { Ownership: 'Both, half each' });
    expect(gaps(partnership, 'charter')).toHaveLength(before - 1);
    expect(text(partnership, 'charter')).toContain('Ownership: Both, half each');
  });

  it('finds renamed tabs and headings, and topics with another case', () => {
    partnership.script(`const sheet = book.getSheetByName('Agreement').setName('Our deal');
      const cell = sheet.getRange(1, sheet.getRange('1:1').getValues()[0].indexOf('Agreed') + 1); cell.setValue('What we said');
      SpreadsheetApp.flush();`);
    const { document } = filled(partnership, 'charter');
    expect(textOf(document)).toContain('What belongs to it: Ten episodes and a live show');
    expect(document.draws).toContain('Our deal');
    expect(text(partnership, 'memorandum')).toContain('Topic | What we said');
    partnership.script(`const sheet = book.getSheetByName('Our deal').setName('Agreement');
      sheet.getRange(1, sheet.getRange('1:1').getValues()[0].indexOf('What we said') + 1).setValue('Agreed'); SpreadsheetApp.flush();`);
  });

  it('hands texts of people over as they are', () => {
    expect(text(partnership, 'vision')).toContain(`Goals of each side: ${EVIL}`);
  });

  it('is put into a tab, as texts, once', () => {
    expect(put(partnership, 'playbook')).toEqual({
      kind: 'put',
      message: 'Playbook was written into the tab “Playbook”.',
    });
    const cells = partnership.cells('Playbook').flat();
    expect(cells).toEqual(
      expect.arrayContaining(['Playbook', 'How we talk', 'Two working days', '=1+1', 'Book guests two weeks ahead']),
    );
    const formulas = partnership.script(
      `return book.getSheetByName('Playbook').getDataRange().getFormulas().flat().filter(Boolean);`,
    );
    expect(formulas).toEqual([]);
    expect(partnership.script('return book.getActiveSheet().getName();')).toBe('Playbook');
    expect(partnership.calls.writes).toBeLessThan(200);
  });

  it('replaces the copy that nobody has changed', () => {
    agree(partnership, { 'Meetings and reviews': 'Mondays at ten' });
    expect(put(partnership, 'playbook')).toEqual({
      kind: 'put',
      message: 'Playbook was written anew into the tab “Playbook”.',
    });
    expect(partnership.cells('Playbook').flat()).toContain('Mondays at ten');
    expect(
      partnership.script(`return book.getSheets().filter((one) => one.getName().startsWith('Playbook')).length;`),
    ).toBe(1);
  });

  it('keeps the copy that somebody has changed, and makes a new one; the new one is replaced then', () => {
    partnership.script(
      `book.getSheetByName('Playbook').setName('How we do it').getRange('A3').setValue('Our own words'); SpreadsheetApp.flush();`,
    );
    expect(put(partnership, 'playbook')).toEqual({
      kind: 'put',
      message:
        'Playbook was written into the tab “Playbook”. The earlier one was changed by somebody and stays as it is.',
    });
    expect(partnership.cells('How we do it').flat()).toContain('Our own words');
    expect(put(partnership, 'playbook')).toMatchObject({
      message: 'Playbook was written anew into the tab “Playbook”.',
    });
    expect(partnership.cells('How we do it').flat()).toContain('Our own words');
  });

  it('leaves forms, pages and set-up as they are', () => {
    expect(partnership.open('log')).toMatchObject({ kind: 'form' });
    expect(partnership.call('openGallery', [])).toMatchObject({ kind: 'gallery' });
    submit(partnership, 'set-up', {});
    expect(put(partnership, 'charter')).toMatchObject({ message: 'Charter was written into the tab “Charter”.' });
  });

  it('is read by whoever may only look, and says why it cannot be written', () => {
    partnership.script(`book.addViewer('viewer@example.com')`);
    const answer = partnership.call('fillDocument', ['charter', {}], 'viewer@example.com');
    expect(answer).toMatchObject({ kind: 'document' });
    expect(put(partnership, 'vision', {}, 'viewer@example.com')).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('not change it'),
    });
  });

  it('says that a document is gone', () => {
    expect(partnership.call('fillDocument', ['poem', {}])).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('does not exist'),
    });
  });
});

describe('documents of a sheet without the optional pages', () => {
  beforeAll(async () => {
    partnership = await Partnership.started();
  }, 240_000);
  afterAll(() => partnership.host.close());

  it.each(DOCUMENTS.map(({ id }) => [id]))('%s says what is missing and which page to add', (id) => {
    const { document, choices } = filled(partnership, id);
    expect(choices).toEqual([]);
    expect(document.gaps.length).toBeGreaterThan(0);
    for (const { add, tabId, how } of document.gaps) {
      expect([how, (add === null) !== (tabId === null)]).toEqual([how, true]);
    }
    expect(textOf(document)).not.toMatch(/#(N\/A|REF!|NAME\?|VALUE!)|undefined|NaN/);
    expect(put(partnership, id)).toMatchObject({ kind: 'put' });
  });

  it('fills in once the page was added', () => {
    expect(gaps(partnership, 'vision')).toContainEqual(
      expect.objectContaining({ what: 'Our vision', add: { id: 'agreement', name: 'Agreement' } }),
    );
    expect(partnership.call('addPage', ['agreement'])).toMatchObject({ kind: 'changed' });
    expect(gaps(partnership, 'vision')).toContainEqual(
      expect.objectContaining({ what: 'Our vision', add: null, tabId: 'agreement' }),
    );
  });

  it('asks for a set-up first', async () => {
    const empty = await Partnership.open();
    expect(empty.call('openDocuments', [])).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('Set up this sheet'),
    });
    empty.host.close();
  });
});
