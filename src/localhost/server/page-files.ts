import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedBundle } from '../bundle-cache';

/** The page's sources; `index.html` is sent from here as it is. */
export const pageFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'page');

/**
 * Bundles the page, or finds the bundle of an earlier start.
 * @returns the folder that holds `page.js` and `page.css`
 */
export function pageBundle(): Promise<string> {
  return cachedBundle('page', pageFolder, {
    entryPoints: [
      { in: join(pageFolder, 'main.ts'), out: 'page' },
      { in: join(pageFolder, 'style.css'), out: 'page' },
    ],
    target: 'es2022',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'eof',
  });
}
