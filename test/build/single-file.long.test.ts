import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../package.json';
import { FORM_ITEMS } from '../../src/appsscript/menu';
import { PROJECT_FILES } from '../../src/build/build';
import { layOutExample } from '../../src/build/function-help';
import { singleFile, SINGLE_FILE } from '../../src/build/single-file';
import { CATALOGUE } from '../../src/functions/catalogue';
import type { ToPage } from '../../src/localhost/contract/protocol';
import { framed, tryOut } from '../functions/support/try-out';
import { OWNER, Partnership } from '../support/partnership';
import { PROJECT } from '../support/project';

/** Of the services that Google's types know, those that the add-on uses. */
const OURS = ['CacheService', 'HtmlService', 'LockService', 'PropertiesService', 'ScriptApp', 'Session', 'SpreadsheetApp', 'Utilities', 'Logger', 'console']; // prettier-ignore

/** The names by which scripts know Google's services: `DriveApp`, `Jdbc`. */
function servicesOfGoogle(): string[] {
  const folder = join(require.resolve('@types/google-apps-script/package.json'), '..');
  const types = readdirSync(folder).filter((name) => name.endsWith('.d.ts'));
  return types.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/^declare (?:var|const) (\w+):/gm)].map(
      ([, found]) => found!,
    ),
  );
}

describe('The one file for people without a terminal', () => {
  let text: string;
  let folder: string;
  let partnership: Partnership;

  beforeAll(async () => {
    text = await singleFile(PROJECT);
    folder = mkdtempSync(join(tmpdir(), 'single-file-'));
    writeFileSync(join(folder, SINGLE_FILE), text);
    // What Google's editor puts beside a new script: it lists no scopes, and its time zone is not the sheet's.
    const manifest = {
      timeZone: 'America/New_York',
      dependencies: {},
      exceptionLogging: 'STACKDRIVER',
      runtimeVersion: 'V8',
    };
    writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(manifest));
    partnership = await Partnership.open(null, { project: folder });
  });

  afterAll(() => {
    partnership.host.close();
    rmSync(folder, { recursive: true });
  });

  it('says its version and asks for this sheet only, in its first comment', () => {
    const [first = ''] = /^\/\*\*[^]*?\*\//.exec(text) ?? [];
    expect(first).toContain(`Partner Ledger ${version}`);
    expect(first).toMatch(/^ \* @OnlyCurrentDoc$/m);
  });

  it('names no service but ours, not even in a comment: Google asks people for whatever it finds named', () => {
    const others = servicesOfGoogle().filter((name) => !OURS.includes(name));
    expect(others).toEqual(expect.arrayContaining(['DriveApp', 'GmailApp', 'UrlFetchApp', 'Maps', 'Jdbc']));
    // Words that stand in sentences as well name a service only where something of it is called.
    const named = others.filter((name) =>
      new RegExp(/.(App|Service|Properties)$/.test(name) ? `\\b${name}\\b` : `(?<![\\w.])${name}\\.\\w+\\(`).test(text),
    );
    expect(named).toEqual([]);
    expect([...new Set(text.match(/\bScriptApp\.\w+/g))]).toEqual(['ScriptApp.AuthMode']);
    expect(text).not.toMatch(/\b(Sheets|Drive|Gmail|Calendar|People|AdminDirectory|BigQuery)\.[A-Z]\w+\./);
    expect(text).not.toMatch(/googleapis\.com\/auth/);
  });

  it('has lines that an editor shows whole, and stays of a size that an editor takes', () => {
    const script = readFileSync(join(PROJECT, 'Code.js'), 'utf8');
    expect(text).toContain(script);
    const pages = text.replace(script, '');
    expect(Math.max(...pages.split('\n').map(({ length }) => length))).toBeLessThan(2_500);
    expect(text.length).toBeLessThan(2_000_000);
  });

  it('holds every page letter for letter', () => {
    for (const name of PROJECT_FILES.filter((file) => file.endsWith('.html'))) {
      const page = partnership.host.evaluate(`return partnerLedgerPages_('${name.replace('.html', '')}')`, OWNER);
      expect(page).toBe(readFileSync(join(PROJECT, name), 'utf8'));
    }
  });

  it('answers every function', () => {
    for (const { definition, help } of CATALOGUE.flatMap(([, functions]) => functions)) {
      const example = help.examples.find((one) => 'answer' in one)!;
      expect([definition.name, tryOut(partnership, example).values]).toEqual([
        definition.name,
        framed(layOutExample(example).answer!),
      ]);
    }
  });

  it('sets a sheet up with the sample, opens every form, and shows every page', async () => {
    expect(partnership.submit('set-up', { sample: 'yes' })).toMatchObject({ kind: 'written' });
    expect(partnership.rows('Contributions').length).toBeGreaterThan(20);
    expect(partnership.call('addPage', ['links'])).toMatchObject({ kind: 'changed' });
    expect(partnership.log({ party: String(partnership.rows('Settings')[0]!.Party) })).toMatchObject({
      kind: 'written',
    });
    partnership.script(`book.getSheetByName('Contributions').getRange('G2').activate();`);
    const withAll = await Partnership.withPages('all', {}, { project: folder });
    const shown: ToPage[] = [];
    const page = withAll.host.connect({ user: OWNER, send: (message) => shown.push(message) });
    for (const { form, show } of FORM_ITEMS) {
      // Some ask for rows that only the sample has, some for pages that it has not.
      const opened = [partnership, withAll].map((one) => one.open(form)).find(({ kind }) => kind === 'form');
      expect([form, opened]).toMatchObject([form, { form: { id: expect.stringMatching(new RegExp(`^${form}`)) } }]);
      expect([show, withAll.host.run(show, [], OWNER)]).toEqual([show, { value: null }]);
    }
    for (const show of ['showFunctions', 'showImport', 'showExport', 'showDocuments']) withAll.call(show, []);
    page.close();
    const sidebars = shown.flatMap((message) =>
      message.type === 'sidebar' ? [withAll.host.content(message.contentId) ?? ''] : [],
    );
    expect(sidebars).toHaveLength(FORM_ITEMS.length + 4);
    for (const html of sidebars) expect(html).toMatch(/^<!doctype html>[^]*<main id="app">/);
    expect(withAll.call('openImport', [])).toMatchObject({ kind: 'import' });
    withAll.host.close();
  });
});
