import { join } from 'node:path';
import { openHost } from '../../src/localhost/host';
import type { Host } from '../../src/localhost/contract/host';
import type { ToPage } from '../../src/localhost/contract/protocol';
import { OWNER } from './support/sheet';

let host: Host;

const open = async (name: string): Promise<void> => {
  host = await openHost({
    project: join(process.cwd(), 'test', 'localhost', 'samples', name),
    file: null,
    title: name,
  });
};

afterEach(() => host.close());

const script = (code: string): unknown =>
  host.evaluate(`const book = SpreadsheetApp.getActive(), sheet = book.getSheets()[0]; ${code}`, OWNER);

const run = (name: string, ...args: unknown[]): unknown => {
  const reply = host.run(name, args, OWNER);
  if ('error' in reply) throw new Error(reply.error.message);
  return reply.value;
};

describe('a project of custom functions', () => {
  beforeEach(() => open('price-list'));

  it('is called from cells, with values, ranges and dates', () => {
    script(`sheet.getRange('A1:C3').setValues([[0, 10, 5], [10, 100, 4], [100, '', 3]]);
      sheet.getRange('E1:E3').setValues([[4], [20], [200]]);
      sheet.getRange('F1:F3').setFormula('=STEPPEDPRICE(E1,$A$1:$C$3)');
      sheet.getRange('H1').setValue('2026-02-20'); sheet.getRange('I1').setFormula('=DUE(H1,2)');
      sheet.getRange('K1').setFormula('=IN_FEET(L1:M2)'); sheet.getRange('L1:M2').setValues([[0.3048, ''], [3.048, 1]]);
      sheet.getRange('A6').setFormula('=TABLE_OF_SQUARES(3)'); sheet.getRange('E6').setFormula('=IN_FEET("x")');`);
    expect(script(`return sheet.getRange('F1:F3').getValues()`)).toEqual([[20], [90], [710]]);
    expect(script(`return Utilities.formatDate(sheet.getRange('I1').getValue(), 'UTC', 'yyyy-MM-dd')`)).toBe(
      '2026-03-06',
    );
    expect(script(`return sheet.getRange('K1').getValue()`)).toBe('#REF!');
    script(`sheet.getRange('L1:M2').moveTo(sheet.getRange('P1'))`);
    expect(script(`return sheet.getRange('K1:L2').getValues()[1].map(Math.round)`)).toEqual([10, 3]);
    expect(script(`return sheet.getRange('A6:B9').getValues()`)).toEqual([
      ['n', 'n²'],
      [1, 1],
      [2, 4],
      [3, 9],
    ]);
    expect(script(`return sheet.getRange('E6').getValue()`)).toBe('#ERROR!');
  });
});

describe('a function within another one', () => {
  beforeEach(() => open('price-list'));

  it('cannot be called from a cell, wherever its line begins', () => {
    script(`sheet.getRange('A1').setFormula('=innerFunction()')`);
    expect(script(`return sheet.getRange('A1').getValue()`)).toBe('#NAME?');
  });
});

describe('a project that tidies sheets', () => {
  beforeEach(() => open('tidy-sheet'));

  it('works on what is selected', () => {
    run('onOpen');
    script(`sheet.getRange('A1:B6').setValues([['a', 1], ['', ''], ['b', 2], ['', ''], ['a', 1], ['', 3]]);
      sheet.getRange('A1:B6').activate();`);
    run('deleteEmptyRows');
    expect(script(`return sheet.getDataRange().getValues()`)).toEqual([
      ['a', 1],
      ['b', 2],
      ['a', 1],
      ['', 3],
    ]);
    run('removeRepeatedRows');
    expect(script(`return sheet.getDataRange().getValues()`)).toEqual([
      ['a', 1],
      ['b', 2],
      ['', 3],
    ]);
    script(`sheet.getRange('A6').setValue('end'); sheet.getRange('A2').activate();`);
    run('fillDown');
    expect(script(`return sheet.getRange('A1:A6').getValues().flat()`)).toEqual(['a', 'b', 'b', 'b', 'b', 'end']);
    run('crop');
    expect(script(`return [sheet.getMaxRows(), sheet.getMaxColumns()]`)).toEqual([6, 2]);
  });
});

describe('a project that sets up a sheet', () => {
  beforeEach(() => open('task-board'));

  it('keeps tasks with links, boxes and rules', () => {
    const told: ToPage[] = [];
    host.connect({ user: OWNER, send: (message) => told.push(message) });
    expect(told).toContainEqual({
      type: 'menus',
      menus: [
        {
          place: 'custom',
          name: 'Tasks',
          items: [
            { caption: 'Set up', functionName: 'setUp' },
            { caption: '' },
            { caption: 'Sort', functionName: 'sortTasks' },
          ],
        },
      ],
    });
    expect(run('setUp')).toBe('Headings');
    expect(run('addTask', 'Paint', 'Ann', '2026-03-02', 'https://example.com/1')).toBe(2);
    expect(run('addTask', 'Build', 'Bob', '2026-03-01', 'https://example.com/2')).toBe(3);
    run('finish', 'Paint');
    run('sortTasks');
    expect(run('report')).toBe(
      'Task\tOwner\tStatus\tDue\tDone\nBuild\tBob\tOpen\t2026-03-01\tFALSE\nPaint\tAnn\tFinished\t2026-03-02\tTRUE'.replace(
        /^/,
        '2 tasks\n',
      ),
    );
    expect(
      script(`return [sheet.getRange('A2').getRichTextValue().getLinkUrl(), sheet.getRange('G1').getValue(),
      sheet.getConditionalFormatRules().length, sheet.getRange('C2').getDataValidation().getAllowInvalid()]`),
    ).toEqual(['https://example.com/2', '1 of 2', 1, false]);
  });
});
