import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});
afterAll(() => book.close());

/**
 * What a formula shows, with cells to read: A1 a day, A2 the fourth day after, B1 $5.00, B2 $7.25, C1 50%, D1 2, E1 a
 * duration of 1:30, E2 one of 23:00.
 */
function shown(formula: string, locale = 'en_US'): string {
  return book.script(`sheet.clear(); book.setSpreadsheetLocale('en_US');
    sheet.getRange('A1:A2').setValues([['1/5/2026'], ['1/9/2026']]);
    sheet.getRange('B1:E2').setValues([['$5.00', '50%', 2, '1:30'], ['$7.25', '', '', '23:00']]);
    sheet.getRange('E1:E2').setNumberFormat('[h]:mm:ss');
    book.setSpreadsheetLocale('${locale}');
    sheet.getRange('F1').setFormula(${JSON.stringify(formula)});
    return sheet.getRange('F1').getDisplayValue();`);
}

describe('a formula in a cell without a format shows that of what it reads', () => {
  it.each([
    ['=A1+7', '1/12/2026'],
    ['=7+A1', '1/12/2026'],
    ['=A1-1', '1/4/2026'],
    ['=A2-A1', '4'],
    ['=B1*2', '$10.00'],
    ['=B1+1', '$6.00'],
    ['=B1/2', '$2.50'],
    ['=B1/B1', '1'],
    ['=B1*C1', '$2.50'],
    ['=C1*2', '100%'],
    ['=1-C1', '50%'],
    ['=D1*2', '4'],
    ['=-B1', '-$5.00'],
    ['=E1*24', '36:00:00'],
    ['=A1+E1', '1/5/2026'],
    ['=E1+E2', '24:30:00'],
    ['=SUM(E1:E2)', '24:30:00'],
    ['=E2-E1', '21:30:00'],
    ['=E2/E1', '15.33333333'],
    ['=SUM(B1:B2)', '$12.25'],
    ['=SUM(D1,B1)', '7'],
    ['=SUM(A1:A2)', '92058'],
    ['=SUM(B1:B2)*C1', '$6.13'],
    ['=AVERAGE(B1:B9)', '$6.13'],
    ['=MAX(C1:C2)', '50%'],
    ['=MIN(A1:A9)', '1/5/2026'],
    ['=MAX(A1:A2)+1', '1/10/2026'],
    ['=ROUND(B2,1)', '$7.30'],
    ['=ROUND(B2)', '$7.00'],
    ['=INT(A1)', '46027'],
    ['=ABS(0-B1)', '$5.00'],
    ['=SUMIF(B1:B2,">5")', '$7.25'],
    ['=SUMIF(A1:A2,">0",B1:B2)', '$12.25'],
    ['=SUMIFS(B1:B2,A1:A2,">0")', '$12.25'],
    ['=MAXIFS(A1:A2,B1:B2,">0")', '1/9/2026'],
    ['=COUNT(B1:B2)', '2'],
  ])('%s → %s', (formula, expected) => {
    expect(shown(formula)).toBe(expected);
  });

  it('and goes on showing the one that somebody has set', () => {
    book.script(`sheet.clear(); sheet.getRange('A1').setValue('1/5/2026');
      sheet.getRange('F1').setNumberFormat('0.00').setFormula('=A1+7');`);
    expect(book.script(`return sheet.getRange('F1').getDisplayValue()`)).toBe('46034.00');
  });
});

describe('days of formulas are written as the locale writes them', () => {
  it.each([
    ['=DATE(2026,1,31)', 'en_US', '1/31/2026'],
    ['=DATE(2026;1;31)', 'de_DE', '31.01.2026'],
    ['=EDATE(DATE(2026;1;31);1)', 'de_DE', '28.02.2026'],
    ['=EOMONTH(DATE(2026,2,3),0)', 'en_GB', '28/02/2026'],
    ['=TO_DATE(46053)', 'en_US', '1/31/2026'],
    ['=TO_DATE(46053)+1', 'de_DE', '01.02.2026'],
  ])('%s in %s', (formula, locale, expected) => {
    expect(shown(formula, locale)).toBe(expected);
  });
});

describe('TODAY and NOW', () => {
  // A day apart at any moment.
  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('are those of the sheet’s zone: %s', (zone) => {
    book.script(`sheet.clear(); book.setSpreadsheetLocale('en_US'); book.setSpreadsheetTimeZone('${zone}');`);
    const told = (): unknown => book.script(`return Utilities.formatDate(new Date(), '${zone}', 'yyyy-MM-dd')`);
    const before = told();
    const days = book.script<unknown[][]>(`sheet.getRange('A1').setFormula('=TEXT(TODAY(),"yyyy-mm-dd")');
      sheet.getRange('A2').setFormula('=TEXT(NOW(),"yyyy-mm-dd")'); return sheet.getRange('A1:A2').getValues();`);
    // The day may just change.
    const day = [before, told()].find((one) => days.flat().includes(one));
    expect(days).toEqual([[day], [day]]);
  });
});
