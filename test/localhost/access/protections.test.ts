import { MirrorPage } from '../support/mirror-page';
import { OWNER, TestSheet } from '../support/sheet';

const PARTNER = 'partner@elsewhere.org';
const REFUSED = /^You are trying to edit a protected cell or object\./;

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

beforeEach(() => {
  book.reset();
  book.script(`book.addEditor('${PARTNER}');
    sheet.getRange('A1:C4').setValues([['n', 'x', 'y'], [3, 'c', 1], [1, 'a', 2], [2, 'b', 3]]);`);
});

afterAll(() => book.close());

/** Locks cells for everybody but the owner, in Google's way. */
const lock = (protection: string): void => {
  book.script(`const lock = ${protection}; lock.removeEditors(lock.getEditors()); lock.setDomainEdit(false);`);
};

const asPartner = <T>(code: string): T => book.script<T>(code, PARTNER);

describe('a protected range', () => {
  it.each([
    [`sheet.getRange('B3').setValue('no')`],
    [`sheet.getRange('A1:C2').setValues([[1, 2, 3], [4, 5, 6]])`],
    [`sheet.getRange('B2:B4').clear()`],
    [`sheet.getRange('B3').setBackground('red')`],
    [`sheet.getRange('B3').setNote('no')`],
    [`sheet.getRangeList(['A1', 'B2']).setValue(1)`],
    [`sheet.getRange('C1').copyTo(sheet.getRange('B2'))`],
    [`sheet.getRange('A2:C4').sort(1)`],
    [`sheet.sort(1)`],
    [`sheet.deleteRow(3)`],
    [`sheet.deleteColumn(2)`],
    [`sheet.insertRowAfter(3)`],
    [`sheet.moveRows(sheet.getRange('A2:A2'), 6)`],
    [`sheet.clear()`],
    [`sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].remove()`],
    [`sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].addEditor('${PARTNER}')`],
  ])('refuses the partner: %s', (code) => {
    lock(`sheet.getRange('B2:B4').protect()`);
    const before = book.values('A1:C4');
    expect(() => asPartner(code)).toThrow(REFUSED);
    expect(book.values('A1:C4')).toEqual(before);
  });

  it.each([
    [`sheet.getRange('A2').setValue('yes')`],
    [`sheet.getRange('B2').copyTo(sheet.getRange('C2'))`],
    [`sheet.insertRowAfter(4)`],
    [`sheet.insertRowBefore(2)`],
    [`sheet.deleteRow(1)`],
    [`sheet.deleteColumn(3)`],
    [`sheet.appendRow([7, '', 'end'])`],
    [`sheet.setName('Sheet2').setName('Sheet1')`],
  ])('lets the partner: %s', (code) => {
    lock(`sheet.getRange('B2:B4').protect()`);
    expect(() => asPartner(code)).not.toThrow();
  });

  it('keeps nobody from it who is among its editors, and nobody from another sheet', () => {
    lock(`sheet.getRange('B2').protect()`);
    book.script(`sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].addEditor('${PARTNER}')`);
    expect(asPartner(`return sheet.getRange('B2').setValue('yes').getValue()`)).toBe('yes');
    book.script(`sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].removeEditor('${PARTNER}')`);
    expect(() => asPartner(`sheet.getRange('B2').setValue('no')`)).toThrow(REFUSED);
    expect(() => asPartner(`book.insertSheet('Other').getRange('B2').setValue('yes')`)).not.toThrow();
  });

  it('cannot do without its owner, nor without whoever runs the script', () => {
    lock(`sheet.getRange('B2').protect().addEditor('${PARTNER}')`);
    book.script(`sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].addEditor('${PARTNER}')`);
    asPartner(`const lock = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0];
      lock.removeEditors(lock.getEditors());`);
    expect(
      book.script(`return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getEditors()
        .map((user) => user.getEmail())`),
    ).toEqual([OWNER, PARTNER]);
  });

  it('is open to the owner’s domain unless that is switched off', () => {
    const colleague = 'colleague@example.com';
    book.script(`const lock = sheet.getRange('B2').protect(); lock.removeEditors(lock.getEditors());`);
    expect(() => book.script(`sheet.getRange('B2').setValue('yes')`, colleague)).not.toThrow();
    expect(() => asPartner(`sheet.getRange('B2').setValue('no')`)).toThrow(REFUSED);
    book.script(`sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].setDomainEdit(false)`);
    expect(() => book.script(`sheet.getRange('B2').setValue('no')`, colleague)).toThrow(REFUSED);
  });

  it('only warns where that is wanted', () => {
    lock(`sheet.getRange('B2').protect().setWarningOnly(true)`);
    expect(asPartner(`return sheet.getRange('B2').setValue('yes').getValue()`)).toBe('yes');
  });

  it('moves with its cells and goes with them', () => {
    lock(`sheet.getRange('B2:B3').protect()`);
    const place = (): unknown =>
      book.script(`return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)
        .map((lock) => lock.getRange().getA1Notation())`);
    book.script(`sheet.insertRowsBefore(1, 2).insertColumnBefore(1);`);
    expect(place()).toEqual(['C4:C5']);
    book.script(`sheet.insertRowAfter(4);`);
    expect(place()).toEqual(['C4:C6']);
    book.script(`sheet.moveColumns(sheet.getRange('C:C'), 1);`);
    expect(place()).toEqual(['A4:A6']);
    book.script(`sheet.deleteRows(1, 4);`);
    expect(place()).toEqual(['A1:A2']);
    book.script(`sheet.deleteRows(1, 2);`);
    expect(place()).toEqual([]);
  });
});

