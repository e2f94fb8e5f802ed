import { randomBytes } from 'node:crypto';
import { Script } from 'node:vm';

/** One file of a script project, as in the API's `File`. */
export interface ProjectFile {
  name: string;
  type: 'SERVER_JS' | 'HTML' | 'JSON';
  source: string;
}

export interface ScriptProject {
  title: string;
  /** The sheet it is bound to. */
  parentId: string | undefined;
  files: ProjectFile[];
}

/** An answer of the fake: HTTP status and JSON body. */
export interface Answer {
  status: number;
  body: unknown;
}

export const accessToken = 'made-up-access-token';

/** Google's manifest of a new project: no scopes, and a time zone that is not ours. */
const defaultManifest = {
  timeZone: 'America/New_York',
  dependencies: {},
  exceptionLogging: 'STACKDRIVER',
  runtimeVersion: 'V8',
};

/** Google's side: one account with its sheets and script projects, in memory. */
export class FakeGoogle {
  readonly sheets = new Map<string, { name: string }>();
  readonly projects = new Map<string, ScriptProject>();
  /** The switch at script.google.com/home/usersettings. */
  appsScriptApi = true;
  /** Lets the next calls of `GET …/content` fail as Google does on a bad day. */
  unreadable = false;

  answer(host: string, method: string, path: string, authorization: string | undefined, body: unknown): Answer {
    // A login that ended: clasp asks for a new access token, which Google refuses.
    if (host === 'oauth2.googleapis.com') {
      return { status: 400, body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' } };
    }
    if (authorization !== `Bearer ${accessToken}`) {
      return failure(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');
    }
    const call = `${method} ${host}${path}`;
    if (call === 'GET www.googleapis.com/oauth2/v2/userinfo') {
      return { status: 200, body: { id: '1', email: 'owner@example.com' } };
    }
    if (call === 'POST www.googleapis.com/drive/v3/files') return this.createFile(body as { name: string });
    if (host === 'script.googleapis.com') return this.answerScript(method, path, body);
    return failure(404, 'NOT_FOUND', `The fake knows no ${call}.`);
  }

  private createFile({ name }: { name: string }): Answer {
    const id = newId('sheet');
    this.sheets.set(id, { name });
    return { status: 200, body: { kind: 'drive#file', id, name } };
  }

  private answerScript(method: string, path: string, body: unknown): Answer {
    if (!this.appsScriptApi) {
      return failure(
        403,
        'PERMISSION_DENIED',
        'User has not enabled the Apps Script API. Enable it by visiting ' +
          'https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few ' +
          'minutes for the action to propagate to our systems and retry.',
      );
    }
    if (method === 'POST' && path === '/v1/projects') return this.createProject(body as { title: string });
    const scriptId = /^\/v1\/projects\/([^/]+)\/content$/.exec(path)?.[1];
    const project = scriptId === undefined ? undefined : this.projects.get(scriptId);
    if (!project) return failure(404, 'NOT_FOUND', 'Requested entity was not found.');
    if (method === 'GET' && this.unreadable)
      return failure(403, 'PERMISSION_DENIED', 'The caller does not have permission');
    if (method === 'PUT') {
      const { files } = body as { files: ProjectFile[] };
      const message = fault(files);
      if (message) return failure(400, 'INVALID_ARGUMENT', message);
      project.files = files;
    }
    return { status: 200, body: { scriptId, files: project.files } };
  }

  private createProject({ title, parentId }: { title: string; parentId?: string }): Answer {
    const scriptId = newId('script');
    const source = JSON.stringify(defaultManifest);
    this.projects.set(scriptId, { title, parentId, files: [{ name: 'appsscript', type: 'JSON', source }] });
    return { status: 200, body: { scriptId, title, parentId } };
  }
}

/** What Google refuses in pushed files: no manifest, two files of one name, code that does not parse. */
function fault(files: ProjectFile[]): string | undefined {
  if (!files.some(({ name, type }) => name === 'appsscript' && type === 'JSON')) {
    return 'The manifest file appsscript.json is missing.';
  }
  if (new Set(files.map(({ name }) => name)).size < files.length) return 'A file with this name already exists.';
  for (const { name, type, source } of files) {
    if (type !== 'SERVER_JS') continue;
    try {
      new Script(source, { filename: name });
    } catch (error) {
      const line = new RegExp(`^${name}:(\\d+)`).exec((error as Error).stack ?? '')?.[1];
      return `Syntax error: ${String(error)} line: ${line} file: ${name}`;
    }
  }
  return undefined;
}

function failure(code: number, status: string, message: string): Answer {
  return { status: code, body: { error: { code, message, status } } };
}

function newId(kind: string): string {
  return `${kind}-${randomBytes(16).toString('base64url')}`;
}
