import { PROJECT_FILES } from '../../src/build/build';
import { claspIn } from '../../src/build/deploy/clasp';
import { pushed } from '../../src/build/deploy/push';
import { accessToken, type ProjectFile } from './fake-apps-script-api/google';
import { onlyProject, source } from './fake-apps-script-api/pushed-project';
import { openWorkplace, type Workplace } from './fake-apps-script-api/workplace';

/** The real clasp, run by our deployment, against a fake of Google's APIs on loopback. */

jest.setTimeout(120_000);

const PAGES = PROJECT_FILES.filter((name) => name.endsWith('.html'));

let place: Workplace;
beforeEach(async () => {
  place = await openWorkplace();
});
afterEach(() => place.close());

describe('deploying', () => {
  it('goes on when clasp made the sheet but could not read the script back', async () => {
    place.server.google.unreadable = true;
    await expect(place.deploy()).rejects.toThrow(/^Your Google account may not change the script/);
    place.server.google.unreadable = false;
    await place.deploy();
    const [scriptId, project] = onlyProject(place);
    expect(place.server.google.sheets.size).toBe(1);
    expect(project.files).toHaveLength(PROJECT_FILES.length);
    expect(place.said).toContain(`The script: https://script.google.com/d/${scriptId}/edit`);
  });

  it('pushes to a standalone script made with clasp, as the README says for publishing', async () => {
    place.write('.clasp.local.json', place.read('.clasp.json'));
    const args = ['create-script', '--type', 'standalone', '--title', 'Partner Ledger', '--rootDir', 'dist'];
    expect(await claspIn(place.folder, place.env)('.clasp.local.json', ...args)).toMatchObject({ exitCode: 0 });
    await place.deploy();
    const [scriptId, project] = onlyProject(place);
    expect(project).toMatchObject({ title: 'Partner Ledger', parentId: undefined });
    expect(source(project.files, 'appsscript')).toBe(place.built['appsscript.json']);
    expect(project.files).toHaveLength(PROJECT_FILES.length);
    expect(place.said.join('\n')).not.toContain('The sheet:');
    expect(place.said).toContain(`The script: https://script.google.com/d/${scriptId}/edit`);
  });

  it('pushes to a script that exists, and to no other after that', async () => {
    place.server.google.projects.set('script-by-hand', { title: 'By hand', parentId: undefined, files: [] });
    await place.deploy({ script: 'script-by-hand' });
    expect(onlyProject(place)[1].files.map(({ name }) => name)).toEqual([
      'appsscript',
      'Code',
      ...PAGES.map((name) => name.replace('.html', '')),
    ]);
    expect(place.server.google.sheets.size).toBe(0);
    await expect(place.deploy({ script: 'script-of-others' })).rejects.toThrow(
      '.clasp.local.json names another script (script-by-hand): delete that file',
    );
    expect(place.said.join()).not.toContain('Pushing');
  });
});

