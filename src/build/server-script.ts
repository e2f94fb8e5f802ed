import { runInNewContext } from 'node:vm';
import { build, type BuildOptions, type BuildResult } from 'esbuild';
import { CATALOGUE, OF_REGISTERS } from '../functions/catalogue';
import { plainStubFor, rowsStubFor, stubFor } from '../functions/documentation';
import { isRowByRow } from '../functions/runner/definition';
import type { FormItem } from '../schema/form';
import { dataPage } from './data-page';
import { dataModules, modulesOfPage } from './data-modules';
import { noticesOf } from './notices';
import { exportedNames, sharedModules, sharingModule, type ExportedNames } from './shared-modules';
import { smallPackages } from './small-packages';
import { withoutHelp } from './without-help';

/** The global that holds the custom functions, and what the rest of the add-on shares with them. */
const FUNCTIONS = 'PartnerLedger';
/** The rest, as a function answers it. */
const ADD_ON = 'PartnerLedgerAddOn';
/** Makes the rest. Google offers nothing whose name ends like this to a page or a menu. */
const LOAD = 'partnerLedgerAddOn_';
/** Calls one of the entry points of the rest, which is made once. */
const CALL = 'partnerLedger_';
/** Of what the add-on exports, the function that calls the others. */
const GUARD = 'guarded';

const FORMULAS = './src/appsscript/custom-functions';

/**
 * The server script, and the file beside it with the data of its modules. A formula's every call starts by compiling
 * all of the script: so the functions are one bundle, run at once, and everything else another one, in a function that
 * the engine only looks through as long as nobody calls it.
 * It is printed as it was written, so that "(line N)" in an error leads to a line that a person can read; what that
 * costs a formula is in the bench.
 */
export async function serverScript(version: string): Promise<{ script: string; registers: string }> {
  const alone = await functionsBundle();
  const addOn = await addOnBundle(await exportedNames(modulesIn(alone)));
  const functions = await functionsBundle(addOn.shared);
  const registers = dataPage(addOn.data);
  const code = `${functions.text}${onceCalled(addOn.text)}`;
  const header = `/* Partner Ledger ${version}, Apache-2.0. Generated from TypeScript: do not edit here. */\n`;
  const { entryPoints, items } = shownBy(code, registers);
  const parts = [
    header,
    ...addOn.notices,
    code,
    ...functionStubs(),
    ...entryPoints.map(entryStub),
    ...items.map(formStub),
  ];
  return { script: `${parts.join('\n')}\n`, registers };
}

/** The custom functions and nothing else: what the bench compares the whole script with. */
export const functionsScript = async (): Promise<string> =>
  [(await functionsBundle()).text, ...functionStubs()].join('\n');

type Bundled = BuildResult<{ metafile: true; write: false }> & { text: string };

async function bundle(options: BuildOptions): Promise<Bundled> {
  const result = await build({
    ...options,
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    lineLimit: 160,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return { ...result, text: result.outputFiles[0]!.text };
}

/** The paths of its modules; how the build looks at a file, if not as it is, stands before a colon. */
const modulesIn = ({ metafile }: Bundled): string[] =>
  Object.keys(metafile.inputs).filter((path) => !/^<|:/.test(path));

/** @param shown modules that it shows to others */
const functionsBundle = (shown: ExportedNames = new Map()): Promise<Bundled> =>
  bundle({
    stdin: {
      contents: [
        `export { formulas } from ${JSON.stringify(FORMULAS)};`,
        ...(shown.size === 0 ? [] : [sharingModule(shown)]),
      ].join('\n'),
      resolveDir: '.',
    },
    globalName: FUNCTIONS,
    plugins: [withoutHelp],
  });

/** @param held the modules that the other bundle has */
async function addOnBundle(
  held: ExportedNames,
): Promise<{ text: string; notices: string[]; shared: ExportedNames; data: unknown }> {
  const packages = smallPackages(/[\\/]schema[\\/]zod\.ts$/);
  const shared = sharedModules(held, `${FUNCTIONS}.shared`);
  const registers = modulesOfPage(
    /[\\/]src[\\/](registers[\\/](?!index|formulas)[\w-]+|deals[\\/](?!index|deal)[\w-]+)\.ts$/,
    'src/appsscript/register-data.ts',
  );
  const { text } = await bundle({
    entryPoints: ['src/appsscript/main.ts'],
    globalName: ADD_ON,
    plugins: [shared.plugin, packages.plugin, dataModules(/[\\/]src[\\/]appsscript[\\/]menu\.ts$/), registers.plugin],
  });
  const notices = await Promise.all(packages.metafiles.map((metafile) => noticesOf(metafile)));
  return { text, notices, shared: shared.takenBy(text), data: registers.data() };
}

const onceCalled = (addOn: string): string => `function ${LOAD}() {
${addOn}return ${ADD_ON};
}
function ${CALL}(name, given) {
  const addOn = ${CALL}.addOn || (${CALL}.addOn = ${LOAD}());
  return addOn.${GUARD}(name, given, addOn[name]);
}
`;

function functionStubs(): string[] {
  const typed = CATALOGUE.flatMap(([, functions]) => functions).flatMap((of) => [
    stubFor(of, FUNCTIONS),
    ...(isRowByRow(of.definition) ? [rowsStubFor(of.definition, FUNCTIONS)] : []),
  ]);
  return [...typed, ...OF_REGISTERS.map((of) => plainStubFor(of, FUNCTIONS))];
}

/** Nothing that the language or a library says by itself comes out of it. */
const entryStub = (name: string): string =>
  `function ${name}() { return ${CALL}(${JSON.stringify(name)}, arguments); }`;

const formStub = ({ show, form }: FormItem): string =>
  `function ${show}() { return ${CALL}("showForm", [${JSON.stringify(form)}]); }`;

/**
 * The add-on's own entry points, and the menu items that show a form (the menu knows a function by its name only), asked
 * of the script itself. That it can be loaded here, where no service exists, also shows that loading touches none but the
 * one that reads its files: as in the one file that people paste, a function answers these.
 */
function shownBy(code: string, registers: string): { entryPoints: string[]; items: readonly FormItem[] } {
  const exported = runInNewContext(`${code}; ${LOAD}()`, { partnerLedgerPages_: () => registers }) as Record<
    string,
    unknown
  >;
  return {
    entryPoints: Object.keys(exported).filter((name) => typeof exported[name] === 'function' && name !== GUARD),
    items: exported.FORM_ITEMS as readonly FormItem[],
  };
}
