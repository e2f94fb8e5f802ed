import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageSession } from '../../../src/localhost/contract/host';
import { editLine } from '../../../src/localhost/file/workbook-lines';
import { TestSheet, temporaryFolder } from '../support/sheet';

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
const open: TestSheet[] = [];

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'book.ledger');
});

afterEach(() => {
  open.splice(0).forEach((book) => book.close());
  folder.remove();
});

async function openBook(): Promise<TestSheet> {
  const book = await TestSheet.open('basics', path);
  open.push(book);
  return book;
}

async function reopen(book: TestSheet): Promise<TestSheet> {
  book.close();
  return openBook();
}

const lines = (): string[] => readFileSync(path, 'utf8').split('\n').slice(0, -1);

const everything = `return [
  book.getId(), book.getName(), book.getSpreadsheetLocale(), book.getSpreadsheetTimeZone(),
  book.getSheets().map((one) => [one.getName(), one.getSheetId(), one.getMaxRows(), one.getFrozenRows(), one.isSheetHidden(), one.isColumnHiddenByUser(2),
    one.getDataRange().getValues(), one.getDataRange().getFormulas(), one.getDataRange().getNumberFormats(), one.getDataRange().getBackgrounds(),
    one.getDataRange().getNotes(), one.getDataRange().getDataValidations().map((row) => row.map((rule) => rule && String(rule.getCriteriaType())))]),
  book.getNamedRanges().map((name) => [name.getName(), name.getRange().getA1Notation()]),
  book.createDeveloperMetadataFinder().find().map((item) => [item.getId(), item.getKey(), item.getValue(), String(item.getLocation().getLocationType())]),
  PropertiesService.getDocumentProperties().getProperties(), PropertiesService.getUserProperties().getProperties(),
  sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map((one) => one.getDescription()), book.getEditors().map((user) => user.getEmail())]`;

const FILL = `book.rename('Book'); book.setSpreadsheetTimeZone('Asia/Tokyo');
  sheet.getRange('A1:C3').setValues([['name', 'date', 'sum'], ['a', '2026-01-05', '=DOUBLE(2)'], ['007', 1.5, '=SUM(B3:B)']]).setBackground('#ff0000');
  sheet.getRange('E1').setFormula('=ARRAYFORMULA(IF(A1:A9="",,A1:A9&"!"))'); sheet.getRange('D:D').setNumberFormat('@'); sheet.getRange('D3').setValue('007');
  sheet.getRange('A2').setNote('note').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a']).build());
  sheet.setFrozenRows(1); sheet.hideColumns(2); sheet.insertRowsAfter(1000, 10);
  book.insertSheet('Other').hideSheet().addDeveloperMetadata('tab', 'other'); book.addDeveloperMetadata('book', '1');
  sheet.getRange('2:2').addDeveloperMetadata('row'); sheet.insertRowsBefore(2, 1); sheet.getRange('A1:B4').sort(1);
  book.setNamedRange('Figures', sheet.getRange('B2:B4')); sheet.getRange('A1').protect().setDescription('kept');
  PropertiesService.getDocumentProperties().setProperty('a', '1'); PropertiesService.getUserProperties().setProperty('b', '2');`;

