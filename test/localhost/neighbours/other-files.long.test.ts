import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestSheet, temporaryFolder } from '../support/sheet';

let folder: ReturnType<typeof temporaryFolder>;
const books: TestSheet[] = [];

async function open(name: string): Promise<TestSheet> {
  const book = await TestSheet.open('basics', join(folder.path, name));
  books.push(book);
  return book;
}

/** A closed workbook that holds a table; answers its id. */
async function other(name = 'other.ledger'): Promise<string> {
  const book = await open(name);
  const id = book.script<string>(`sheet.getRange('A1:B3').setValues([['k', 'v'], ['a', 1], ['b', 2]]);
    sheet.getRange('C2').setFormula('=DOUBLE(B2)'); book.setNamedRange('Totals', sheet.getRange('B2:B3'));
    sheet.getRange('D1').setValue('3/1/2026'); book.insertSheet('Wow!').getRange('A1').setValue('there');
    return book.getId();`);
  book.host.tidy();
  book.close();
  return id;
}

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => {
  books.splice(0).forEach((book) => book.close());
  folder.remove();
});

describe('SpreadsheetApp opens other files of the folder', () => {
  it('by id and by address, reads them, writes to them, and lets them go', async () => {
    const id = await other();
    const book = await open('mine.ledger');
    const url = JSON.stringify(`https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`);
    expect(
      book.script(`const there = SpreadsheetApp.openByUrl(${url}), first = there.getSheets()[0];
        first.getRange('B2').setValue(5); first.appendRow(['c', 3]);
        return [there.getId() === '${id}', there === SpreadsheetApp.openById('${id}'), first.getRange('B2:C4').getValues(), first.getParent().getId() === '${id}',
          there.getSheetByName('Wow!').getRange('A1').getValue(), there.getRangeByName('Totals').getValues(), sheet.getRange('A1').getValue()]`),
    ).toEqual([
      true,
      true,
      [
        [5, 10],
        [2, ''],
        [3, ''],
      ],
      true,
      'there',
      [[5], [2]],
      '',
    ]);
    expect(readdirSync(folder.path).filter((name) => name.includes('other'))).toEqual(['other.ledger']);
    expect((await open('other.ledger')).values('A2:C4')).toEqual([
      ['a', 5, 10],
      ['b', 2, ''],
      ['c', 3, ''],
    ]);
  });

  it('not while another host has them open, nor what is not there', async () => {
    const id = await other();
    const [book, there] = [await open('mine.ledger'), await open('other.ledger')];
    expect(() => book.script(`SpreadsheetApp.openById('${id}')`)).toThrow('is open in another local host');
    there.close();
    expect(book.script(`return SpreadsheetApp.openById('${id}').getSheets().length`)).toBe(2);
    expect(() => book.script(`SpreadsheetApp.openById('nowhere')`)).toThrow('No spreadsheet with the id nowhere');
    expect(() => book.script(`SpreadsheetApp.openByUrl('nowhere')`)).toThrow('Invalid argument: url');
    books.pop();
  });

  it('is this one, too', async () => {
    const book = await open('mine.ledger');
    expect(book.script(`return SpreadsheetApp.openByUrl(book.getUrl()) === book`)).toBe(true);
  });

  it('keeps what was written before the script failed, as at Google', async () => {
    const id = await other();
    const book = await open('mine.ledger');
    expect(() =>
      book.script(
        `SpreadsheetApp.openById('${id}').getSheets()[0].getRange('A1').setValue('new'); throw new Error('later');`,
      ),
    ).toThrow('later');
    expect((await open('other.ledger')).value('A1')).toBe('new');
  });

  it('copies nothing from one to the other by ranges', async () => {
    const id = await other();
    const book = await open('mine.ledger');
    expect(() =>
      book.script(`sheet.getRange('A1').copyTo(SpreadsheetApp.openById('${id}').getSheets()[0].getRange('A1'))`),
    ).toThrow('must be on the same spreadsheet');
    expect(() => book.script(`sheet.copyTo(SpreadsheetApp.openById('${id}'))`)).toThrow('not part of this local');
  });
});

describe('SpreadsheetApp.create', () => {
  it('makes a file in the folder, that belongs to whoever made it', async () => {
    const book = await open('mine.ledger');
    const id =
      book.script<string>(`const made = SpreadsheetApp.create('Plan: 2026', 20, 5), first = made.getSheets()[0];
      first.getRange('A1').setValue('made'); if (made.getName() !== 'Plan: 2026' || first.getMaxRows() !== 20 || first.getMaxColumns() !== 5) throw new Error('size');
      return made.getId();`);
    expect(existsSync(join(folder.path, 'Plan- 2026.ledger'))).toBe(true);
    expect(book.script(`return SpreadsheetApp.openById('${id}').getOwner().getEmail()`)).toBe('owner@example.com');
    expect((await open('Plan- 2026.ledger')).value('A1')).toBe('made');
    book.script(`SpreadsheetApp.create('Plan: 2026')`);
    expect(existsSync(join(folder.path, 'Plan- 2026 2.ledger'))).toBe(true);
  });

  it('is refused in words where the workbook is kept in memory', async () => {
    const book = await TestSheet.open();
    books.push(book);
    expect(() => book.script(`SpreadsheetApp.create('x')`)).toThrow('kept in memory alone');
  });
});

