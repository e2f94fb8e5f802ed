import { DESIGNS } from '../../src/build/designs';
import { DOCUMENTS } from '../../src/documents';
import { COLUMNS } from '../../src/documents/tab-layout';
import type { Part, Template } from '../../src/documents/template';
import { REGISTERS } from '../../src/registers';
import { TOPICS } from '../../src/registers/agreement-topics';
import { LISTS } from '../../src/registers/checklist-questions';
import { PAGES } from '../../src/registers/pages';
import { tablesOf } from '../../src/schema/register';

/** Every document names tables, columns and rows that there are: what is renamed elsewhere fails here, not on paper. */

const WORKED_OUT: Readonly<Record<string, readonly string[]>> = {
  account: ['figure', 'amount'],
  accountLines: ['line', 'of', 'base', 'rate', 'amount', 'why'],
};

const parts = (template: Template): Part[] => template.sections.flatMap((section) => [...section.parts]);
const tables = REGISTERS.flatMap((register) => [...tablesOf(register)]);
const columnsOf = (id: string): readonly string[] | undefined => {
  const table = tables.find((one) => one.id === id);
  return table ? Object.keys(table.columns) : (WORKED_OUT[id] ?? PAGES.find((page) => page.id === id)?.columns);
};
/** The words that a fresh sheet has in a column that rows are known by. */
const beginningWith = (id: string, key: string): unknown[] =>
  (tables.find((one) => one.id === id)!.initial ?? []).map((row) => row[key]);

it('there are the documents that were asked for', () => {
  expect(DOCUMENTS.map(({ title }) => title)).toEqual([
    'Side by side',
    'Shared vision',
    'Charter',
    'Memorandum of understanding',
    'Kick-off agenda',
    'Brief',
    'Playbook',
    'Review pack',
    'Statement',
    'Retrospective',
    'Exit plan',
  ]);
});

describe.each(DOCUMENTS.map((template) => [template.id, template] as const))('%s', (_, template) => {
  it('draws on tables and columns that there are, at most six wide', () => {
    for (const part of parts(template)) {
      if (part.kind === 'fact' && 'table' in part.place) {
        const { table, column, key, is } = part.place;
        expect([table, columnsOf(table)]).toEqual([table, expect.arrayContaining([column, key])]);
        expect([table, beginningWith(table, key)]).toEqual([table, expect.arrayContaining([is])]);
      }
      if (part.kind !== 'rows') continue;
      const { table, columns, where = {}, unless = {}, filled = [], newest, together, needs } = part;
      const named = [
        ...columns,
        ...Object.keys(where),
        ...Object.keys(unless),
        ...filled,
        ...(needs ? [needs.column, needs.called] : []),
      ];
      expect([table, columnsOf(table)]).toEqual([table, expect.arrayContaining(named)]);
      for (const key of [newest, together]) if (key) expect([table, columnsOf(table)]).toEqual([table, expect.arrayContaining([key])]); // prettier-ignore
      expect(columns.length).toBeLessThanOrEqual(COLUMNS);
    }
  });

  it('finds its places on the Scorecard', () => {
    const cells = Object.values(DESIGNS.scorecard!.at(-1)!.cells);
    for (const part of parts(template)) {
      if (part.kind === 'cards') expect(cells).toEqual(expect.arrayContaining([...part.titles]));
      if (part.kind === 'fact' && 'page' in part.place) {
        const { find, where } = part.place;
        const isThere = cells.some((cell) => (where === 'itself' ? cell.includes(`"${find}`) : cell === find));
        expect([find, isThere]).toEqual([find, true]);
      }
      if (part.kind !== 'under') continue;
      expect([part.title, cells.includes(part.title)]).toEqual([part.title, true]);
      for (const heading of part.headings ?? []) {
        // A heading may follow from a formula.
        expect([heading, cells.some((cell) => cell === heading || cell.includes(`"${heading}"`))]).toEqual([
          heading,
          true,
        ]);
      }
      expect((part.headings ?? []).length).toBeLessThanOrEqual(COLUMNS + 1);
    }
  });

  it('asks for kinds, lists and states that there are', () => {
    const lists = LISTS.map(({ name }) => name);
    const topics = Object.values(TOPICS).flatMap((chapter) => Object.keys(chapter));
    const kinds = beginningWith('decisionKinds', 'name');
    const known: Readonly<Record<string, readonly unknown[]>> = {
      'checklists.list': lists,
      'agreement.chapter': Object.keys(TOPICS),
      'positions.topic': topics,
      'decisions.kind': kinds,
      'items.stage': beginningWith('itemStages', 'name'),
    };
    for (const part of parts(template)) {
      if (part.kind !== 'rows') continue;
      for (const [key, words] of Object.entries({ ...part.where, ...part.unless })) {
        const all = known[`${part.table}.${key}`];
        if (all) expect(all).toEqual(expect.arrayContaining([...words]));
      }
    }
  });

  it('says for whom it is, in sentences that end', () => {
    expect(template.forWhom.length).toBeGreaterThan(40);
    expect(template.frameworks.length).toBeGreaterThan(0);
    for (const part of parts(template)) {
      if (part.kind === 'words') expect(part.text).toMatch(/[.?!]$/);
      if (part.kind === 'rows' && part.none !== undefined) expect(part.none).toMatch(/[.?]$/);
    }
  });
});
