import { ENTRY_REGISTERS, REGISTERS } from '../../src/registers';
import type { Column } from '../../src/schema/column';
import type { FieldModel } from '../../src/schema/form';
import type { Register } from '../../src/schema/register';
import { Partnership } from '../support/partnership';

/**
 * What people do to a sheet, tried on every register at once, with all pages in the sheet: no figure moves to another row or
 * changes, on no page, and every form still works. What is asked of a few tabs in more depth is in the long tests.
 */

/** A tab as people see it. */
interface Tab {
  id: number;
  name: string;
  cells: string[][];
}

const ACTS: [what: string, act: string, back: string][] = [
  ['a row is inserted above row 2', 'sheet.insertRowsBefore(2, 1);', 'sheet.deleteRow(2);'],
  ['a row is inserted above row 3', 'sheet.insertRowsBefore(3, 1);', 'sheet.deleteRow(3);'],
  ['three rows are inserted above row 2 and taken away', 'sheet.insertRowsBefore(2, 3); sheet.deleteRows(2, 3);', ''],
  ['a row is inserted above row 1', 'sheet.insertRowsBefore(1, 1);', 'sheet.deleteRow(1);'],
  ['a column is inserted before ours', 'sheet.insertColumnBefore(1);', 'sheet.deleteColumn(1);'],
  [
    'the first column is moved to the end',
    'sheet.moveColumns(sheet.getRange("A:A"), sheet.getMaxColumns() + 1);',
    'sheet.moveColumns(sheet.getRange(1, sheet.getMaxColumns()), 1);',
  ],
  [
    'a column of a person’s own has the heading of one of ours',
    'sheet.insertColumnBefore(1); sheet.getRange(1, 1, 3).setValues([[heading], ["own"], ["own"]]);',
    'sheet.deleteColumn(1);',
  ],
  ['the tab is renamed', 'sheet.setName("Our " + sheet.getName());', 'sheet.setName(sheet.getName().slice(4));'],
  ['the tab is duplicated', 'sheet.copyTo(book);', ''],
];

const isTyped = ({ filled }: Column): boolean => filled === 'by people';
const headingsOf = ({ columns }: Register): string[] => Object.values(columns).map(({ header }) => header);

/** Something that people may type into a cell. */
function typed({ input, choices, header }: Column, at: number): string | number {
  if (choices) {
    if ('listed' in choices) return choices.listed[at % choices.listed.length]!;
    if (choices.table === 'parties') return ['Studio', 'Brand'][at]!;
    return choices.table === 'kinds' ? 'hours' : '';
  }
  if (input === 'day') return `2026-0${at + 3}-15`;
  if (input === 'number' || input === 'rating') return at + 2;
  return input === 'link' ? 'https://example.com/' : `${header} ${at}`;
}

/** Something that may stand in a field. */
function anything({ input, choices, initial }: FieldModel): string {
  if (input === 'choice') return choices[0]?.value ?? '';
  if (input === 'day') return initial || '2027-12-31';
  if (input === 'number' || input === 'rating') return '2';
  return input === 'link' ? 'https://example.com/' : 'Written';
}

/** What the other cells of a row leave open. */
const FITTING: Record<string, Record<string, string>> = {
  revenue: { refundOf: '' },
  terms: { term: 'bonus', item: '', threshold: '', mode: '', per: '' },
  items: { acceptedOn: '2026-03-01', acceptedBy: 'Brand' },
  payments: { party: 'Studio', from: 'Brand' },
};

let partnership: Partnership;
/** The tabs of the registers, which stay what they are whatever they are called. */
let tabs: Map<Register, number>;
/** What every page says before anything is done to it, and after every act that was taken back. */
let standing: Record<string, unknown>;

const everywhere = (code: string): unknown =>
  partnership.script(
    `const headings = ${JSON.stringify([...tabs].map(([register, id]) => [id, Object.values(register.columns).find(isTyped)?.header ?? 'Own']))};
     for (const [id, heading] of headings) {
       const sheet = book.getSheets().find((one) => one.getSheetId() === id);
       if (sheet.isSheetHidden()) continue;
       ${code}
     }`,
  );

const allTabs = (): Tab[] =>
  partnership.script(
    `return book.getSheets().map((sheet) =>
       ({ id: sheet.getSheetId(), name: sheet.getName(), cells: sheet.getDataRange().getDisplayValues() }));`,
  ) as Tab[];

const cellsOf = (register: Register): string[][] =>
  partnership.script(
    `return book.getSheets().find((sheet) => sheet.getSheetId() === ${tabs.get(register)}).getDataRange().getDisplayValues();`,
  ) as string[][];

/** Where something stands may change; what is said of it may not. */
const withoutPlaces = (text: string): string =>
  text.replace(/\b[Rr]ows? \d+|range=[A-Z]*\d+:[A-Z]*\d+|“?Our (?=[A-Z])/g, '');

