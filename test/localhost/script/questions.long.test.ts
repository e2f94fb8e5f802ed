import type { Engine } from '../../../src/localhost/contract/engine';
import type { PageSession } from '../../../src/localhost/contract/host';
import type { RunReply, ToPage, Answer, Question } from '../../../src/localhost/contract/protocol';
import { MirrorPage } from '../support/mirror-page';
import { OWNER, TestSheet } from '../support/sheet';

const TIMED_OUT = { error: { name: 'Exception', message: 'Exceeded maximum execution time' } };

type Asked = Extract<ToPage, { type: 'question' }>;

let book: TestSheet;

afterEach(() => book.close());

/** A page that takes down what it is told. */
class Person {
  readonly told: ToPage[] = [];
  readonly session: PageSession;

  constructor(readonly user = OWNER) {
    this.session = book.host.connect({ user, send: (message) => this.told.push(message) });
  }

  run(functionName: string, ...args: unknown[]): Promise<RunReply> {
    return book.host.runForPerson(functionName, args, this.user);
  }

  async question(): Promise<Asked> {
    for (let waited = 0; waited < 60_000; waited += 10) {
      const asked = this.told.find((message) => message.type === 'question');
      if (asked) return asked;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`${this.user} was not asked anything.`);
  }

  async answer(button: Answer['button'], text = ''): Promise<void> {
    const { id } = await this.question();
    this.session.receive({ type: 'answer', id, button, text });
  }
}

describe('an execution that asks the person at the page', () => {
  beforeEach(async () => {
    book = await TestSheet.open('questions');
  });

  it.each(['YES', 'NO', 'CANCEL', 'CLOSE'] as const)('waits for the answer: %s', async (button) => {
    const owner = new Person();
    const reply = owner.run('empty');
    expect(await owner.question()).toMatchObject({
      title: 'Empty the sheet',
      message: 'Are you sure?',
      buttons: ['YES', 'NO', 'CANCEL'],
      hasText: false,
    });
    expect(book.value('B1')).toBe('');
    await owner.answer(button);
    expect(await reply).toEqual({ value: button });
    expect(book.values('A1:B1')).toEqual([[button === 'YES' ? '' : 'asking', button]]);
    expect(owner.told.at(-1)).not.toMatchObject({ type: 'question' });
    expect(owner.told.filter(({ type }) => type === 'answered')).toHaveLength(1);
  });

  it('has shown what it wrote before it asked', async () => {
    const owner = new Person();
    const reply = owner.run('empty');
    await owner.question();
    const types = owner.told.map(({ type }) => type);
    expect(types.indexOf('mutations')).toBeGreaterThan(-1);
    expect(types.indexOf('mutations')).toBeLessThan(types.indexOf('question'));
    await owner.answer('NO');
    await reply;
  });

  it('gets the text of a prompt', async () => {
    const owner = new Person();
    const reply = owner.run('name');
    expect(await owner.question()).toMatchObject({ message: 'Who are you?', buttons: ['OK', 'CANCEL'], hasText: true });
    await owner.answer('OK', 'Ann');
    expect(await reply).toEqual({ value: [true, 'Ann'] });
    expect(book.value('A1')).toBe('Ann');
  });

  it('lets others work meanwhile, whose rows do not get lost', async () => {
    const owner = new Person();
    const partner = new MirrorPage(book.host, 'partner@example.com');
    await partner.receiveAll();
    const reply = owner.run('insertThenAsk');
    await owner.question();
    // The partner's page has not yet seen the two new rows.
    partner.act((engine: Engine) =>
      engine.execute('sheet.mutation.set-range-values', {
        unitId: 'workbook',
        subUnitId: '0',
        cellValue: { 0: { 2: { v: 'typed' } } },
      }),
    );
    partner.sendAll();
    await partner.receiveAll();
    expect(partner.reasons).toHaveLength(1);
    partner.sendAll();
    await partner.receiveAll();
    partner.act((engine: Engine) =>
      engine.execute('sheet.mutation.set-range-values', {
        unitId: 'workbook',
        subUnitId: '0',
        cellValue: { 2: { 2: { v: 'typed' } } },
      }),
    );
    partner.sendAll();
    expect(book.values('C1:C3')).toEqual([[''], [''], ['typed']]);
    await owner.answer('OK');
    expect(await reply).toEqual({ value: null });
    partner.close();
  });

  it('keeps its locks while it waits', async () => {
    const [owner, partner] = [new Person(), new Person('partner@example.com')];
    const reply = owner.run('locked');
    await owner.question();
    expect(await partner.run('locked')).toEqual({ value: 'somebody else has it' });
    await owner.answer('OK');
    expect(await reply).toEqual({ value: 'OK' });
    const again = partner.run('locked');
    await partner.answer('OK');
    expect(await again).toEqual({ value: 'OK' });
  });

  it('asks all pages of the person, and those that come later; the first answer counts', async () => {
    const [first, second, other] = [new Person(), new Person(), new Person('partner@example.com')];
    const reply = first.run('empty');
    await second.question();
    const late = new Person();
    const { id } = await late.question();
    other.session.receive({ type: 'answer', id, button: 'YES', text: '' });
    late.session.receive({ type: 'answer', id, button: 'OK', text: '' });
    late.session.receive({ type: 'answer', id, button: 'NO', text: '' });
    first.session.receive({ type: 'answer', id, button: 'YES', text: '' });
    expect(await reply).toEqual({ value: 'NO' });
    expect(first.told.filter(({ type }) => type === 'answered')).toHaveLength(1);
    expect(other.told.filter(({ type }) => type === 'question')).toEqual([]);
  });

  it('gets and gives all values as an execution that does not wait', async () => {
    const owner = new Person();
    const given = { text: 'a', list: [1, null, { deep: true }] };
    const waited = await owner.run('values', given);
    book.script(`sheet.clear(); sheet.getCharts().forEach((chart) => sheet.removeChart(chart));`);
    expect(waited).toEqual(book.host.run('values', [given], OWNER));
    expect((waited as { value: unknown[] }).value).toEqual([
      given,
      ...[true, 0, true, 'noted', true, true, 'RANGE', 'top', null],
      ...[true, 'Exception', 'Range not found'],
      expect.stringContaining('Sheet.paint'),
    ]);
    expect(book.host.executions.filter(({ functionName }) => functionName === 'values')).toMatchObject([
      { user: OWNER, log: ['row 3'], calls: book.host.executions.at(-1)!.calls },
      { log: ['row 3'] },
    ]);
  });

  it('tells what it throws', async () => {
    const owner = new Person();
    expect(await owner.run('fail')).toEqual({ error: { name: 'RangeError', message: 'too far' } });
    expect(await owner.run('nothing')).toEqual({
      error: { name: 'Exception', message: 'Script function not found: nothing' },
    });
    expect(book.host.executions.at(-2)).toMatchObject({ functionName: 'fail', user: OWNER, error: 'too far' });
  });

  it('can be looked into, and killed, between any two calls', async () => {
    const owner = new Person();
    const methods: string[] = [];
    book.host.onServiceCall = ({ method, user }) => {
      methods.push(method);
      return user === OWNER && method === 'insertRowsBefore' ? 'kill' : undefined;
    };
    expect(await owner.run('insertThenAsk')).toEqual(TIMED_OUT);
    expect(methods).toEqual(['getActiveSpreadsheet', 'getSheets', 'insertRowsBefore']);
  });

  it('needs the same permissions', async () => {
    book.host.setAuthorised('partner@example.com', false);
    const partner = new Person('partner@example.com');
    expect(await partner.run('name')).toMatchObject({ error: { name: 'ScriptError' } });
  });

  it('is stopped when the host is closed', async () => {
    const owner = new Person();
    const reply = owner.run('empty');
    await owner.question();
    book.close();
    expect(await reply).toEqual(TIMED_OUT);
  });
});

