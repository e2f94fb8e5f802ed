import { writeFile } from 'node:fs/promises';
import { DEALS } from '../deals';
import { DOCUMENTS } from '../documents';
import { FRAMEWORKS, type Where } from '../documents/frameworks';
import { REGISTERS } from '../registers';
import { PAGES } from '../registers/pages';

export const MAP_FILE = 'src/documents/WHERE.md';

/** Where a framework works, in the words that people find it by; none where it does not work yet. */
export function placesOf(id: string): string[] {
  const naming = <T extends { frameworks?: readonly string[] }>(all: readonly T[]): T[] =>
    all.filter(({ frameworks = [] }) => frameworks.includes(id));
  return [
    ...naming([...PAGES, ...REGISTERS]).map(({ name }) => `page ${name}`),
    ...(FRAMEWORKS[id]?.in ?? []).map(inWords),
    ...naming(DOCUMENTS).map(({ title }) => `document ${title}`),
  ].filter((place, at, all) => all.indexOf(place) === at);
}

function inWords(where: Where): string {
  if ('menu' in where) return `menu _${where.menu}_`;
  if ('tab' in where) return `page ${[...PAGES, ...REGISTERS].find(({ id }) => id === where.tab)!.name}`;
  if ('function' in where) return `\`${where.function}\``;
  if ('setting' in where) return `setting _${where.setting}_`;
  if ('deal' in where) return `deal _${DEALS.find(({ id }) => id === where.deal)!.name}_`;
  if ('scorecard' in where) return `Scorecard, _${where.scorecard}_`;
  return `list _${where.list}_ in Checklists`;
}

const CHAPTERS: Readonly<Record<string, string>> = {
  A: 'Deciding',
  B: 'Numbers and rules',
  C: 'Checklists',
  D: 'Logs, forms and documents',
};

/** The map as a page of its own; `npm run build` writes it. */
export function mapText(): string {
  const chapters = Object.entries(CHAPTERS).map(([letter, title]) => {
    const ids = Object.keys(FRAMEWORKS).filter((id) => id.startsWith(letter));
    const lines = ids.map((id) => `| ${id} | ${FRAMEWORKS[id]!.name} | ${placesOf(id).join(' · ') || 'not yet'} |`);
    return [`## ${letter} ${title}`, '', '| | what it is | where it works |', '| --- | --- | --- |', ...lines].join(
      '\n',
    );
  });
  return `${[HEADER, ...chapters].join('\n\n')}\n`;
}

const HEADER = `# What is in the sheet, and where

Every framework, rule, checklist and document that the add-on was made for, and where people meet it. \`npm run build\` writes this
page from what the pages and documents say of themselves and from [frameworks.ts](frameworks.ts).`;

export const writeMap = (): Promise<void> => writeFile(MAP_FILE, mapText());
