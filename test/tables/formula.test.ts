import {
  columnFormula,
  columnLetters,
  columnReference,
  decimalSeparator,
  renderFormula,
} from '../../src/tables/formula';
import { columnFormulas } from '../../src/tables/column-formulas';
import { layOut, freshPlacement } from '../../src/tables/layout';
import { layOutPage } from '../../src/tables/page';
import { scorecardPages } from '../../src/tables/scorecard/scorecard';
import { TABS } from '../../src/tables/tabs';

const places = TABS.map((tab) => freshPlacement(tab, tab.name));
const context = { places, currency: 'EUR', locale: 'en_US', firstRows: {}, formulas: columnFormulas() };
const formulas = TABS.flatMap((tab) =>
  layOut(tab, context).cells[0]!.filter((cell): cell is string => String(cell).startsWith('=')),
);

const onPage = (locale: string): string[] =>
  scorecardPages
    .flatMap((page) => layOutPage(page, { ...context, locale }).cells.flat())
    .filter((cell): cell is string => String(cell).startsWith('='));

describe('formulas of the tables', () => {
  it('stand once a column, in the heading row, and make their own heading', () => {
    expect(formulas).toHaveLength(14);
    for (const formula of formulas) expect(formula).toMatch(/^=ARRAYFORMULA\(VSTACK\("[^"]+",/);
  });

  it('hold no decimal literal and no array literal, which differ by locale', () => {
    for (const formula of [...formulas, ...onPage('en_US')]) {
      expect(formula.replace(/"[^"]*"/g, '')).not.toMatch(/\d\.\d|[{}]/);
    }
  });

  it('take semicolons where a comma is decimal, but not inside quotes', () => {
    expect(renderFormula('=IF(A1="a,b",SUM(A1,B1),\'x,y\'!A1)', 'de_DE')).toBe('=IF(A1="a,b";SUM(A1;B1);\'x,y\'!A1)');
    expect(renderFormula('=SUM(A1,B1)', 'en_GB')).toBe('=SUM(A1,B1)');
  });

  it('are written with semicolons on the Scorecard too, where a comma is decimal', () => {
    expect(onPage('de_DE').length).toBeGreaterThan(30);
    for (const formula of onPage('de_DE')) expect(formula.replace(/"[^"]*"|'[^']*'/g, '')).not.toContain(',');
  });

  it.each([
    ['de_DE', ','],
    ['de_CH', '.'],
    ['fr', ','],
    ['pt_BR', ','],
    ['es_MX', '.'],
    ['en_US', '.'],
    ['ja_JP', '.'],
    ['', '.'],
  ])('%s writes decimals with %s', (locale, separator) => {
    expect(decimalSeparator(locale)).toBe(separator);
  });
});

describe('references', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [703, 'AAA'],
  ])('column %d is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  it('reach to the end of the sheet and quote the names of tabs', () => {
    expect(columnReference(3)).toBe('C2:C');
    expect(columnReference(3, "Ann's log")).toBe("'Ann''s log'!C2:C");
  });

  it('quote a heading that holds quotes', () => {
    expect(columnFormula('The "real" value', 'A2:A')).toBe('=ARRAYFORMULA(VSTACK("The ""real"" value",A2:A))');
  });
});
