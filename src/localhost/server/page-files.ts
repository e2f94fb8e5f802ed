import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedBundle } from '../bundles/bundle-cache';

/** The page's sources. */
const pageFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'page');

/** The files of the bundle. */
export const BUNDLED = ['/page.js', '/page.css', '/charts.js'] as const;

/** One file of the bundle, held in memory: a later start of another version clears the cache it was read from. */
export interface BundledFile {
  path: (typeof BUNDLED)[number];
  content: Buffer;
  /** Quoted, as the ETag header wants it. */
  tag: string;
}

/** The page as it is before its script runs: it bears the project's name and says that the workbook comes. */
export function pageNamed(title: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  const name = title.replace(/[&<>"]/g, (character) => entities[character]!);
  return readFileSync(join(pageFolder, 'index.html'), 'utf8').replaceAll('{title}', () => name);
}

/** Bundles the page, or finds the bundle of an earlier start. */
export async function pageBundle(): Promise<BundledFile[]> {
  const folder = await cachedBundle('page', {
    entryPoints: [
      { in: join(pageFolder, 'main.ts'), out: 'page' },
      { in: join(pageFolder, 'style.css'), out: 'page' },
      // By itself, since most workbooks have no chart.
      { in: join(pageFolder, 'charts', 'draw.ts'), out: 'charts' },
    ],
    target: 'es2022',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'eof',
  });
  return BUNDLED.map((path) => {
    const content = readFileSync(join(folder, path));
    return { path, content, tag: `"${createHash('sha256').update(content).digest('base64url')}"` };
  });
}
