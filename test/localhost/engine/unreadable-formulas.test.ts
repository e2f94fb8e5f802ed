import { toEngineFormula, toLocalFormula } from '../../../src/localhost/notation/localized-formulas';
import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterEach(() => book.reset());

afterAll(() => book.close());

/** What a formula in C1 shows and what the cell keeps of it, set in each way. */
function written(formula: string): unknown[] {
  const text = JSON.stringify(formula);
  return book.script<unknown[]>(`const cell = sheet.getRange('C1');
    return [cell.setFormula(${text}), cell.clear().setValue(${text}), cell.clear().setFormulas([[${text}]])]
      .map(() => [cell.getValue(), cell.getFormula(), cell.getDisplayValue()]);`);
}

const thrice = (value: unknown, formula: string, shown: string): unknown[] =>
  [1, 2, 3].map(() => [value, formula, shown]);

describe('a comma where a comma is decimal', () => {
  beforeEach(() => {
    book.put('A1:B1', [[1, 2]]);
    book.script(`book.setSpreadsheetLocale('de_DE');`);
  });

  afterEach(() => book.script(`book.setSpreadsheetLocale('en_US');`));

  it.each([
    '=SUM(A1,B1)',
    '=SUM(A1,5)',
    '=SUM(1,5,2)',
    '=SUM(A1:B1,B1)',
    '=IF(A1=1,"a;b","it\'s ""so""")',
    '={1;A1,5}',
  ])('%s cannot be read, and is kept as it was typed', (formula) =>
    expect(written(formula)).toEqual(thrice('#ERROR!', formula, '#ERROR!')),
  );

  it.each<[string, unknown, string]>([
    ['=SUM(1,5)', 1.5, '1,5'],
    ['=SUM(A1;,5)', 1.5, '1,5'],
    ['=SUM(A1;B1)', 3, '3'],
    ['=LEN("a,b")', 3, '3'],
    ['=-1,25*A1', -1.25, '-1,25'],
    ['=SUM({1\\2;3\\4,5})', 10.5, '10,5'],
  ])('%s can be', (formula, value, shown) => expect(written(formula)).toEqual(thrice(value, formula, shown)));

  it('is an error for whoever refers to it, until it is put right', () => {
    book.script(
      `sheet.getRange('A2').setFormula('=SUM(A1,B1)'); sheet.getRange('A3').setFormula('=IFERROR(A2;"wrong")');`,
    );
    expect(book.column('A2:A3')).toEqual(['#ERROR!', 'wrong']);
    book.script(`sheet.getRange('A2').setFormula('=SUM(A1;B1)');`);
    expect(book.column('A2:A3')).toEqual([3, 3]);
  });

  it('is read and shown alike on the page', () => {
    const kept = toEngineFormula('=SUM(A1,B1)&"x"', 'de_DE');
    expect(toLocalFormula(kept, 'de_DE')).toBe('=SUM(A1,B1)&"x"');
    expect(toLocalFormula(kept, 'en_US')).toBe('=SUM(A1,B1)&"x"');
  });
});

describe('a reference that does not say where it begins or ends', () => {
  it.each(["='KPIs'!2:", "='KPIs'!:B", '=SUM(KPIs!2:)', '=SUM(KPIs!:B,1)', '=A2:', '=SUM(:B)', '=KPIs!2'])(
    '%s cannot be read, and is kept as it was typed',
    (formula) => expect(written(formula)).toEqual(thrice('#ERROR!', formula, '#ERROR!')),
  );

  it.each<[string, unknown]>([
    ['=SUM(KPIs!2:2)', 15],
    ['=SUM(KPIs!A2:B)', 24],
    ['=SUM(KPIs!B:B)', 15],
    ['=SUM(KPIs!A1:INDEX(KPIs!A1:C3,2,2))', 12],
    ['=LEN("KPIs!2:")', 7],
    ["=SUM('a 2:'!A1)", 42],
  ])('%s can be', (formula, value) => {
    book.script(`book.insertSheet('KPIs').getRange('A1:C3').setValues([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);
      book.insertSheet('a 2:').getRange('A1').setValue(42);`);
    expect(book.script(`return sheet.getRange('C1').setFormula(${JSON.stringify(formula)}).getValue()`)).toBe(value);
  });

  it.each(["'KPIs'!2:", "'KPIs'!:B"])('getRange does not find %s', (a1) => {
    book.script(`book.insertSheet('KPIs')`);
    expect(() => book.script(`book.getRange(${JSON.stringify(a1)})`)).toThrow('Range not found');
  });
});
