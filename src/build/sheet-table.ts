import { readFile, writeFile } from 'node:fs/promises';
import { REGISTERS } from '../registers';
import { PAGES } from '../registers/pages';

const README = 'README.md';

/** Between these the README tells what is in the sheet, as the registers have it. */
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
  const rows = [...PAGES, ...REGISTERS].map(({ name, question, pack }) => [
    `\`${name}\``,
    pack === undefined ? question : `${question} (when it is wanted)`,
  ]);
  const lines = [['tab', 'what it answers'], ...rows];
  const widths = [0, 1].map((at) => Math.max(...lines.map((line) => line[at]!.length)));
  const [head, ...body] = lines.map((line) => `| ${line.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`);
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n');
}
