import type { Host } from '../contract/host';
import { createApp } from './app';
import { listen } from './listen';
import { pageBundle } from './page-files';
import { acceptPages } from './page-sockets';

export interface RunningServer {
  /** `http://127.0.0.1:<port>/`: the page, for the person that `?user=` names. */
  address: string;
  /** Says goodbye to the pages and frees the port. The host stays open: it belongs to the caller. */
  close(): Promise<void>;
}

/** Serves the host's workbook on loopback. `port`: see `listen`. */
export async function startServer(host: Host, port?: number): Promise<RunningServer> {
  const bundle = await pageBundle();
  const listening = await listen(port);
  const { server } = listening;
  server.on('request', createApp(host, bundle, listening.port));
  const pages = acceptPages(server, host, listening.port);
  return {
    address: `http://127.0.0.1:${listening.port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        pages.close();
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
}
