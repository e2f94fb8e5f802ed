import { TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterEach(() => book.reset());

afterAll(() => book.close());

/** How often a function has run since the last time this was asked. */
const seen = new Map<string, number>();
function calls(name: string): number {
  const all = book.host.executions.filter(({ functionName }) => functionName === name).length;
  const before = seen.get(name) ?? 0;
  seen.set(name, all);
  return all - before;
}

describe('arguments of a custom function', () => {
  it.each([
    ['a number', '=KIND(A1)', 'number 1.5'],
    ['a percentage', '=KIND(A2)', 'number 0.1'],
    ['a text', '=KIND(A3)', 'string "text"'],
    ['a boolean', '=KIND(A4)', 'boolean true'],
    ['a date in the time zone of the workbook', '=KIND(A5)', 'Date 2026-01-15T05:00:00.000Z'],
    ['a blank cell', '=KIND(A6)', 'string ""'],
    ['an error', '=KIND(A7)', 'string "#DIV/0!"'],
    ['a literal', '=KIND("x")', 'string "x"'],
    ['a range', '=KIND(A1:A2)', '[[number 1.5],[number 0.1]]'],
    ['a range of one row with blanks', '=KIND(A1:B1)', '[[number 1.5,string ""]]'],
    ['a range of one cell in the form of a range', '=KIND(A1:A1)', '[[number 1.5]]'],
    ['a calculated array', '=KIND(ARRAYFORMULA(A1:A2*2))', '[[number 3],[number 0.2]]'],
    ['an omitted last argument', '=KIND(A1)', 'number 1.5'],
    ['an omitted argument in between', '=KIND(,A1)', 'undefined undefined | number 1.5'],
    ['dates in a range', '=KIND(A5:A6)', '[[Date 2026-01-15T05:00:00.000Z],[string ""]]'],
  ])('%s', (_what, formula, expected) => {
    book.script(`sheet.getRange('A1:A5').setValues([[1.5], ['10%'], ['text'], [true], ['2026-01-15']]);
      sheet.getRange('A7').setFormula('=1/0');
      sheet.getRange('C1').setFormula(${JSON.stringify(formula)});`);
    expect(book.value('C1')).toBe(expected);
  });

  it('reach the end of the sheet for an open range', () => {
    book.put('A1:A3', [[1], [2], [3]]);
    book.script(`sheet.getRange('C1').setFormula('=DOUBLE(A1:A)');`);
    expect(book.column('C1:C4')).toEqual([2, 4, 6, '']);
    book.script(`sheet.insertRowsAfter(1000, 5).getRange('A1004').setValue(50);`);
    expect(book.value('C1004')).toBe(100);
  });
});

describe('answers of a custom function', () => {
  it.each([
    [
      'a list goes down',
      'column',
      [
        [1, ''],
        [2, ''],
        [3, ''],
      ],
    ],
    [
      'a table spills; null is empty, "" a text',
      'table',
      [
        ['a', ''],
        ['', true],
        ['', ''],
      ],
    ],
    [
      'a date',
      'date',
      [
        [new Date('2026-01-15T12:00:00Z'), ''],
        ['', ''],
        ['', ''],
      ],
    ],
    [
      'null',
      'nothing',
      [
        ['', ''],
        ['', ''],
        ['', ''],
      ],
    ],
    [
      'undefined',
      'undefined',
      [
        ['', ''],
        ['', ''],
        ['', ''],
      ],
    ],
    [
      'rows of unequal length',
      'ragged',
      [
        [1, ''],
        [2, 3],
        ['', ''],
      ],
    ],
    [
      'an empty list',
      'none',
      [
        ['', ''],
        ['', ''],
        ['', ''],
      ],
    ],
    [
      'not a number',
      'nan',
      [
        ['#NUM!', ''],
        ['', ''],
        ['', ''],
      ],
    ],
  ])('%s', (_what, key, expected) => {
    book.script(`sheet.getRange('A1').setFormula('=GIVE("${key}")');`);
    expect(book.values('A1:B3')).toEqual(expected);
  });

  it('keep an empty text apart from an empty cell', () => {
    book.script(`sheet.getRange('A1:B1').setFormulas([['=GIVE("empty")', '=GIVE("nothing")']]);
      sheet.getRange('A2:B2').setFormulas([['=ISBLANK(A1)', '=ISBLANK(B1)']]);`);
    expect(book.values('A2:B2')).toEqual([[false, true]]);
  });
});

describe('errors of a custom function', () => {
  it('show #ERROR! and tell the pages the message with its line', () => {
    const messages: unknown[] = [];
    book.host.connect({ user: 'a@example.com', send: (message) => messages.push(message) });
    book.script(`sheet.getRange('B2').setFormula('=DOUBLE("x")');`);
    expect(book.value('B2')).toBe('#ERROR!');
    expect(messages.at(-1)).toEqual({
      type: 'cellErrors',
      errors: [
        {
          sheetId: expect.any(String),
          row: 1,
          column: 1,
          message: expect.stringMatching(/^DOUBLE: "x" is not a number \(line \d+\)$/),
        },
      ],
    });
    book.script(`sheet.getRange('B2').setFormula('=DOUBLE(2)');`);
    expect(messages.at(-1)).toEqual({ type: 'cellErrors', errors: [] });
  });

  it('tell the message at the cell where it moves to', () => {
    const messages: { type: string }[] = [];
    book.host.connect({ user: 'a@example.com', send: (message) => messages.push(message) });
    book.script(
      `sheet.getRange('B2').setFormula('=DOUBLE("x")'); SpreadsheetApp.flush(); sheet.insertRowsBefore(1, 3);`,
    );
    expect(messages.filter(({ type }) => type === 'cellErrors').at(-1)).toMatchObject({
      errors: [{ row: 4, column: 1 }],
    });
  });

  it('come of writing', () => {
    book.script(`sheet.getRange('B2').setFormula('=WRITES()');`);
    expect(book.values('A1:B2')).toEqual([
      ['', ''],
      ['', '#ERROR!'],
    ]);
    expect(book.host.executions.find(({ functionName }) => functionName === 'WRITES')?.error).toBe(
      'You do not have permission to call Range.setValue',
    );
  });
});

describe('calls of a custom function', () => {
  it('happen when arguments change and not otherwise', () => {
    calls('DOUBLE');
    book.put('A1:B1', [[1001, 'x']]);
    book.script(`sheet.getRange('C1').setFormula('=DOUBLE(A1)');`);
    expect(calls('DOUBLE')).toBe(1);
    book.put('B1', [['y']]);
    book.script('sheet.insertRowsBefore(1, 1);');
    expect(book.value('C2')).toBe(2002);
    expect(calls('DOUBLE')).toBe(0);
    book.put('A2', [[1004]]);
    expect(book.value('C2')).toBe(2008);
    expect(calls('DOUBLE')).toBe(1);
  });

  it('are one for a range', () => {
    calls('DOUBLE');
    book.put('A1:A3', [[11], [12], [13]]);
    book.script(`sheet.getRange('C1').setFormula('=DOUBLE(A1:A3)');`);
    expect(calls('DOUBLE')).toBe(1);
  });

  it('may read the workbook', () => {
    book.put('A1', [['read']]);
    book.script(`sheet.getRange('C1').setFormula('=READS("A1")');`);
    expect(book.value('C1')).toBe('read');
  });

  it('need no tag and go by a name in any case, but without a trailing underscore', () => {
    book.script(`sheet.getRange('A1:C1').setFormulas([['=notCustom()', '=NOTCUSTOM()', '=hiddenFunction_()']]);`);
    expect(book.values('A1:C1')).toEqual([[1, 1, '#NAME?']]);
  });
});
