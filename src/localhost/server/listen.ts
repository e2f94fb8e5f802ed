import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where the host is looked for when no port was chosen, and how many ports from there are tried. */
const defaultPort = 8420;
const portsTried = 20;

/**
 * A server that listens on 127.0.0.1. Without a chosen port the default and then the next ones are tried; port 0 takes any
 * free one. Throws an Error with advice when a chosen port cannot be had.
 */
export async function listen(port: number | undefined): Promise<{ server: Server; port: number }> {
  if (port !== undefined) return listenOn(port);
  for (let candidate = defaultPort; candidate < defaultPort + portsTried; candidate++) {
    try {
      return await listenOn(candidate);
    } catch (error) {
      if (!(error instanceof PortTaken)) throw error;
    }
  }
  throw new Error(
    `The ports ${defaultPort} to ${defaultPort + portsTried - 1} are all in use. Choose another with --port, for example --port 9000.`,
  );
}

class PortTaken extends Error {}

function listenOn(port: number): Promise<{ server: Server; port: number }> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)));
    server.listen(port, '127.0.0.1', () => resolve({ server, port: (server.address() as AddressInfo).port }));
  });
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new PortTaken(
      `Port ${port} is in use by another program. Choose another with --port, for example --port ${port + 1}.`,
    );
  }
  if (error.code === 'EACCES') {
    return new Error(
      `Port ${port} may not be used by this account. Choose one above 1023 with --port, for example --port 9000.`,
    );
  }
  return error;
}
