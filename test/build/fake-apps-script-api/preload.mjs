// Loaded into clasp with `node --import`: what clasp sends to Google goes to the fake on loopback instead, and every
// other connection fails. It stands at Node's own modules, so that no library can go around it.
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { env } from 'node:process';
import { URL } from 'node:url';

const fake = new URL(env['FAKE_GOOGLE']);

https.request = (address, options, answer) => {
  const url = new URL(address);
  if (!url.hostname.endsWith('.googleapis.com')) throw new Error(`blocked: ${url.href}`);
  const headers = { ...options.headers, 'x-google-host': url.hostname };
  // The agent is one for TLS.
  return http.request(new URL(url.pathname + url.search, fake), { ...options, headers, agent: undefined }, answer);
};
https.get = (address) => {
  throw new Error(`blocked: ${address}`);
};

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
  // Node itself hands over an array of normalised arguments.
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const { host, port, path } = typeof first === 'object' ? first : { port: first, host: second };
  if (host !== fake.hostname || String(port) !== fake.port || path) {
    throw new Error(`blocked: ${path ?? `${host}:${port}`}`);
  }
  return connect.apply(this, given);
};
syncBuiltinESMExports();
