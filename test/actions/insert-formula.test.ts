import type { ExampleBlock, Inserted } from '../../src/actions/forms/insert-formula';
import type { Refused } from '../../src/actions/answering';
import { functionHelp, type LaidOutExample } from '../../src/build/function-help';
import { blockOf } from '../../src/sidebar/functions/example-block';
import { exampleFormula } from '../../src/sidebar/functions/notation';
import type { ToPage } from '../../src/localhost/contract/protocol';
import { OWNER, PARTNER, Partnership } from '../support/partnership';

const POINT = { separator: ',', decimal: '.' };

/** A workbook in which a person stands in a cell of an empty tab. */
class Standing {
  private constructor(readonly partnership: Partnership) {}

  static async in(cell: string, partnership?: Partnership): Promise<Standing> {
    const standing = new Standing(partnership ?? (await Partnership.open()));
    standing.partnership.script(`const [first, ...others] = book.getSheets();
      const notes = book.getSheetByName('Notes') || (others.length > 0 ? book.insertSheet() : first).setName('Notes');
      notes.clear();`);
    standing.select(cell);
    return standing;
  }

  select(cell: string, tab = 'Notes'): void {
    this.partnership.script(`book.getSheetByName(${JSON.stringify(tab)}).getRange('${cell}').activate();`);
  }

  type(cell: string, value: unknown, tab = 'Notes'): void {
    const target = `book.getSheetByName(${JSON.stringify(tab)}).getRange('${cell}')`;
    this.partnership.script(`${target}.setValue(${JSON.stringify(value)});`);
  }

  read(cell: string, what = 'getValues', tab = 'Notes'): unknown[][] {
    const target = `book.getSheetByName(${JSON.stringify(tab)}).getRange('${cell}')`;
    return this.partnership.script(`return ${target}.${what}();`) as unknown[][];
  }

  insertExample(block: ExampleBlock): Inserted | Refused {
    return this.partnership.call('insertExample', [block]) as Inserted | Refused;
  }

  insertFormula(formula: string): Inserted | Refused {
    return this.partnership.call('insertFormula', [formula]) as Inserted | Refused;
  }
}

const SPLIT: ExampleBlock = {
  cells: [
    [100, 1, null],
    [null, 2, null],
  ],
  formula: '=REVSHARE(A1, B1:B2)',
  at: [0, 2],
};

describe('inserting a worked example', () => {
  it('writes cells and formula from the current cell on, says where, and the formula answers', async () => {
    const standing = await Standing.in('C5');
    expect(standing.insertExample(SPLIT)).toEqual({
      kind: 'written',
      message: 'Written to Notes, C5:E6. The formula stands in E5.',
    });
    expect(standing.read('C5:E6')).toEqual([
      [100, 1, 33.33],
      ['', 2, 66.67],
    ]);
    expect(standing.read('E5', 'getFormulas')).toEqual([['=REVSHARE(C5, D5:D6)']]);
  });

  it('begins at the first of several selected cells', async () => {
    const standing = await Standing.in('B2:F9');
    expect(standing.insertExample(SPLIT)).toMatchObject({ message: expect.stringContaining('B2:D3') });
  });

  it.each([
    ['a text', 'E6', 'Ours', '“Ours”'],
    ['a number', 'C5', 0, '0'],
    ['an unticked box', 'D6', false, 'FALSE'],
    ['a long text', 'C6', 'long '.repeat(100), `“${'long '.repeat(8)}…”`],
    ['a formula that shows nothing', 'E5', '=IF(TRUE,"")', '“=IF(TRUE,"")”'],
  ])('leaves everything alone where a cell holds %s, and names the cell', async (_, cell, value, inWords) => {
    const standing = await Standing.in('C5');
    standing.type(cell, value);
    const before = standing.read('A1:H9', 'getFormulas').concat(standing.read('A1:H9'));
    expect(standing.insertExample(SPLIT)).toEqual({
      kind: 'refused',
      message:
        `Nothing was written, because Notes, ${cell} already holds ${inWords}. ` +
        'Choose an empty cell; 2 rows and 3 columns are needed.',
    });
    expect(standing.read('A1:H9', 'getFormulas').concat(standing.read('A1:H9'))).toEqual(before);
  });

  it('adds rows and columns where the tab ends too soon', async () => {
    const standing = await Standing.in('A1000');
    expect(standing.insertExample(SPLIT)).toMatchObject({ kind: 'written' });
    standing.select('Y1');
    expect(standing.insertExample(SPLIT)).toMatchObject({ kind: 'written' });
    expect(
      standing
        .read('Y1:AA2')
        .flat()
        .filter((cell) => cell !== '').length,
    ).toBeGreaterThan(2);
  });

  it('keeps texts as texts, days as days and boxes as boxes', async () => {
    const standing = await Standing.in('B2');
    const cells = [['1-2', '007', 'true', 'n/a', '=1+1', true, { date: '2026-03-31' }, null, null]];
    standing.insertExample({ cells, formula: '=REVSHARE(1, 1)', at: [0, 8] });
    expect(standing.partnership.cells('Notes')[1]).toEqual(
      ['', '1-2', '007', 'true', 'n/a', '=1+1', true, '2026-03-31', '', 1], // prettier-ignore
    );
    expect(standing.read('F2', 'getFormulas')).toEqual([['']]);
    expect(standing.read('H2', 'getNumberFormats')).toEqual([['yyyy-mm-dd']]);
    standing.type('C2', '60');
    expect(standing.read('C2')).toEqual([[60]]);
  });

  it('puts no example among the entries of the partnership', async () => {
    const standing = await Standing.in('A1', await Partnership.started());
    standing.select('B40', 'Contributions');
    expect(standing.insertExample(SPLIT)).toEqual({
      kind: 'refused',
      message:
        'Nothing was written, because the tab Contributions holds the figures of the partnership. ' +
        'Choose a cell in another tab; the plus sign at the bottom adds one.',
    });
    expect(standing.partnership.rows('Contributions')).toEqual([]);
  });

  it('asks little of the sheet', async () => {
    const standing = await Standing.in('C5');
    standing.insertExample(SPLIT);
    expect(standing.partnership.calls).toMatchObject({ writes: 1, turns: 1 });
  });
});

