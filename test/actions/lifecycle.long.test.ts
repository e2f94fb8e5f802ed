import { LIFECYCLE_NAME } from '../../src/registers/lifecycle-name';
import { set, setAsOf, type } from '../pages/support/pages';
import { Partnership } from '../support/partnership';
import { addPage } from './support/gallery';

const SIGNS = [2, 2, 3, 3, 2];

describe('The lifecycle stage on the Scorecard', () => {
  let partnership: Partnership;
  beforeAll(async () => {
    partnership = await Partnership.withPages(['checklists']);
  });
  afterAll(() => partnership.host.close());

  /** Row of the first sign. */
  const first = (): number => {
    const cells = partnership.cells('Checklists');
    return cells.findIndex((line) => line[cells[0]!.indexOf('List')] === LIFECYCLE_NAME) + 1;
  };
  /** Answers the signs in their order; what is not given is open. */
  function answer(...answers: string[]): void {
    type(partnership, 'Checklists', Array.from({ length: 12 }, (_, i) => ({ Answer: answers[i] ?? '' })), first()); // prettier-ignore
  }
  const stage = (): unknown =>
    partnership.script(
      `const sheet = book.getSheetByName('Scorecard'); const names = sheet.getRange('A:A').getValues().flat();
       return sheet.getRange(names.indexOf('Lifecycle stage') + 1, 2).getValue();`,
    );
  /** What is missing for the next stage. */
  const missing = (): unknown => section().find(([, , standing]) => standing === 'next')?.[3];
  const section = (): unknown[][] =>
    partnership.script(
      `const sheet = book.getSheetByName('Scorecard'); const names = sheet.getRange('A:A').getValues().flat();
       return sheet.getRange(names.indexOf('Lifecycle stage') + 3, 1, 5, 4).getValues();`,
    ) as unknown[][];
  const yes = (count: number): string[] => new Array<string>(count).fill('yes');

  it('shows open signs as open while nobody has answered', () => {
    expect(stage()).toBe('not answered yet');
    expect(missing()).toBe('Each side has said what it wants from this and what it brings (open), and 1 more');
    expect(section().map(([stage, signs, standing]) => [stage, signs, standing])).toEqual(
      ['exploration', 'pilot', 'growth', 'maturity', 'renewal'].map((stage, i) => [
        stage,
        `0 of ${SIGNS[i]}`,
        i === 0 ? 'next' : 'later',
      ]),
    );
  });

  it.each([
    [yes(1), 'not begun', 'exploration: Each side has one person to turn to (open)'],
    [yes(2), 'exploration', 'pilot: A small first project'],
    [[...yes(6), 'no'], 'pilot', 'growth: Each side has set aside time or money for the months ahead (no)'],
    [['yes', 'no', ...yes(10)], 'not begun', 'exploration: Each side has one person to turn to (no)'],
    [
      [...yes(7), 'perhaps'],
      'growth',
      'maturity: Reviews take place in the rhythm, and their next steps get done (open)',
    ],
    [yes(12), 'renewal', null],
  ])('says from the answers %j that the stage is %s', (answers, reached, next) => {
    answer(...answers);
    expect(stage()).toBe(reached);
    const coming = section().find(([, , standing]) => standing === 'next');
    if (next === null) expect(coming).toBeUndefined();
    else expect(`${String(coming?.[0])}: ${String(coming?.[3])}`).toContain(next);
    for (const [, signs, standing, lacking] of section()) {
      const [met, all] = String(signs).split(' of ');
      expect([met === all, lacking === '']).toEqual([standing === 'reached' || met === all, met === all]);
    }
  });

  it('counts the days in a stage from the last of its signs, and says when it lasts for long', () => {
    const daysIn = (): unknown => partnership.cells('Scorecard').find(([first]) => first === 'Lifecycle stage')![3];
    const said = (): string => partnership.cells('Scorecard').flat().join('\n');
    answer(...yes(4));
    setAsOf(partnership, '2026-09-30');
    expect(daysIn()).toBe('');
    const since = ['2025-11-01', '2025-12-01', '2026-04-03', '2026-02-01', 'soon'];
    type(partnership, 'Checklists', since.map((day) => ({ 'Holds since': day })), first()); // prettier-ignore
    expect([stage(), daysIn()]).toEqual(['pilot', 180]);
    expect(said()).not.toContain('In the stage');
    setAsOf(partnership, '2026-10-01');
    expect(daysIn()).toBe(181);
    expect(said()).toContain('In the stage pilot for 181 days: settle what is missing for the next one');
    set(partnership, 'Settings', 'Setting', 'Value', 'Days in a stage', '');
    expect(said()).not.toContain('In the stage');
    set(partnership, 'Settings', 'Setting', 'Value', 'Days in a stage', 90);
    expect(said()).toContain('In the stage pilot');
    // After the last stage nothing is missing, however long it lasts.
    answer(...yes(12));
    type(partnership, 'Checklists', [{ 'Holds since': '2025-01-01' }], first() + 11);
    expect([stage(), Number(daysIn()) > 600]).toEqual(['renewal', true]);
    expect(said()).not.toContain('In the stage');
  });

  it('follows other stages and signs', () => {
    answer();
    const rows = [['trial', 'One order', 'yes'], ['', '', ''], ['regular', 'A monthly order', '']]; // prettier-ignore
    const at = first();
    type(
      partnership,
      'Checklists',
      Array.from({ length: 12 }, () => ({ Stage: '', Question: '' })),
      at,
    );
    type(partnership, 'Checklists', rows.map(([Stage, Question, Answer]) => ({ Stage, Question, Answer }) as Record<string, string>), at); // prettier-ignore
    expect([stage(), missing()]).toEqual(['trial', 'A monthly order (open)']);
  });

  it('says what to do where there is no stage, and where the page is gone', () => {
    type(
      partnership,
      'Checklists',
      Array.from({ length: 12 }, () => ({ List: '', Stage: '', Question: '' })),
      first(),
    );
    expect([stage(), section()[0]![0]]).toEqual(['no stages', 'No stages']);
    expect(partnership.call('removePage', ['checklists', true])).toMatchObject({ kind: 'changed' });
    expect([stage(), section()[0]]).toEqual([
      'not followed',
      ['', '', '', 'Add the page Checklists: its list Lifecycle says how far you are'],
    ]);
  });
});

