import { runInNewContext } from 'node:vm';
import { build, transform } from 'esbuild';
import { CATALOGUE } from '../functions/catalogue';
import { stubFor } from '../functions/documentation';
import type { FormItem } from '../schema/form';
import { dataModules } from './data-modules';
import { noticesOf } from './notices';
import { smallPackages } from './small-packages';

/** Name of the one global that holds the add-on; the stubs below it are what Google sees. */
const GLOBAL = 'PartnerLedger';

/**
 * How the script is printed. Names of functions, classes and constants are kept and lines are short, so that "(line N)"
 * in an error means something; white space is left out and the names inside a function are shortened, because every
 * formula's call starts by loading all of it.
 */
export const PRINTED = {
  target: 'es2020',
  charset: 'utf8',
  minifyWhitespace: true,
  minifySyntax: true,
  minifyIdentifiers: true,
  lineLimit: 160,
} as const;

/** The server script: the add-on in one global, then a top-level function for everything that Google or the sheet calls. */
export async function serverScript(version: string): Promise<string> {
  const packages = smallPackages(/[\\/]schema[\\/]zod\.ts$/);
  const { outputFiles } = await build({
    entryPoints: ['src/appsscript/main.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    target: PRINTED.target,
    charset: PRINTED.charset,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [
      packages.plugin,
      dataModules(/[\\/]src[\\/](registers[\\/](?!index|formulas)[\w-]+|appsscript[\\/]menu)\.ts$/),
    ],
  });
  const { body, exported } = withoutExports(outputFiles[0]!.text);
  // At the top level of a plain script all names are kept: only afterwards is it put into a function of its own.
  const { code } = await transform(withoutPaths(body), PRINTED);
  const bundle = `var ${GLOBAL}=(()=>{"use strict";\n${code}return{${exported}}})();\n`;
  const header = `/* Partner Ledger ${version}, Apache-2.0. Generated from TypeScript: do not edit here. */\n`;
  const stubs = [
    ...CATALOGUE.map((definition) => stubFor(definition, GLOBAL)),
    ...entryPoints(bundle).map(([name, parameters]) => entryStub(name, parameters)),
    ...formItems(bundle).map(({ show, form }) => `function ${show}() {${GLOBAL}.showForm(${JSON.stringify(form)})}`),
  ];
  const notices = await Promise.all(packages.metafiles.map((metafile) => noticesOf(metafile)));
  return `${[header, ...notices, bundle, ...stubs].join('\n')}\n`;
}

/** A bundled module as a plain script, and what it exports as the inside of an object literal. */
function withoutExports(module: string): { body: string; exported: string } {
  const clause = /\nexport \{([^}]*)\};\s*$/.exec(module);
  if (!clause) throw new Error('The bundle exports nothing.');
  const exported = clause[1]!
    .split(',')
    .map((name) => name.trim().replace(/^(\S+) as (\S+)$/, '$2:$1'))
    .join(',');
  return { body: module.slice(0, clause.index), exported };
}

/**
 * Modules that are run when they are needed stand under their paths, each of them strict by itself and with a long name
 * to run it by: once is enough for the one, a number for the other.
 */
function withoutPaths(bundle: string): string {
  const numbers = new Map<string, number>();
  return bundle
    .replace(/(__esm\(\{\s*)"[^"]*"\(\) \{(\s*"use strict";)?/g, '$1run() {')
    .replace(/\binit_\w+/g, (name) => {
      if (!numbers.has(name)) numbers.set(name, numbers.size);
      return `$${numbers.get(name)!}`;
    });
}

const entryStub = (name: string, parameters: string): string =>
  `function ${name}(${parameters}) {return ${GLOBAL}.${name}(${parameters})}`;

/**
 * The add-on's own entry points with their parameters, asked of the bundle itself. That it can be loaded here, where
 * no service exists, also shows that loading touches none.
 */
function entryPoints(bundle: string): [name: string, parameters: string][] {
  return Object.entries(exportsOf(bundle))
    .filter((entry): entry is [string, () => unknown] => typeof entry[1] === 'function')
    .map(([name, value]) => [name, /^[^(]*\(([^)]*)\)/.exec(value.toString())?.[1] ?? '']);
}

/** The menu items for which a function of its own is needed. */
const formItems = (bundle: string): readonly FormItem[] => exportsOf(bundle).FORM_ITEMS as readonly FormItem[];

const exportsOf = (bundle: string): Record<string, unknown> =>
  runInNewContext(`${bundle}; ${GLOBAL}`, {}) as Record<string, unknown>;
