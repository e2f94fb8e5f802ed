import { OWNER, PARTNER, Partnership } from '../support/partnership';
import { counts, LOGS, names, remove, removeAndStartAnew, start } from './support/sample';

it.each([
  ['the owner', OWNER],
  ['the partner', PARTNER],
  ['somebody whose address is not visible', ''],
])('the sample is loaded and taken out again in one step each by %s', async (_who, user) => {
  const partnership = await Partnership.open();
  expect(start(partnership, user)).toMatchObject({
    kind: 'written',
    message: expect.stringContaining('“Remove the sample” in the menu takes it out again.'),
  });
  removeAndStartAnew(partnership, user);
  partnership.host.close();
});

describe('removing the sample', () => {
  let partnership: Partnership;
  afterEach(() => partnership.host.close());

  it('leaves what people added or changed, and the sides that it names, until told otherwise', async () => {
    partnership = await Partnership.withSample();
    partnership.log({ party: 'Tidewater Audio', unitValue: '50', note: 'mine' });
    partnership.submit('kpi', { kpi: 'Mine', side: 'both', direction: 'higher', rollUp: 'sum' });
    partnership.script(`
      const log = book.getSheetByName('Contributions'), [headings] = log.getRange('1:1').getDisplayValues();
      const change = (row, heading, value) => log.getRange(row, headings.indexOf(heading) + 1).setValue(value);
      change(3, 'Note', 'changed by hand');
      change(5, 'Date', new Date(2020, 0, 1));
      change(7, 'Status', 'disputed');
      log.insertColumnsAfter(20, 1); log.getRange('U1').setValue('Mood'); log.getRange('U9').setValue('good');
      const settings = book.getSheetByName('Settings');
      const row = settings.getRange('A:A').getValues().findIndex(([name]) => name === 'Tolerance') + 1;
      settings.getRange(row, 2).setValue(0.2);`);
    expect(partnership.open('remove-sample')).toMatchObject({
      form: { introduction: expect.stringContaining('272 rows are as the sample brought them, 4 were changed') },
    });
    expect(remove(partnership)).toMatchObject({
      message: expect.stringContaining(
        'Removed: 272 rows of the sample. 4 that were changed stay. To take them out as well, choose “remove” and send it again.',
      ),
    });
    const rows = partnership.rows('Contributions');
    expect(rows.map((row) => row.Note === 'changed by hand' || row.Date === '2020-01-01' || row.Status === 'disputed' || row.Mood === 'good' || row.Note === 'mine')).toEqual([true, true, true, true, true]); // prettier-ignore
    expect(counts(partnership)).toEqual([5, 1, 0, 0, null, null, null]);
    const settings = partnership.rows('Settings');
    expect(settings.find(({ Setting }) => Setting === 'Tolerance')).toMatchObject({ Value: 0.2 });
    expect(settings.map(({ Party }) => Party).filter((party) => party !== '')).toEqual([
      'Tidewater Audio',
      'Blue Shelf Trust',
    ]);
    expect(remove(partnership, 'remove')).toMatchObject({ message: expect.stringContaining('Removed: 4 rows') });
    expect(counts(partnership)).toEqual([1, 1, 0, 0, null, null, null]);
    // One’s own row is of Tidewater Audio: that side stays, the other one goes.
    expect(partnership.rows('Settings').map(({ Party }) => Party).filter((party) => party !== '')).toEqual([
      'Tidewater Audio',
    ]); // prettier-ignore
  });

  it('leaves sides that somebody made their own', async () => {
    partnership = await Partnership.withSample();
    partnership.script(`book.getSheetByName('Settings').getRange('E2').setValue('My Studio');`);
    remove(partnership);
    expect(partnership.rows('Settings').map(({ Party }) => Party).filter((party) => party !== '')).toEqual([
      'My Studio',
    ]); // prettier-ignore
  });

  it('also empties a tab that has no other row', async () => {
    partnership = await Partnership.withSample();
    partnership.script(`const kpis = book.getSheetByName('KPIs'); kpis.deleteRows(10, kpis.getMaxRows() - 9);`);
    expect(remove(partnership)).toMatchObject({ kind: 'written' });
    expect(counts(partnership)).toEqual([0, 0, 0, 0, null, null, null]);
    expect(start(partnership)).toMatchObject({
      kind: 'written',
      message: expect.stringContaining('“Remove the sample” in the menu takes it out again.'),
    });
    expect(counts(partnership)).toEqual([125, 8, 64, 8, 25, 9, 10]);
  });

  it('is loaded again after it was removed', async () => {
    partnership = await Partnership.withSample();
    const filled = (): unknown[][][] =>
      LOGS.map((tab) => partnership.cells(tab).filter((row) => row.some((cell) => cell !== '')));
    const before = filled();
    remove(partnership);
    expect(start(partnership)).toMatchObject({
      message: expect.stringContaining('Filled: Contributions, KPIs, KPI log, Reviews, Settings.'),
    });
    expect(filled()).toEqual(before);
  });
});

describe('the tabs that the sample brought', () => {
  let partnership: Partnership;
  afterEach(() => partnership.host.close());

  it('stay where people have written in them; so do those that people chose', async () => {
    partnership = await Partnership.withSample();
    partnership.add(['decisions']);
    partnership.submit('revenue', { date: '2026-03-01', gross: '500', collectedBy: 'Tidewater Audio' });
    const before = names(partnership);
    expect(remove(partnership)).toMatchObject({ message: expect.not.stringContaining('gone') });
    expect(names(partnership)).toEqual(before);
    // Once they are empty, they go.
    partnership.script(`const sheet = book.getSheetByName('Revenue'); sheet.deleteRow(2);`);
    expect(partnership.open('remove-sample')).toMatchObject({ kind: 'form' });
    expect(remove(partnership)).toMatchObject({ message: expect.stringContaining('gone, too: Statement') });
    expect(names(partnership)).toContain('Decisions');
    expect(names(partnership)).not.toContain('Revenue');
    // Nothing points at what is gone.
    const formulas = partnership.script(
      `return book.getSheets().flatMap((sheet) => sheet.getDataRange().getFormulas().flat()).join()`,
    );
    expect(formulas).not.toContain('#REF!');
  });

  it('stay where they were there before it', async () => {
    partnership = await Partnership.withSample();
    remove(partnership);
    partnership.add(['money']);
    const before = names(partnership);
    start(partnership);
    expect(counts(partnership)).toEqual([125, 8, 64, 8, 25, 9, 10]);
    // A block and its text cells for each log; a run of settings, two of answers, the sides and their text cells.
    expect(partnership.calls.writes).toBeLessThanOrEqual(9 * 2 + 5);
    expect(remove(partnership)).toMatchObject({ message: expect.not.stringContaining('gone') });
    expect(names(partnership)).toEqual(before);
  });
});
