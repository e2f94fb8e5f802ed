import { readFileSync } from 'node:fs';
import { OWNER, PARTNER, Partnership } from '../../support/partnership';
import { dataFile } from '../../support/project';
import { bytesOf, importTable, tableOf } from '../../import/support/import-file';
import { blocksOfFile, entry, fileOf, HEAD, importInto, logOf, send, shareTypedLog, standing } from './support';

const TOGGL = { answers: { 'side:Producer': 'Studio' } };
describe('An import', () => {
  let partnership: Partnership;
  const ofItsOwn = shareTypedLog((given) => (partnership = given));

  it('writes rows that say where they came from, with the usual unit value, open for an answer', async () => {
    await ofItsOwn();
    partnership.script(`const sheet = book.getSheetByName('Settings');
      const [headings] = sheet.getRange('1:1').getValues();
      sheet.getRange(2, headings.indexOf('Usual unit value') + 1).setValue(40);`);
    expect(await importInto(partnership, 'contributions', 'an import', HEAD + entry(2, '=1+1') + entry(3, '-5'))).toBe(
      2,
    );
    expect(logOf(partnership).slice(1)).toEqual([
      expect.objectContaining({
        ID: expect.stringMatching(/^C-[0-9A-Z]{14}$/),
        Date: '2026-03-02',
        Party: 'Studio',
        Kind: 'hours',
        Quantity: 1.5,
        'Unit value': 40,
        Multiplier: 1,
        Item: 'Pilot',
        Note: '=1+1',
        'Entered by': OWNER,
        'Source key': expect.stringMatching(/^toggl \w{14}$/),
        Import: 'an import',
        Status: 'proposed',
        Value: 60,
        State: 'open',
      }),
      expect.objectContaining({ Note: '-5', Value: 60 }),
    ]);
  });

  it('writes nothing a second time, and of a file that goes on only what is new', async () => {
    // As a page has it that was opened before.
    const [block] = await blocksOfFile(partnership, 'contributions', fileOf(4, 5, 6));
    expect(await importInto(partnership, 'contributions', 'one', fileOf(1, 2, 3))).toBe(3);
    expect(await importInto(partnership, 'contributions', 'two', fileOf(1, 2, 3))).toBe(0);
    expect(await importInto(partnership, 'contributions', 'three', fileOf(2, 3, 4, 5))).toBe(2);
    expect(logOf(partnership).map(({ Note }) => Note)).toEqual(['', 'note 1', 'note 2', 'note 3', 'note 4', 'note 5']);
    // The same block, sent again by a page that had no answer.
    expect(send(partnership, 'contributions', 'four', block!)).toMatchObject({ written: 1, known: 2 });
    expect(send(partnership, 'contributions', 'four', block!)).toMatchObject({ written: 0, known: 3, first: null });
  });

  it('costs four reads and one write of rows a block, whatever the log holds', async () => {
    const [block] = await blocksOfFile(partnership, 'contributions', fileOf(1, 2));
    const [next] = await blocksOfFile(partnership, 'contributions', fileOf(3, 4));
    const { place } = send(partnership, 'contributions', 'one', block!, standing(partnership, 'contributions').place);
    const writes: string[] = [];
    partnership.host.onServiceCall = ({ kind, method }) => void (kind === 'write' && writes.push(method));
    expect(send(partnership, 'contributions', 'one', next!, place)).toMatchObject({ written: 2, first: 5 });
    partnership.host.onServiceCall = undefined;
    expect(partnership.calls.reads).toBeLessThanOrEqual(4);
    expect(writes.filter((method) => method === 'setValues')).toHaveLength(1);
  });

  it('loses nothing where somebody inserts rows while its rows are on their way', async () => {
    const [block] = await blocksOfFile(partnership, 'contributions', fileOf(1, 2, 3));
    let done = false;
    partnership.host.onServiceCall = ({ method }) => {
      if (done || method !== 'setValues') return;
      done = true;
      partnership.script(`book.getSheetByName('Contributions').insertRowsBefore(2, 1);`, PARTNER);
    };
    send(partnership, 'contributions', 'moved', block!);
    partnership.host.onServiceCall = undefined;
    const notes = logOf(partnership).map(({ Item, Note }) => `${String(Item)} ${String(Note)}`);
    expect(notes.sort()).toEqual(['Pilot note 1', 'Pilot note 2', 'Pilot note 3', 'typed before ']);
  });

  it('is taken back: its unchanged rows go, changed and answered ones stay', async () => {
    await importInto(partnership, 'contributions', 'first', fileOf(1, 2));
    await importInto(partnership, 'contributions', 'second', fileOf(3, 4, 5, 6));
    expect(standing(partnership, 'contributions').imports).toEqual([
      { id: 'first', rows: 2 },
      { id: 'second', rows: 4 },
    ]);
    const rows = logOf(partnership);
    const four = rows.findIndex(({ Note }) => Note === 'note 4') + 2;
    partnership.script(`const log = book.getSheetByName('Contributions');
      const at = log.getRange('1:1').getValues()[0].indexOf('Quantity') + 1; log.getRange(${four}, at).setValue(9);`);
    partnership.submit('answer', { side: 'Brand', [String(rows[five(rows)]!.ID)]: 'accept 0' }, PARTNER);
    const answer = partnership.call('takeImportBack', ['contributions', 'second']);
    expect(answer).toMatchObject({ kind: 'taken back', tab: { name: 'Contributions' } });
    expect(logOf(partnership).map(({ Note }) => Note)).toEqual(
      expect.arrayContaining(['', 'note 1', 'note 2', 'note 4']),
    );
    expect(logOf(partnership).map(({ Note }) => Note)).not.toContain('note 3');
    expect(logOf(partnership).map(({ Note }) => Note)).not.toContain('note 6');
    expect(partnership.call('takeImportBack', ['contributions', 'second'])).toMatchObject({ removed: 0 });
    // What was taken back can be imported again.
    expect(await importInto(partnership, 'contributions', 'third', fileOf(3, 6))).toBe(2);
  });

  it('is taken back wherever people have put its rows', async () => {
    await importInto(partnership, 'contributions', 'moved', fileOf(1, 2, 3, 4));
    partnership.script(`const log = book.getSheetByName('Contributions');
      const headings = log.getRange('1:1').getValues()[0];
      log.getRange(2, 1, 5, headings.length).sort({ column: headings.indexOf('Note') + 1, ascending: false });
      log.insertRowsBefore(3, 2); SpreadsheetApp.flush();`);
    expect(partnership.call('takeImportBack', ['contributions', 'moved'])).toMatchObject({ removed: 4, changed: 0 });
    expect(logOf(partnership).map(({ Item }) => Item)).toEqual(['typed before']);
  });

  it('goes on where people have renamed the tab and its columns', async () => {
    await ofItsOwn();
    expect(await importInto(partnership, 'contributions', 'before', fileOf(1))).toBe(1);
    partnership.script(`const log = book.getSheetByName('Contributions').setName('What we did');
      const at = log.getRange('1:1').getValues()[0].indexOf('Note') + 1; log.getRange(1, at).setValue('Remark');`);
    expect(await importInto(partnership, 'contributions', 'after', fileOf(1, 2))).toBe(1);
    expect(partnership.rows('What we did').map(({ Remark }) => Remark)).toEqual(
      expect.arrayContaining(['note 1', 'note 2']),
    );
    expect(partnership.call('takeImportBack', ['contributions', 'after'])).toMatchObject({
      removed: 1,
      tab: { name: 'What we did' },
    });
  });

  it('into a tab that is locked for whoever imports is refused in words, and nothing is written', async () => {
    await ofItsOwn();
    const [block] = await blocksOfFile(partnership, 'contributions', fileOf(1));
    partnership.script(
      `const lock = book.getSheetByName('Contributions').protect(); lock.removeEditors(lock.getEditors()); lock.setDomainEdit(false);`,
    );
    expect(partnership.call('importBlock', ['contributions', 'x', block!, null], PARTNER)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('Protect sheets and ranges'),
    });
    expect(standing(partnership, 'contributions').keys).toEqual([]);
  });

  it('works without an address, and refuses in words what it cannot do', async () => {
    await ofItsOwn();
    const [block] = await blocksOfFile(partnership, 'contributions', fileOf(1));
    expect(send(partnership, 'contributions', 'by nobody', block!, null, '')).toMatchObject({ written: 1 });
    expect(logOf(partnership).at(-1)).toMatchObject({ 'Entered by': '' });
    expect(partnership.call('standingImports', ['revenue'])).toMatchObject({ kind: 'refused' });
    partnership.script(`book.getSheetByName('Contributions').deleteColumn(7);`);
    expect(
      partnership.call('importBlock', ['contributions', 'x', { ...block!, keys: ['toggl new'] }, null]),
    ).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('“Date” is missing'),
    });
    expect(() =>
      partnership.call('importBlock', ['contributions', 'x', { ...block!, columns: ['value'] }, null]),
    ).toThrow('no block of rows');
  });

  it('makes items of videos, once, and takes them back', async () => {
    await ofItsOwn();
    expect(partnership.call('addPage', ['items'])).toMatchObject({ kind: 'changed' });
    const file = bytesOf('import/youtube-content.csv');
    const videos = { source: 'youtube-items' };
    expect(await importInto(partnership, 'items', 'videos', file, videos)).toBe(2);
    // Beside the items stand the stages and limits.
    const items = partnership.rows('Items').filter(({ ID }) => ID !== '');
    expect(items.map(({ ID, Item, Published }) => [ID, Item, Published])).toEqual([
      [expect.stringMatching(/^I-/), 'Pilot, episode 1', '2026-01-13'],
      [expect.stringMatching(/^I-/), '=HYPERLINK("x")', '2026-02-03'],
    ]);
    expect(await importInto(partnership, 'items', 'again', file, videos)).toBe(0);
    expect(partnership.call('takeImportBack', ['items', 'videos'])).toMatchObject({ removed: 2, changed: 0 });
  });

  it('keeps how a file was taken, for everybody, and says what the page needs to know', () => {
    const plan = { source: 'toggl', columns: {}, constants: {}, answers: { 'side:Ada': 'Studio' } };
    partnership.call('keepImportPlan', ['abc123', plan]);
    expect(partnership.call('openImport', [], PARTNER)).toMatchObject({
      kind: 'import',
      facts: {
        currency: 'EUR',
        sides: [{ name: 'Studio' }, { name: 'Brand' }],
        kinds: expect.arrayContaining(['hours', 'cash']),
        kpis: [],
      },
      registers: [
        { id: 'contributions', name: 'Contributions' },
        { id: 'readings', name: 'KPI log' },
      ],
      plans: { abc123: plan },
    });
    for (let at = 0; at < 60; at++) partnership.call('keepImportPlan', [`other${at}`, plan]);
    const { plans } = partnership.call('openImport', []) as { plans: Record<string, unknown> };
    expect(Object.keys(plans)).toHaveLength(40);
    expect(plans).toHaveProperty('other59');
  });
});

