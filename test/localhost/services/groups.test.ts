import { join } from 'node:path';
import { TestSheet, temporaryFolder } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

beforeEach(() => book.reset());

afterAll(() => book.close());

/** The depths of the rows 1 to 8, and which of them are hidden. */
const rows = (): unknown => ({
  depths: book.script(`return [1, 2, 3, 4, 5, 6, 7, 8].map((row) => sheet.getRowGroupDepth(row)).join('')`),
  hidden: book.script(`return [1, 2, 3, 4, 5, 6, 7, 8].filter((row) => sheet.isRowHiddenByUser(row)).join('')`),
});

const OUTER_AND_INNER = `sheet.getRange('2:7').shiftRowGroupDepth(1); sheet.getRange('3:4').shiftRowGroupDepth(1);`;

describe('groups of rows', () => {
  it('lie within each other', () => {
    book.script(OUTER_AND_INNER);
    expect(rows()).toEqual({ depths: '01221110', hidden: '' });
    expect(
      book.script(`const outer = sheet.getRowGroup(4, 1), inner = sheet.getRowGroup(4, 2);
        return [outer.getRange().getA1Notation(), outer.getDepth(), outer.getControlIndex(), outer.isCollapsed(),
          inner.getRange().getA1Notation(), inner.getDepth(), sheet.getRowGroup(5, 2), sheet.getRowGroup(8, 1)]`),
    ).toEqual(['A2:Z7', 1, 1, false, 'A3:Z4', 2, null, null]);
  });

  it('are folded and unfolded; what is folded within stays folded', () => {
    book.script(`${OUTER_AND_INNER} sheet.getRowGroup(3, 2).collapse();`);
    expect(rows()).toMatchObject({ hidden: '34' });
    book.script(`sheet.getRowGroup(3, 1).collapse();`);
    expect(rows()).toMatchObject({ hidden: '234567' });
    book.script(`sheet.getRowGroup(3, 2).expand();`);
    expect(rows()).toMatchObject({ hidden: '234567' });
    book.script(`sheet.getRowGroup(3, 2).collapse(); sheet.getRowGroup(2, 1).expand();`);
    expect(rows()).toMatchObject({ hidden: '34' });
    expect(book.script(`return [1, 2].map((depth) => sheet.getRowGroup(3, depth).isCollapsed())`)).toEqual([
      false,
      true,
    ]);
  });

  it('are folded and unfolded all at once, or up to a depth', () => {
    book.script(`${OUTER_AND_INNER} sheet.collapseAllRowGroups();`);
    expect(rows()).toMatchObject({ hidden: '234567' });
    book.script(`sheet.expandRowGroupsUpToDepth(1);`);
    expect(rows()).toMatchObject({ hidden: '34' });
    book.script(`sheet.expandAllRowGroups();`);
    expect(rows()).toMatchObject({ hidden: '' });
    expect(() => book.script(`sheet.expandAllColumnGroups()`)).toThrow('There are no column groups on the sheet.');
  });

  it('change with the depth of their rows', () => {
    book.script(`${OUTER_AND_INNER} sheet.getRowGroup(3, 2).collapse(); sheet.getRange('5:6').shiftRowGroupDepth(-1);`);
    expect(rows()).toEqual({ depths: '01220010', hidden: '34' });
    book.script(`sheet.getRange('2:7').shiftRowGroupDepth(-1);`);
    expect(rows()).toEqual({ depths: '00110000', hidden: '34' });
    expect(book.script(`return sheet.getRowGroup(3, 1).isCollapsed()`)).toBe(true);
    book.script(`sheet.getRange('2:7').shiftRowGroupDepth(-3); sheet.getRange('2:3').shiftRowGroupDepth(20);`);
    expect(rows()).toMatchObject({ depths: '08800000' });
  });

  it('are removed one level at a time', () => {
    book.script(`${OUTER_AND_INNER} sheet.getRowGroup(3, 1).remove();`);
    expect(rows()).toMatchObject({ depths: '00110000' });
    expect(() => book.script(`const group = sheet.getRowGroup(3, 1); group.remove(); group.collapse();`)).toThrow(
      'The group does not exist any more.',
    );
  });

  it('move, grow and shrink with their rows, and become one where they touch', () => {
    book.script(
      `${OUTER_AND_INNER} sheet.getRowGroup(3, 2).collapse(); sheet.insertRowsBefore(1, 1); sheet.insertRowAfter(4);`,
    );
    expect(rows()).toEqual({ depths: '00122211', hidden: '46' });
    book.script(`sheet.deleteRows(4, 3);`);
    expect(rows()).toEqual({ depths: '00111100', hidden: '' });
    book.script(`sheet.getRange('8:8').shiftRowGroupDepth(1); sheet.deleteRow(7);`);
    expect(rows()).toMatchObject({ depths: '00111110' });
    expect(book.script(`return sheet.getRowGroup(3, 1).getRange().getA1Notation()`)).toBe('A3:Z7');
  });

  it('cannot begin in the first row while their control stands before them', () => {
    expect(() => book.script(`sheet.getRange('1:2').shiftRowGroupDepth(1)`)).toThrow('The first row cannot be grouped');
    expect(
      book.script(`const { BEFORE, AFTER } = SpreadsheetApp.GroupControlTogglePosition;
        const before = sheet.getRowGroupControlPosition() === BEFORE;
        sheet.setRowGroupControlPosition(AFTER); sheet.getRange('1:2').shiftRowGroupDepth(1);
        return [before, sheet.getRowGroupControlPosition() === AFTER, sheet.getColumnGroupControlPosition() === BEFORE,
          sheet.getRowGroup(1, 1).getControlIndex()]`),
    ).toEqual([true, true, true, 3]);
  });
});

