import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeGoogle } from './google';

/** What clasp sent: as it would have gone to Google. */
export interface RecordedCall {
  /** Method, host and path. */
  call: string;
  status: number;
}

export interface FakeServer {
  google: FakeGoogle;
  calls: RecordedCall[];
  address: string;
  close(): Promise<void>;
}

/** Serves a `FakeGoogle` on loopback; the preload module sends clasp's calls here. */
export async function startFakeServer(): Promise<FakeServer> {
  const google = new FakeGoogle();
  const calls: RecordedCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname } = new URL(request.url ?? '', 'http://fake');
      const host = String(request.headers['x-google-host']);
      const method = request.method ?? '';
      const json = request.headers['content-type']?.startsWith('application/json');
      const body: unknown = json ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : undefined;
      const answer = google.answer(host, method, pathname, request.headers.authorization, body);
      calls.push({ call: `${method} ${host}${pathname}`, status: answer.status });
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    google,
    calls,
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
