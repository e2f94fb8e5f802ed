import fc from 'fast-check';
import { fill } from '../../src/documents/fill';
import type { Source, SourceTable } from '../../src/documents/source';
import { layOutDocument, spansOf, COLUMNS } from '../../src/documents/tab-layout';
import { anyRows, lines, onScorecard, rows, setting, signatures, topic, words, type Part, type Template } from '../../src/documents/template'; // prettier-ignore

/** Filling in, over plain tables. */

const table = (id: string, headings: Record<string, string>, ...cells: string[][]): SourceTable => ({
  tab: { id, name: `The ${id}` },
  headings: Object.fromEntries(Object.entries(headings).map(([key, text]) => [key, { text, width: 100 }])),
  rows: cells.map((row, at) => {
    const shown = Object.fromEntries(Object.keys(headings).map((key, column) => [key, row[column] ?? '']));
    return { row: at + 2, shown, values: shown };
  }),
});

const sourceOf = (tables: Record<string, SourceTable> = {}, page: string[][] | null = null): Source => ({
  sides: ['Studio', 'Brand'],
  today: '2026-03-31',
  table: (id) => tables[id] ?? null,
  page: (id) => page && { tab: { id, name: 'Scorecard' }, cells: page },
});

const templateOf = (...parts: Part[]): Template => ({
  ...{ id: 'it', title: 'It', forWhom: 'Both', frameworks: [] },
  sections: [{ title: 'One', parts }],
});

const filled = (source: Source, ...parts: Part[]) => fill(templateOf(...parts), source, {});
const blocks = (source: Source, ...parts: Part[]) => filled(source, ...parts).blocks.slice(1);

const AGREEMENT = { topic: 'Topic', agreed: 'Agreed' };