describe('IMPORTRANGE', () => {
  const formula = (id: string, range: string): string => JSON.stringify(`=IMPORTRANGE("${id}","${range}")`);

  it('waits until a person allows it, which no script can, and is then calculated', async () => {
    const id = await other();
    const book = await open('mine.ledger');
    const errors: { message: string; allow?: string }[][] = [];
    const page = book.host.connect({
      user: 'owner@example.com',
      send: (message) => {
        if (message.type === 'cellErrors') errors.push(message.errors);
      },
    });
    book.script(
      `sheet.getRange('A1').setFormula(${formula(id, 'Sheet1!A1:C3')}); sheet.getRange('F1').setFormula('=ISERROR(A1)');`,
    );
    expect(book.script(`return [sheet.getRange('A1').getValue(), sheet.getRange('F1').getValue()]`)).toEqual([
      '#REF!',
      true,
    ]);
    expect(errors.at(-1)).toEqual([
      expect.objectContaining({ message: 'You need to connect these sheets.', allow: id }),
    ]);
    page.receive({ type: 'allowImport', id });
    expect(book.values('A1:C3')).toEqual([
      ['k', 'v', ''],
      ['a', 1, 2],
      ['b', 2, ''],
    ]);
    expect(book.value('F1')).toBe(false);
    expect(errors.at(-1)).toEqual([]);
    page.close();
  });

  it.each<[string, unknown]>([
    ['Totals', 1],
    ['B2:B', 1],
    ["'Wow!'!A1", 'there'],
    ['Nowhere!A1', '#REF!'],
    ['no range', '#REF!'],
  ])('of %s', async (range, value) => {
    const id = await other();
    const book = await open('mine.ledger');
    const page = book.host.connect({ user: 'owner@example.com', send: () => undefined });
    page.receive({ type: 'allowImport', id });
    book.script(
      `sheet.getRange('A1').setFormula(${formula(`https://docs.google.com/spreadsheets/d/${id}/edit`, range)});`,
    );
    expect(book.value('A1')).toEqual(value);
    page.close();
  });

  it('keeps days', async () => {
    const id = await other();
    const book = await open('mine.ledger');
    book.host.connect({ user: 'owner@example.com', send: () => undefined }).receive({ type: 'allowImport', id });
    book.script(`sheet.getRange('A1').setFormula(${formula(id, 'Sheet1!D1')});`);
    expect(book.script(`return sheet.getRange('A1').getDisplayValue()`)).toBe('3/1/2026');
  });

  it('follows the other file: when it has changed, and when this one is opened again', async () => {
    const id = await other();
    let book = await open('mine.ledger');
    book.host.connect({ user: 'owner@example.com', send: () => undefined }).receive({ type: 'allowImport', id });
    book.script(`sheet.getRange('A1').setFormula(${formula(id, 'B2')});`);
    expect(book.value('A1')).toBe(1);
    const there = await open('other.ledger');
    there.put('B2', [[9]]);
    // It is read while somebody else has it open.
    book.host.passTime(60_000);
    expect(book.value('A1')).toBe(9);
    book.host.tidy();
    book.close();
    there.put('B2', [[10]]);
    book = await open('mine.ledger');
    expect(book.value('A1')).toBe(10);
  });

  it('says when there is no such spreadsheet; a viewer allows nothing', async () => {
    const id = await other();
    const book = await open('mine.ledger');
    const told: string[] = [];
    const page = book.host.connect({
      user: 'viewer@example.com',
      role: 'viewer',
      send: (message) => {
        if (message.type === 'cellErrors') told.push(...message.errors.map((error) => error.message));
      },
    });
    book.script(
      `sheet.getRange('A1').setFormula(${formula(id, 'B2')}); sheet.getRange('A2').setFormula(${formula('nowhere', 'B2')});`,
    );
    page.receive({ type: 'allowImport', id });
    expect(book.column('A1:A2')).toEqual(['#REF!', '#REF!']);
    expect(told).toContain('Spreadsheet cannot be found.');
    page.close();
  });

  it('leaves the other file as it is', async () => {
    const id = await other();
    const before = readFileSync(join(folder.path, 'other.ledger'), 'utf8');
    const book = await open('mine.ledger');
    book.host.connect({ user: 'owner@example.com', send: () => undefined }).receive({ type: 'allowImport', id });
    book.script(`sheet.getRange('A1').setFormula(${formula(id, 'A1:D3')});`);
    expect(book.value('B2')).toBe(1);
    expect(readFileSync(join(folder.path, 'other.ledger'), 'utf8')).toBe(before);
    expect(existsSync(join(folder.path, 'other.ledger.lock'))).toBe(false);
  });
});