describe('executions on threads', () => {
  it('are completed when they are, however soon their thread is gone', async () => {
    book = await TestSheet.open();
    const reply = new Person().run('echo', 'done');
    // Given its order, it is at its end and gone before the host looks up again.
    await new Promise((resolve) => setTimeout(resolve, 100));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
    expect(await reply).toEqual({ value: 'done' });
    expect(book.host.executions.at(-1)).toMatchObject({ functionName: 'echo', status: 'Completed' });
  });

  it('hold up nobody else at a page, even one that never ends in a project that asks nothing', async () => {
    book = await TestSheet.open('interrupted');
    const owner = new Person();
    const partner = new Person('partner@example.com');
    let hasEnded = false;
    const loop = owner.run('loop').finally(() => (hasEnded = true));
    while (book.value('A1') !== 'before') await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await partner.run('nextNumber')).toEqual({ value: 1 });
    expect(hasEnded).toBe(false);
    book.close();
    expect(await loop).toEqual(TIMED_OUT);
  });
});

describe('a question that nobody can answer', () => {
  it('is closed without an answer, and shown', async () => {
    book = await TestSheet.open('questions');
    expect(await book.host.runForPerson('empty', [], OWNER)).toEqual({ value: 'CLOSE' });
    const owner = new Person();
    expect(book.host.run('empty', [], OWNER)).toEqual({ value: 'CLOSE' });
    expect(owner.told.filter(({ type }) => type === 'alert')).toEqual([
      { type: 'alert', title: 'Empty the sheet', message: 'Are you sure?' },
    ]);
    expect(book.host.run('name', [], OWNER)).toEqual({ value: [false, ''] });
  });

  it('is answered as a test has prepared it', async () => {
    const asked: [Question, string][] = [];
    book = await TestSheet.open('questions', null, {
      answer: (question, user) => {
        asked.push([question, user]);
        return question.hasText ? { button: 'OK', text: 'Ann' } : undefined;
      },
    });
    expect(book.host.run('name', [], OWNER)).toEqual({ value: [true, 'Ann'] });
    expect(book.host.run('empty', [], OWNER)).toEqual({ value: 'CLOSE' });
    expect(asked.map(([{ message }, user]) => [message, user])).toEqual([
      ['Who are you?', OWNER],
      ['Are you sure?', OWNER],
    ]);
  });

  it('ends the execution with its time, which no catch can help', async () => {
    book = await TestSheet.open('questions', null, { limits: { 'Add-on': 8_000 } });
    const owner = new Person();
    expect(await owner.run('insist')).toEqual(TIMED_OUT);
    expect(book.host.executions.at(-1)).toMatchObject({ functionName: 'insist', status: 'Timed out' });
    expect(book.value('A1')).toBe('');
    expect(owner.told.filter(({ type }) => type === 'answered')).toHaveLength(1);
  });

  it('is not needed for an execution to end that never calls anything', async () => {
    book = await TestSheet.open('questions', null, { limits: { 'Add-on': 100 } });
    expect(await new Person().run('forever')).toEqual(TIMED_OUT);
    expect(book.host.executions.at(-1)).toMatchObject({ functionName: 'forever', status: 'Timed out' });
  });
});
