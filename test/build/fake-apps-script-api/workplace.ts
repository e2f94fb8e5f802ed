import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_FILES } from '../../../src/build/build';
import { deploy, type DeployRequest } from '../../../src/build/deploy/deployment';
import { accessToken } from './google';
import { startFakeServer, type FakeServer } from './server';

const checkout = join(__dirname, '..', '..', '..');
const preload = pathToFileURL(join(__dirname, 'preload.mjs')).href;

/** A project folder with the repository's own settings and manifest, a home folder with a login, and a fake Google. */
export interface Workplace {
  folder: string;
  server: FakeServer;
  /** Environment of clasp: nothing of this process but the search path. */
  env: NodeJS.ProcessEnv;
  /** What the build writes into dist; change it to build something else. */
  built: Record<string, string>;
  /** What was said to the person, in the last deployment. */
  said: string[];
  deploy(request?: DeployRequest): Promise<void>;
  write(file: string, text: string): void;
  read(file: string): string;
  /** @param expires when Google ends the access token, in epoch ms */
  login(token: string, expires?: number): void;
  logout(): void;
  close(): Promise<void>;
}

export async function openWorkplace(): Promise<Workplace> {
  const top = mkdtempSync(join(tmpdir(), 'deploy-'));
  const folder = join(top, 'project');
  const server = await startFakeServer();
  const loginFile = join(top, 'home', '.clasprc.json');
  const manifest = readFileSync(join(checkout, 'appsscript.json'), 'utf8');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const place: Workplace = {
    folder,
    server,
    env: {
      PATH: process.env['PATH'],
      HOME: dirname(loginFile),
      USERPROFILE: dirname(loginFile),
      NODE_OPTIONS: `--import ${preload}`,
      FAKE_GOOGLE: server.address,
    },
    built: {
      'Code.js': 'function onOpen() {}\n',
      'documents.html': '<!doctype html><p>Documents</p>\n',
      'export.html': '<!doctype html><p>Export</p>\n',
      'functions.html': '<!doctype html><p>Functions</p>\n',
      'import.html': '<!doctype html><p>Import</p>\n',
      'pages.html': '<p>Pages</p>\n',
      'registers.html': '<p>Registers</p>\n',
      'sample.html': '<p>Sample</p>\n',
      'sidebar.html': '<!doctype html><p>Sidebar</p>\n',
      'templates.html': '<p>Templates</p>\n',
      'appsscript.json': manifest,
    },
    said: [],
    deploy: (request = {}) => {
      place.said = [];
      return deploy(request, {
        folder,
        files: PROJECT_FILES,
        build: async () => Object.entries(place.built).forEach(([name, text]) => place.write(`dist/${name}`, text)),
        say: (line) => place.said.push(line),
        env: place.env,
      });
    },
    write: (file, text) => write(join(folder, file), text),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    login: (token, expires = Date.UTC(2100, 0, 1)) =>
      write(
        loginFile,
        JSON.stringify({
          tokens: {
            default: {
              type: 'authorized_user',
              client_id: 'made-up-client',
              client_secret: 'made-up-secret',
              refresh_token: 'made-up-refresh-token',
              access_token: token,
              expiry_date: expires,
            },
          },
        }),
      ),
    logout: () => rmSync(loginFile, { force: true }),
    close: async () => {
      await server.close();
      rmSync(top, { recursive: true, force: true });
    },
  };
  place.write('appsscript.json', manifest);
  place.write('.clasp.json', readFileSync(join(checkout, '.clasp.json'), 'utf8'));
  place.login(accessToken);
  return place;
}
