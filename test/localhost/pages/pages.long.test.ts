import type { Engine } from '../../../src/localhost/contract/engine';
import type { MirrorPage } from '../support/mirror-page';
import { SharedBook, formula, number, setCell } from '../support/shared-book';
import type { TestSheet } from '../support/sheet';

let shared: SharedBook;
let book: TestSheet;

beforeEach(async () => {
  shared = await SharedBook.open();
  ({ book } = shared);
});

afterEach(() => shared.close());

const join = (user: string): Promise<MirrorPage> => shared.join(user);
const settle = (): Promise<void> => shared.settle();
const expectAllAlike = (): Promise<void> => shared.expectAllAlike();

describe('a page', () => {
  it('shows what another page does, recalculated', async () => {
    const [a, b] = [await join('a@example.com'), await join('b@example.com')];
    a.act(setCell(0, 0, number(5)));
    a.act(setCell(0, 1, formula('=A1*2')));
    await expectAllAlike();
    expect(b.received.filter(({ type }) => type === 'mutations').length).toBeGreaterThan(1);
    expect(book.values('A1:B1')).toEqual([[5, 10]]);
    b.act((engine) => engine.insertLines('0', 'row', 0, 2));
    await expectAllAlike();
    expect(book.values('A3:B3')).toEqual([[5, 10]]);
    b.act((engine) => engine.deleteLines('0', 'column', 0, 1));
    await expectAllAlike();
    expect(book.value('A3')).toBe('#REF!');
  });

  it('may do several things in one edit', async () => {
    const [a] = [await join('a@example.com'), await join('b@example.com')];
    a.act((engine) => {
      setCell(0, 0, number(1))(engine);
      setCell(2, 0, formula('=A1+A2'))(engine);
      engine.insertLines('0', 'row', 1, 2);
      engine.insertLines('0', 'column', 0, 1);
      setCell(1, 1, number(5))(engine);
      engine.deleteLines('0', 'row', 2, 1);
    });
    await expectAllAlike();
    expect(book.script(`return sheet.getRange('B4').getFormula()`)).toBe('=B1+B3');
    expect(book.column('B1:B4')).toEqual([1, 5, '', 1]);
  });

  it('shows what scripts do: sheets, notes, rules, formats, names, sorting', async () => {
    await join('a@example.com');
    for (const code of [
      `sheet.getRange('A1:B4').setValues([['n', 'v'], ['b', 2], ['a', '=B2*2'], ['c', 1]]).setBackground('#ff0000')`,
      `sheet.getRange('A2').setNote('note').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).build())`,
      `sheet.insertRowsBefore(2, 2); sheet.insertColumnsAfter(1, 1)`,
      `book.setNamedRange('Figures', sheet.getRange('C1:C6')); sheet.getRange('D1').setFormula('=SUM(Figures)')`,
      `sheet.getRange('A3:C6').sort(1)`,
      `book.insertSheet('Other').getRange('A1').setFormula('=Sheet1!C4'); sheet.setName('First')`,
      `sheet.copyTo(book); sheet.setFrozenRows(1); sheet.hideColumns(2)`,
      `sheet.deleteRows(2, 1); book.deleteSheet(book.getSheetByName('Other'))`,
      `sheet.getRange('A2').clearNote().clearDataValidations(); sheet.getRange('A:A').setNumberFormat('@')`,
    ]) {
      book.script(code);
      await expectAllAlike();
    }
  });

  it('gets spilled values last, and only when they have changed', async () => {
    const a = await join('a@example.com');
    book.script(`sheet.getRange('A1').setFormula('=SEQUENCE(3)');`);
    await settle();
    const ids = a.received.flatMap((message) =>
      message.type === 'mutations' ? message.mutations.map(({ id }) => id) : [],
    );
    expect(ids.at(-1)).toBe('formula.mutation.set-array-formula-data');
    const before = a.received.length;
    book.script(`sheet.getRange('D1').setValue(1);`);
    await settle();
    expect(JSON.stringify(a.received.slice(before))).not.toContain('array-formula-data');
  });

  it('has an outdated edit of cells sent back to it, so that all end alike', async () => {
    const [a, b] = [await join('a@example.com'), await join('b@example.com')];
    a.act(setCell(0, 0, number(1)));
    b.act(setCell(0, 0, number(2)));
    a.sendAll();
    b.sendAll();
    await expectAllAlike();
    expect(book.value('A1')).toBe(2);
  });

  it('has an edit refused that others have moved the cells of, and only then', async () => {
    const [a, b] = [await join('a@example.com'), await join('b@example.com')];
    a.act((engine) => engine.insertLines('0', 'row', 0, 1));
    b.act(setCell(0, 0, number(2)));
    b.act(setCell(1, 0, number(3)));
    a.sendAll();
    b.sendAll();
    await settle();
    expect(b.reasons).toEqual([expect.stringContaining('Somebody else moved rows or columns')]);
    expect(a.reasons).toEqual([]);
    expect(book.column('A1:A3')).toEqual(['', '', '']);
    b.act(setCell(1, 0, number(4)));
    await expectAllAlike();
    expect(book.column('A1:A3')).toEqual(['', 4, '']);
  });

  it('is taken while others move cells of another sheet, or add notes, rules, formats and sheets', async () => {
    book.script(`book.insertSheet('Other')`);
    const other = book.script<string>(`return String(book.getSheetByName('Other').getSheetId())`);
    const [a, b] = [await join('a@example.com'), await join('b@example.com')];
    const doings: ((engine: Engine) => void)[] = [
      (engine) => engine.insertLines(other, 'row', 0, 1),
      (engine) =>
        engine.execute('sheet.command.update-note', {
          ...{ unitId: 'workbook', subUnitId: '0', sheetId: '0', row: 3, col: 3 },
          note: { id: 'n', note: 'note', row: 3, col: 3, width: 100, height: 40 },
        }),
      (engine) =>
        engine.execute('sheet.command.addDataValidation', {
          ...{ unitId: 'workbook', subUnitId: '0' },
          rule: { uid: 'r', type: 'checkbox', ranges: [{ startRow: 0, endRow: 3, startColumn: 5, endColumn: 5 }] },
        }),
      (engine) => engine.execute('sheet.command.insert-sheet', { unitId: 'workbook', sheet: { id: 's', name: 'New' } }),
      (engine) =>
        engine.execute('sheet.mutation.add-conditional-rule', {
          ...{ unitId: 'workbook', subUnitId: '0' },
          rule: {
            ...{ cfId: 'c', stopIfTrue: true, ranges: [{ startRow: 0, endRow: 9, startColumn: 0, endColumn: 0 }] },
            rule: { type: 'highlightCell', subType: 'number', operator: 'greaterThan', value: 1, style: { bl: 1 } },
          },
        }),
    ];
    for (const [index, doing] of doings.entries()) {
      const before = a.received.length;
      a.act(doing);
      b.act(setCell(index, 0, number(index + 1)));
      a.sendAll();
      b.sendAll();
      await expectAllAlike();
      expect(a.received.length).toBeGreaterThan(before);
    }
    expect(book.column('A1:A5')).toEqual([1, 2, 3, 4, 5]);
    expect([a.reasons, b.reasons]).toEqual([[], []]);
  });

  it('may move cells that others have only changed', async () => {
    const [a, b] = [await join('a@example.com'), await join('b@example.com')];
    a.act(setCell(4, 0, number(1)));
    b.act((engine) => engine.insertLines('0', 'row', 0, 1));
    a.sendAll();
    b.sendAll();
    await expectAllAlike();
    expect(book.value('A6')).toBe(1);
    expect(b.reasons).toEqual([]);
  });

  it('is refused what does not fit the workbook', async () => {
    const a = await join('a@example.com');
    for (const mutation of [
      { id: 'sheet.mutation.no-such-thing', params: { unitId: 'workbook' } },
      { id: 'sheet.command.set-range-values', params: { unitId: 'workbook' } },
      { id: 'host.mutation.set-sheet-custom-data', params: { unitId: 'workbook', subUnitId: '0', custom: {} } },
      { id: 'sheet.mutation.set-range-values', params: { unitId: 'other', subUnitId: '0', cellValue: {} } },
      {
        id: 'sheet.mutation.set-range-values',
        params: { unitId: 'workbook', subUnitId: 'none', cellValue: { 0: { 0: { v: 1 } } } },
      },
      { id: 'formula.mutation.set-array-formula-data', params: { unitId: 'workbook' } },
      { id: 'sheet.mutation.insert-row', params: null },
    ]) {
      a['outbox'].push({ type: 'edit', edit: 1, base: 99, mutations: [mutation] });
      await settle();
    }
    expect(a.reasons).toHaveLength(7);
    await expectAllAlike();
    expect(book.script(`return sheet.getLastRow()`)).toBe(0);
  });

  it('runs onEdit for what is typed, with the value before', async () => {
    const a = await join('a@example.com');
    a.act(setCell(2, 19, number(1)));
    a.sendAll();
    a.act(setCell(2, 19, number(2)));
    a.sendAll();
    expect(book.value('U3')).toBe('T3 1 2');
    a.act(setCell(3, 19, { s: { bl: 1 } }));
    a.sendAll();
    expect(book.value('U4')).toBe('');
    await expectAllAlike();
    expect(book.host.executions.at(-1)).toMatchObject({ user: expect.any(String) });
  });

  it('that duplicates a sheet takes its metadata along', async () => {
    book.script(`sheet.addDeveloperMetadata('tab', 'log'); sheet.getRange('A1').setNote('noted');`);
    const a = await join('a@example.com');
    // The grid copies a sheet and puts its calculated cells there in one edit.
    a.act((engine) => {
      engine.copySheet('0');
      engine.write(engine.sheets()[1]!.id, { 0: { 0: { value: 'held' } } });
    });
    await expectAllAlike();
    expect(
      book.script(
        `return book.getSheets().map((one) => [one.getName(), one.getDeveloperMetadata().map((item) => item.getValue())])`,
      ),
    ).toEqual([
      ['Sheet1', ['log']],
      ['Sheet1 (Copy)', ['log']],
    ]);
    expect(
      book.script(`const copy = book.getSheets()[1].getRange('A1'); return [copy.getValue(), copy.getNote()];`),
    ).toEqual(['held', 'noted']);
  });

  it('keeps types and formats of what is typed in it', async () => {
    const a = await join('a@example.com');
    a.act(setCell(0, 0, { v: 46027, t: 2, s: { n: { pattern: 'yyyy-mm-dd' } } }));
    a.act(setCell(0, 1, { v: 0.25, t: 2, s: { n: { pattern: '0%' } } }));
    a.act(setCell(0, 2, { v: 1, t: 3 }));
    a.act(setCell(0, 3, { v: '007', t: 4 }));
    await settle();
    expect(book.values('A1:D1')).toEqual([[new Date('2026-01-05T05:00:00Z'), 0.25, true, '007']]);
    expect(book.script(`return sheet.getRange('A1:D1').getDisplayValues()[0]`)).toEqual([
      '2026-01-05',
      '25%',
      'TRUE',
      '007',
    ]);
  });

  it('tells where its person stands', async () => {
    const session = book.host.connect({ user: 'a@example.com', send: () => undefined });
    session.receive({ type: 'selection', sheetId: '0', a1: 'C3:D4' });
    expect(book.script(`return book.getActiveRange().getA1Notation()`, 'a@example.com')).toBe('C3:D4');
    session.close();
    session.receive({ type: 'selection', sheetId: '0', a1: 'A1' });
    expect(book.script(`return book.getActiveRange().getA1Notation()`, 'a@example.com')).toBe('C3:D4');
  });
});
