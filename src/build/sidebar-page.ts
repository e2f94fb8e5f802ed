import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { functionHelp } from './function-help';
import { noticesOf } from './notices';
import { scriptJson } from './script-json';

/** The page with the forms. */
export const sidebarPage = (): Promise<string> =>
  page({ script: 'src/sidebar/app.tsx', styles: 'src/sidebar/sidebar.css', html: 'src/sidebar/sidebar.html' });

/** The page of the import: it brings the reader of files, which no other form needs. */
export function importPage(): Promise<string> {
  const folder = 'src/sidebar/import';
  return page({ script: `${folder}/page.tsx`, styles: `${folder}/import.css`, html: `${folder}/import.html` });
}

/** The page of the export: it brings the makers of files. */
export function exportPage(): Promise<string> {
  const folder = 'src/sidebar/export';
  return page({ script: `${folder}/page.tsx`, styles: `${folder}/export.css`, html: `${folder}/export.html` });
}

/** The page of the documents: the list in the sidebar, and the paper in a dialog. */
export function documentsPage(): Promise<string> {
  const folder = 'src/sidebar/documents';
  return page({ script: `${folder}/page.tsx`, styles: `${folder}/documents.css`, html: `${folder}/documents.html` });
}

/** The page with the help of the functions, and the help in it. */
export async function functionsPage(): Promise<string> {
  const folder = 'src/sidebar/functions';
  const html = await page({
    script: `${folder}/page.tsx`,
    styles: `${folder}/functions.css`,
    html: `${folder}/functions.html`,
  });
  return html.replace('/* functions */', () => scriptJson(functionHelp()));
}

/** One HTML page with its script and styles inside: HtmlService serves no other files. */
async function page(source: { script: string; styles: string; html: string }): Promise<string> {
  const { outputFiles, metafile } = await build({
    entryPoints: { page: source.script, styles: source.styles },
    outdir: 'out',
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    legalComments: 'none',
    logLevel: 'warning',
    tsconfig: 'src/sidebar/tsconfig.json',
    // HtmlService takes what looks like a comment out of template literals, even "https://".
    supported: { 'template-literal': false },
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))!.text;
  const script = `${await noticesOf(metafile)}\n${text('page.js')}`;
  if (/<\?|<\/script/i.test(script)) {
    throw new Error(`The script of ${source.html} holds "<?" or "</script", which end it early.`);
  }
  const html = await readFile(source.html, 'utf8');
  return html.replace('/* styles */', () => text('styles.css')).replace('/* script */', () => script);
}
