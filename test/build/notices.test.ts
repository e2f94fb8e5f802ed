import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build, transform } from 'esbuild';
import { noticesOf } from '../../src/build/notices';

const checkout = join(__dirname, '..', '..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notices-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Bundles an entry with esbuild in `place`, and answers the notices of what went in. */
async function noticesFor(entry: string, place = folder): Promise<string> {
  const { metafile } = await build({
    stdin: { contents: entry, resolveDir: place },
    absWorkingDir: place,
    bundle: true,
    write: false,
    outdir: 'out',
    metafile: true,
    logLevel: 'silent',
  });
  return noticesOf(metafile, place);
}

/** Writes a package that exports `value`, with the given files beside it. */
function install(path: string, fields: Record<string, unknown>, files: Record<string, string> = {}): void {
  const name = /[^/]*(@[^/]+\/)?[^/]+$/.exec(path)?.[0];
  const all = {
    'package.json': JSON.stringify({ name, version: '1.2.3', main: 'index.js', sideEffects: false, ...fields }),
    'index.js': `export const value = ${JSON.stringify(path)};`,
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    const target = join(folder, 'node_modules', path, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

const use = (...names: string[]): string =>
  names.map((name, index) => `import { value as v${index} } from '${name}'; console.log(v${index});`).join('\n');

describe('noticesOf', () => {
  it('names the libraries that the add-on ships, with their versions and whole licence texts', async () => {
    const notices = await noticesFor(`import { h } from 'preact'; import * as z from 'zod/mini'; f(h, z);`, checkout);
    for (const name of ['preact', 'zod']) {
      const read = (file: string): string => readFileSync(join(checkout, 'node_modules', name, file), 'utf8');
      expect(notices).toContain(`${name} ${(JSON.parse(read('package.json')) as { version: string }).version} (MIT)\n`);
      expect(notices).toContain(read('LICENSE').trim());
    }
  });

  it('is empty when no package went in', async () => {
    install('unused', { license: 'MIT' }, { LICENSE: 'Free.' });
    expect(await noticesFor(`import { value } from 'unused'; console.log(1);`)).toBe('');
  });

  it('finds scoped and nested packages, each once, and every text once', async () => {
    install('@deep/one', { license: 'MIT' }, { LICENSE: 'Shared text.\r\nLine two.\r\n' });
    install('two', { license: 'MIT' }, { 'license.md': 'Shared text.\nLine two.' });
    install('two/node_modules/three', { name: 'three', license: 'ISC' }, { LICENCE: 'Text of three.' });
    install('two', { license: 'MIT' }, { 'index.js': `export { value } from 'three'; console.log('two');` });
    const rule = `\n\n${'-'.repeat(79)}\n\n`;
    expect(await noticesFor(use('@deep/one', 'two', '@deep/one'))).toBe(
      `/*!\nThis file contains third-party software:${rule}` +
        `@deep/one 1.2.3 (MIT)\ntwo 1.2.3 (MIT)\n\nShared text.\nLine two.${rule}` +
        `three 1.2.3 (ISC)\n\nText of three.\n*/`,
    );
  });

  it('adds notices to the licence, and leaves folders and other files out', async () => {
    install(
      'noted',
      { license: 'Apache-2.0' },
      { 'LICENSE.txt': 'Terms.', NOTICE: 'Made by N.', 'readme.md': 'Hello' },
    );
    mkdirSync(join(folder, 'node_modules/noted/licenses'));
    expect(await noticesFor(use('noted'))).toMatch(/noted 1\.2\.3 \(Apache-2\.0\)\n\nTerms\.\n\nMade by N\.\n\*\/$/);
  });

  it.each([
    [{ license: 'MIT', author: { name: 'Ann' } }, 'Copyright (c) Ann\n\nPermission is hereby granted'],
    [{ license: 'ISC', author: 'Bob <bob@example.com>' }, 'Copyright (c) Bob <bob@example.com>\n\nPermission to use'],
    [{ license: 'MIT' }, 'Copyright (c) the authors of bare\n'],
    [{ license: 'Apache-2.0' }, 'TERMS AND CONDITIONS FOR USE'],
  ])('gives the text of %j where the package brings none', async (fields, text) => {
    install('bare', fields);
    const notices = await noticesFor(use('bare'));
    expect(notices).toContain(text);
    expect(notices).not.toContain('Partner Ledger');
  });

  it.each([[{ license: 'WTFPL' }], [{}]])('throws when the text of %j is not known', async (fields) => {
    install('bare', fields);
    await expect(noticesFor(use('bare'))).rejects.toThrow(/^bare 1\.2\.3 is bundled but has no licence file/);
  });

  it('is a comment that no text can end, that HTML leaves alone and that a minifier keeps', async () => {
    install('sly', { license: 'MIT' }, { LICENSE: '*/ throw 1; /* </script><?= 1 ?><!-- <script>' });
    const notices = await noticesFor(use('sly'));
    expect(runInNewContext(`${notices} 42`)).toBe(42);
    expect(notices).not.toMatch(/<[?!/]/);
    const { code } = await transform(`${notices}\nconsole.log( 1 )`, { minify: true, legalComments: 'inline' });
    expect(code).toContain(notices);
  });
});
