import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { CATALOGUE } from '../functions/catalogue';
import { stubFor } from '../functions/documentation';
import { noticesOf } from './notices';
import { smallPackages } from './small-packages';

/** Name of the one global that holds the add-on; the stubs below it are what Google sees. */
const GLOBAL = 'PartnerLedger';

/**
 * The server script: the add-on as one IIFE, then a top-level function for everything that Google or the sheet calls.
 * Names are kept and lines are short, so that "(line N)" in an error means something; white space is left out, because
 * every formula's call starts by loading all of it.
 */
export async function serverScript(version: string): Promise<string> {
  const packages = smallPackages(/[\\/]tables[\\/]zod\.ts$/);
  const { outputFiles } = await build({
    entryPoints: ['src/appsscript/main.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: GLOBAL,
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 120,
    plugins: [packages.plugin],
  });
  const bundle = outputFiles[0]!.text;
  const header = `/* Partner Ledger ${version}, Apache-2.0. Generated from TypeScript: do not edit here. */\n`;
  const stubs = [
    ...CATALOGUE.map((definition) => stubFor(definition, GLOBAL)),
    ...entryPoints(bundle).map(([name, parameters]) => entryStub(name, parameters)),
  ];
  const notices = await Promise.all(packages.metafiles.map((metafile) => noticesOf(metafile)));
  return [header, ...notices, bundle, ...stubs].join('\n');
}

const entryStub = (name: string, parameters: string): string =>
  `function ${name}(${parameters}) {\n  return ${GLOBAL}.${name}(${parameters});\n}\n`;

/**
 * The add-on's own entry points with their parameters, asked of the bundle itself. That it can be loaded here, where
 * no service exists, also shows that loading touches none.
 */
function entryPoints(bundle: string): [name: string, parameters: string][] {
  const exported = runInNewContext(`${bundle}; ${GLOBAL}`, {}) as Record<string, unknown>;
  return Object.entries(exported)
    .filter((entry): entry is [string, () => unknown] => typeof entry[1] === 'function')
    .map(([name, value]) => [name, /^[^(]*\(([^)]*)\)/.exec(value.toString())?.[1] ?? '']);
}
