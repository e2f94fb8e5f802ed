import vm from 'node:vm';
import type { ToPage } from '../../../src/localhost/contract/protocol';
import { OWNER, TestSheet } from '../support/sheet';

let book: TestSheet;
let messages: ToPage[];

beforeEach(async () => {
  book = await TestSheet.open();
  messages = [];
  book.host.connect({ user: OWNER, send: (message) => messages.push(message) });
});

afterEach(() => book.close());

const last = (type: ToPage['type']): ToPage | undefined => messages.filter((message) => message.type === type).at(-1);

describe('what scripts show', () => {
  it('are menus, put up by onOpen for each page', () => {
    expect(last('menus')).toEqual({
      type: 'menus',
      menus: [
        {
          place: 'addon',
          name: 'Sample',
          items: [
            { caption: 'Log an entry', functionName: 'showForm' },
            { caption: '' },
            { caption: 'More', items: [{ caption: 'Help', functionName: 'showHelp' }] },
          ],
        },
      ],
    });
    expect(book.host.executions.at(-1)).toMatchObject({
      functionName: 'onOpen',
      user: OWNER,
      log: ['opened by  in LIMITED of Untitled spreadsheet'],
    });
    book.script(
      `SpreadsheetApp.getUi().createMenu('Own').addItem('One', 'one').addToUi(); SpreadsheetApp.getUi().createMenu('Own').addItem('Two', 'two').addToUi();`,
    );
    expect(last('menus')).toMatchObject({
      menus: [{ name: 'Sample' }, { place: 'custom', name: 'Own', items: [{ caption: 'Two' }] }],
    });
  });

  it('are menus whose items may call private functions, which nobody else may', async () => {
    const other = 'second@example.com';
    const call = async (user: string): Promise<unknown[]> => [
      book.host.run('hidden_', [], user),
      await book.host.runForPerson('hidden_', [], user),
    ];
    const notFound = { error: { message: 'Script function not found: hidden_' } };
    expect(await call(OWNER)).toMatchObject([notFound, notFound]);
    book.script(`const ui = SpreadsheetApp.getUi();
      ui.createMenu('Own').addSubMenu(ui.createMenu('More').addItem('Hidden', 'hidden_')).addToUi();`);
    expect(await call(OWNER)).toEqual([{ value: 'hidden' }, { value: 'hidden' }]);
    expect(await call(other)).toMatchObject([notFound, notFound]);
  });

  it('go to the pages of the user alone', () => {
    const others: ToPage[] = [];
    book.host.connect({ user: 'second@example.com', send: (message) => others.push(message) });
    book.script(`book.toast('Done', 'Title', 3);`);
    expect(last('toast')).toEqual({ type: 'toast', message: 'Done', title: 'Title', seconds: 3 });
    expect(others.some(({ type }) => type === 'toast')).toBe(false);
  });

  it('are sidebars and dialogs, whose pages are fetched', () => {
    book.host.run('showForm', [], OWNER);
    const sidebar = last('sidebar') as Extract<ToPage, { type: 'sidebar' }>;
    expect(sidebar).toMatchObject({ title: 'Entry' });
    const html = book.host.content(sidebar.contentId)!;
    expect(html).toMatch(/^<!doctype html>\s*<html>\s*<head><script>[^]*google[^]*<\/script>\s*<meta charset/);
    expect(html).toContain('<form id="form">');
    book.script(
      `SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<b>x</b>').setWidth(300).append('<i>').appendUntrusted('<u>'), 'Dialog');`,
    );
    const dialog = last('dialog') as Extract<ToPage, { type: 'dialog' }>;
    expect(dialog).toMatchObject({ title: 'Dialog', width: 300, height: 400, modal: true });
    expect(book.host.content(dialog.contentId)).toMatch(/^<script>[^]*<\/script><b>x<\/b><i>&lt;u&gt;$/);
    expect(book.host.content('nonsense')).toBeUndefined();
    book.script(
      `SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<!-- x --><html lang="en"><body><script>var text = "<head>";</script></body></html>'));`,
    );
    const other = book.host.content((last('sidebar') as Extract<ToPage, { type: 'sidebar' }>).contentId);
    expect(other).toMatch(
      /^<!-- x --><html lang="en"><script>[^]*google[^]*<\/script><body><script>var text = "<head>";/,
    );
  });

  it('are alerts that do not wait where nobody can be asked: nobody has agreed to anything', () => {
    expect(
      book.script(`const ui = SpreadsheetApp.getUi(), { Button, ButtonSet } = ui;
        return [ui.alert('one') === Button.OK, ui.alert('Title', 'two', ButtonSet.OK_CANCEL) === Button.CLOSE, ui.alert('three', ButtonSet.YES_NO) === Button.CLOSE];`),
    ).toEqual([true, true, true]);
    expect(messages.filter(({ type }) => type === 'alert')).toEqual([
      { type: 'alert', title: '', message: 'one' },
      { type: 'alert', title: 'Title', message: 'two' },
      { type: 'alert', title: '', message: 'three' },
    ]);
  });

  it('come after what the script has changed', () => {
    messages.length = 0;
    book.script(`book.insertSheet('New').getRange('B2').setValue(1).activate();`);
    expect(messages.map(({ type }) => type)).toEqual(['mutations', 'activate', 'activate']);
    expect(messages.at(-1)).toMatchObject({ a1: 'B2' });
    expect(book.script(`return [book.getActiveSheet().getName(), book.getActiveRange().getA1Notation()]`)).toEqual([
      'New',
      'B2',
    ]);
    expect(book.script(`return book.getActiveSheet().getName()`, 'second@example.com')).toBe('Sheet1');
  });

  it('is nothing for a custom function', () => {
    book.script(`sheet.getRange('A1').setFormula('=READS("A2")');`);
    expect(() => book.script(`HtmlService.createHtmlOutputFromFile('none')`)).toThrow(
      'No HTML file named none was found.',
    );
  });
});