describe('a workbook in a file', () => {
  it('is all there after a restart, and after another one that made the file compact', async () => {
    let book = await openBook();
    book.host.run('echo', [1], 'first@example.com');
    book.script(FILL);
    const before = book.script(everything);
    expect(lines().length).toBeGreaterThan(2);
    book = await reopen(book);
    expect(book.script(everything)).toEqual(before);
    expect(lines()).toHaveLength(2);
    book = await reopen(book);
    expect(book.script(everything)).toEqual(before);
  });

  it('loses nothing that was done before the process was killed', async () => {
    const book = await openBook();
    const session = book.host.connect({ user: 'a@example.com', send: () => undefined });
    type(session, 1, 'typed');
    book.put('B1', [['scripted']]);
    // The file as it is now is what a killed process leaves behind.
    const left = readFileSync(path);
    book.close();
    writeFileSync(path, left);
    const again = await openBook();
    expect(again.values('A1:B1')).toEqual([['typed', 'scripted']]);
  });

  it('has an edit before any page is told of it', async () => {
    const book = await openBook();
    const seen: number[] = [];
    const session = book.host.connect({
      user: 'a@example.com',
      send: ({ type: kind }) => kind === 'taken' && seen.push(lines().length),
    });
    book.host.connect({
      user: 'b@example.com',
      send: ({ type: kind }) => kind === 'mutations' && seen.push(lines().length),
    });
    const before = lines().length;
    type(session, 1, 'x');
    expect(seen[0]).toBe(before + 1);
    expect(seen).toHaveLength(2);
  });

  it('writes nothing for what formulas calculate', async () => {
    const book = await openBook();
    book.script(`sheet.getRange('A1').setValue(1); sheet.getRange('B1').setFormula('=ARRAYFORMULA(A1:A50)');`);
    const size = lines().join().length;
    book.script(`sheet.getRange('B1').getValue()`);
    expect(lines().join()).toHaveLength(size);
    expect(lines().at(-1)).not.toContain('fromFormula');
  });

  it('drops an edit that was being written when the process ended', async () => {
    let book = await openBook();
    book.put('A1', [['whole']]);
    book.put('A1', [['torn']]);
    book.close();
    truncateSync(path, readFileSync(path).length - 5);
    book = await openBook();
    expect(book.value('A1')).toBe('whole');
    book.put('A2', [['goes on']]);
    book = await reopen(book);
    expect(book.column('A1:A2')).toEqual(['whole', 'goes on']);
  });

  it('is one line an execution, so that no half of it is kept', async () => {
    const book = await openBook();
    const before = lines().length;
    book.script(
      `sheet.getRange('A1').setValue(1); sheet.getRange('A1').getValue(); sheet.getRange('A2').setValue(2); book.addDeveloperMetadata('x');`,
    );
    expect(lines()).toHaveLength(before + 1);
  });

  it('is held by one host at a time', async () => {
    const book = await openBook();
    await expect(openBook()).rejects.toThrow(/is open in another local host \(process \d+\)\. Close that one first/);
    expect(readdirSync(folder.path).sort()).toEqual(['book.ledger', 'book.ledger.lock']);
    book.close();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('is taken over from a process that has ended', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(`${path}.lock`, `${pid}\n`);
    await expect(openBook()).resolves.toBeDefined();
    open.pop()!.close();
    writeFileSync(`${path}.lock`, 'rubbish');
    await expect(openBook()).resolves.toBeDefined();
    open.pop()!.close();
    writeFileSync(`${path}.lock`, `${process.pid}\n`);
    await expect(openBook()).resolves.toBeDefined();
  });
});

describe('a file that cannot be opened stays as it is', () => {
  const LEFT_ALONE = [
    ['of another program', 'Dear diary,\nnothing happened today.\n', 'is not a workbook of the local spreadsheet'],
    [
      'of another format',
      '{"some":"json"}\n{"snapshot":{"workbook":{},"state":{}}}\n',
      'is not a workbook of the local spreadsheet',
    ],
    ['that is JSON of another kind', '[1,2]\n', 'is not a workbook of the local spreadsheet'],
    [
      'of a newer version',
      '{"format":"local-spreadsheet","version":3}\n{"snapshot":{}}\n',
      'was written by a newer version of this program',
    ],
    ['without a workbook', '{"format":"local-spreadsheet","version":1}\n', 'was not written to its end'],
    [
      'with a damaged snapshot',
      '{"format":"local-spreadsheet","version":1}\n{"snapshot":{"work\n{}\n',
      'is damaged in line 2',
    ],
    [
      'with a line that is no edit',
      '{"format":"local-spreadsheet","version":1}\n{"snapshot":{"workbook":{},"state":{}}}\n{"other":1}\n',
      'is damaged in line 3',
    ],
    ['with a torn header', '{"format":"local-', 'is not a workbook of the local spreadsheet'],
  ] as const;

  it.each(LEFT_ALONE)('one %s', async (_what, text, message) => {
    writeFileSync(path, text);
    await expect(openBook()).rejects.toThrow(message);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(readdirSync(folder.path)).toEqual(['book.ledger']);
  });

  it('one with damage in the middle', async () => {
    const book = await openBook();
    book.put('A1', [['one']]);
    book.put('A2', [['two']]);
    book.close();
    const damaged =
      lines()
        .map((line, index) => (index === 2 ? line.replace('"changes"', '"chang') : line))
        .join('\n') + '\n';
    writeFileSync(path, damaged);
    await expect(openBook()).rejects.toThrow('book.ledger is damaged in line 3. It was left as it is');
    expect(readFileSync(path, 'utf8')).toBe(damaged);
  });

  it('one with an edit that does not fit', async () => {
    const book = await openBook();
    book.close();
    appendFileSync(path, editLine([{ mutation: { id: 'sheet.mutation.no-such-thing', params: {} } }]));
    const before = readFileSync(path, 'utf8');
    await expect(openBook()).rejects.toThrow('book.ledger is damaged in line 3');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('a folder', async () => {
    path = folder.path;
    await expect(openBook()).rejects.toThrow('cannot be read');
  });

  it('an empty file is a new workbook', async () => {
    writeFileSync(path, '');
    const book = await openBook();
    expect(lines()).toHaveLength(2);
    expect(book.value('A1')).toBe('');
  });
});

function type(session: PageSession, edit: number, value: string): void {
  const params = { unitId: 'workbook', subUnitId: '0', cellValue: { 0: { 0: { v: value, t: 1 } } } };
  session.receive({ type: 'edit', edit, base: 0, mutations: [{ id: 'sheet.mutation.set-range-values', params }] });
}
