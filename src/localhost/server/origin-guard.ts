import type { IncomingMessage } from 'node:http';

/**
 * Why a request is not ours, or undefined when it is. Loopback alone protects nobody: any site open in the same browser can
 * send requests to it, and a site that points its own name at 127.0.0.1 (DNS rebinding) may even read the answers. So the
 * Host header must name this server, and an Origin header, which browsers add to every POST and WebSocket, must be ours.
 */
export function refusal(request: IncomingMessage, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(request.headers.host ?? '')) return 'This server answers only under its own address.';
  const origin = request.headers.origin;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) {
    return 'This server answers only its own page.';
  }
  return undefined;
}
