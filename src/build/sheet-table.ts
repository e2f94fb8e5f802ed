import { readFile, writeFile } from 'node:fs/promises';
import { DOCUMENTS } from '../documents';
import { REGISTERS } from '../registers';
import { PAGES } from '../registers/pages';

const README = 'README.md';

/** Between these the README tells what is in the sheet, as registers and documents have it. */
const PLACE = /(<!-- What is in the sheet[^>]*-->\n\n)[\s\S]*?(\n\n<!-- until here -->)/;

/** The README with its table of tabs as the registers have it. @throws Error where the README has no place for it */
export function withSheetTable(readme: string): string {
  if (!PLACE.test(readme)) throw new Error('The README has no place for what is in the sheet.');
  return readme.replace(PLACE, (_, begin: string, end: string) => begin + sheetTable() + end);
}

export async function writeSheetTable(): Promise<void> {
  await writeFile(README, withSheetTable(await readFile(README, 'utf8')));
}

function sheetTable(): string {
  const tabs = [...PAGES, ...REGISTERS].map(({ name, question, pack }) => [
    `\`${name}\``,
    pack === undefined ? question : `${question} (when it is wanted)`,
  ]);
  const documents = DOCUMENTS.map(({ title, forWhom }) => [title, forWhom]);
  return [
    ...tableOf(['tab', 'what it answers'], tabs),
    '',
    '_Documents_ in the menu fills these in from the tabs, says what is still open, prints them (A4, Letter, PDF), and puts them into a tab:',
    '',
    ...tableOf(['document', 'for whom'], documents),
    '',
    'Where each framework, rule and checklist works stands in the [map](src/documents/WHERE.md).',
  ].join('\n');
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const lines = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  const [first, ...body] = lines.map((line) => `| ${line.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`);
  return [first!, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body];
}
