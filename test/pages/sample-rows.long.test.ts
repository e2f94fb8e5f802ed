import { createHash } from 'node:crypto';
import { ADDABLE } from '../../src/actions/setting-up/packs';
import { REGISTERS } from '../../src/registers';
import { tablesOf } from '../../src/schema/register';
import { enteredKeys } from '../../src/schema/table';
import { sealed, WISHES } from '../../src/registers/sealed';
import { addPage, addWithinBudget, errorsIn } from '../actions/support/gallery';
import { remove, start } from '../actions/support/sample';
import { Partnership } from '../support/partnership';

/** What Attention says of a cell that cannot be read, whatever the page. */
const UNREADABLE =
  /not possible|No such|plain number|are numbers|is a number|holds an error|Counts as|Not counted|Not judged|Left out|Not scored|No (?:score|place|priority|advice)/;

const PAGES = ADDABLE.map(({ id }) => id).filter((id) => id !== 'money' && REGISTERS.some(({ pack }) => pack === id));
const TABS = REGISTERS.filter(({ pack }) => PAGES.includes(pack!));
const isOfSample = (row: Record<string, unknown>): boolean => String(row.ID).includes('SAMPLE-');

const counts = (partnership: Partnership): Record<string, number> =>
  Object.fromEntries(TABS.map(({ name }) => [name, partnership.rows(name).filter(isOfSample).length]));

describe('The rows of the sample on pages', () => {
  let partnership: Partnership;
  afterEach(() => partnership.host.close());

  it('come with the sample, can all be read, and go with it', async () => {
    partnership = await Partnership.withPages('all');
    partnership.script(
      `const sheet = book.getSheetByName('Settings'); const at = sheet.getRange('1:1').getValues()[0].indexOf('Party') + 1;
       sheet.getRange(2, at, 2, 5).clearContent();`,
    );
    expect(start(partnership)).toMatchObject({ kind: 'written' });
    const filled = counts(partnership);
    const named = TABS.filter((register) => register.named || register.id === sealed.id).map(({ name }) => name);
    expect(named.filter((name) => filled[name]! < 2)).toEqual([]);
    const said = TABS.flatMap(({ name }) => partnership.rows(name).map((row) => String(row.Attention ?? '')));
    expect(said.filter((words) => UNREADABLE.test(words))).toEqual([]);
    expect(said.filter((words) => words !== '').length).toBeGreaterThan(8);
    expect(errorsIn(partnership)).toEqual([]);
    const result = partnership.rows('Plan').find(({ Result }) => Result === 'Return in times of the cost')!;
    expect(Number(result['Base case'])).toBeGreaterThan(0);
    expect(partnership.rows('Models').filter(({ Place }) => Place !== '').length).toBeGreaterThan(4);
    expect(partnership.cells('Calendar').length).toBeGreaterThan(8);
    for (const row of partnership.rows(sealed.name)) {
      const texts = Object.fromEntries(Object.entries(WISHES).map(([key, { header }]) => [key, row[header]]));
      const digest = createHash('sha256')
        .update(`${String(row.Key)}\n${JSON.stringify(texts)}`)
        .digest('hex');
      expect(row.Seal).toBe(digest);
    }

    // Of the rows that pages begin with: 30 of Checklists, 13 of Plan, 12 of Agreement, 7 of Risks, 6 of Models.
    expect(partnership.open('remove-sample')).toMatchObject({
      form: {
        introduction: expect.stringMatching(
          /^335 rows are as the sample brought them, 0 were changed .* 68 rows that pages begin with are filled in by the sample/,
        ),
      },
    });
    expect(remove(partnership)).toMatchObject({
      kind: 'written',
      message: expect.stringContaining(
        'Removed: 335 rows of the sample. 68 rows that pages begin with are as they began.',
      ),
    });
    const cells = partnership.script(
      `return book.getSheets().flatMap((sheet) => sheet.getDataRange().getDisplayValues().flat()).join('\\n');`,
    );
    expect(cells).not.toMatch(/SAMPLE|Tidewater|Blue Shelf/);
    // Without a side there is no list of sides.
    expect((errorsIn(partnership) as string[]).filter((cell) => !cell.startsWith('Settings'))).toEqual([]);
    // What a page begins with is all that is left.
    for (const register of TABS) {
      const rows = partnership.rows(register.name);
      for (const table of tablesOf(register)) {
        const keys = enteredKeys(table);
        const left = rows.map((row) => keys.map((key) => row[table.columns[key]!.header]));
        const begun = (table.initial ?? []).map((row) => keys.map((key) => row[key] ?? ''));
        expect([table.id, left.filter((line) => line.some((cell) => cell !== ''))]).toEqual([table.id, begun]);
      }
    }
  }, 120_000);

  it('are there when a page is added while the sample is in the sheet; what somebody changed stays until told otherwise', async () => {
    partnership = await Partnership.withSample();
    addWithinBudget(partnership, 'risks');
    addWithinBudget(partnership, 'plan');
    const risks = (): number => partnership.rows('Risks').filter(isOfSample).length;
    expect(risks()).toBe(7);
    const all = partnership.rows('Risks').filter(({ Risk }) => Risk !== '');
    partnership.type('Risks', 2, { Impact: 5 });
    expect(remove(partnership)).toMatchObject({ message: expect.stringContaining('1 that were changed stay') });
    expect([risks(), partnership.rows('Risks').filter(({ Risk }) => Risk !== '').length]).toEqual([1, all.length]);
    expect(partnership.rows('Plan')[0]).toMatchObject({ Assumption: 'Hours a week', Low: '', Base: '', High: '' });
    expect(remove(partnership, 'remove')).toMatchObject({ kind: 'written' });
    expect(risks()).toBe(0);
    partnership.submit('set-up', { first: 'Studio', second: 'Brand', currency: 'EUR', start: '2026-01-01' });
    expect(addPage(partnership, 'candidates')).toMatchObject({ kind: 'changed' });
    expect(partnership.rows('Candidates').filter(isOfSample)).toEqual([]);
  }, 120_000);
});
