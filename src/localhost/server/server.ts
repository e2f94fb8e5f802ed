import type { Host } from '../contract/host';
import { createApp } from './app';
import type { Progress } from './progress';
import { listen } from './listen';
import { pageBundle } from './page-files';
import { acceptPages } from './page-sockets';

export interface RunningServer {
  /** `http://127.0.0.1:<port>/`: the page, for the person that `?user=` names. */
  address: string;
  /** Resolves when the page can be shown. @throws what kept it from being bundled */
  bundled: Promise<void>;
  /** Says goodbye to the pages and frees the port. The host stays open: it belongs to the caller. */
  close(): Promise<void>;
}

/** A workbook that may still be opened while its page is shown. */
export interface Served {
  title: string;
  host: Promise<Host>;
  /** What is done until then. */
  progress: Progress;
}

/** Serves a workbook on loopback, from now on. `port`: see `listen`. */
export async function startServer({ title, host, progress }: Served, port?: number): Promise<RunningServer> {
  const listening = await listen(port);
  const { server } = listening;
  const bundling = pageBundle();
  // Whoever needs one of them hears of its failure; nobody may need it.
  for (const awaited of [bundling, host]) awaited.catch(() => undefined);
  server.on('request', createApp(host, bundling, title, listening.port));
  const pages = acceptPages(server, host, progress, listening.port);
  return {
    address: `http://127.0.0.1:${listening.port}/`,
    bundled: bundling.then(() => undefined),
    close: () =>
      new Promise((resolve, reject) => {
        pages.close();
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
}