const five = (rows: Record<string, unknown>[]): number => rows.findIndex(({ Note }) => Note === 'note 5');

describe('The real exports', () => {
  let partnership: Partnership;
  beforeAll(async () => {
    partnership = await Partnership.withoutScorecard({ start: '2021-01-01' });
    partnership.script(`book.getSheetByName('KPIs').getRange('B2:M2').setValues(
      [['Views', 'both', 'operational', 'views', 'higher', '', 15000000, '2020-12-01', '2021-12-31', 'lagging', 'sum', 1]]);
      const sheet = book.getSheetByName('Settings');
      sheet.getRange(2, sheet.getRange('1:1').getValues()[0].indexOf('Usual unit value') + 1).setValue(40);`);
  });
  afterAll(() => partnership.host.close());

  it('of a time tracker: 1,358 entries, worth the same to the cent', async () => {
    expect(await importInto(partnership, 'contributions', 'toggl', bytesOf('toggl-detailed.csv'), TOGGL)).toBe(1358);
    const durations = readFileSync(dataFile('toggl-detailed.csv'), 'utf8').match(/\b\d\d:\d\d:\d\d(?=,[^,]*,$)/gm)!;
    const seconds = durations.map((text) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));
    const cents = seconds.reduce((sum, one) => sum + Math.round((one * 4000) / 3600), 0);
    const settings = partnership.rows('Settings').find(({ Party }) => Party === 'Studio')!;
    expect(Math.round(Number(settings['Contributed value']) * 100)).toBe(cents);
  });

  it('of a channel: 365 days become the actual of its KPI, and its countries one reading', async () => {
    const { facts } = partnership.call('openImport', []) as { facts: { kpis: { name: string; rollUp: string }[] } };
    expect(facts.kpis).toEqual([{ name: 'Views', rollUp: 'sum' }]);
    expect(await importInto(partnership, 'readings', 'views', bytesOf('youtube-totals.csv'))).toBe(365);
    const table = await tableOf(bytesOf('youtube-totals.csv'));
    const views = table.rows.reduce((sum, { cells }) => sum + Number(cells[1]), 0);
    expect(partnership.rows('KPIs')[0]).toMatchObject({
      Actual: views,
      Attainment: expect.closeTo(views / 15_000_000, 12),
    });
    const countries = await importTable(await tableOf(bytesOf('youtube-geography.csv')), {
      answers: { day: '2022-01-01' },
    });
    expect(countries.rows).toMatchObject([{ kpi: 'Views', actual: 15_503_810 }]);
  });
});
