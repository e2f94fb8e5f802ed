import { OWNER, TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterEach(() => book.reset());

afterAll(() => book.close());

const names = (): unknown => book.script(`return book.getSheets().map((one) => one.getName())`);

describe('sheets', () => {
  it('are inserted, found, renamed, moved and deleted', () => {
    book.script(`book.insertSheet('Log'); book.insertSheet('First', 0);`);
    expect(names()).toEqual(['First', 'Sheet1', 'Log']);
    expect(
      book.script(`const log = book.getSheetByName('Log'); log.setName('Diary');
        return [log.getName(), log.getIndex(), book.getSheetByName('Log'), book.getSheetById(log.getSheetId()).getName(), log.getMaxRows(), log.getMaxColumns()];`),
    ).toEqual(['Diary', 3, null, 'Diary', 1000, 26]);
    book.script(`book.setActiveSheet(book.getSheetByName('Diary')); book.moveActiveSheet(1);`);
    expect(names()).toEqual(['Diary', 'First', 'Sheet1']);
    book.script(`book.deleteSheet(book.getSheetByName('First'));`);
    expect(names()).toEqual(['Diary', 'Sheet1']);
  });

  it('are inserted where they are wanted, or after the active one', () => {
    book.script(`['a', 'b', 'c'].forEach((name, index) => book.insertSheet(name, index)); book.insertSheet('d', 2); book.insertSheet('e');
      book.setActiveSheet(sheet); book.insertSheet('f');`);
    expect(names()).toEqual(['a', 'b', 'd', 'e', 'c', 'Sheet1', 'f']);
  });

  it('hide their gridlines and have rows of a given height', () => {
    expect(
      book.script(`const before = sheet.hasHiddenGridlines();
        sheet.setHiddenGridlines(true).setRowHeights(2, 2, 50).setRowHeightsForced(5, 1, 12);
        return [before, sheet.hasHiddenGridlines(), sheet.setHiddenGridlines(false).hasHiddenGridlines()];`),
    ).toEqual([false, true, false]);
  });

  it('get a name of their own when none is given, and become active', () => {
    expect(
      book.script(`const one = book.insertSheet(); return [one.getName(), book.getActiveSheet().getName()]`),
    ).toEqual(['Sheet2', 'Sheet2']);
  });

  it.each([
    [`book.insertSheet('sheet1')`, 'A sheet with the name "sheet1" already exists.'],
    [`book.insertSheet('x').setName('Sheet1')`, 'A sheet with the name "Sheet1" already exists.'],
    [`book.deleteSheet(sheet)`, "You can't remove all the sheets in a document."],
    [`sheet.hideSheet()`, "You can't hide all the sheets in a document."],
    [`const gone = book.insertSheet('gone'); book.deleteSheet(gone); gone.getRange(1, 1)`, 'not found'],
    [`book.deleteSheet({})`, "don't match the method signature"],
  ])('%s throws', (code, message) => {
    expect(() => book.script(code)).toThrow(message);
  });

  it('are hidden and shown', () => {
    expect(
      book.script(`const other = book.insertSheet('Other'); const states = [other.isSheetHidden()];
        other.hideSheet(); states.push(other.isSheetHidden(), book.getActiveSheet().getName());
        other.showSheet(); states.push(other.isSheetHidden()); return states;`),
    ).toEqual([false, true, 'Other', false]);
  });

  it('are copied with values, formulas, validation, notes and formats', () => {
    book.script(`sheet.getRange('A1:B1').setValues([[2, '=A1*10']]).setBackground('#ff0000');
      sheet.getRange('A2').setNote('a note').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).build());
      sheet.copyTo(book);`);
    expect(names()).toEqual(['Sheet1', 'Copy of Sheet1']);
    expect(
      book.script(`const copy = book.getSheetByName('Copy of Sheet1'); copy.getRange('A1').setValue(5);
        return [copy.getRange('B1').getValue(), sheet.getRange('B1').getValue(), copy.getRange('A1').getBackground(),
          copy.getRange('A2').getNote(), copy.getRange('A2').getDataValidation().getCriteriaValues()[0]];`),
    ).toEqual([50, 20, '#ff0000', 'a note', ['a', 'b']]);
  });

  it('keep frozen rows, widths and hidden columns', () => {
    expect(
      book.script(`sheet.setFrozenRows(2); sheet.setFrozenColumns(1); sheet.setColumnWidth(3, 200).setColumnWidths(4, 2, 50).setRowHeight(1, 40);
        sheet.hideColumns(2, 2); sheet.showColumns(3); sheet.hideRows(5); sheet.setTabColor('#ff0000');
        return [sheet.getFrozenRows(), sheet.getFrozenColumns(), [1, 2, 3].map((column) => sheet.isColumnHiddenByUser(column)), sheet.isRowHiddenByUser(5)];`),
    ).toEqual([2, 1, [false, true, false], true]);
  });
});

describe('rows and columns', () => {
  it('are inserted and deleted on a sheet that is not the active one, and formulas follow', () => {
    book.script(`const other = book.insertSheet('Other'); book.setActiveSheet(sheet);
      other.getRange('A1:A4').setValues([[1], [2], [3], [4]]);
      sheet.getRange('A1').setFormula('=SUM(Other!A1:A4)'); sheet.getRange('A2').setFormula('=Other!A4');
      other.insertRowsBefore(2, 2); other.getRange('A2').setValue(10);`);
    expect(book.column('A1:A2')).toEqual([20, 4]);
    book.script(
      `const other = book.getSheetByName('Other'); other.deleteRows(4, 1); other.insertColumnsAfter(1, 1); other.insertColumnBefore(1);`,
    );
    expect(book.column('A1:A2')).toEqual([18, 4]);
    expect(book.script(`return sheet.getRange('A1:A2').getFormulas().map(([formula]) => formula)`)).toEqual([
      '=SUM(Other!B1:B5)',
      '=Other!B5',
    ]);
    book.script(`book.getSheetByName('Other').deleteColumn(2);`);
    expect(book.column('A1:A2')).toEqual(['#REF!', '#REF!']);
  });

  it('are added at the end by appendRow when there is no room', () => {
    book.script(
      `sheet.deleteRows(4, 997); sheet.getRange('A3').setValue('last'); sheet.appendRow(['next']); sheet.appendRow(['x', ...Array(26).fill('y')]);`,
    );
    expect(book.script(`return [sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getLastRow()]`)).toEqual([5, 27, 5]);
    expect(book.column('A3:A5')).toEqual(['last', 'next', 'x']);
  });

  it.each([
    [`sheet.deleteRows(1000, 2)`, 'Those rows are out of bounds.'],
    [`sheet.deleteRows(1, 1000)`, "You can't delete all the rows on the sheet."],
    [`sheet.insertColumnsAfter(27, 1)`, 'Those columns are out of bounds.'],
    [`sheet.insertRowsAfter(1, 0)`, 'Those rows are out of bounds.'],
  ])('%s throws', (code, message) => {
    expect(() => book.script(code)).toThrow(message);
  });

  it('move', () => {
    book.put('A1:C3', [
      ['a', 'b', 'c'],
      [1, 2, 3],
      [4, 5, 6],
    ]);
    book.script(`sheet.moveRows(sheet.getRange('3:3'), 1); sheet.moveColumns(sheet.getRange('A:A'), 4);`);
    expect(book.values('A1:C3')).toEqual([
      [5, 6, 4],
      ['b', 'c', 'a'],
      [2, 3, 1],
    ]);
  });

  it('are sorted below the frozen ones', () => {
    book.put('A1:B4', [
      ['name', 'number'],
      ['b', 2],
      ['c', 1],
      ['a', 3],
    ]);
    book.script(`sheet.setFrozenRows(1); sheet.sort(2, false);`);
    expect(book.column('A1:A4')).toEqual(['name', 'a', 'b', 'c']);
  });
});

describe('the spreadsheet', () => {
  it('has an id, an address, a name, a locale and a time zone', () => {
    expect(book.script(`book.rename('Partnership'); book.setSpreadsheetLocale('de_DE'); book.setSpreadsheetTimeZone('Asia/Tokyo');
      return [typeof book.getId(), book.getUrl().includes(book.getId()), book.getName(), book.getSpreadsheetLocale(), book.getSpreadsheetTimeZone()];`)).toEqual([
      'string', true, 'Partnership', 'de_DE', 'Asia/Tokyo',
    ]); // prettier-ignore
    book.script(`book.setSpreadsheetLocale('en_US');`);
    expect(() => book.script(`book.setSpreadsheetTimeZone('Mars/Olympus')`)).toThrow(
      'There is no time zone named Mars/Olympus.',
    );
  });

  it('knows who works with it, the first one as its owner', () => {
    book.script(`return 1`, OWNER);
    book.host.run('echo', [1], OWNER);
    book.host.run('echo', [1], 'second@example.com');
    expect(
      book.script(
        `return [book.getOwner().getEmail(), book.getEditors().map((user) => user.getEmail()), Session.getActiveUser().getEmail()]`,
        '',
      ),
    ).toEqual([OWNER, [OWNER, 'second@example.com'], '']);
  });

  it('finds ranges by name and by notation', () => {
    expect(
      book.script(`const other = book.insertSheet("It's"); other.getRange('B2').setValue('here'); book.setNamedRange('Spot', other.getRange('B2'));
        return [book.getRange("'It''s'!B2").getValue(), book.getRangeByName('spot').getValue(), book.getRange('Spot').getValue(), book.getRangeByName('none')];`),
    ).toEqual(['here', 'here', 'here', null]);
  });

  it.each(['not a name', 'A1', 'xfd10', 'R1C1', 'rc', 'TRUE', 'false', '1st', ''])('no range is named %p', (name) => {
    expect(() => book.script(`book.setNamedRange(${JSON.stringify(name)}, sheet.getRange('A1'))`)).toThrow(
      'The name of the range is invalid.',
    );
  });

  it('keeps protections', () => {
    expect(
      book.script(`const protection = sheet.getRange('A1:B2').protect().setDescription('computed').setWarningOnly(true);
        protection.addEditor('a@example.com').removeEditors(['${OWNER}']);
        sheet.protect().setDomainEdit(false);
        return [SpreadsheetApp.ProtectionType.RANGE, SpreadsheetApp.ProtectionType.SHEET].map((type) =>
          sheet.getProtections(type).map((one) => [one.getDescription(), one.isWarningOnly(), one.canEdit()]));`),
    ).toEqual([[['computed', true, true]], [['', false, true]]]);
  });
});