describe('a protected sheet', () => {
  it('refuses everything but its unprotected ranges', () => {
    lock(`sheet.protect()`);
    book.script(`sheet.protect().setUnprotectedRanges([sheet.getRange('A2:A4'), sheet.getRange('C1')]);`);
    expect(asPartner(`return sheet.getRange('A2').setValue('yes').getValue()`)).toBe('yes');
    for (const code of [
      `sheet.getRange('A1').setValue('no')`,
      `sheet.getRange('A2:B2').setValue('no')`,
      `sheet.setName('No')`,
      `sheet.insertRowAfter(1)`,
      `sheet.setFrozenRows(1)`,
      `book.deleteSheet(sheet)`,
    ]) {
      expect(() => asPartner(code)).toThrow(REFUSED);
    }
    book.script(`sheet.protect().remove()`);
    expect(asPartner(`return sheet.getRange('A1').setValue('yes').getValue()`)).toBe('yes');
  });
});

describe('somebody who may only look', () => {
  it('can read and not write, until the owner shares more', () => {
    book.script(`book.addViewer('${PARTNER}')`);
    expect(asPartner(`return sheet.getRange('A2').getValue()`)).toBe(3);
    expect(() => asPartner(`sheet.getRange('A2').setValue('no')`)).toThrow(/permission/);
    expect(
      book.script(`return [book.getEditors(), book.getViewers()].map((all) => all.map((one) => one.getEmail()))`),
    ).toEqual([expect.not.arrayContaining([PARTNER]), [PARTNER]]);
    book.script(`book.addEditor('${PARTNER}')`);
    expect(() => asPartner(`sheet.getRange('A2').setValue('yes')`)).not.toThrow();
  });
});

