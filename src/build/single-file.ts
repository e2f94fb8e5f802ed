import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { version } from '../../package.json';
import { PROJECT_FILES } from './build';

/** For who has no terminal: the whole add-on as one text that is pasted into a sheet's script editor. */
export const SINGLE_FILE = 'partner-ledger.gs';

/** A browser that shows the file breaks off lines that are far longer. */
const CHARACTERS_A_LINE = 1_000;

/** Writes the one file beside what is pushed. @param folder what `buildProject` has filled */
export async function writeSingleFile(folder = 'dist'): Promise<void> {
  await writeFile(join(folder, SINGLE_FILE), await singleFile(folder));
}

/** The script of a built project with its pages in it as texts. */
export async function singleFile(folder: string): Promise<string> {
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  const names = PROJECT_FILES.filter((name) => name.endsWith('.html'));
  const pages = await Promise.all(
    names.map(async (name) => `    case ${JSON.stringify(name.replace('.html', ''))}:\n${returned(await read(name))}`),
  );
  return [
    HEADER,
    await read('Code.js'),
    'function partnerLedgerPages_(name) {',
    '  switch (name) {',
    ...pages,
    '  }',
    '}\n',
  ].join('\n');
}

/** Google looks for this mark in the first comment: with it nothing but the sheet that holds the script is asked for. */
const HEADER = `/**
 * Partner Ledger ${version}: the whole add-on in one file.
 *
 * Open Extensions > Apps Script in your sheet, paste this in place of what stands there, save, and reload the sheet.
 * A newer file is pasted in the same way: it takes the place of all of this one.
 *
 * @OnlyCurrentDoc
 */
`;

/** A statement that answers a text. */
function returned(text: string): string {
  const lines: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = at + CHARACTERS_A_LINE;
    // Both halves of a character outside the basic plane stay together.
    if (/[\uD800-\uDBFF]/.test(text[end - 1] ?? '')) end += 1;
    lines.push(`        ${JSON.stringify(text.slice(at, end))},`);
    at = end;
  }
  return ['      return [', ...lines, "      ].join('');"].join('\n');
}
