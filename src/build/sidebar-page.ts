import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { noticesOf } from './notices';

/** The sidebar as one HTML page with its script and styles inside: HtmlService serves no other files. */
export async function sidebarPage(): Promise<string> {
  const { outputFiles, metafile } = await build({
    entryPoints: { page: 'src/sidebar/app.tsx', styles: 'src/sidebar/sidebar.css' },
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
  if (/<\?|<\/script/i.test(script))
    throw new Error('The sidebar script holds "<?" or "</script", which end it early.');
  const page = await readFile('src/sidebar/sidebar.html', 'utf8');
  return page.replace('/* styles */', () => text('styles.css')).replace('/* script */', () => script);
}
