import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { CATALOGUE } from '../functions/catalogue';
import { stubFor } from '../functions/documentation';
import { noticesOf } from './notices';

/** Name of the one global that holds the add-on; the stubs below it are what Google sees. */
const GLOBAL = 'PartnerLedger';

/**
 * The server script: the add-on as one IIFE, then a top-level function for everything that Google or the sheet calls.
 * It is not minified, so that "(line N)" in an error means something, and readers of the sheet can read it.
 */
export async function serverScript(version: string): Promise<string> {
  const { outputFiles, metafile } = await build({
    entryPoints: ['src/appsscript/main.ts'],
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: GLOBAL,
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const bundle = outputFiles[0]!.text;
  const header = `/* Partner Ledger ${version}, Apache-2.0. Generated from TypeScript: do not edit here. */\n`;
  const stubs = [
    ...CATALOGUE.map((definition) => stubFor(definition, GLOBAL)),
    ...entryPoints(bundle).map(([name, parameters]) => entryStub(name, parameters)),
  ];
  return [header, await noticesOf(metafile), bundle, ...stubs].join('\n');
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
