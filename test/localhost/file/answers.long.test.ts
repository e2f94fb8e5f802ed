import { copyFileSync, cpSync, appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openHost } from '../../../src/localhost/host';
import { normalized } from '../support/mirror-page';
import { TestSheet, fixture, temporaryFolder } from '../support/sheet';

const EXECUTED = 'Custom function';

/** What every cell shows, and what a page is told when it comes. */
function shown(book: TestSheet): unknown[] {
  const told: unknown[] = [];
  const page = book.host.connect({
    user: 'observer@example.com',
    send: (message) => {
      if (message.type === 'snapshot') told.push(normalized(message.snapshot.workbook), message.snapshot.spilled);
      if (message.type === 'cellErrors') told.push(message.errors);
    },
  });
  page.close();
  return [book.script(`return book.getSheets().map((one) => one.getDataRange().getDisplayValues())`), ...told];
}

const calls = ({ host }: TestSheet): number => host.executions.filter(({ kind }) => kind === EXECUTED).length;

describe('a workbook that is opened as it was closed', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'book.ledger');
  const copy = join(folder.path, 'copy.ledger');
  /** The same project for formulas, and yet another one: it calculates all anew. */
  const project = join(folder.path, 'project');
  let open: TestSheet[] = [];

  beforeAll(() => {
    cpSync(fixture('basics'), project, { recursive: true });
    appendFileSync(join(project, 'Code.js'), '\n// Another version.\n');
  });
  afterEach(() => {
    open.forEach((book) => book.close());
    open = [];
  });
  afterAll(() => folder.remove());

  const opened = async (path: string): Promise<TestSheet> => {
    const book = await TestSheet.open('basics', path);
    open.push(book);
    return book;
  };
  const closed = (book: TestSheet): void => {
    book.host.tidy();
    book.close();
    open = open.filter((other) => other !== book);
  };
  const made = async (name: string, code: string): Promise<string> => {
    const path = join(folder.path, name);
    const book = await opened(path);
    book.script(code);
    closed(book);
    return path;
  };

  it('takes what formulas have answered from the file: no function runs, and all is shown', async () => {
    const path = await made(
      'functions.ledger',
      `sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
       sheet.getRange('B1').setFormula('=DOUBLE(A1:A3)');
       sheet.getRange('D1').setFormula('=SUM(B1:B)');
       sheet.getRange('E1').setFormula('=E1+1');`,
    );
    const book = await opened(path);
    expect(book.script(`return sheet.getRange('A1:E3').getDisplayValues()`)).toEqual([
      ['1', '2', '', '12', '#REF!'],
      ['2', '4', '', '', ''],
      ['3', '6', '', '', ''],
    ]);
    expect(calls(book)).toBe(0);
    book.put('A2', [[10]]);
    expect([book.column('B1:B3'), book.value('D1')]).toEqual([[2, 20, 6], 28]);
    expect(calls(book)).toBe(1);
  });

  it('calculates anew what answers anew, and what reads it', async () => {
    const path = await made(
      'volatile.ledger',
      `sheet.getRange('A1').setFormula('=RAND()');
       sheet.getRange('A2').setFormula('=A1');
       sheet.getRange('A3').setFormula('="RAND() in a text"');
       sheet.getRange('A4').setFormula('=DOUBLE(A2)');`,
    );
    const first = await opened(path);
    const [before] = first.column('A1:A1');
    first.close();
    open = [];
    const again = await opened(path);
    const [rand, read, text, refused] = again.column('A1:A4');
    expect(rand).not.toBe(before);
    expect([read, text, refused]).toEqual([rand, 'RAND() in a text', '#ERROR!']);
    expect(JSON.stringify(shown(again).at(-1))).toContain('not allowed to reference');
  });

  it('calculates all anew for another version of the project', async () => {
    const path = await made('other.ledger', `sheet.getRange('A1').setFormula('=DOUBLE(4)');`);
    const host = await openHost({ project, file: path, title: 'Sample' });
    expect(host.executions.filter(({ kind }) => kind === EXECUTED)).toHaveLength(1);
    host.close();
  });

  it('is kept short by tidying up', async () => {
    const path = await made('short.ledger', `for (let row = 1; row < 9; row++) sheet.appendRow([row]);`);
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(2);
  });

  const place = fc.integer({ min: 1, max: 6 });
  const formula = fc.constantFrom(
    '=SUM(A1:B3)',
    '=SEQUENCE(3)',
    '=DOUBLE(A1:A4)',
    '=DOUBLE("x")',
    '=A1+B2',
    '=C3',
    '=ARRAYFORMULA(A1:A*2)',
    '=IFERROR(B1,"none")',
    '=TODAY()',
    '=1/0',
  );
  const change = fc.oneof(
    fc
      .tuple(place, place, formula)
      .map(([row, column, text]) => `sheet.getRange(${row}, ${column}).setFormula('${text}')`),
    fc.tuple(place, place, place).map(([row, column, value]) => `sheet.getRange(${row}, ${column}).setValue(${value})`),
    fc.tuple(place, place).map(([row, column]) => `sheet.getRange(${row}, ${column}).clearContent()`),
    place.map((row) => `sheet.insertRowsBefore(${row}, 1)`),
    place.map((row) => `sheet.deleteRow(${row})`),
  );
  const changes = fc.array(change, { minLength: 1, maxLength: 8 });

  it('goes on exactly as one that calculates all anew', async () => {
    await fc.assert(
      fc.asyncProperty(changes, changes, async (before, after) => {
        const first = await opened(file);
        first.reset();
        first.script(before.join(';'));
        closed(first);
        copyFileSync(file, copy);
        const trusting = await opened(file);
        const calculating = await openHost({ project, file: copy, title: 'Sample' });
        try {
          const other = { host: calculating, script: TestSheet.prototype.script } as TestSheet;
          expect(shown(trusting)).toEqual(shown(other));
          for (const one of after) {
            trusting.script(one);
            other.script(one);
            expect(shown(trusting)).toEqual(shown(other));
          }
        } finally {
          calculating.close();
          trusting.close();
          open = [];
        }
      }),
      { numRuns: 12 },
    );
  });
});
