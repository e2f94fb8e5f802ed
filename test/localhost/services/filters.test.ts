import { join } from 'node:path';
import { TestSheet, temporaryFolder } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

beforeEach(() => {
  book.reset();
  book.put('A1:C6', [
    ['Name', 'Points', 'Day'],
    ['Ann', 5, '2026-03-01'],
    ['Bob', 12, '2026-03-02'],
    ['ann lee', 7, '2026-03-02'],
    ['', '', ''],
    ['Cy*', 0.5, '2026-03-09'],
  ]);
});

afterAll(() => book.close());

/** The rows from 2 to 6 that are still to be seen. */
const shown = (): number[] => book.script(`return [2, 3, 4, 5, 6].filter((row) => !sheet.isRowHiddenByFilter(row))`);

const filter = (column: number, criteria: string): void =>
  book.script(`const filter = sheet.getFilter() ?? sheet.getRange('A1:C6').createFilter();
    const day = (text) => new Date(text + 'T12:00:00-05:00');
    filter.setColumnFilterCriteria(${column}, SpreadsheetApp.newFilterCriteria().${criteria}.build());`);

describe('a filter', () => {
  it('is made once for a sheet, tells its range, and is removed', () => {
    expect(
      book.script(`const none = sheet.getFilter(); const filter = sheet.getRange('A1:C6').createFilter();
        return [none, filter.getRange().getA1Notation(), sheet.getFilter() !== null, sheet.getRange('B2').getFilter().getRange().getA1Notation()]`),
    ).toEqual([null, 'A1:C6', true, 'A1:C6']);
    expect(() => book.script(`sheet.getRange('A1:B2').createFilter()`)).toThrow(
      "You can't create a filter in a sheet that already has a filter.",
    );
    filter(1, `setHiddenValues(['Bob'])`);
    expect(shown()).toEqual([2, 4, 5, 6]);
    book.script(`sheet.getFilter().remove()`);
    expect(book.script(`return sheet.getFilter()`)).toBeNull();
    expect(shown()).toEqual([2, 3, 4, 5, 6]);
  });

  it.each([
    [1, `setHiddenValues(['Ann', ''])`, [3, 4, 6]],
    [1, `whenTextContains('ann')`, [2, 4]],
    [1, `whenTextDoesNotContain('ANN')`, [3, 5, 6]],
    [1, `whenTextStartsWith('B')`, [3]],
    [1, `whenTextEndsWith('lee')`, [4]],
    [1, `whenTextEndsWith('*')`, [6]],
    [1, `whenTextEqualTo('ann')`, [2]],
    [1, `whenCellEmpty()`, [5]],
    [1, `whenCellNotEmpty()`, [2, 3, 4, 6]],
    [1, `whenCellNotEmpty().setHiddenValues(['Bob'])`, [2, 4, 6]],
    [2, `whenNumberGreaterThan(5)`, [3, 4]],
    [2, `whenNumberGreaterThanOrEqualTo(5)`, [2, 3, 4]],
    [2, `whenNumberLessThan(1)`, [6]],
    [2, `whenNumberLessThanOrEqualTo(0.5)`, [6]],
    [2, `whenNumberEqualTo(12)`, [3]],
    [2, `whenNumberNotEqualTo(12)`, [2, 4, 5, 6]],
    [2, `whenNumberBetween(5, 7)`, [2, 4]],
    [2, `whenNumberNotBetween(5, 7)`, [3, 6]],
    [2, `withCriteria(SpreadsheetApp.BooleanCriteria.NUMBER_BETWEEN, [0, 5])`, [2, 6]],
    [3, `whenDateEqualTo(day('2026-03-02'))`, [3, 4]],
    [3, `whenDateBefore(day('2026-03-02'))`, [2]],
    [3, `whenDateAfter(day('2026-03-02'))`, [6]],
    [3, `setHiddenValues([sheet.getRange('C3').getDisplayValue()])`, [2, 5, 6]],
  ])('in column %i lets through what %s says', (column, criteria, rows) => {
    filter(column, criteria);
    expect(shown()).toEqual(rows);
  });

  it('lets through what every column lets through, and all when its criteria are removed', () => {
    filter(1, `whenTextContains('a')`);
    filter(2, `whenNumberGreaterThan(5)`);
    expect(shown()).toEqual([4]);
    book.script(`sheet.getFilter().removeColumnFilterCriteria(1)`);
    expect(shown()).toEqual([3, 4]);
    book.script(`sheet.getFilter().setColumnFilterCriteria(2, null)`);
    expect(shown()).toEqual([2, 3, 4, 5, 6]);
  });

  it('knows relative dates', () => {
    book.script(`const today = new Date(), day = 86400000;
      sheet.getRange('C2:C6').setValues([0, 1, -1, -3, -200].map((days) => [new Date(today.getTime() + days * day)]))`);
    filter(3, `whenDateEqualTo(SpreadsheetApp.RelativeDate.PAST_WEEK)`);
    expect(shown()).toEqual([2, 4, 5]);
    filter(3, `whenDateAfter(SpreadsheetApp.RelativeDate.TODAY)`);
    expect(shown()).toEqual([3]);
  });

  it('is told with the criteria it was given', () => {
    filter(2, `whenNumberBetween(5, 7)`);
    filter(3, `whenDateAfter(day('2026-03-02'))`);
    filter(1, `setHiddenValues(['Bob'])`);
    expect(
      book.script(`const filter = sheet.getFilter(), [a, b, c] = [1, 2, 3].map((column) => filter.getColumnFilterCriteria(column));
        filter.removeColumnFilterCriteria(1);
        return [a.getHiddenValues(), a.getCriteriaType(), String(b.getCriteriaType()), b.getCriteriaValues(), b.getHiddenValues(),
          Utilities.formatDate(c.getCriteriaValues()[0], 'America/New_York', 'yyyy-MM-dd'), filter.getColumnFilterCriteria(1),
          String(b.copy().whenCellEmpty().build().getCriteriaType())]`),
    ).toEqual([['Bob'], null, 'NUMBER_BETWEEN', [5, 7], [], '2026-03-02', null, 'CELL_EMPTY']);
  });

  it('leaves rows alone that change later, until it is set again', () => {
    filter(1, `setHiddenValues(['Bob'])`);
    book.put('A2', [['Bob']]);
    book.put('A3', [['Eve']]);
    expect(shown()).toEqual([2, 4, 5, 6]);
    filter(1, `setHiddenValues(['Bob'])`);
    expect(shown()).toEqual([3, 4, 5, 6]);
  });

  it('does not hide what was written after its values were hidden, when another column is filtered', () => {
    filter(1, `setHiddenValues(['Bob'])`);
    book.put('A2', [['Zoe']]);
    filter(2, `whenNumberLessThan(7)`);
    expect(shown()).toEqual([2, 6]);
  });

  it('sees what formulas answer', () => {
    book.script(`sheet.getRange('B2:B6').setFormulas([['=1+1'], ['=2*50'], ['=B2'], ['=B3'], ['=""']])`);
    filter(2, `whenNumberGreaterThan(50)`);
    expect(shown()).toEqual([3, 5]);
  });

  it('sorts below its header, hidden rows too', () => {
    filter(1, `setHiddenValues(['Bob'])`);
    book.script(`sheet.getFilter().sort(2, false)`);
    expect(book.column('A1:A6')).toEqual(['Name', 'Bob', 'ann lee', 'Ann', 'Cy*', '']);
    expect(book.column('B1:B6')).toEqual(['Points', 12, 7, 5, 0.5, '']);
  });

  it('lets scripts write, read and delete hidden rows', () => {
    filter(1, `setHiddenValues(['Bob'])`);
    book.script(`sheet.getRange('B2:B3').setValues([[1], [2]]); sheet.deleteRows(3, 2);`);
    expect(book.column('B1:B4')).toEqual(['Points', 1, '', 0.5]);
    expect(book.script(`return sheet.getFilter().getRange().getA1Notation()`)).toBe('A1:C4');
    expect(shown()).toEqual([2, 3, 4, 5, 6]);
  });

  it('moves with rows and columns, and is copied with its sheet', () => {
    filter(2, `whenNumberGreaterThan(5)`);
    expect(
      book.script(`sheet.insertRowsBefore(1, 2); sheet.insertColumnBefore(1); sheet.insertRowAfter(5);
        const filter = sheet.getFilter(), copy = sheet.copyTo(book);
        return [filter.getRange().getA1Notation(), String(filter.getColumnFilterCriteria(3).getCriteriaType()),
          [4, 5, 6, 7, 8, 9].filter((row) => sheet.isRowHiddenByFilter(row)),
          copy.getFilter().getRange().getA1Notation(), [4, 5, 7].map((row) => copy.isRowHiddenByFilter(row))]`),
    ).toEqual(['B3:D9', 'NUMBER_GREATER_THAN', [4, 8, 9], 'B3:D9', [true, false, false]]);
  });

  it('is refused what Google’s has not', () => {
    expect(() => filter(1, `setVisibleValues(['Ann'])`)).toThrow('Visible values are not currently supported.');
    expect(() => filter(4, `whenCellEmpty()`)).toThrow('Column 4 is not part of the filter.');
    expect(() => book.script(`sheet.getFilter().setColumnFilterCriteria(1, {})`)).toThrow(
      "The parameters (Object) don't match the method signature for SpreadsheetApp.Filter.setColumnFilterCriteria.",
    );
  });
});

it('is in the file when it is opened again', async () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'filtered.json');
  try {
    for (const round of [1, 2, 3]) {
      const opened = await TestSheet.open('basics', file);
      try {
        if (round === 1) {
          opened.script(`sheet.getRange('A1:A4').setValues([['Name'], ['a'], ['b'], ['=LOWER("A")']]);
            sheet.getRange('A1:A4').createFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['a']).build());`);
        }
        expect(
          opened.script(`return [sheet.getFilter().getColumnFilterCriteria(1).getHiddenValues(),
            [1, 2, 3, 4].filter((row) => sheet.isRowHiddenByFilter(row))]`),
        ).toEqual([['a'], [2, 4]]);
      } finally {
        opened.close();
      }
    }
  } finally {
    folder.remove();
  }
});
