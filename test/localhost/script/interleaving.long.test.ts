import type { ServiceCall } from '../../../src/localhost/contract/host';
import { MirrorPage } from '../support/mirror-page';
import { OWNER, TestSheet } from '../support/sheet';

const PARTNER = 'partner@example.com';
const KILLED = { error: { name: 'Exception', message: 'Exceeded maximum execution time' } };

let book: TestSheet;

beforeAll(async () => {
  book = await TestSheet.open('interrupted');
});

afterEach(() => {
  book.host.onServiceCall = undefined;
  book.reset();
});

afterAll(() => book.close());

const run = (name: string, ...args: unknown[]) => book.host.run(name, args, OWNER);

/** Calls `then` once, before the first call of that method in the owner's next execution. */
function before(method: string, then: (call: ServiceCall) => unknown): void {
  book.host.onServiceCall = (call) => {
    if (call.method !== method) return undefined;
    book.host.onServiceCall = undefined;
    return then(call);
  };
}

describe('an execution that is watched', () => {
  it('tells its service calls one by one, and its end', () => {
    const calls: ServiceCall[] = [];
    book.host.onServiceCall = (call) => void calls.push(call);
    run('nextNumberCarelessly');
    expect(calls.map(({ service, method, kind }) => `${kind} ${service}.${method}`)).toEqual([
      'handle SpreadsheetApp.getActive',
      'handle Spreadsheet.getSheets',
      'handle Sheet.getRange',
      'read Range.getValue',
      'write Range.setValue',
      'end .',
    ]);
    expect(calls.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(calls[0]).toMatchObject({ functionName: 'nextNumberCarelessly', user: OWNER });
  });

  it('is not interrupted by cells', () => {
    const names = new Set<string>();
    book.host.onServiceCall = (call) => void names.add(call.functionName);
    expect(book.formula('=LOCALE()')).toEqual([['en_US']]);
    expect([...names]).toEqual(['(evaluate)']);
  });
});

describe('an execution that is killed', () => {
  it('leaves what it wrote before, at whatever call it is killed', () => {
    const column = ['one', 'two', 'three'];
    for (let last = 1; last <= 9; last++) {
      book.reset();
      let writes = 0;
      book.host.onServiceCall = ({ number, kind }) => {
        if (number === last) return 'kill';
        if (kind === 'write') writes += 1;
        return undefined;
      };
      expect(run('writeThree')).toEqual(KILLED);
      book.host.onServiceCall = undefined;
      expect(book.column('A1:A3')).toEqual(column.map((text, i) => (i < writes ? text : '')));
    }
    expect(run('writeThree')).toEqual({ value: 'done' });
  });

  it('has no effect any more through catch and finally, and its answer does not count', () => {
    let writes = 0;
    book.host.onServiceCall = ({ kind }) => (kind === 'write' && ++writes === 2 ? 'kill' : undefined);
    expect(run('stubborn')).toEqual(KILLED);
    book.host.onServiceCall = undefined;
    expect(book.host.executions.at(-1)).toMatchObject({ functionName: 'stubborn', error: KILLED.error.message });
    expect(book.host.executions.at(-1)).not.toHaveProperty('log');
    expect(book.values('A1:B2')).toEqual([
      ['one', ''],
      ['', ''],
    ]);
    expect(book.script(`return PropertiesService.getScriptProperties().getProperty('finally')`)).toBeNull();
  });

  it('gives its locks back', () => {
    before('flush', () => 'kill');
    expect(run('nextNumber')).toEqual(KILLED);
    expect(run('nextNumber')).toEqual({ value: 2 });
  });

  it('keeps its answer to itself when it is killed at the end', () => {
    book.host.onServiceCall = ({ kind }) => (kind === 'end' ? 'kill' : undefined);
    expect(run('writeThree')).toEqual(KILLED);
    book.host.onServiceCall = undefined;
    expect(book.column('A1:A3')).toEqual(['one', 'two', 'three']);
  });
});

describe('an execution that comes in between', () => {
  it('sees what was written before it, and is seen afterwards', () => {
    before('setValue', () => {
      expect(book.host.run('nextNumberCarelessly', [], PARTNER)).toEqual({ value: 1 });
    });
    // The well-known lost update: this is what locks are for.
    expect(run('nextNumberCarelessly')).toEqual({ value: 1 });
    expect(book.value('D1')).toBe(1);
  });

  it('waits for a lock in vain, and its time passes', () => {
    const answers: unknown[] = [];
    before('getValue', () => {
      answers.push(book.host.run('nextNumber', [], PARTNER), book.host.run('waitForLock', [], PARTNER));
    });
    expect(run('nextNumber')).toEqual({ value: 1 });
    expect(answers).toEqual([
      { value: -1 },
      {
        error: { name: 'Exception', message: 'Lock timeout: another process was holding the lock for too long.' },
      },
    ]);
    const waited = book.host.executions.find(({ functionName }) => functionName === 'waitForLock');
    expect(waited?.milliseconds).toBeGreaterThanOrEqual(30_000);
    expect(book.host.run('nextNumber', [], PARTNER)).toEqual({ value: 2 });
  });

  it('is not interrupted itself', () => {
    let interruptions = 0;
    book.host.onServiceCall = ({ kind }) => {
      if (kind !== 'write') return;
      interruptions += 1;
      book.host.run('writeThree', [], PARTNER);
    };
    run('writeThree');
    expect(interruptions).toBe(3);
  });
});

describe("a person's edit that comes in between", () => {
  const names = [['Ann'], ['Bob'], ['Cid']];
  const edits: [string, (engine: Parameters<Parameters<MirrorPage['actAtOnce']>[0]>[0], sheet: string) => void, unknown[][]][] =
    [
      ['an inserted row', (engine, sheet) => engine.insertLines(sheet, 'row', 0, 1), [['', ''], ['Ann', 'marked'], ['Bob', ''], ['Cid', '']]],
      ['deleted rows', (engine, sheet) => engine.deleteLines(sheet, 'row', 0, 1), [['Bob', ''], ['Cid', 'marked'], ['', ''], ['', '']]],
      [
        'a sort',
        (engine, sheet) =>
          engine.sort(sheet, { row: 0, column: 0, rows: 3, columns: 1 }, [{ column: 0, ascending: false }]),
        [['Cid', ''], ['Bob', 'marked'], ['Ann', ''], ['', '']],
      ],
    ]; // prettier-ignore

  it.each(edits)('moves rows away under a script: %s', async (_what, edit, expected) => {
    book.put('A1:A3', names);
    const page = new MirrorPage(book.host, PARTNER);
    await page.receiveAll();
    before('setValue', () => page.actAtOnce((engine) => edit(engine, engine.activeSheetId())));
    expect(run('mark', 'Bob')).toEqual({ value: null });
    expect(book.values('A1:B4')).toEqual(expected);
    page.close();
  });
});