/** The rows of every register, each by its headings, and the other pages as they are. */
function figures(): Record<string, unknown> {
  const now = allTabs();
  const registers = [...tabs].map(([register, id]) => {
    const cells = now.find((tab) => tab.id === id)!.cells;
    const wanted = headingsOf(register);
    const at = cells.findIndex((row) => wanted.filter((heading) => row.includes(heading)).length > 1);
    const places = wanted.map((heading) => [heading, cells[at]!.lastIndexOf(heading)] as const);
    const rows = cells
      .slice(at + 1)
      .map((row) => places.map(([heading, place]) => `${heading}: ${withoutPlaces(row[place] ?? '')}`))
      .filter((row) => row.some((cell) => !cell.endsWith(': ')));
    return [register.name, rows.map((row) => row.join(' | ')).sort()] as const;
  });
  const ours = new Set(tabs.values());
  const pages = now
    .filter(({ id, name }) => !ours.has(id) && !/copy/i.test(name))
    .map(({ name, cells }) => [name, cells.map((row) => row.map(withoutPlaces).join(' | '))] as const);
  return Object.fromEntries([...registers, ...pages]);
}

beforeAll(async () => {
  partnership = await Partnership.withPages('all');
  const ids = partnership.script(`return book.getSheets().map((sheet) => [sheet.getName(), sheet.getSheetId()]);`) as [
    string,
    number,
  ][];
  tabs = new Map(REGISTERS.map((register) => [register, new Map(ids).get(register.name)!]));
  const rows = ENTRY_REGISTERS.map((register) => [
    register.name,
    [0, 1].map((at) =>
      Object.values(register.columns).flatMap((column) =>
        isTyped(column) ? [[column.header, typed(column, at)]] : [],
      ),
    ),
  ]);
  partnership.script(`for (const [name, rows] of ${JSON.stringify(rows)}) {
    const sheet = book.getSheetByName(name);
    const headings = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getDisplayValues()[0];
    rows.forEach((row, at) => row.forEach(([heading, cell]) =>
      sheet.getRange(2 + at, headings.indexOf(heading) + 1).setValue(cell)));
  }`);
  standing = figures();
}, 240_000);

afterAll(() => partnership.host.close());

describe('In every tab', () => {
  it('stand rows of which something is known', () => {
    for (const { name } of ENTRY_REGISTERS)
      expect([name, (standing[name] as unknown[]).length >= 2]).toEqual([name, true]);
    expect(standing.Scorecard).toBeDefined();
  });

  // What is taken back is looked at together with the next act: each look is a calculation of the whole workbook.
  it.each(ACTS)('no figure leaves its row, and no page changes, when %s', (_what, act, back) => {
    everywhere(act);
    expect(figures()).toEqual(standing);
    everywhere(back);
    if (act.includes('copyTo'))
      partnership.script(
        `book.getSheets().filter((one) => /copy/i.test(one.getName())).forEach((one) => book.deleteSheet(one));`,
      );
  });

  it('everything is as it was once all that was taken back', () => {
    expect(figures()).toEqual(standing);
  });
});

describe('With rows above, a column before, other headings and other names', () => {
  beforeAll(() => {
    const entered = [...tabs].map(([{ columns }, id]) => [
      id,
      Object.values(columns).flatMap(({ header, filled }) => (filled === 'by formula' ? [] : [header])),
    ]);
    partnership.script(`for (const [id, headings] of ${JSON.stringify(entered)}) {
      const sheet = book.getSheets().find((one) => one.getSheetId() === id);
      if (sheet.isSheetHidden()) continue;
      const row = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getDisplayValues()[0];
      headings.forEach((heading, at) => {
        const place = row.indexOf(heading);
        if (place >= 0) sheet.getRange(1, place + 1).setValue('Our name ' + at);
      });
      sheet.insertRowsBefore(2, 1);
      sheet.insertColumnBefore(1);
      sheet.setName('Our ' + sheet.getName());
    }`);
  });

  it.each(ENTRY_REGISTERS.map((register) => [register.name, register] as const))(
    'the form of %s writes its row',
    (_name, register) => {
      const rows = (): string[][] =>
        cellsOf(register)
          .slice(1)
          .filter((row) => row.some((cell) => cell.startsWith(register.named.prefix)));
      const before = rows().length;
      const opened = partnership.open(register.form.id);
      if (opened.kind !== 'form') throw new Error(JSON.stringify(opened));
      const values = Object.fromEntries(opened.form.fields.map((field) => [field.key, anything(field)]));
      const outcome = partnership.submit(register.form.id, { ...values, ...FITTING[register.id] });
      expect(outcome).toMatchObject({ kind: 'written' });
      expect(rows()).toHaveLength(before + 1);
    },
  );

  it('Set up finds everything where it is', () => {
    // The row above has pushed down what lists are taken from, and the forms have made the Scorecard longer.
    expect(partnership.submit('set-up', {})).toMatchObject({
      message: expect.stringMatching(
        /^(?:This sheet is already set up|Lists of choices put right: |Room for what there is now: Scorecard\.)/,
      ),
    });
    expect(partnership.submit('set-up', {})).toMatchObject({ message: expect.stringContaining('already set up') });
  });
});
