import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedBundle } from '../bundles/bundle-cache';

/** The page's sources; `index.html` is sent from here as it is. */
export const pageFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'page');

/** One file of the bundle, held in memory: a later start of another version clears the cache it was read from. */
export interface BundledFile {
  path: '/page.js' | '/page.css' | '/charts.js';
  content: Buffer;
  /** Quoted, as the ETag header wants it. */
  tag: string;
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
  return (['/page.js', '/page.css', '/charts.js'] as const).map((path) => {
    const content = readFileSync(join(folder, path));
    return { path, content, tag: `"${createHash('sha256').update(content).digest('base64url')}"` };
  });
}