describe('the client side of google.script.run', () => {
  interface Client {
    sent: { googleScript: string; id: number; functionName: string; args: unknown[] }[];
    reply(message: object): void;
    run(code: string): unknown;
    /** As the browser does when the frame is taken away or shows another page. */
    hide(): void;
  }

  /** A page's frame, as far as the client needs one. */
  function openClient(): Client {
    book.host.run('showForm', [], OWNER);
    const html = book.host.content((last('sidebar') as Extract<ToPage, { type: 'sidebar' }>).contentId)!;
    const [, script = ''] = /<script>([^]*?)<\/script>/.exec(html) ?? [];
    const sent: Client['sent'] = [];
    const port = { postMessage: (message: Client['sent'][0]) => sent.push(message) };
    const handed: unknown[] = [];
    const parent = { postMessage: (...[, , ports]: [object, string, unknown[]]) => handed.push(...ports) };
    const listeners: Record<string, () => void> = {};
    const context = vm.createContext({
      parent,
      addEventListener: (type: string, listener: () => void) => (listeners[type] = listener),
      MessageChannel: class {
        readonly port1 = port;
        readonly port2 = 'the other end';
      },
      location: { origin: 'null' },
      File: function File() {},
      Node: function Node() {},
      HTMLFormElement: class {
        constructor(readonly fields: [string, string][]) {}
      },
      FormData: class {
        constructor(private readonly form: { fields: [string, string][] }) {}
        forEach(each: (value: string, name: string) => void): void {
          this.form.fields.forEach(([name, value]) => each(value, name));
        }
      },
      log: [] as unknown[],
    });
    vm.runInContext('globalThis.window = globalThis;', context);
    vm.runInContext(script, context);
    expect(handed).toEqual(['the other end']);
    const { onmessage } = port as { onmessage?: (event: object) => void };
    return {
      sent,
      reply: (message) => onmessage!({ data: { googleScript: 'reply', ...message } }),
      run: (code) => JSON.parse(JSON.stringify(vm.runInContext(code, context) ?? null)) as unknown,
      hide: () => listeners.pagehide!(),
    };
  }

  it('calls, and hands value or error to the handlers with the user object', () => {
    const client = openClient();
    client.run(`google.script.run.withSuccessHandler((value, object) => log.push(value, object)).withUserObject('mine').echo({ a: [1, undefined] }, null);
      google.script.run.withFailureHandler((error, object) => log.push(error instanceof Error, error.name, error.message, object)).fail();`);
    expect(client.sent.map((message) => ({ ...message }))).toMatchObject([
      { googleScript: 'run', functionName: 'echo', args: [{ a: [1, null] }, null] },
      { googleScript: 'run', functionName: 'fail', args: [] },
    ]);
    client.reply({ id: client.sent[0]!.id, value: { b: 2 } });
    client.reply({ id: client.sent[1]!.id, error: { name: 'TypeError', message: 'wrong' } });
    client.reply({ id: 99, value: 'nobody asked' });
    expect(client.run('log')).toEqual([{ b: 2 }, 'mine', true, 'TypeError', 'wrong', null]);
  });

  it.each([
    'new Date()',
    '() => 1',
    '({ deep: [new Date()] })',
    '(() => { const a = []; a.push(a); return a; })()',
    'new Node()',
  ])('refuses %s', (value) => {
    expect(() => openClient().run(`google.script.run.echo(${value})`)).toThrow(
      'Failed due to illegal value in property: ',
    );
  });

  it('takes a form as the only argument', () => {
    const client = openClient();
    client.run(`google.script.run.echo(new HTMLFormElement([['name', 'x'], ['kind', 'a'], ['kind', 'b']]))`);
    expect(client.sent[0]!.args).toEqual([{ name: 'x', kind: ['a', 'b'] }]);
  });

  it('has at most ten calls in flight', () => {
    const client = openClient();
    client.run(`for (let i = 0; i < 12; i++) google.script.run.echo(i);`);
    expect(client.sent).toHaveLength(10);
    client.reply({ id: client.sent[3]!.id, value: null });
    expect(client.sent).toHaveLength(11);
    expect(client.sent.at(-1)!.args).toEqual([10]);
  });

  it('calls nothing more once the page is on its way out', () => {
    const client = openClient();
    client.run(`google.script.run.echo('in time')`);
    client.hide();
    client.run(`google.script.run.echo('too late')`);
    expect(client.sent.map(({ args }) => args)).toEqual([['in time']]);
  });

  it('closes and resizes its window', () => {
    const client = openClient();
    client.run(`google.script.host.close(); google.script.host.setHeight(200); google.script.host.editor.focus();`);
    expect(client.sent.map(({ googleScript }) => googleScript)).toEqual(['close', 'setHeight', 'focusEditor']);
  });
});

describe('Browser.msgBox', () => {
  it('answers the button in small letters', async () => {
    const sheet = await TestSheet.open();
    expect(
      sheet.script(
        `return [Browser.msgBox('Done'), Browser.msgBox('Title', 'Really?', Browser.Buttons.YES_NO_CANCEL)]`,
      ),
    ).toEqual(['ok', 'cancel']);
    sheet.close();
  });
});