describe('in the page', () => {
  const acting = async (user: string, action: (page: MirrorPage) => void): Promise<MirrorPage> => {
    const page = new MirrorPage(book.host, user);
    await page.receiveAll();
    action(page);
    page.sendAll();
    await page.receiveAll();
    page.sendAll();
    await page.receiveAll();
    page.close();
    return page;
  };
  const type = (page: MirrorPage, row: number, column: number, value: string): void => {
    page.act((engine) => {
      engine.write(engine.activeSheetId(), { [row]: { [column]: { value } } });
    });
  };

  it('an edit of a protected cell is put back, and the person is told', async () => {
    lock(`sheet.getRange('B2:B4').protect()`);
    const page = await acting(PARTNER, (one) => type(one, 1, 1, 'no'));
    expect(page.reasons).toEqual([expect.stringMatching(REFUSED)]);
    expect(book.value('B2')).toBe('c');
    expect(page.received.filter(({ type }) => type === 'snapshot')).toHaveLength(2);
  });

  it.each<[string, (page: MirrorPage) => void]>([
    [
      'sorting',
      (page) =>
        page.act((engine) =>
          engine.sort(engine.activeSheetId(), { row: 1, column: 0, rows: 3, columns: 3 }, [
            { column: 0, ascending: true },
          ]),
        ),
    ],
    ['deleting rows', (page) => page.act((engine) => engine.deleteLines(engine.activeSheetId(), 'row', 2, 1))],
    ['inserting within', (page) => page.act((engine) => engine.insertLines(engine.activeSheetId(), 'row', 2, 1))],
  ])('%s is refused over protected rows', async (_, action) => {
    lock(`sheet.getRange('B2:B4').protect()`);
    const before = book.values('A1:C4');
    const page = await acting(PARTNER, action);
    expect(page.reasons).toEqual([expect.stringMatching(REFUSED)]);
    expect(book.values('A1:C4')).toEqual(before);
  });

  it('other cells, and the owner, are free', async () => {
    lock(`sheet.getRange('B2:B4').protect()`);
    await acting(PARTNER, (one) => type(one, 1, 0, 'yes'));
    await acting(OWNER, (one) => type(one, 1, 1, 'mine'));
    expect(book.values('A2:B2')).toEqual([['yes', 'mine']]);
  });

  it('a warning is shown and the edit is written', async () => {
    book.script(`sheet.getRange('B2').protect().setWarningOnly(true)`);
    const page = await acting(PARTNER, (one) => type(one, 1, 1, 'yes'));
    expect(book.value('B2')).toBe('yes');
    expect(page.received).toContainEqual(expect.objectContaining({ type: 'toast', title: 'Heads up' }));
  });

  it('who may only look cannot type', async () => {
    book.script(`book.addViewer('${PARTNER}')`);
    const page = await acting(PARTNER, (one) => type(one, 0, 0, 'no'));
    expect(page.reasons).toEqual(['You may look at this spreadsheet, but not edit it.']);
    expect(book.value('A1')).toBe('n');
  });

  const measures = (page: MirrorPage): void =>
    page.act((engine) => {
      const [unitId, subUnitId] = [engine.workbookId(), engine.activeSheetId()];
      engine.execute('sheet.mutation.set-worksheet-row-auto-height', {
        ...{ unitId, subUnitId, rowsAutoHeightInfo: [{ row: 1, autoHeight: 44 }] },
      });
    });

  it('heights that a page has measured while rows moved are no lost edit: it shows the workbook anew, without a word', async () => {
    const page = new MirrorPage(book.host, OWNER);
    await page.receiveAll();
    book.script(`sheet.insertRowBefore(1)`);
    measures(page);
    page.sendAll();
    await page.receiveAll();
    expect([page.reasons, page.received.filter(({ type }) => type === 'snapshot').length]).toEqual([[], 2]);
    type(page, 1, 3, 'goes on');
    page.sendAll();
    await page.receiveAll();
    expect([page.reasons, book.value('D2')]).toEqual([[], 'goes on']);
    page.close();
  });

  it('how high a page has measured rows is refused to nobody, on a locked sheet or where one may only look', async () => {
    lock(`sheet.protect()`);
    expect((await acting(PARTNER, measures)).reasons).toEqual([]);
    expect((await acting(PARTNER, (page) => type(page, 1, 1, 'no'))).reasons).toEqual([expect.stringMatching(REFUSED)]);
    book.script(`book.addViewer('${PARTNER}')`);
    expect((await acting(PARTNER, measures)).reasons).toEqual([]);
  });
});
