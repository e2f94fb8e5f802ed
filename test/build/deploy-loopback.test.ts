import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startFakeServer, type FakeServer } from './fake-apps-script-api/server';

/** What the tests of the deployment rely on: no connection but the one to the fake is possible. */

let server: FakeServer;
beforeAll(async () => {
  server = await startFakeServer();
});
afterAll(() => server.close());

/** Runs code (a module) with the preload module; answers what it printed. */
function run(code: string): Promise<string> {
  const preload = pathToFileURL(join(__dirname, 'fake-apps-script-api', 'preload.mjs')).href;
  const env = { PATH: process.env['PATH'], FAKE_GOOGLE: server.address };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--import', preload, '--input-type=module', '-e', code], { env }, (error, stdout) =>
      error ? reject(error) : resolve(stdout.trim()),
    );
  });
}

describe('the preload module', () => {
  it.each([
    ['fetch', `await fetch('https://example.com/').catch((e) => console.log(String(e.cause ?? e)))`],
    [
      'https',
      `try { (await import('node:https')).request('https://example.com/', {}) } catch (e) { console.log(e.message) }`,
    ],
    [
      'https.get',
      `try { (await import('node:https')).get('https://example.com/') } catch (e) { console.log(e.message) }`,
    ],
    ['http', `try { (await import('node:http')).get('http://example.com/') } catch (e) { console.log(e.message) }`],
    ['a socket', `try { (await import('node:net')).connect(443, 'example.com') } catch (e) { console.log(e.message) }`],
    ['TLS', `try { (await import('node:tls')).connect(443, 'example.com') } catch (e) { console.log(e.message) }`],
    [
      'another port of this machine',
      `try { (await import('node:net')).connect(9, '127.0.0.1') } catch (e) { console.log(e.message) }`,
    ],
  ])('blocks %s', async (_, code) => {
    expect(await run(code)).toMatch(/blocked: /);
  });

  it('sends what is for Google to the fake', async () => {
    const code = `
      import https from 'node:https';
      https.request(new URL('https://script.googleapis.com/v1/projects/x/content'), { method: 'GET', headers: {} })
        .on('response', (answer) => { console.log(answer.statusCode); answer.resume(); }).end();`;
    expect(await run(code)).toBe('401');
    expect(server.calls).toEqual([{ call: 'GET script.googleapis.com/v1/projects/x/content', status: 401 }]);
  });
});
