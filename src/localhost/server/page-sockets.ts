import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Host, PageSession } from '../contract/host';
import type { PageRole, ToPage } from '../contract/protocol';
import { readPageMessage } from './page-message';
import type { Progress } from './progress';
import { refusal } from './origin-guard';

/** Largest message of a page: a paste of some hundred thousand cells. */
const messageLimit = 64 * 1024 * 1024;

/** A browser that was put to sleep does not say goodbye: a page that misses two beats is let go. */
const heartbeat = 30_000;

const DOES_NOT_FIT = 'What this page sent does not fit the workbook. It takes the workbook anew.';

const roles: readonly PageRole[] = ['viewer', 'newcomer'];

/** The WebSockets of the pages. */
export interface PageSockets {
  close(): void;
}

/** Joins every WebSocket that is ours to the host, as the person its address names (`/?user=…`, with `&role=…` where they are no usual editor). */
export function acceptPages(server: Server, hosting: Promise<Host>, progress: Progress, port: number): PageSockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: messageLimit });
  const silent = new WeakSet<WebSocket>();

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const reason = refusal(request, port);
    if (reason === undefined) sockets.handleUpgrade(request, socket, head, (page) => void join(page, request));
    else socket.end(`HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n${reason}`);
  });

  async function join(page: WebSocket, request: IncomingMessage): Promise<void> {
    page.on('pong', () => silent.delete(page));
    page.on('error', () => page.terminate());
    const host = await opened(page);
    if (!host) return;
    const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
    const role = roles.find((known) => known === query.get('role'));
    let session: PageSession;
    try {
      session = host.connect({
        user: query.get('user') ?? '',
        ...(role && { role }),
        send: (message) => {
          if (page.readyState === page.OPEN) page.send(JSON.stringify(message));
        },
      });
    } catch (error) {
      // Without this one page that comes at a bad moment would end the host for all.
      page.close(1011, closeReason(error));
      return;
    }
    page.on('message', (data) => {
      try {
        session.receive(readPageMessage((data as Buffer).toString('utf8')));
      } catch (error) {
        // The page's mirror can no longer be trusted: it connects again and takes a new snapshot.
        page.close(1011, closeReason(error));
      }
    });
    page.on('close', () => session.close());
  }

  /** Tells the page what is being done until the workbook is there; undefined where it does not come, or the page is gone. */
  async function opened(page: WebSocket): Promise<Host | undefined> {
    const unfollow = progress.follow((text) => {
      if (page.readyState === page.OPEN) page.send(JSON.stringify({ type: 'opening', text } satisfies ToPage));
    });
    try {
      const host = await hosting;
      return page.readyState === page.OPEN ? host : undefined;
    } catch (error) {
      page.close(1011, closeReason(error));
      return undefined;
    } finally {
      unfollow();
    }
  }

  const beat = setInterval(() => {
    for (const page of sockets.clients) {
      if (silent.has(page)) page.terminate();
      else {
        silent.add(page);
        page.ping();
      }
    }
  }, heartbeat);
  beat.unref();

  return {
    close() {
      clearInterval(beat);
      for (const page of sockets.clients) page.close(1001, 'The local host was closed.');
      // A page that does not answer the goodbye must not keep the process.
      setTimeout(() => sockets.clients.forEach((page) => page.terminate()), 500).unref();
      sockets.close();
    },
  };
}

/** What a person can read of an error. The language's own kinds say nothing to anybody but us. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isFault = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
  return isFault ? DOES_NOT_FIT : error.message;
}

/** A close frame holds at most 123 bytes. */
function closeReason(error: unknown): string {
  return Buffer.from(sentenceOf(error), 'utf8')
    .subarray(0, 120)
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
}
