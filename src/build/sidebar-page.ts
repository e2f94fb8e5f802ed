import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { functionHelp } from './function-help';
import { noticesOf } from './notices';
import { scriptJson } from './script-json';

/** What every page is made in: its title, its data, its styles and its script stand where this file says. */
const SHELL = 'src/sidebar/page.html';

interface Source {
  title: string;
  /** Where its script and its styles are. */
  script: string;
  styles: string;
  /** What the script reads from an element of this id. */
  data?: { id: string; json: string };
}

/** The page with the forms. */
export const sidebarPage = (): Promise<string> =>
  page({ title: 'Partner Ledger', script: 'src/sidebar/app.tsx', styles: 'src/sidebar/sidebar.css' });

/** The page of the import: it brings the reader of files, which no other form needs. */
export const importPage = (): Promise<string> => page(inFolder('Import'));

/** The page of the export: it brings the makers of files. */
export const exportPage = (): Promise<string> => page(inFolder('Export'));

/** The page of the documents: the list in the sidebar, and the paper in a dialog. */
export const documentsPage = (): Promise<string> => page(inFolder('Documents'));

/** The page with the help of the functions, and the help in it. */
export const functionsPage = (): Promise<string> =>
  page({ ...inFolder('Functions'), data: { id: 'functions', json: scriptJson(functionHelp()) } });

/** A page that has a folder of its name. */
function inFolder(title: string): Source {
  const name = title.toLowerCase();
  return { title, script: `src/sidebar/${name}/page.tsx`, styles: `src/sidebar/${name}/${name}.css` };
}

/** One HTML page with its script and styles inside: a project can serve no other files. */
async function page(source: Source): Promise<string> {
  const { outputFiles, metafile } = await build({
    entryPoints: { page: source.script, styles: source.styles },
    outdir: 'out',
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    // A character as itself is shorter than its code; the page says that it is in UTF-8.
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    tsconfig: 'src/sidebar/tsconfig.json',
    // Google takes what looks like a comment out of template literals, even "https://".
    supported: { 'template-literal': false },
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))!.text;
  const script = `${await noticesOf(metafile)}\n${text('page.js')}`;
  if (/<\?|<\/script/i.test(script)) {
    throw new Error(`The script of ${source.script} holds "<?" or "</script", which end it early.`);
  }
  const { title, data } = source;
  const element = data ? `<script id="${data.id}" type="application/json">\n      ${data.json}\n    </script>` : '';
  return filled(await readFile(SHELL, 'utf8'), {
    '<!-- title -->': title,
    '<!-- data -->': element,
    '/* styles */': text('styles.css'),
    '/* script */': script,
  });
}

/**
 * The shell with something in each of its places.
 * @throws Error where a place is not there, or twice
 */
export function filled(shell: string, places: Readonly<Record<string, string>>): string {
  const wrong = Object.keys(places).filter((place) => shell.split(place).length !== 2);
  if (wrong.length > 0) throw new Error(`${SHELL} should hold once: ${wrong.join(', ')}`);
  const isPlace = new RegExp(Object.keys(places).map(escaped).join('|'), 'g');
  // At once: what stands in one place is not looked through for the next.
  return shell.replace(isPlace, (place) => places[place]!);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
