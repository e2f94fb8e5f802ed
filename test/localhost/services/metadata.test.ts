import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterEach(() => {
  book.script(`book.createDeveloperMetadataFinder().find().forEach((item) => item.remove());`);
  book.reset();
});

afterAll(() => book.close());

const places = `(item) => [item.getKey(), item.getValue(), String(item.getLocation().getLocationType()),
  item.getLocation().getSheet()?.getName() ?? item.getLocation().getRow()?.getA1Notation() ?? item.getLocation().getColumn()?.getA1Notation() ?? '']`;

const all = (): unknown => book.script(`return book.createDeveloperMetadataFinder().find().map(${places})`);

describe('developer metadata', () => {
  it('belongs to the spreadsheet, a sheet, a row or a column', () => {
    book.script(`book.addDeveloperMetadata('version', '1'); sheet.addDeveloperMetadata('tab', 'log', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
      sheet.getRange('3:3').addDeveloperMetadata('row'); sheet.getRange('B:B').addDeveloperMetadata('column', 'x');`);
    expect(all()).toEqual([
      ['version', '1', 'SPREADSHEET', ''],
      ['tab', 'log', 'SHEET', 'Sheet1'],
      ['row', null, 'ROW', 'A3:Z3'],
      ['column', 'x', 'COLUMN', 'B1:B1000'],
    ]);
    expect(() => book.script(`sheet.getRange('A1:B2').addDeveloperMetadata('no')`)).toThrow('arbitrary ranges');
  });

  it('is found by key, value, place and visibility', () => {
    book.script(
      `sheet.addDeveloperMetadata('a', '1'); sheet.addDeveloperMetadata('a', '2', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT); book.addDeveloperMetadata('b', '1');`,
    );
    expect(
      book.script(`const { PROJECT } = SpreadsheetApp.DeveloperMetadataVisibility, { SPREADSHEET } = SpreadsheetApp.DeveloperMetadataLocationType;
        const finder = () => book.createDeveloperMetadataFinder();
        return [finder().withKey('a'), finder().withKey('a').withValue('2'), finder().withVisibility(PROJECT), finder().withLocationType(SPREADSHEET), sheet.createDeveloperMetadataFinder()]
          .map((one) => one.find().map((item) => item.getKey() + item.getValue()));`),
    ).toEqual([['a1', 'a2'], ['a2'], ['a2'], ['b1'], ['a1', 'a2']]);
    expect(
      book.script(
        `const [item] = sheet.getDeveloperMetadata(); return [item.getVisibility() === SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT, String(item.getVisibility())]`,
      ),
    ).toEqual([true, 'DOCUMENT']);
  });

  it('changes and goes', () => {
    book.script(
      `sheet.addDeveloperMetadata('tab', 'one'); sheet.getDeveloperMetadata()[0].setValue('two').setKey('key');`,
    );
    expect(all()).toEqual([['key', 'two', 'SHEET', 'Sheet1']]);
    book.script(`sheet.getDeveloperMetadata()[0].remove();`);
    expect(all()).toEqual([]);
  });

  it('moves with its row and column', () => {
    book.script(`sheet.getRange('3:3').addDeveloperMetadata('row'); sheet.getRange('B:B').addDeveloperMetadata('column');
      sheet.insertRowsBefore(1, 2); sheet.insertColumnsBefore(1, 1); sheet.deleteRow(1);`);
    expect(all()).toEqual([
      ['row', null, 'ROW', 'A4:AA4'],
      ['column', null, 'COLUMN', 'C1:C1001'],
    ]);
  });

  it('goes with its sheet and is copied with it, under an id of its own', () => {
    book.script(`book.insertSheet('Log').addDeveloperMetadata('tab', 'log').getRange('2:2').addDeveloperMetadata('row');
      book.getSheetByName('Log').copyTo(book);`);
    expect(all()).toEqual([
      ['tab', 'log', 'SHEET', 'Log'],
      ['row', null, 'ROW', 'A2:Z2'],
      ['tab', 'log', 'SHEET', 'Copy of Log'],
      ['row', null, 'ROW', 'A2:Z2'],
    ]);
    const ids = book.script<number[]>(`return book.createDeveloperMetadataFinder().find().map((item) => item.getId())`);
    expect(new Set(ids).size).toBe(4);
    book.script(
      `book.getSheetByName('Copy of Log').getDeveloperMetadata()[0].setValue('changed'); book.deleteSheet(book.getSheetByName('Log'));`,
    );
    expect(all()).toEqual([
      ['tab', 'changed', 'SHEET', 'Copy of Log'],
      ['row', null, 'ROW', 'A2:Z2'],
    ]);
  });
});
