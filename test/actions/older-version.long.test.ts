import { REGISTERS } from '../../src/registers';
import { OTHER_SIDES, olderWorkbook } from '../support/older-workbook';
import { OWNER, type Partnership } from '../support/partnership';

/**
 * A workbook as the first version left it: two tabs, without State, without most settings; one tab was renamed, and a
 * person had added a column of their own.
 */
describe('A workbook of the first version', () => {
  let partnership: Partnership;

  beforeAll(async () => {
    partnership = await olderWorkbook('first');
  }, 120_000);

  afterAll(() => partnership.host.close());

  const headings = (tab: string): unknown[] => partnership.cells(tab)[0]!;

  it('is brought up to date by setting it up again, and keeps what was entered', () => {
    const before = partnership.rows('Who did what');
    const outcome = partnership.submit('set-up', OTHER_SIDES);
    expect(outcome).toMatchObject({ kind: 'written', message: expect.stringContaining('Who did what, Settings') });

    expect(headings('Who did what').slice(0, 5)).toEqual(['ID', 'Date', 'Party', 'Channel', 'Kind']);
    expect(headings('Who did what')).toEqual(expect.arrayContaining(['Value', 'Counts', 'State']));
    const after = partnership.rows('Who did what');
    const since = [
      'Recorded answer',
      'Import',
      'Row digest',
      'State',
      'Attention',
      'Weight of attention',
      'Attention since',
    ];
    expect(
      after.map((row) => Object.fromEntries(Object.entries(row).filter(([heading]) => !since.includes(heading)))),
    ).toEqual(before);
    expect(after.map(({ State }) => State)).toEqual(['accepted', 'open', 'open']);

    const settings = partnership.rows('Settings');
    expect(settings.slice(0, 2)).toMatchObject([
      { Party: 'Ocean Trust', 'Agreed split': 0.6, 'Contributed value': 500 },
      { Party: 'Tidecast', 'Agreed split': 0.4, 'Contributed value': 1520 },
    ]);
    const named = Object.fromEntries(settings.map((row) => [row.Setting, row.Value]));
    expect(named).toMatchObject({
      Currency: 'EUR',
      'Partnership start': '2026-01-01',
      Tolerance: 0.1,
      'Review rhythm': 'quarterly',
      'Coverage needed': 0.6,
    });
  });

  it('has the tabs of today, with figures over the old entries', () => {
    expect(partnership.script(`return book.getSheets().map((sheet) => sheet.getName())`)).toEqual(
      expect.arrayContaining(['Scorecard', 'KPIs', 'KPI log', 'Reviews']),
    );
    expect(partnership.cells('Scorecard')).toContainEqual(expect.arrayContaining(['Tidecast', 'receives less']));
  });

  it('is not touched a second time', () => {
    expect(partnership.submit('set-up', OTHER_SIDES)).toMatchObject({
      message: expect.stringContaining('already set up'),
    });
    expect(partnership.calls.writes).toBe(0);
  });

  it('takes new entries', () => {
    partnership.log({ party: 'Tidecast', unitValue: '80', quantity: '1' }, OWNER, 'AFTER001');
    expect(partnership.rows('Who did what')).toHaveLength(4);
    expect(partnership.rows('Who did what')[3]).toMatchObject({
      Party: 'Tidecast',
      Value: 80,
      State: 'open',
      Channel: '',
    });
  });

  it('carries the versions of today', () => {
    const marks = partnership.script(
      `return book.createDeveloperMetadataFinder().withKey('partner-ledger-tab').find().map((mark) => JSON.parse(mark.getValue()));`,
    );
    expect(marks).toEqual(
      expect.arrayContaining(
        REGISTERS.filter(({ pack }) => pack === undefined).map(({ id, version }) =>
          expect.objectContaining({ tab: id, version }),
        ),
      ),
    );
  });
});

/** A workbook of the version whose formulas pointed at row 2, with a row that a person has inserted above it. */
describe('A workbook of the second version', () => {
  let partnership: Partnership;

  beforeAll(async () => {
    partnership = await olderWorkbook('second');
  }, 120_000);

  afterAll(() => partnership.host.close());

  const entries = (): [unknown, unknown, unknown][] =>
    partnership
      .rows('Contributions')
      .filter(({ ID }) => ID !== '')
      .map(({ Item, Value, State }) => [Item, Value, State]);

  it('has each value in its own row again once it is set up anew, and keeps what was entered', () => {
    const before = entries();
    expect(before.map(([item, value]) => [item, value])).toEqual([
      ['Pilot', 175],
      ['Launch', 400],
      ['Concert', 1000],
    ]);
    const entered = (): unknown => partnership.rows('KPI log');
    const readings = entered();
    partnership.script(`book.getSheetByName('Contributions').insertRowsBefore(2, 1);`);
    expect(entries()).not.toEqual(before);

    expect(partnership.submit('set-up', OTHER_SIDES)).toMatchObject({
      kind: 'written',
      message: expect.stringContaining('Contributions, KPIs, KPI log, Reviews, Settings'),
    });
    expect(entries()).toEqual(before);
    // What is typed into a blank cell keeps its sign; what stands is shown as it was.
    const formats = partnership.script(
      `const formats = (name, heading) => {
         const sheet = book.getSheetByName(name), headings = sheet.getRange('1:1').getDisplayValues()[0];
         return sheet.getRange(2, headings.indexOf(heading) + 1, 40).getNumberFormats().map(([one]) => one); };
       return [formats('KPIs', 'Target'), formats('KPIs', 'Baseline'), formats('KPI log', 'Actual'), formats('Contributions', 'Quantity')];`,
    ) as string[][];
    for (const column of formats) expect(column[39]).toBe('0.###############');
    expect(formats[0]!.filter((format) => format === '#,##0.00')).toHaveLength(1);
    partnership.type('KPIs', 9, { Baseline: '45%' });
    expect(
      partnership.script(`return book.getSheetByName('KPIs').getDataRange().getDisplayValues()[8].join('|');`),
    ).toContain('|45%|');
    partnership.type('KPIs', 9, { Baseline: '' });
    expect(entered()).toMatchObject(readings as object[]);
    expect(partnership.rows('KPIs')).toMatchObject([{ KPI: 'Downloads', Actual: 600, Attainment: 0.6 }]);
    expect(partnership.rows('Reviews')[0]).toMatchObject({ Health: 75, 'Trust score': 6 });
    expect(partnership.rows('Settings')[0]).toMatchObject({ Party: 'Studio', 'Contributed value': 1175 });

    partnership.script(`book.getSheetByName('Contributions').insertRowsBefore(2, 1);`);
    expect(entries()).toEqual(before);
  });

  it('is not touched a second time', () => {
    expect(partnership.submit('set-up', OTHER_SIDES)).toMatchObject({
      message: expect.stringContaining('already set up'),
    });
    expect(partnership.calls.writes).toBe(0);
  });
});