it('columns are grouped in the same way', () => {
  expect(
    book.script(`sheet.getRange('B:D').shiftColumnGroupDepth(1); sheet.getRange('C1').shiftColumnGroupDepth(1);
      const group = sheet.getColumnGroup(2, 1); sheet.insertColumnBefore(3); sheet.expandColumnGroupsUpToDepth(1);
      const inner = [1, 2, 3, 4, 5].filter((column) => sheet.isColumnHiddenByUser(column));
      sheet.collapseAllColumnGroups();
      return [group.getRange().getA1Notation(), sheet.getColumnGroupDepth(4), inner, group.isCollapsed(),
        [1, 2, 3, 4, 5, 6].filter((column) => sheet.isColumnHiddenByUser(column))]`),
  ).toEqual(['B1:E1000', 2, [4], true, [2, 3, 4, 5]]);
});

it('groups are copied with their sheet, and nobody folds those of a protected sheet', () => {
  expect(
    book.script(`${OUTER_AND_INNER} sheet.getRowGroup(3, 2).collapse(); const copy = sheet.copyTo(book);
      sheet.expandAllRowGroups(); book.addEditor('partner@elsewhere.org'); const lock = sheet.protect();
      lock.removeEditors(lock.getEditors()).setDomainEdit(false);
      return [copy.getRowGroup(3, 2).isCollapsed(), copy.isRowHiddenByUser(3), sheet.isRowHiddenByUser(3)]`),
  ).toEqual([true, true, false]);
  expect(() => book.script(`sheet.getRowGroup(2, 1).collapse()`, 'partner@elsewhere.org')).toThrow('protected cell');
});

it('groups are in the file when it is opened again', async () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'grouped.json');
  try {
    for (const round of [1, 2, 3]) {
      const opened = await TestSheet.open('basics', file);
      if (round === 1)
        opened.script(`${OUTER_AND_INNER} sheet.getRowGroup(3, 2).collapse(); sheet.insertRowBefore(1);`);
      expect(
        opened.script(`return [sheet.getRowGroup(4, 2).isCollapsed(), sheet.getRowGroup(4, 1).getRange().getA1Notation(),
          [3, 4, 5, 6].filter((row) => sheet.isRowHiddenByUser(row))]`),
      ).toEqual([true, 'A3:Z8', [4, 5]]);
      opened.close();
    }
  } finally {
    folder.remove();
  }
});