describe('a deployment that cannot be done', () => {
  /** The sentence the person reads. */
  const failure = async (request = {}): Promise<string> =>
    place.deploy(request).then(
      () => 'no failure',
      (error: unknown) => (error as Error).message,
    );
  const nothingPushed = (): void => {
    expect(place.server.calls.filter(({ call, status }) => call.startsWith('PUT') && status === 200)).toEqual([]);
  };
  /** As after a first deployment, with Google's default manifest still in the script. */
  const withScript = (): void => {
    const files: ProjectFile[] = [{ name: 'appsscript', type: 'JSON', source: '{}' }];
    place.server.google.projects.set('script-1', { title: 'Partner Ledger', parentId: 'sheet-1', files });
    place.write('.clasp.local.json', '{ "rootDir": "dist", "scriptId": "script-1", "parentId": "sheet-1" }');
  };

  it('says how to log in', async () => {
    place.logout();
    expect(await failure()).toBe(
      'You are not logged in to Google: switch on the Apps Script API at https://script.google.com/home/usersettings ' +
        '(the account you log in with), run `npx clasp login`, then run `npm run deploy` again.',
    );
    expect(place.server.calls).toEqual([]);
  });

  it.each([
    ['refuses', 'an-old-access-token', Date.UTC(2100, 0, 1), 'GET www.googleapis.com/oauth2/v2/userinfo', 401],
    ['does not renew', accessToken, Date.UTC(2020, 0, 1), 'POST oauth2.googleapis.com/token', 400],
  ])('says that the login has ended when Google %s it', async (_, token, expires, call, status) => {
    withScript();
    place.login(token, expires);
    expect(await failure()).toBe(
      'Google does not accept the login any more: run `npx clasp login`, then run `npm run deploy` again.',
    );
    expect(place.server.calls).toContainEqual({ call, status });
    nothingPushed();
  });

  it('says that the Apps Script API is off, and that a sheet may be left', async () => {
    place.server.google.appsScriptApi = false;
    expect(await failure()).toBe(
      'The Apps Script API is off in your Google account: switch on the Apps Script API at ' +
        'https://script.google.com/home/usersettings (the account you log in with), wait a minute, then run ' +
        '`npm run deploy` again. If an empty sheet "Partner Ledger" has appeared in your Google Drive, delete it.',
    );
    expect(place.server.calls).toContainEqual({ call: 'POST script.googleapis.com/v1/projects', status: 403 });
    place.server.google.appsScriptApi = true;
    expect(await failure()).toBe('no failure');
    expect(onlyProject(place)[1].files).toHaveLength(PROJECT_FILES.length);
  });

  it('names the place of a syntax error that Google found', async () => {
    withScript();
    place.built['Code.js'] = 'function onOpen() {}\nfunction () {}\n';
    expect(await failure()).toBe(
      'Google found a syntax error in Code, line 2 (SyntaxError: Function statements require a function name) and ' +
        'kept the version it had: correct it, then run `npm run deploy` again.',
    );
    expect(place.server.calls).toContainEqual({
      call: 'PUT script.googleapis.com/v1/projects/script-1/content',
      status: 400,
    });
    nothingPushed();
  });

  it('says that the script is gone', async () => {
    withScript();
    place.server.google.projects.clear();
    expect(await failure()).toMatch(/^Google does not find the script that \.clasp\.local\.json names: /);
  });

  it('says that Google cannot be reached', async () => {
    withScript();
    await place.server.close();
    expect(await failure()).toMatch(/^Google could not be reached: check the connection/);
  });

  it('names files that are missing or too many, and pushes nothing', async () => {
    withScript();
    place.built['Extra.js'] = 'function EXTRA() {}\n';
    delete place.built['sidebar.html'];
    expect(await failure()).toBe(
      'Nothing was pushed, because clasp does not push sidebar.html and pushes Extra.js: look at the folder dist and ' +
        'at .claspignore, then run `npm run deploy` again.',
    );
    nothingPushed();
  });

  it('notices that an ignore file hides everything, which clasp takes for success', async () => {
    withScript();
    place.write('.claspignore', '**/**\n');
    expect(await failure()).toMatch(
      new RegExp(`clasp does not push ${PROJECT_FILES.join(', ').replaceAll('.', '\\.')}:`),
    );
    nothingPushed();
  });

  it('refuses a manifest that is not the project’s', async () => {
    withScript();
    place.built['appsscript.json'] = '{ "timeZone": "America/New_York" }';
    expect(await failure()).toBe(
      'Nothing was pushed, because dist/appsscript.json differs from appsscript.json: the build has to copy it.',
    );
    nothingPushed();
  });

  it('passes on why the build failed', async () => {
    withScript();
    Object.defineProperty(place, 'built', {
      get: () => {
        throw new Error('Could not resolve "./day"');
      },
    });
    expect(await failure()).toBe('The build failed, so nothing was pushed: Could not resolve "./day"');
    nothingPushed();
  });

  it('recognises that clasp made nothing although it ended with exit code 0', async () => {
    place.write('.clasp.json', '{ "rootDir": "dist", "scriptId": "" }');
    expect(await failure()).toMatch(/^clasp made no sheet because \.clasp\.json holds a scriptId: take it out/);
    expect(place.server.google.sheets.size).toBe(0);
  });

  it('recognises a skipped push, which ends with exit code 0', async () => {
    withScript();
    for (const [name, text] of Object.entries(place.built)) place.write(`dist/${name}`, text);
    const answer = await claspIn(place.folder, place.env)('.clasp.local.json', 'push', '--json');
    expect(answer.exitCode).toBe(0);
    expect(() => pushed(answer)).toThrow(
      /^clasp could not push the files \(it said nothing and ended with exit code 0\)/,
    );
    const inWords = await claspIn(place.folder, place.env)('.clasp.local.json', 'push');
    expect(inWords).toMatchObject({ exitCode: 0, stdout: 'Skipping push.\n' });
    expect(() => pushed(inWords)).toThrow('clasp could not push the files (Skipping push.)');
    nothingPushed();
  });

  it.each([
    ['.clasp.local.json', '{ "rootDir": ', '.clasp.local.json is damaged: correct it'],
    ['.clasp.local.json', 'null', '.clasp.local.json is damaged: correct it'],
    ['.clasp.local.json', '{ "scriptId": "script-1" }', '.clasp.local.json names no rootDir: '],
  ])('says that %s holding %s cannot be used', async (file, text, sentence) => {
    place.write(file, text);
    expect(await failure()).toContain(sentence);
    expect(place.read(file)).toBe(text);
    expect(place.server.google.sheets.size).toBe(0);
  });

  it('refuses what is no script id', async () => {
    expect(await failure({ script: 'https://script.google.com/d/abc/edit' })).toContain('is not the id of a script');
  });
});
