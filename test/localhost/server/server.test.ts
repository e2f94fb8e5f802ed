import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { WebSocket } from 'ws';
import type {
  Download,
  DownloadRequest,
  ExecutionRecord,
  Host,
  PageConnection,
} from '../../../src/localhost/contract/host';
import type { FromPage, RunReply } from '../../../src/localhost/contract/protocol';
import { Progress } from '../../../src/localhost/server/progress';
import { type RunningServer, startServer } from '../../../src/localhost/server/server';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

const EXECUTION: ExecutionRecord = {
  functionName: 'addItem',
  kind: 'Add-on',
  user: 'owner@example.com',
  started: 0,
  milliseconds: 12,
  calls: { reads: 1, writes: 2, turns: 1, other: 0, handles: 5 },
  status: 'Failed',
  error: 'Which item?',
  line: 7,
};

/** A host that only writes down what reaches it. */
class RecordingHost implements Host {
  readonly title = 'Pantry';
  readonly executions = Array.from({ length: 300 }, (_, index) => ({ ...EXECUTION, started: index }));
  readonly calls: unknown[][] = [];
  readonly received: FromPage[] = [];
  readonly users: string[] = [];
  readonly roles: (string | undefined)[] = [];
  pages = 0;

  run(): RunReply {
    throw new Error('A page may be asked something: its calls are for a person.');
  }

  async runForPerson(functionName: string, args: unknown[], user: string): Promise<RunReply> {
    this.calls.push([functionName, args, user]);
    if (functionName === 'crash') throw new Error('The host has a fault.');
    return { value: args.length };
  }

  evaluate(): unknown {
    throw new Error('No test here evaluates.');
  }

  connect(page: PageConnection) {
    this.users.push(page.user);
    this.roles.push(page.role);
    this.pages += 1;
    page.send({ type: 'toast', title: '', message: `Hello ${page.user}`, seconds: 5 });
    return {
      receive: (message: FromPage) => {
        if (message.type === 'refresh') throw new Error('This page is out of step.');
        this.received.push(message);
      },
      close: () => {
        this.pages -= 1;
      },
    };
  }

  content(contentId: string): string | undefined {
    return contentId === 'form 1' ? '<!doctype html><title>Form</title>' : undefined;
  }

  async download(request: DownloadRequest): Promise<Download | undefined> {
    if (request.kind === 'csv' && request.sheetId !== 'sheet 1') return undefined;
    return { name: `Ä list.${request.kind}`, type: 'text/csv', content: new TextEncoder().encode('a,b') };
  }

  close(): void {
    throw new Error('The server must not close the host.');
  }
}

/** A workbook that is open already. */
function served(host: Host) {
  return { title: host.title, host: Promise.resolve(host), progress: new Progress() };
}

