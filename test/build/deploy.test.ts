import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FILES } from '../../src/build/build';
import { PROJECT } from '../support/project';
import { onlyProject, source } from './fake-apps-script-api/pushed-project';
import { openWorkplace, type Workplace } from './fake-apps-script-api/workplace';

/** One round trip of the real clasp, run by our deployment, against a fake of Google's APIs on loopback; the others take minutes. */

jest.setTimeout(120_000);

const PAGES = PROJECT_FILES.filter((name) => name.endsWith('.html'));

let place: Workplace;
beforeEach(async () => {
  place = await openWorkplace();
});
afterEach(() => place.close());

describe('deploying', () => {
  it('makes a sheet with its script, pushes the compiled add-on, and pushes to the same script again', async () => {
    place.built = Object.fromEntries(
      readdirSync(PROJECT).map((name) => [name, readFileSync(join(PROJECT, name), 'utf8')]),
    );
    await place.deploy({ title: 'Ledger of A & B' });
    const [scriptId, project] = onlyProject(place);
    const [sheetId, sheet] = [...place.server.google.sheets][0]!;
    expect(sheet.name).toBe('Ledger of A & B');
    expect(project.title).toBe('Ledger of A & B');
    expect(project.parentId).toBe(sheetId);
    expect(project.files).toEqual([
      { name: 'appsscript', type: 'JSON', source: place.built['appsscript.json'] },
      { name: 'Code', type: 'SERVER_JS', source: place.built['Code.js'] },
      ...PAGES.map((name) => ({ name: name.replace('.html', ''), type: 'HTML', source: place.built[name] })),
    ]);
    expect(JSON.parse(source(project.files, 'appsscript')!)).toEqual({
      timeZone: 'Etc/UTC',
      runtimeVersion: 'V8',
      exceptionLogging: 'STACKDRIVER',
      oauthScopes: [
        'https://www.googleapis.com/auth/spreadsheets.currentonly',
        'https://www.googleapis.com/auth/script.container.ui',
        'https://www.googleapis.com/auth/userinfo.email',
      ],
    });
    expect(place.said).toContain('Logged in to Google as owner@example.com.');
    expect(place.said).toContain(`The sheet:  https://docs.google.com/spreadsheets/d/${sheetId}/edit`);
    expect(place.said).toContain(`The script: https://script.google.com/d/${scriptId}/edit`);
    expect(JSON.parse(place.read('.clasp.local.json'))).toEqual({ rootDir: 'dist', scriptId, parentId: sheetId });
    expect(JSON.parse(place.read('.clasp.json'))).toEqual({ rootDir: 'dist' });

    await place.deploy();
    expect(place.said).toContain('Google has these files already: nothing to push.');
    place.built['Code.js'] = 'function onOpen() { return 2; }\n';
    await place.deploy({ title: 'Another title' });
    expect(place.said).toContain(`Pushed ${PROJECT_FILES.join(', ')}.`);
    expect(place.said).toContain(`The sheet:  https://docs.google.com/spreadsheets/d/${sheetId}/edit`);
    const [sameId, changed] = onlyProject(place);
    expect(sameId).toBe(scriptId);
    expect(changed.title).toBe('Ledger of A & B');
    expect(source(changed.files, 'Code')).toBe(place.built['Code.js']);
    expect(place.server.google.sheets.size).toBe(1);
    expect(place.server.calls.filter(({ status }) => status !== 200)).toEqual([]);
    expect(place.server.calls.filter(({ call }) => call.startsWith('PUT'))).toHaveLength(2);
  });
});
