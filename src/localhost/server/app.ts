import { extname } from 'node:path';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { DownloadRequest, Host } from '../contract/host';
import type { RunReply } from '../contract/protocol';
import { refusal } from './origin-guard';
import { BUNDLED, type BundledFile, pageNamed } from './page-files';
import { readRunRequest } from './run-request';
import { setCommonHeaders, setContentPolicy, setPagePolicy } from './security-headers';

/** Largest body of `POST /run`: more than any form needs, and pasted text of a few sheets still passes. */
const bodyLimit = '8mb';

/** Executions that the page lists: more than anybody reads. */
const executionsListed = 200;

/**
 * The routes: the page, its bundle, the content of sidebars and dialogs, and the calls into the project. The page is there
 * at once; what needs the bundle or the host waits for them.
 */
export function createApp(
  hosting: Promise<Host>,
  bundling: Promise<BundledFile[]>,
  title: string,
  port: number,
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(onlyOurs(port));
  const page = pageNamed(title);

  app.get('/', (_request, response) => {
    setPagePolicy(response, port);
    response.set('Cache-Control', 'no-cache').type('html').send(page);
  });
  for (const path of BUNDLED) {
    app.get(path, async (_request, response) => {
      const { content, tag } = (await bundling).find((file) => file.path === path)!;
      response.type(extname(path)).set({ ETag: tag, 'Cache-Control': 'no-cache' }).send(content);
    });
  }
  app.get('/content/:id', async (request, response) => {
    const html = (await hosting).content(request.params.id);
    setContentPolicy(response);
    response.set('Cache-Control', 'no-store');
    if (html === undefined) response.status(404).type('text').send('This sidebar or dialog is no longer open.');
    else response.type('html').send(html);
  });
  app.get('/download/:kind', async (request, response) => {
    const wanted = downloadRequest(request.params.kind, request.query['sheet']);
    const file = wanted && (await (await hosting).download(wanted));
    response.set('Cache-Control', 'no-store');
    if (!file) response.status(404).type('text').send('There is nothing to download here.');
    else response.attachment(file.name).type(file.type).send(Buffer.from(file.content));
  });
  app.get('/executions', async (_request, response) => {
    const { executions } = await hosting;
    response.set('Cache-Control', 'no-store').json(executions.slice(-executionsListed).reverse());
  });
  // Only JSON by name: a form of another site could send text that happens to be JSON without asking first.
  app.post(
    '/run',
    express.json({ limit: bodyLimit, strict: true, type: 'application/json' }),
    async (request, response) => {
      const { functionName, args, user } = readRunRequest(request.body);
      response.json(await (await hosting).runForPerson(functionName, args, user));
    },
  );

  app.use((_request, response) => {
    response.status(404).type('text').send('Not found.');
  });
  app.use(answerErrors);
  return app;
}

function downloadRequest(kind: string, sheet: unknown): DownloadRequest | undefined {
  if (kind === 'xlsx') return { kind };
  return kind === 'csv' && typeof sheet === 'string' ? { kind, sheetId: sheet } : undefined;
}

function onlyOurs(port: number): RequestHandler {
  return (request, response, next) => {
    setCommonHeaders(response);
    const reason = refusal(request, port);
    if (reason === undefined) next();
    else response.status(403).type('text').send(reason);
  };
}

/** A bad body is the caller's error; anything else is a fault of the host, told in the shape the page understands. */
const answerErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const reply: RunReply = { error: { name, message } };
  response.status(statusOf(error)).json(reply);
};

function statusOf(error: unknown): number {
  // BadRequest and body-parser's errors carry it: 400 not what was expected, 413 too large.
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : 500;
}
