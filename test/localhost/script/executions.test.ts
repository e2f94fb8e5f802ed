import { OWNER, TestSheet } from '../support/sheet';

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open();
});

afterAll(() => book.close());

describe('an execution', () => {
  it('starts from a fresh global scope that the files share', () => {
    expect(book.host.run('setGlobal', [], OWNER)).toEqual({ value: 'changed' });
    expect(book.host.run('getGlobal', [], OWNER)).toEqual({ value: 'start42' });
  });

  it.each([
    'WebAssembly', 'Intl', 'SharedArrayBuffer', 'Atomics', 'setTimeout', 'setInterval', 'queueMicrotask', 'process', 'require',
    'module', 'global', 'window', 'self', 'fetch', 'URL', 'TextEncoder', 'structuredClone', 'atob', 'crypto', 'performance', 'Buffer',
  ])('lacks %s', (name) => {
    expect(book.script(`return typeof ${name}`)).toBe('undefined');
  }); // prettier-ignore

  it.each(['Map', 'Promise', 'Proxy', 'BigInt', 'JSON', 'SpreadsheetApp', 'Utilities', 'Logger', 'console'])(
    'has %s',
    (name) => {
      expect(book.script(`return typeof ${name}`)).not.toBe('undefined');
    },
  );

  it('makes no code from texts', () => {
    expect(() => book.script(`return new Function('return 1')()`)).toThrow('Code generation from strings disallowed');
    expect(() => book.script(`return eval('1 + 1')`)).toThrow('Code generation from strings disallowed');
  });

  it('has no way out of its realm through a service', () => {
    for (const path of [
      'SpreadsheetApp.getActive',
      'sheet.getRange(1, 1).getValues()',
      'new Date()',
      'SpreadsheetApp.Dimension',
    ]) {
      expect(() => book.script(`return (${path}).constructor.constructor('return process')()`)).toThrow();
    }
  });

  it('gets arrays, dates and errors of its own realm', () => {
    book.put('A1:B1', [['2026-01-05', 2]]);
    expect(
      book.script(`const rows = sheet.getRange('A1:B1').getValues();
        let error; try { sheet.getRange('nonsense'); } catch (caught) { error = caught; }
        return [rows instanceof Array, rows[0] instanceof Array, rows[0][0] instanceof Date, error instanceof Error, String(error)];`),
    ).toEqual([true, true, true, true, 'Exception: Range not found']);
  });

  it('has the time zone of the manifest', () => {
    expect(
      book.script(`return [Session.getScriptTimeZone(), Utilities.formatDate(new Date(0), 'GMT', 'HH:mm')]`),
    ).toEqual(['America/New_York', '00:00']);
  });

  it('counts its calls', () => {
    book.script(`sheet.getRange('A1').setValue(1); sheet.getRange('A2').setValue(2);
      sheet.getRange('A1').getValue(); sheet.getRange('A1').setValue(3); Session.getActiveUser();`);
    const { calls } = book.host.executions.at(-1)!;
    expect(calls).toMatchObject({ reads: 1, writes: 3, turns: 2, other: 1 });
    // getActive, getSheets and five ranges, of which two stand in the test's own prologue
    expect(calls.handles).toBe(6);
  });

  it('keeps a log', () => {
    book.script(`console.log('one', 1); Logger.log('two %s', 2);`);
    expect(book.host.executions.at(-1)).toMatchObject({
      functionName: '(evaluate)',
      user: OWNER,
      log: ['one 1', 'two 2'],
    });
  });

  it('keeps what it wrote before it failed', () => {
    expect(() => book.script(`sheet.getRange('D1').setValue('kept'); throw new Error('after that');`)).toThrow(
      'after that',
    );
    expect(book.value('D1')).toBe('kept');
    expect(book.host.executions.at(-2)?.error).toBe('after that');
  });
});

describe('what is not supported', () => {
  it.each([
    ['SpreadsheetApp.open', `SpreadsheetApp.open('x')`],
    ['Sheet.getImages', `SpreadsheetApp.getActiveSheet().getImages()`],
    ['Sheet.getSlicers', `sheet.getSlicers()`],
    ['Range.setShowHyperlink', `sheet.getRange(1, 1).setShowHyperlink(true)`],
    ['ScriptApp.getService', `ScriptApp.getService()`],
    ['Utilities.zip', `Utilities.zip([])`],
  ])('%s throws', (name, code) => {
    expect(() => book.script(code)).toThrow(`${name} is not part of this local spreadsheet.`);
  });

  it('leaves the language alone', () => {
    expect(
      book.script(`return [String(sheet), JSON.stringify(sheet), sheet == null, Object.keys(sheet).length]`),
    ).toEqual(['Sheet', '{}', false, 0]);
  });
});

describe('google.script.run', () => {
  it.each<[string, unknown, unknown]>([
    ['plain values', { a: [1, 'b', true, null], c: { d: '' } }, { a: [1, 'b', true, null], c: { d: '' } }],
    ['an object that looks like one of the host', { serial: 46027 }, { serial: 46027 }],
    ['nothing', undefined, null],
  ])('carries %s there and back', (_what, value, expected) => {
    expect(book.host.run('echo', [value], OWNER)).toEqual({ value: expected });
  });

  it.each([
    ['undefined in an array becomes null', `[1, undefined]`, { value: [1, null] }],
    ['undefined members are left out', `({ a: undefined, b: 1 })`, { value: { b: 1 } }],
    ['NaN becomes null', `NaN`, { value: null }],
    ['a date makes everything null', `({ rows: [[new Date()]] })`, { value: null }],
    [
      'the same object twice is no cycle',
      `(() => { const one = { a: 1 }; return [one, one]; })()`,
      { value: [{ a: 1 }, { a: 1 }] },
    ],
  ])('%s', async (_what, expression, expected) => {
    const { resultForClient } = await import('../../../src/localhost/script/script-run-values');
    expect({ value: resultForClient((0, eval)(expression)) }).toEqual(expected);
  });

  it('fails for functions and cycles', async () => {
    const { resultForClient } = await import('../../../src/localhost/script/script-run-values');
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => resultForClient(cycle)).toThrow('not a supported return type');
    expect(() => resultForClient({ call: () => 1 })).toThrow('not a supported return type');
  });

  it('tells name and message of an error', () => {
    expect(book.host.run('fail', [], OWNER)).toEqual({ error: { name: 'TypeError', message: 'this went wrong' } });
  });

  it.each(['hidden_', 'noSuchFunction', 'TOP_LEVEL', 'x; process.exit()', 'constructor'])('cannot call %s', (name) => {
    expect(book.host.run(name, [], OWNER)).toMatchObject({ error: { message: `Script function not found: ${name}` } });
  });
});