describe('The lifecycle of a sheet in which it stood in Settings', () => {
  const TABLE = [
    ['Lifecycle stage', 'Sign', 'Holds', 'Holds since'],
    ['trial', 'One order', 'yes', '2026-01-20'],
    ['trial', 'It came on time', 'yes', ''],
    ['regular', 'A monthly order', 'no', ''],
  ];
  /** As the version before left Settings, in a sheet with these pages. */
  const before = async (pages: string[], table: string[][]): Promise<Partnership> => {
    const partnership = await Partnership.withPages(pages);
    partnership.script(`const sheet = book.getSheetByName('Settings');
      sheet.insertColumnsAfter(sheet.getMaxColumns(), 5);
      sheet.getRange(1, sheet.getMaxColumns() - 3, ${table.length}, 4).setValues(${JSON.stringify(table)});
      const mark = book.createDeveloperMetadataFinder().withKey('partner-ledger-tab').find()
        .find((one) => JSON.parse(one.getValue()).tab === 'settings');
      mark.setValue(JSON.stringify({ ...JSON.parse(mark.getValue()), version: 10 }));`);
    return partnership;
  };
  const headings = (partnership: Partnership): string => partnership.cells('Settings')[0]!.join();
  const lifecycle = (partnership: Partnership): unknown[][] =>
    partnership.rows('Checklists').flatMap((row) => (row.List === LIFECYCLE_NAME ? [[row.Stage, row.Question, row.Answer, row['Holds since']]] : [])); // prettier-ignore

  it('moves with its answers to Checklists, which is added for it', async () => {
    const partnership = await before([], TABLE);
    expect(partnership.submit('set-up', {})).toMatchObject({ message: expect.stringContaining('Added: Checklists') });
    expect(headings(partnership)).not.toMatch(/Lifecycle stage|Sign|Holds/);
    expect(lifecycle(partnership)).toEqual(TABLE.slice(1));
    expect(partnership.cells('Scorecard').find(([first]) => first === 'Lifecycle stage')![1]).toBe('trial');
    expect(partnership.submit('set-up', {})).toMatchObject({ message: expect.stringContaining('already set up') });
    partnership.host.close();
  });

  it('comes to a page that is there without it, once, and leaves alone who has answered nothing', async () => {
    const there = await before(['checklists'], TABLE);
    there.script(`const sheet = book.getSheetByName('Checklists'), cells = sheet.getDataRange().getValues();
      const list = cells[0].indexOf('List');
      for (let row = cells.length; row > 1; row--) if (cells[row - 1][list] === 'Lifecycle') sheet.deleteRow(row);`);
    there.submit('set-up', {});
    expect(lifecycle(there)).toEqual(TABLE.slice(1));
    const rules = there.rows('Checklists').filter((row) => row['List name'] === LIFECYCLE_NAME);
    expect(rules.map(({ Rule, Verdict }) => [Rule, Verdict])).toEqual([['staged', 'trial']]);
    there.host.close();

    const untouched = await before([], [
      TABLE[0]!,
      ['exploration', 'Each side has one person to turn to', '', ''],
    ]); // prettier-ignore
    untouched.submit('set-up', {});
    expect(headings(untouched)).not.toContain('Lifecycle stage');
    expect(untouched.script(`return book.getSheetByName('Checklists') === null;`)).toBe(true);
    untouched.host.close();
  });
});

describe('The sample partnership', () => {
  it('is in growth once it has the page, and takes its answers along when it goes', async () => {
    const partnership = await Partnership.withSample();
    expect(addPage(partnership, 'checklists')).toMatchObject({ kind: 'changed' });
    const stage = (): unknown => partnership.cells('Scorecard').find(([first]) => first === 'Lifecycle stage')![1];
    const answers = (): unknown[] =>
      partnership.rows('Checklists').flatMap(({ List, Answer }) => (List === LIFECYCLE_NAME ? [Answer] : []));
    expect(answers()).toEqual([...new Array<string>(7).fill('yes'), 'no', 'yes', '', '', 'no']);
    expect(stage()).toBe('growth');
    partnership.submit('remove-sample', { changed: 'keep' });
    expect(answers()).toEqual(new Array<string>(12).fill(''));
    expect(stage()).toBe('not answered yet');
    partnership.host.close();
  });
});
