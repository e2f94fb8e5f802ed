import { plainSheetNames, markedSheetNames } from '../../../src/localhost/notation/sheet-names';
import { TestSheet, temporaryFolder } from '../support/sheet';

const NAMES = [
  'Wow!',
  'a!b',
  '!',
  "it's! so",
  'R1!C1',
  'a[1]',
  '[x]y',
  "'[b]c'",
  'x]',
  '@home',
  'a@b',
  '1+1',
  'A1',
  'Q1 2026',
  '📈',
];

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterEach(() => book.reset());

afterAll(() => book.close());

const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

describe.each(NAMES)('a sheet named %s', (name) => {
  const text = JSON.stringify(name);
  const reference = (a1: string): string => JSON.stringify(`${quoted(name)}!${a1}`);

  it('is found, read and referred to by this name', () => {
    book.script(`book.insertSheet(${text}).getRange('A1:A2').setValues([[7], [8]]); book.setActiveSheet(sheet);
      sheet.getRange('A1').setFormula('=' + ${reference('A1')});
      sheet.getRange('A2').setFormula('=SUM(' + ${reference('A1:A')} + ')');
      sheet.getRange('A3').setFormula('=INDIRECT("' + ${reference('A2')} + '")');
      book.setNamedRange('Pair', book.getRange(${reference('A1:A2')}));
      sheet.getRange('A4').setFormula('=SUM(Pair)');`);
    expect(book.column('A1:A4')).toEqual([7, 15, 8, 15]);
    expect(book.script(`return sheet.getRange('A1:A2').getFormulas().flat()`)).toEqual([
      `=${quoted(name)}!A1`,
      `=SUM(${quoted(name)}!A1:A)`,
    ]);
    expect(book.script(`return book.getSheets().map((one) => one.getName())`)).toContain(name);
    expect(book.script(`return book.getRangeByName('Pair').getSheet().getName()`)).toBe(name);
  });

  it('can be given and taken back, and formulas follow', () => {
    book.script(`book.insertSheet('Data').getRange('A1').setValue(5); book.setActiveSheet(sheet);
      sheet.getRange('A1').setFormula('=Data!A1'); book.getSheetByName('Data').setName(${text});`);
    expect(book.script(`return [sheet.getRange('A1').getFormula(), sheet.getRange('A1').getValue()]`)).toEqual([
      `=${quoted(name)}!A1`,
      5,
    ]);
    book.script(`book.getSheetByName(${text}).insertRowBefore(1).setName('Data');`);
    expect(book.script(`return [sheet.getRange('A1').getFormula(), sheet.getRange('A1').getValue()]`)).toEqual([
      '=Data!A2',
      5,
    ]);
  });

  it('offers the values of its range in a list', () => {
    book.script(`const other = book.insertSheet(${text}); other.getRange('A1:A2').setValues([['x'], ['y']]);
      sheet.getRange('B1').setDataValidation(SpreadsheetApp.newDataValidation()
        .requireValueInRange(other.getRange('A1:A2')).setAllowInvalid(false).build()).setValue('y');`);
    expect(() => book.script(`sheet.getRange('B1').setValue('z')`)).toThrow('violates the data validation rules');
    expect(
      book.script(`return sheet.getRange('B1').getDataValidation().getCriteriaValues()[0].getSheet().getName()`),
    ).toBe(name);
  });
});

it('stays over closing and opening the file', async () => {
  const folder = temporaryFolder();
  const path = `${folder.path}/book.ledger`;
  const first = await TestSheet.open('basics', path);
  first.script(`book.insertSheet('Wow!').getRange('A1').setValue(3); sheet.getRange('A1').setFormula("='Wow!'!A1");`);
  first.close();
  const second = await TestSheet.open('basics', path);
  expect(second.script(`return [sheet.getRange('A1').getValue(), !!book.getSheetByName('Wow!')]`)).toEqual([3, true]);
  second.close();
  folder.remove();
});

it.each(["='Wow!'!A1&\"'no!'!A1\"", "='a b'!A1", "='x!y'!A:A+'z'!B2", '="!"'])(
  '%s is the same after it was given to the engine',
  (formula) => expect(plainSheetNames(markedSheetNames(formula))).toBe(formula),
);
