import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { version } from '../../package.json';
import { TEMPLATES } from '../documents';
import { samplePage } from './sample-page';
import { dataPage } from './data-page';
import { DESIGNS } from './designs';
import { serverScript } from './server-script';
import { documentsPage, exportPage, functionsPage, importPage, sidebarPage } from './sidebar-page';

/** What clasp pushes: exactly these files. */
export const PROJECT_FILES = [
  'Code.js',
  'appsscript.json',
  'documents.html',
  'export.html',
  'functions.html',
  'import.html',
  'pages.html',
  'registers.html',
  'sample.html',
  'sidebar.html',
  'templates.html',
] as const;

/** Compiles the add-on into `folder`, which then holds what is pushed to Google and nothing else. */
export async function buildProject(folder = 'dist'): Promise<void> {
  const { script, registers } = await serverScript(version);
  const contents: Record<(typeof PROJECT_FILES)[number], string> = {
    'Code.js': script,
    'appsscript.json': await readFile('appsscript.json', 'utf8'),
    'documents.html': await documentsPage(),
    'export.html': await exportPage(),
    'functions.html': await functionsPage(),
    'import.html': await importPage(),
    'sample.html': await samplePage(),
    'pages.html': dataPage(DESIGNS),
    'registers.html': registers,
    'sidebar.html': await sidebarPage(),
    'templates.html': dataPage(TEMPLATES),
  };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all(PROJECT_FILES.map((name) => writeFile(join(folder, name), contents[name])));
}
