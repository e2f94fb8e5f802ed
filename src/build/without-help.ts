import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';

const CATALOGUE = resolve('src/functions/catalogue.ts');
const NAMESPACE = 'definition-alone';

/**
 * Shows the catalogue nothing of a function's file but its definition. So nothing in the script asks for the help, and
 * esbuild leaves it out as it leaves out everything that is not asked for.
 */
export const withoutHelp: Plugin = {
  name: 'without-help',
  setup({ onResolve, onLoad, resolve: resolvePath }) {
    onResolve({ filter: /^\./ }, async ({ path, importer, namespace, ...rest }) => {
      if (importer !== CATALOGUE || namespace === NAMESPACE) return undefined;
      const resolved = await resolvePath(path, { ...rest, importer: '' });
      return { ...resolved, namespace: NAMESPACE };
    });
    onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({
      contents: `export { definition } from ${JSON.stringify(path)};`,
      resolveDir: process.cwd(),
    }));
  },
};
