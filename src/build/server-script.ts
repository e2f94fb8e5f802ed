import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { CATALOGUE, OF_REGISTERS } from '../functions/catalogue';
import { plainStubFor, rowsStubFor, stubFor } from '../functions/documentation';
import { isRowByRow } from '../functions/runner/definition';
import type { FormItem } from '../schema/form';
import { dataModules } from './data-modules';
import { noticesOf } from './notices';
import { smallPackages } from './small-packages';
import { withoutHelp } from './without-help';

/** Name of the one global that holds the add-on; the stubs below it are what Google sees. */
const GLOBAL = 'PartnerLedger';
/** Of what it exports, the function that calls the others. */
const GUARD = 'guarded';

/** Everything that Google or the sheet calls, or the custom functions and nothing else. */
export const ENTRY = { all: 'src/appsscript/main.ts', functions: 'src/appsscript/custom-functions.ts' } as const;

/**
 * The server script: the add-on in one global, then a top-level function for everything that Google or the sheet calls.
 * It is printed as it was written, so that "(line N)" in an error leads to a line that a person can read; what that
 * costs a formula, whose every call starts by compiling all of it, is in the bench.
 */
export async function serverScript(version: string, entry: string = ENTRY.all): Promise<string> {
  const packages = smallPackages(/[\\/]schema[\\/]zod\.ts$/);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: GLOBAL,
    target: 'es2020',
    charset: 'utf8',
    lineLimit: 160,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [
      packages.plugin,
      withoutHelp,
      dataModules(
        /[\\/]src[\\/](registers[\\/](?!index|formulas)[\w-]+|deals[\\/](?!index|deal)[\w-]+|appsscript[\\/]menu)\.ts$/,
      ),
    ],
  });
  const bundle = outputFiles[0]!.text;
  const header = `/* Partner Ledger ${version}, Apache-2.0. Generated from TypeScript: do not edit here. */\n`;
  const notices = await Promise.all(packages.metafiles.map((metafile) => noticesOf(metafile)));
  return `${[header, ...notices, bundle, ...functionStubs(), ...entryPoints(bundle).map(entryStub), ...formItems(bundle).map(formStub)].join('\n')}\n`;
}

function functionStubs(): string[] {
  const typed = CATALOGUE.flatMap(([, functions]) => functions).flatMap((of) => [
    stubFor(of, GLOBAL),
    ...(isRowByRow(of.definition) ? [rowsStubFor(of.definition, GLOBAL)] : []),
  ]);
  return [...typed, ...OF_REGISTERS.map((of) => plainStubFor(of, GLOBAL))];
}

/** Nothing that the language or a library says by itself comes out of it. */
const entryStub = (name: string): string =>
  `function ${name}() { return ${GLOBAL}.${GUARD}(${JSON.stringify(name)}, arguments, ${GLOBAL}.${name}); }`;

/**
 * The add-on's own entry points, asked of the bundle itself. That it can be loaded here, where no service exists, also
 * shows that loading touches none.
 */
function entryPoints(bundle: string): string[] {
  const exported = exportsOf(bundle);
  return Object.keys(exported).filter((name) => typeof exported[name] === 'function' && name !== GUARD);
}

/** The menu items that show a form; the menu knows a function by its name only. */
const formItems = (bundle: string): readonly FormItem[] => (exportsOf(bundle).FORM_ITEMS ?? []) as readonly FormItem[];

const formStub = ({ show, form }: FormItem): string =>
  `function ${show}() { return ${GLOBAL}.${GUARD}("showForm", [${JSON.stringify(form)}], ${GLOBAL}.showForm); }`;

const exportsOf = (bundle: string): Record<string, unknown> =>
  runInNewContext(`${bundle}; ${GLOBAL}`, {}) as Record<string, unknown>;