describe('inserting a formula', () => {
  it('writes it into the current cell and shortens references to the same tab', async () => {
    const standing = await Standing.in('D1');
    standing.type('A1', 50);
    expect(standing.insertFormula("=REVSHARE('Notes'!A1, 70%)")).toEqual({
      kind: 'written',
      message: 'Written to Notes, D1: =REVSHARE(A1, 70%)',
    });
    expect(standing.read('D1')).toEqual([[35]]);
  });

  it('overwrites nothing', async () => {
    const standing = await Standing.in('A1');
    standing.type('A1', 50);
    expect(standing.insertFormula('=REVSHARE(1, 1)')).toEqual({
      kind: 'refused',
      message: 'Nothing was written, because Notes, A1 already holds 50. Choose an empty cell.',
    });
    expect(standing.read('A1')).toEqual([[50]]);
  });

  it('takes what is selected as a reference that holds in every tab', async () => {
    const standing = await Standing.in('A2:A10');
    expect(standing.partnership.call('selectedReference', [])).toBe("'Notes'!A2:A10");
    standing.partnership.script(`book.getSheets()[0].setName("Ann's");`);
    expect(standing.partnership.call('selectedReference', [])).toBe("'Ann''s'!A2:A10");
    standing.type('A2', 200, "Ann's");
    standing.partnership.script(`book.insertSheet('Other').getRange('B1').activate();`);
    expect(standing.insertFormula("=REVSHARE('Ann''s'!A2, 1)")).toMatchObject({ kind: 'written' });
    expect(standing.read('B1', 'getValues', 'Other')).toEqual([[200]]);
  });

  it('goes where the person who asks stands, not where the other one does', async () => {
    const standing = await Standing.in('A1');
    standing.partnership.script(`book.getSheetByName('Notes').getRange('D4').activate();`, PARTNER);
    expect(standing.partnership.call('insertFormula', ['=REVSHARE(7, 1)'], PARTNER)).toMatchObject({
      message: 'Written to Notes, D4: =REVSHARE(7, 1)',
    });
    expect(standing.partnership.call('selectedReference', [])).toBe("'Notes'!A1");
  });
});

describe('every worked example of the help', () => {
  const examples = functionHelp().flatMap(({ name, examples: all }) =>
    all.map((example): [string, string, LaidOutExample] => [name, example.title, example]),
  );

  let partnership: Partnership;
  /** The messages of errors, by cell, as pages are told them. */
  let errors: Record<string, string>;
  beforeAll(async () => {
    partnership = await Partnership.open();
    partnership.host.connect({
      user: OWNER,
      send(message) {
        if (message.type !== 'cellErrors') return;
        errors = Object.fromEntries(message.errors.map((error) => [`${error.row},${error.column}`, error.message]));
      },
    });
  });
  beforeEach(() => {
    errors = {};
  });

  it.each(examples)('answers in a sheet as it says: %s, %s', async (name, _, example) => {
    const standing = await Standing.in('B3', partnership);
    const outcome = standing.insertExample(blockOf(example, exampleFormula(name, example, POINT)));
    expect(outcome).toMatchObject({ kind: 'written' });
    const [row, column] = example.at;
    // What the example takes up below and beside its formula: the answer, and blank cells.
    const [rows, columns] = [example.size[0] - row, example.size[1] - column];
    const range = `book.getSheetByName('Notes').getRange(${row + 3}, ${column + 2}, ${rows}, ${columns})`;
    const values = partnership.script(`return ${range}.getValues();`) as unknown[][];
    const answer = example.answer ?? [['#ERROR!']];
    expect(values).toEqual(
      Array.from({ length: rows }, (_row, r) => Array.from({ length: columns }, (_column, c) => answer[r]?.[c] ?? '')),
    );
    expect(errors).toEqual(
      example.error ? { [`${row + 2},${column + 1}`]: expect.stringContaining(example.error) } : {},
    );
  });
});

describe('a sheet with decimal commas', () => {
  it('gets formulas in its own notation', async () => {
    const standing = await Standing.in('B3');
    standing.partnership.script(`book.setSpreadsheetLocale('de_DE');`);
    const sent: ToPage[] = [];
    standing.partnership.host.connect({ user: OWNER, send: (message) => sent.push(message) });
    standing.partnership.call('showFunctions', []);
    const sidebar = sent.find((message) => message.type === 'sidebar')!;
    expect(sidebar.title).toBe('Functions');
    const page = standing.partnership.host.content(sidebar.contentId)!;
    expect(page).toMatch(/<div id="start" data-separator=";" data-decimal=","><\/div>$/);
    standing.insertExample({ ...SPLIT, formula: '=REVSHARE(A1; B1:B2; 0)' });
    expect(standing.read('D3', 'getFormulas')).toEqual([['=REVSHARE(B3; C3:C4; 0)']]);
  });
});