describe('the server of the local host', () => {
  let host: RecordingHost;
  let server: RunningServer;
  let port: number;

  beforeAll(async () => {
    host = new RecordingHost();
    server = await startServer(served(host), 0);
    port = Number(new URL(server.address).port);
  }, 120_000);

  afterAll(() => server.close());

  /** Without fetch, which sets the Host and Origin headers itself. */
  function ask(path: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
    return new Promise<Answer>((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: options.headers },
        (got) => {
          let body = '';
          got.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
          got.on('end', () => resolve({ status: got.statusCode ?? 0, headers: got.headers, body }));
        },
      );
      sent.on('error', reject);
      sent.end(options.body);
    });
  }

  function run(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return ask('/run', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  const call = { functionName: 'addItem', args: [1, 'two'], user: 'owner@example.com' };

  it('serves the page with a policy that lets nothing outside in', async () => {
    const { status, headers, body } = await ask('/');
    expect(status).toBe(200);
    expect(body).toContain('<script defer src="/page.js">');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it('serves the bundle with its types, and not again while it is the same', async () => {
    expect(String((await ask('/page.css')).headers['content-type'])).toContain('text/css');
    const script = await ask('/page.js');
    expect(String(script.headers['content-type'])).toContain('text/javascript');
    expect(script.body).toContain('univerAPI');
    const again = await ask('/page.js', { headers: { 'If-None-Match': String(script.headers.etag) } });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it.each(['/main.ts', '/package.json', '/../package.json', '/%2e%2e/package.json', '/content', '/page.js.map'])(
    'serves nothing else: %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('serves the content of a sidebar, sandboxed', async () => {
    const { status, headers, body } = await ask('/content/form%201');
    expect(status).toBe(200);
    expect(body).toContain('<title>Form</title>');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain('sandbox allow-scripts allow-forms allow-popups allow-modals allow-downloads;');
    expect(policy).not.toContain('allow-same-origin');
    expect(policy).toContain("default-src 'none'");
    expect(headers['cache-control']).toBe('no-store');
  });

  it('lists the last executions, the newest first', async () => {
    const { status, body } = await ask('/executions');
    const listed = JSON.parse(body) as ExecutionRecord[];
    expect(status).toBe(200);
    expect([listed.length, listed[0], listed.at(-1)?.started]).toEqual([200, { ...EXECUTION, started: 299 }, 100]);
  });

  it('offers files to keep', async () => {
    const { status, headers, body } = await ask('/download/csv?sheet=sheet%201');
    expect([status, body]).toEqual([200, 'a,b']);
    expect(headers['content-disposition']).toMatch(/^attachment; filename=.*filename\*=UTF-8''%C3%84%20list\.csv$/);
    expect((await ask('/download/xlsx')).status).toBe(200);
    for (const path of ['/download/csv?sheet=other', '/download/csv', '/download/exe']) {
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    }
  });

  it('says so when a sidebar is no longer there', async () => {
    const { status, body } = await ask('/content/other');
    expect(status).toBe(404);
    expect(body).toBe('This sidebar or dialog is no longer open.');
  });

  it('runs a function of the project', async () => {
    const { status, body } = await run(call, { Origin: `http://localhost:${port}`, Host: `localhost:${port}` });
    expect([status, JSON.parse(body)]).toEqual([200, { value: 2 }]);
    expect(host.calls.at(-1)).toEqual(['addItem', [1, 'two'], 'owner@example.com']);
  });

  it('tells a fault of the host in the shape the page understands', async () => {
    const { status, body } = await run({ ...call, functionName: 'crash' });
    expect([status, JSON.parse(body)]).toEqual([500, { error: { name: 'Error', message: 'The host has a fault.' } }]);
  });

  it.each([
    ['no JSON', 'item=tea', 400],
    ['no object', '[1]', 400],
    ['no function', JSON.stringify({ args: [], user: '' }), 400],
    ['arguments that are no list', JSON.stringify({ ...call, args: {} }), 400],
    ['no user', JSON.stringify({ ...call, user: undefined }), 400],
    [
      'arguments nested without end',
      `{"functionName":"addItem","user":"","args":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      400,
    ],
    ['more than the limit', JSON.stringify({ ...call, args: ['x'.repeat(9 * 1024 * 1024)] }), 413],
  ])('refuses a call with %s', async (_case, body, expected) => {
    const before = host.calls.length;
    const answer = await run(body);
    expect(answer.status).toBe(expected);
    expect((JSON.parse(answer.body) as { error: { message: string } }).error.message).not.toBe('');
    expect(host.calls.length).toBe(before);
  });

  it('refuses a call that is not named JSON, as a form of another site could send it', async () => {
    const before = host.calls.length;
    expect((await run(call, { 'Content-Type': 'text/plain' })).status).toBe(400);
    expect(host.calls.length).toBe(before);
  });

  it.each(['http://example.com', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1'])(
    'refuses a call from the origin %s',
    async (origin) => {
      const before = host.calls.length;
      expect((await run(call, { Origin: origin })).status).toBe(403);
      expect(host.calls.length).toBe(before);
    },
  );

  it.each(['/', '/page.js', '/content/form%201'])('refuses %s under another name (DNS rebinding)', async (path) => {
    expect((await ask(path, { headers: { Host: `sheet.example.com:${port}` } })).status).toBe(403);
    expect((await ask(path, { headers: { Host: '127.0.0.1' } })).status).toBe(403);
  });

  async function connect(path: string, headers: Record<string, string> = {}): Promise<WebSocket> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    await once(socket, 'open');
    return socket;
  }

  it('joins a page to the host as the person its address names', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/?user=partner%40example.com`);
    const [first] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(first.toString())).toMatchObject({ type: 'toast', message: 'Hello partner@example.com' });
    socket.send(JSON.stringify({ type: 'selection', sheetId: 's1', a1: 'B2' }));
    socket.close();
    await once(socket, 'close');
    await expectSoon(() => host.pages === 0);
    expect(host.users.at(-1)).toBe('partner@example.com');
    expect(host.received).toEqual([{ type: 'selection', sheetId: 's1', a1: 'B2' }]);
  });

  it('takes a page without a name for somebody without a visible e-mail', async () => {
    const socket = await connect('/?user=');
    expect(host.users.at(-1)).toBe('');
    socket.close();
    await once(socket, 'close');
  });

  it.each([
    ['/?user=a&role=viewer', 'viewer'],
    ['/?user=a&role=newcomer', 'newcomer'],
    ['/?user=a&role=owner', undefined],
  ])('knows the role in %s', async (path, role) => {
    const socket = await connect(path);
    expect(host.roles.at(-1)).toBe(role);
    socket.close();
    await once(socket, 'close');
  });

  it.each([{ Origin: 'http://example.com' }, { Origin: 'null' }, { Host: 'sheet.example.com' }])(
    'refuses a WebSocket with %j',
    async (headers) => {
      const joined = host.users.length;
      await expect(connect('/?user=owner@example.com', headers)).rejects.toThrow('403');
      expect(host.users.length).toBe(joined);
    },
  );

  it.each(['{', JSON.stringify({ type: 'refresh' })])('lets go of a page whose message fails: %s', async (message) => {
    const socket = await connect('/?user=owner@example.com');
    const closed = once(socket, 'close') as Promise<[number, Buffer]>;
    socket.send(message);
    const [code, reason] = await closed;
    expect(code).toBe(1011);
    expect(reason.toString()).not.toBe('');
    await expectSoon(() => host.pages === 0);
  });

  const edit = { type: 'edit', edit: 1, base: 0, mutations: [{ id: 'sheet.mutation.set-range-values', params: {} }] };
  it.each([
    ['{', 'A message is no JSON.'],
    ['[]', 'A message must be a JSON object.'],
    ['null', 'A message must be a JSON object.'],
    ['{"type":"shout"}', 'A message has no known type.'],
    ['{"type":"toString"}', 'A message has no known type.'],
    [JSON.stringify({ ...edit, mutations: undefined }), 'A message of the type edit is not complete.'],
    [JSON.stringify({ ...edit, mutations: [null] }), 'A message of the type edit is not complete.'],
    [JSON.stringify({ ...edit, base: -1 }), 'A message of the type edit is not complete.'],
    [JSON.stringify({ type: 'selection', sheetId: 1, a1: 'A1' }), 'A message of the type selection is not complete.'],
    [JSON.stringify({ type: 'answer', id: 'x' }), 'A message of the type answer is not complete.'],
    [`{"type":"refresh","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'A message is nested too deeply.'],
  ])('says in words what is wrong with a message: %.60s', async (message, expected) => {
    const before = host.received.length;
    const socket = await connect('/?user=owner@example.com');
    const closed = once(socket, 'close') as Promise<[number, Buffer]>;
    socket.send(message);
    const [code, reason] = await closed;
    expect([code, reason.toString(), host.received.length]).toEqual([1011, expected, before]);
  });

  it('takes a message that is complete', async () => {
    const socket = await connect('/?user=owner@example.com');
    socket.send(JSON.stringify(edit));
    await expectSoon(() => JSON.stringify(host.received.at(-1)) === JSON.stringify(edit));
    socket.close();
    await once(socket, 'close');
  });

  it('says goodbye to its pages, frees the port and leaves the host open when it closes', async () => {
    const other = await startServer(served(new RecordingHost()), 0);
    const socket = new WebSocket(other.address.replace('http', 'ws'));
    await once(socket, 'open');
    const closed = once(socket, 'close') as Promise<[number]>;
    await other.close();
    expect((await closed)[0]).toBe(1001);
    const again = await startServer(served(new RecordingHost()), Number(new URL(other.address).port));
    await again.close();
  });

  it('says how to choose another port when one is taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const taken = (blocker.address() as AddressInfo).port;
    await expect(startServer(served(new RecordingHost()), taken)).rejects.toThrow(
      `Port ${taken} is in use by another program. Choose another with --port, for example --port ${taken + 1}.`,
    );
    blocker.close();
  });

  it('takes the next free port when none was chosen', async () => {
    const first = await startServer(served(new RecordingHost()));
    const second = await startServer(served(new RecordingHost()));
    expect(Number(new URL(second.address).port)).toBeGreaterThan(Number(new URL(first.address).port));
    await first.close();
    await second.close();
  });
});

describe('while the workbook is being opened', () => {
  let open: (host: Host) => void;
  let fail: (error: Error) => void;
  let progress: Progress;
  let server: RunningServer;

  beforeEach(async () => {
    progress = new Progress();
    const host = new Promise<Host>((resolve, reject) => ([open, fail] = [resolve, reject]));
    server = await startServer({ title: 'Tea & <Cake>', host, progress }, 0);
  });

  afterEach(() => server.close());

  const joining = () => new WebSocket(server.address.replace('http', 'ws'));
  const messageOf = async (socket: WebSocket): Promise<unknown> =>
    JSON.parse(((await once(socket, 'message')) as [Buffer])[0].toString());

  it('serves the page at once, with the name of the project', async () => {
    const body = await (await fetch(server.address)).text();
    expect(body).toContain('<title>Tea &amp; &lt;Cake&gt;</title>');
    expect(body).toContain('<h1>Tea &amp; &lt;Cake&gt;</h1>');
    expect(body).toContain('The spreadsheet is being loaded');
  });

  it('tells pages what is done, and joins them when it is there', async () => {
    await progress.say('Compiling …');
    const socket = joining();
    expect(await messageOf(socket)).toEqual({ type: 'opening', text: 'Compiling …' });
    const next = messageOf(socket);
    await progress.say('Opening …');
    expect(await next).toEqual({ type: 'opening', text: 'Opening …' });
    const host = new RecordingHost();
    const joined = messageOf(socket);
    open(host);
    expect(await joined).toMatchObject({ type: 'toast' });
    socket.close();
    await expectSoon(() => host.pages === 0);
  });

  it('has calls wait for it', async () => {
    const body = JSON.stringify({ functionName: 'addItem', args: [1], user: '' });
    const headers = { 'content-type': 'application/json' };
    const answer = fetch(`${server.address}run`, { method: 'POST', headers, body });
    open(new RecordingHost());
    expect(await (await answer).json()).toEqual({ value: 1 });
  });

  it('tells pages why it does not open', async () => {
    const socket = joining();
    await once(socket, 'open');
    const closed = once(socket, 'close') as Promise<[number, Buffer]>;
    fail(new Error('book.ledger is damaged in line 2.'));
    expect((await closed)[1].toString()).toBe('book.ledger is damaged in line 2.');
  });
});

async function expectSoon(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 3_000 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition()).toBe(true);
}
