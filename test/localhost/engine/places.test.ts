import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterEach(() => book.reset());

afterAll(() => book.close());

describe('A reference to a sheet that is not there', () => {
  it.each([
    ['=Nope!A1', '#REF!'],
    ['=SUM(Nope!A1:A3)', '#REF!'],
    [`='No pe'!A1+1`, '#REF!'],
    ['=ROWS(Nope!A1:A3)', '#REF!'],
    ['=ROW(Nope!A3)', '#REF!'],
    ['=INDIRECT("Nope!A1")', '#REF!'],
    ['=MAP(Nope!A1:A3,LAMBDA(c,c))', '#REF!'],
    ['=IFERROR(Nope!A1,5)', 5],
    ['=IFERROR(SUM(Nope!A:A),5)', 5],
  ])('is an error, and does not depend on the cell of its formula: %s', (formula, value) => {
    expect(book.formula(formula)).toEqual([[value]]);
  });

  it('is read as soon as the sheet is there', () => {
    book.formula('=SUM(Nope!A1:A2)');
    book.script(`book.insertSheet('Nope').getRange('A1:A2').setValues([[3],[4]]); book.setActiveSheet(sheet);`);
    expect(book.value('A1')).toBe(7);
    book.script(`book.deleteSheet(book.getSheetByName('Nope'));`);
    expect(book.value('A1')).toBe('#REF!');
  });
});

describe('A lambda that asks where its arguments stand', () => {
  it.each<[string, string, unknown[][]]>([
    ['=MAP(E5:E6,LAMBDA(c,ROW(c)))', 'A1:A2', [[5], [6]]],
    ['=MAP(E5:F6,LAMBDA(c,COLUMN(c)+c))', 'A1:B2', [[6, 8], [8, 10]]], // prettier-ignore
    ['=MAP(E5:E6,F5:F6,LAMBDA(a,b,a*b+COLUMN(b)))', 'A1:A2', [[8], [18]]],
    ['=MAP(E5:E6,LAMBDA(c,OFFSET(c,1,1)))', 'A1:A2', [[4], [6]]],
    ['=MAP(E5:E6,LAMBDA(c,CELL("address",c)))', 'A1:A2', [['$E$5'], ['$E$6']]],
    ['=MAP({7;8},LAMBDA(c,ISREF(c)))', 'A1:A2', [[false], [false]]],
    ['=BYROW(E5:F6,LAMBDA(r,SUM(r)*ROW(r)))', 'A1:A2', [[15], [42]]],
    ['=BYCOL(E5:F6,LAMBDA(r,SUM(r)*COLUMN(r)))', 'A1:B1', [[20, 36]]],
    ['=MAP(Other!A1:A2,LAMBDA(c,c*ROW(c)))', 'A1:A2', [[10], [40]]],
  ])('is told: %s', (formula, at, values) => {
    book.script(`book.insertSheet('Other').getRange('A1:A2').setValues([[10],[20]]); book.setActiveSheet(sheet);
      sheet.getRange('E5:F7').setValues([[1, 2], [3, 4], [5, 6]]);
      sheet.getRange('A1').setFormula(${JSON.stringify(formula)});`);
    expect(book.values(at)).toEqual(values);
  });
});
