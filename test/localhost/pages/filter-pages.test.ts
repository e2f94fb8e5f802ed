import { MirrorPage, normalized } from '../support/mirror-page';
import { TestSheet } from '../support/sheet';

let book: TestSheet;
let page: MirrorPage;

beforeEach(async () => {
  book = await TestSheet.open();
  page = new MirrorPage(book.host, 'a@example.com');
  await page.receiveAll();
  book.put('A1:B5', [
    ['Name', 'Points'],
    ['Ann', 1],
    ['Bob', 2],
    ['Cy', '=B2+B3'],
    ['Dee', '=B4*2'],
  ]);
});

afterEach(() => {
  page.close();
  book.close();
});

async function settle(): Promise<void> {
  for (let round = 0; round < 20 && !page.isQuiet; round++) {
    page.sendAll();
    await page.receiveAll();
  }
}

/** What the host would show a page that joins now. */
function hostState(): unknown {
  let state: unknown;
  const connection = book.host.connect({
    user: 'observer@example.com',
    send: (message) => {
      if (message.type === 'snapshot') state = normalized(message.snapshot.workbook);
    },
  });
  connection.close();
  return state;
}

const hidden = (): number[] => book.script(`return [2, 3, 4, 5, 6].filter((row) => sheet.isRowHiddenByFilter(row))`);

it('a page hides the rows that a script’s filter hides, also those of formulas written with it', async () => {
  for (const code of [
    `sheet.getRange('A1:B5').createFilter();
      sheet.getFilter().setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().whenNumberLessThan(3).build());`,
    `sheet.getRange('B2').setFormula('=10*2');
      sheet.getFilter().setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().whenNumberGreaterThan(20).build());`,
    `sheet.getFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['Cy']).build());`,
    `sheet.insertRowsBefore(3, 2);`,
    `sheet.getFilter().sort(1, false);`,
    `sheet.deleteRows(3, 2); sheet.insertColumnBefore(1);`,
    `sheet.getFilter().removeColumnFilterCriteria(2);`,
  ]) {
    book.script(code);
    await settle();
    expect(page.shown).toEqual(hostState());
  }
  book.script(`sheet.getFilter().remove()`);
  await settle();
  expect(page.shown).toEqual(hostState());
  expect(hidden()).toEqual([]);
});

it('a script sees the filter that a person sets in a page, in Google’s words', async () => {
  await settle();
  const at = { unitId: 'workbook', subUnitId: '0' };
  const range = { startRow: 0, endRow: 4, startColumn: 0, endColumn: 1 };
  page.act((engine) => engine.execute('sheet.command.set-filter-range', { ...at, range }));
  page.act((engine) =>
    engine.execute('sheet.command.set-filter-criteria', {
      ...at,
      col: 0,
      criteria: { colId: 0, filters: { filters: ['Ann', 'Dee'] } },
    }),
  );
  await settle();
  expect(hidden()).toEqual([3, 4]);
  const criteria = (column: number): unknown =>
    book.script(`const criteria = sheet.getFilter().getColumnFilterCriteria(${column});
      return [criteria.getHiddenValues(), String(criteria.getCriteriaType()), criteria.getCriteriaValues()];`);
  expect(criteria(1)).toEqual([['Bob', 'Cy'], 'null', []]);
  for (const [words, type, values] of [
    [{ customFilters: [{ val: 3, operator: 'greaterThan' }] }, 'NUMBER_GREATER_THAN', [3]],
    [{ customFilters: [{ val: '*1*' }] }, 'TEXT_CONTAINS', ['1']],
    [{ customFilters: [{ val: '1*' }] }, 'TEXT_STARTS_WITH', ['1']],
    [{ customFilters: [{ val: '*1*', operator: 'notEqual' }] }, 'TEXT_DOES_NOT_CONTAIN', ['1']],
    [{ customFilters: [{ val: '' }] }, 'CELL_EMPTY', []],
    [
      {
        and: 1,
        customFilters: [
          { val: 1, operator: 'greaterThanOrEqual' },
          { val: 2, operator: 'lessThanOrEqual' },
        ],
      },
      'NUMBER_BETWEEN',
      [1, 2],
    ],
  ] as const) {
    page.act((engine) =>
      engine.execute('sheet.command.set-filter-criteria', {
        ...at,
        col: 1,
        criteria: { colId: 1, customFilters: words },
      }),
    );
    await settle();
    expect(criteria(2)).toEqual([[], type, values]);
    expect(page.shown).toEqual(hostState());
  }
  page.act((engine) => engine.execute('sheet.command.remove-sheet-filter', at));
  await settle();
  expect(book.script(`return sheet.getFilter()`)).toBeNull();
  expect(page.reasons).toEqual([]);
});