describe('filling a document in', () => {
  it('fills cells in, and says which are empty and where they stand', () => {
    const source = sourceOf({ agreement: table('agreement', AGREEMENT, ['Scope', 'Ten episodes'], ['Vision', '']) });
    const {
      blocks: all,
      gaps,
      places,
      draws,
    } = filled(source, topic('Scope'), topic('Vision', 'Our vision'), topic('Tools'));
    expect(all.slice(1)).toEqual([
      { kind: 'fact', label: 'Scope', text: 'Ten episodes', isEmpty: false },
      { kind: 'fact', label: 'Our vision', text: 'not yet agreed', isEmpty: true },
      { kind: 'fact', label: 'Tools', text: 'not yet agreed', isEmpty: true },
    ]);
    expect([places, draws]).toEqual([3, ['The agreement']]);
    expect(gaps).toEqual([
      {
        what: 'Our vision',
        tab: 'The agreement',
        tabId: 'agreement',
        row: 3,
        how: 'Row 3: Edit the selected row',
        add: null,
      },
      {
        what: 'Tools',
        tab: 'The agreement',
        tabId: 'agreement',
        row: null,
        how: 'Add a topic to the agreement, in the menu',
        add: null,
      },
    ]);
  });

  it('says which page is to be added where the sheet does not have it', () => {
    const { gaps } = filled(
      sourceOf(),
      topic('Scope'),
      rows('terms', ['inWords'], 'Terms'),
      rows('positions', ['topic'], 'Positions'),
    );
    expect(gaps.map(({ tab, tabId, add }) => [tab, tabId, add])).toEqual([
      ['Agreement', null, { id: 'agreement', name: 'Agreement' }],
      ['Terms', null, { id: 'money', name: 'Money' }],
      ['Positions', null, { id: 'agreement', name: 'Agreement' }],
    ]);
  });

  it('sends to the menu for what nobody types', () => {
    const sealed = table('sealed', { side: 'Side' });
    expect(filled(sourceOf({ sealed }), rows('sealed', ['side'], 'Hopes'))).toMatchObject({
      gaps: [{ what: 'Hopes', tabId: 'sealed', how: 'What we want, in the menu' }],
    });
  });

  it('knows the row of a setting that is empty, and a name with other spaces and case', () => {
    const settings = table(
      'settings',
      { setting: 'Setting', value: 'Value' },
      ['days  of notice', '30'],
      ['Currency', ''],
    );
    expect(filled(sourceOf({ settings }), setting('Days of notice'), setting('Currency'))).toMatchObject({
      blocks: [{}, { text: '30' }, { isEmpty: true }],
      gaps: [{ what: 'Currency', row: 3, how: 'Row 3: type it there' }],
    });
  });

  it('takes the rows that belong here, in their order, and counts the others', () => {
    const decisions = table(
      'decisions',
      { date: 'Date', kind: 'Kind', what: 'What' },
      ['2026-01-01', 'lesson', 'a'],
      ['2026-03-01', 'Lesson', 'b'],
      ['2026-02-01', 'idea', 'c'],
      ['2026-02-02', 'lesson', ''],
    );
    // Days as the sheet holds them.
    const days = [46023, 46082, 46054, 46055];
    const rowsOf = {
      ...decisions,
      rows: decisions.rows.map((row, at) => ({ ...row, values: { ...row.values, date: days[at]! } })),
    };
    const part = (most: number) =>
      rows('decisions', ['what'], 'Lessons', { where: { kind: ['lesson'] }, filled: ['what'], newest: 'date', most });
    expect(blocks(sourceOf({ decisions: rowsOf }), part(9), part(1))).toMatchObject([
      { kind: 'table', rows: [['b'], ['a']], after: '' },
      { kind: 'table', rows: [['b']], after: 'and 1 more in The decisions' },
    ]);
  });

  it('puts rows with the same word together, in the order of the sheet', () => {
    const positions = table('positions', { topic: 'Topic', side: 'Side' }, ['B', '1'], ['A', '2'], ['b', '3']);
    expect(blocks(sourceOf({ positions }), rows('positions', ['topic', 'side'], 'x', { together: 'topic' }))).toMatchObject([
      { rows: [['B', '1'], ['b', '3'], ['A', '2']] },
    ]); // prettier-ignore
  });

  it('makes a cell of each row a place, where rows need it', () => {
    const parties = table('parties', { party: 'Party', liaison: 'Liaison' }, ['Studio', 'Ana'], ['Brand', '']);
    const part = rows('parties', ['party', 'liaison'], 'Sides', { needs: { column: 'liaison', called: 'party' } });
    expect(filled(sourceOf({ parties }), part)).toMatchObject({
      places: 2,
      gaps: [{ what: 'Brand', row: 3 }],
      blocks: [{}, { rows: [['Studio', 'Ana'], ['Brand', 'not yet agreed']] }],
    }); // prettier-ignore
  });

  it('says something else where nothing need be there', () => {
    const { blocks: all, gaps } = filled(sourceOf(), anyRows('risks', ['risk'], 'Risks', 'No risk is rated high.'));
    expect([all[1], gaps]).toEqual([{ kind: 'none', text: 'No risk is rated high.' }, []]);
  });

  it('takes a table of a page as far as it goes, of the sides alone where that is asked', () => {
    const page = [
      ['Scorecard', '', ''],
      ['Effort', 'hint', ''],
      ['side', 'share', 'gap'],
      ['Studio', '60%', '0%'],
      ['Brand', '', '1%'],
      ['Still open', '3', ''],
      ['', '', ''],
      ['Other', '', ''],
    ];
    const asked = (details: object) => blocks(sourceOf({}, page), onScorecard('Effort', 'Nothing yet.', details))[0];
    expect(asked({})).toMatchObject({ rows: [['Studio', '60%', '0%'], ['Brand', '', '1%'], ['Still open', '3', '']] }); // prettier-ignore
    expect(asked({ headings: ['side', 'gap'], ofSides: [] })).toMatchObject({
      columns: [{ heading: 'Side' }, { heading: 'Gap' }],
      rows: [['Studio', '0%'], ['Brand', '1%']],
    }); // prettier-ignore
    expect(blocks(sourceOf({}, page), onScorecard('Other', 'Nothing yet.'))).toEqual([
      { kind: 'none', text: 'Nothing yet.' },
    ]);
  });

  it('says the sides and the day in its words, and leaves other braces alone', () => {
    expect(blocks(sourceOf(), words('{sides} on {today}: {nothing}'), lines('Notes', 2), signatures)).toEqual([
      { kind: 'words', text: 'Studio and Brand on 2026-03-31: {nothing}' },
      { kind: 'lines', label: 'Notes', count: 2 },
      { kind: 'signatures', sides: ['Studio', 'Brand'] },
    ]);
  });

  it('changes no text of a person, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => text.trim() === text),
        (text) => {
          const source = sourceOf({ agreement: table('agreement', AGREEMENT, ['Scope', text]) });
          expect(blocks(source, topic('Scope'))).toMatchObject([{ text }]);
        },
      ),
    );
  });
});

describe('a document in a tab', () => {
  it('gives every table the whole width, wide columns more of it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 40, max: 500 }), { minLength: 1, maxLength: COLUMNS }), (widths) => {
        const spans = spansOf(widths.map((width) => ({ heading: '', width })));
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(COLUMNS);
        expect(Math.min(...spans)).toBeGreaterThan(0);
        const widest = widths.indexOf(Math.max(...widths));
        expect(spans[widest]).toBe(Math.max(...spans));
      }),
    );
  });

  it('is text alone, in rows of six cells, with room for long words', () => {
    const long = 'word '.repeat(200).trim();
    const source = sourceOf({ agreement: table('agreement', AGREEMENT, ['Scope', '=1+1'], ['Vision', long]) });
    const layout = layOutDocument(filled(source, topic('Scope'), topic('Vision'), lines('Notes', 2), signatures));
    for (const row of [...layout.cells, ...layout.formats]) expect(row).toHaveLength(COLUMNS);
    expect(new Set(layout.formats.flat())).toEqual(new Set(['@']));
    expect(layout.cells.flat()).toEqual(expect.arrayContaining(['=1+1', long, 'Studio', 'Brand']));
    const row = layout.cells.findIndex((cells) => cells.includes(long)) + 1;
    expect(layout.heights[row]).toBeGreaterThan(150);
    expect(layout.merged).toContain(`C${row}:F${row}`);
  });
});
