import {
  columnData,
  columnFormula,
  columnLetters,
  columnReference,
  decimalSeparator,
  renderFormula,
} from '../../src/schema/formula';
import { layOut } from '../../src/schema/layout';
import { freshPlacement } from '../../src/schema/placement';
import { layOutPage, pagePlacement } from '../../src/schema/page';
import { DESIGNS } from '../../src/build/designs';
import { STATEMENT_TABLE } from '../../src/registers/pages';
import { REGISTERS } from '../../src/registers';
import { tablesOf } from '../../src/schema/register';

const places = [
  ...REGISTERS.map((tab) => freshPlacement(tab, { name: tab.name, gid: 7 })),
  pagePlacement(STATEMENT_TABLE, { name: STATEMENT_TABLE.name, gid: 7 }),
];
const context = { places, currency: 'EUR', firstRows: {}, gids: {} };
const formulas = REGISTERS.flatMap((tab) =>
  layOut(tab, context).cells[0]!.filter((cell): cell is string => String(cell).startsWith('=')),
);

const onPage = (): string[] =>
  Object.values(DESIGNS)
    .flat()
    .flatMap((page) => layOutPage(page, context).cells.flat())
    .filter((cell): cell is string => String(cell).startsWith('='));

describe('formulas of the tables', () => {
  it('stand once a column, in the heading row, and make their own heading', () => {
    const computed = REGISTERS.flatMap(tablesOf)
      .flatMap(({ columns }) => Object.values(columns))
      .filter(({ filled }) => filled === 'by formula');
    expect(formulas).toHaveLength(computed.length);
    for (const formula of formulas) expect(formula).toMatch(/^=ARRAYFORMULA\(VSTACK\("[^"]+";/);
  });

  it('close every bracket that they open', () => {
    for (const formula of [...formulas, ...onPage()]) {
      const bare = formula.replace(/"[^"]*"|'[^']*'/g, '');
      expect([formula, bare.split('(').length]).toEqual([formula, bare.split(')').length]);
    }
  });

  it('hold no decimal literal and no array literal, which differ by locale', () => {
    for (const formula of [...formulas, ...onPage()]) {
      expect(formula.replace(/"[^"]*"/g, '')).not.toMatch(/\d\.\d|[{}]/);
    }
  });

  it('are written with semicolons, which every locale takes, but not inside quotes', () => {
    expect(renderFormula('=IF(A1="a,b",SUM(A1,B1),\'x,y\'!A1)')).toBe('=IF(A1="a,b";SUM(A1;B1);\'x,y\'!A1)');
    expect(onPage().length).toBeGreaterThan(30);
    for (const formula of [...formulas, ...onPage()]) {
      expect(formula.replace(/"[^"]*"|'[^']*'/g, '')).not.toContain(',');
    }
  });

  it('begin no reference in row 2, which a row inserted above it would move', () => {
    for (const formula of [...formulas, ...onPage()]) {
      expect(formula.replace(/"[^"]*"/g, '')).not.toMatch(/[A-Z]2:[A-Z]+(?!\d)/);
    }
  });

  it.each([
    ['de_DE', ','],
    ['de_CH', '.'],
    ['fr', ','],
    ['pt_BR', ','],
    ['es_MX', '.'],
    ['gl', ','],
    ['eu_ES', ','],
    ['nn_NO', ','],
    ['be_BY', ','],
    ['kk_KZ', ','],
    ['ka_GE', ','],
    ['hy_AM', ','],
    ['az_AZ', ','],
    ['uz_UZ', ','],
    ['lo_LA', ','],
    ['en_ZA', ','],
    ['af_ZA', ','],
    ['in_ID', ','],
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
    expect(columnData(3)).toBe('INDEX(C1:C,2):INDEX(C1:C,ROWS(C1:C))');
    expect(columnData(3, "Ann's log")).toContain("'Ann''s log'!C1:C");
  });

  it('quote a heading that holds quotes', () => {
    expect(columnFormula('The "real" value', 'A2:A')).toBe('=ARRAYFORMULA(VSTACK("The ""real"" value",A2:A))');
  });
});
