import type { Outcome } from '../../src/actions/asking/outcome';
import type { CallCounts } from '../../src/localhost/contract/host';
import { currencyOf } from '../../src/schema/currency';
import { REGISTERS } from '../../src/registers';
import { tablesOf } from '../../src/schema/register';
import { PAGES } from '../../src/registers/pages';
import { OWNER, Partnership, PARTNER } from '../support/partnership';

const FORM = { first: 'Studio', second: 'Brand', firstSplit: '60%', currency: 'EUR', start: '2026-01-01' };

describe('A new sheet that is set up', () => {
  let partnership: Partnership;
  let outcome: Outcome;
  let calls: CallCounts;
  /** What whoever waits was told before each step. */
  const told: string[] = [];

  beforeAll(async () => {
    partnership = await Partnership.open();
    partnership.host.onServiceCall = ({ service }) => {
      if (service === 'Cache') told.push(partnership.call('currentStep', []) as string);
    };
    outcome = partnership.submit('set-up', { ...FORM, money: 'yes' });
    calls = partnership.calls;
    partnership.host.onServiceCall = undefined;
  });
  afterAll(() => partnership.host.close());

  it('has Contributions and Settings with what was asked', () => {
    expect(outcome).toMatchObject({ kind: 'written', follow: { form: 'log' } });
    expect(partnership.cells('Contributions')[0]).toEqual([
      'ID',
      'Entered by',
      'Entered at',
      'Source key',
      'Import',
      'Row digest',
      'Date',
      'Party',
      'Kind',
      'Quantity',
      'Unit value',
      'Item',
      'Note',
      'Evidence',
      'Status',
      'Accepted value',
      'Answered by',
      'Answered at',
      'Answer note',
      'Recorded answer', 'Multiplier', 'Weight of attention', 'Attention since',
      'Value', 'Counts', 'State', 'Attention',
    ]); // prettier-ignore
    const settings = partnership.rows('Settings');
    expect(settings[0]).toMatchObject({ Setting: 'Currency', Value: 'EUR', Party: 'Studio', 'Agreed split': 0.6 });
    expect(settings[1]).toMatchObject({
      Setting: 'Partnership start',
      Value: '2026-01-01',
      Party: 'Brand',
      'Agreed split': 0.4,
    });
    expect(settings.map((row) => row['Kind of contribution']).filter((kind) => kind !== '')).toEqual([
      'hours', 'maintenance hours', 'cash', 'goods', 'access', 'idea', 'other',
    ]); // prettier-ignore
  });

  it('has its tabs in order', () => {
    expect(partnership.script('return book.getSheets().map((sheet) => sheet.getName());')).toEqual([
      'Scorecard', 'Statement', 'Statement table', 'Statement lines', 'Contributions', 'KPIs', 'KPI log', 'Reviews', 'Revenue', 'Terms',
      'Payments', 'Closed periods', 'Settings', 'Closed rows', 'Answers', 'Kept values',
    ]); // prettier-ignore
  });

  it('said to whoever waited which step it was at, and in the end that it is at none', () => {
    expect(told.slice(0, 2)).toEqual(['', expect.stringMatching(/^Making Contributions … 1 of \d+$/)]);
    expect(new Set(told).size).toBe(told.length);
    const [, last, all] = /^Finishing .* … (\d+) of (\d+)$/.exec(told.at(-1)!)!;
    expect([last, told.length - 1]).toEqual([all, Number(all)]);
    expect(partnership.call('currentStep', [])).toBe('');
  });

  it('has kept within the budget: 40 writes a tab and one a column, no read after a write but where a name is sought', () => {
    const columns = REGISTERS.flatMap(tablesOf).flatMap((table) => Object.keys(table.columns)).length;
    expect(calls.writes).toBeLessThanOrEqual(40 * (PAGES.length + REGISTERS.length) + columns);
    // One for the mark of each tab, one to see that a page is empty, one to see whether tabs were duplicated, six to say what to do first; the others come before anything is laid out.
    expect(calls.reads).toBeLessThanOrEqual(2 * PAGES.length + REGISTERS.length + 14);
  });
});

const NAMES = `return book.getSheets().map((sheet) => sheet.getName());`;

/** The names of those that every sheet has. */
const always = (of: readonly { name: string; pack?: string }[]): string[] =>
  of.flatMap(({ name, pack }) => (pack === undefined ? [name] : []));

describe('Set up this sheet', () => {
  let partnership: Partnership;
  afterEach(() => partnership.host.close());

  it('writes nothing the second time', async () => {
    partnership = await Partnership.started();
    const before = partnership.cells('Settings');
    expect(partnership.submit('set-up', { ...FORM, first: 'Somebody else' })).toMatchObject({
      kind: 'written',
      message: expect.stringContaining('already set up'),
    });
    expect(partnership.calls.writes).toBe(0);
    expect(partnership.cells('Settings')).toEqual(before);
  });

  it('says where it has made room, although nothing else was changed', async () => {
    partnership = await Partnership.started();
    const kpi = { Side: 'both', Direction: 'higher', 'Roll-up': 'latest', Target: 5 };
    partnership.type('KPIs', 2, { KPI: 'Downloads', ...kpi });
    partnership.type('KPIs', 3, { KPI: 'Sponsors', ...kpi });
    expect(partnership.submit('set-up', FORM)).toMatchObject({
      message: 'Room for what there is now: Scorecard. Everything can be changed in Settings at any time.',
    });
    expect(partnership.submit('set-up', FORM)).toMatchObject({
      message: expect.stringContaining('Nothing was changed'),
    });
  });

  it('leaves out what is locked for the person at work, and says so', async () => {
    partnership = await Partnership.started({ money: 'yes' });
    partnership.script(`book.addEditor('${PARTNER}');`);
    const formatsOf = (tab: string, heading: string): unknown =>
      partnership.script(`const sheet = book.getSheetByName('${tab}');
        return sheet.getRange(2, sheet.getRange('1:1').getValues()[0].indexOf('${heading}') + 1).getNumberFormat();`);
    partnership.set('Currency', 'USD');
    const LOCKED =
      ' Locked for you, and left as it is: Closed periods. Whoever owns this sheet brings it up to date with Set up this sheet.';
    expect(partnership.submit('set-up', {}, PARTNER)).toMatchObject({
      kind: 'written',
      message: `Amounts are shown in USD now. Everything can be changed in Settings at any time.${LOCKED}`,
    });
    expect(['Contributions', 'Payments'].map((tab) => formatsOf(tab, tab === 'Payments' ? 'Amount' : 'Unit value'))).toEqual(Array(2).fill('[$$]#,##0.00'));
    expect(formatsOf('Closed periods', 'Earned')).toBe('[$€]#,##0.00');
    expect(partnership.submit('set-up', {}, PARTNER)).toMatchObject({
      message: `This sheet is already set up. Nothing was changed.${LOCKED}`,
    });
    expect(partnership.submit('set-up', {}, OWNER)).toMatchObject({
      message: 'Amounts are shown in USD now. Everything can be changed in Settings at any time.',
    });
    expect(formatsOf('Closed periods', 'Earned')).toBe('[$$]#,##0.00');
  }); // prettier-ignore

  it('takes over the one empty sheet of a new file', async () => {
    partnership = await Partnership.started();
    expect(partnership.script(NAMES)).toEqual([...always(PAGES), ...always(REGISTERS)]);
  });

  it('asks for liaisons, rhythm and where reviews are counted from; the currency is that of the locale', async () => {
    partnership = await Partnership.open();
    partnership.script(`book.setSpreadsheetLocale('en_GB');`);
    const opened = partnership.open('set-up');
    if (opened.kind !== 'form') throw new Error(opened.message);
    const initial = Object.fromEntries(opened.form.fields.map((field) => [field.key, field.initial]));
    expect(initial).toMatchObject({ currency: 'GBP', rhythm: 'quarterly', first: '', anchor: '' });
    partnership.submit('set-up', {
      ...FORM,
      ...{ rhythm: 'monthly', anchor: '2026-01-15', 'first liaison': 'Ann', 'first email': 'ann@example.com' },
      ...{ 'second liaison': 'Bob', 'second email': 'bob@example.com' },
    });
    const rows = partnership.rows('Settings');
    expect(rows.slice(0, 2)).toMatchObject([
      { Party: 'Studio', Liaison: 'Ann', 'E-mail': 'ann@example.com' },
      { Party: 'Brand', Liaison: 'Bob', 'E-mail': 'bob@example.com' },
    ]);
    const value = (name: string) => rows.find(({ Setting }) => Setting === name)!.Value;
    expect([value('Review rhythm'), value('Reviews counted from')]).toEqual(['monthly', '2026-01-15']);
  });

  it('leaves foreign tabs alone, also one of the same name', async () => {
    partnership = await Partnership.open();
    partnership.script(`book.getSheets()[0].getRange('C3').setValue('mine');
      book.insertSheet('Settings').getRange('A1').setValue('mine');`);
    partnership.submit('set-up', FORM);
    expect(partnership.script(NAMES)).toEqual([
      'Scorecard',
      'Sheet1',
      'Settings',
      ...always(REGISTERS).map((name) => (name === 'Settings' ? 'Settings 2' : name)),
    ]);
    expect(partnership.cells('Settings')).toEqual([['mine']]);
    expect(partnership.rows('Settings 2')[0]).toMatchObject({ Party: 'Studio' });
    partnership.log({ unitValue: '50' });
    expect(partnership.rows('Settings 2')[0]).toMatchObject({ 'Contributed value': 100 });
  });

  it('is found again after its tabs were renamed', async () => {
    partnership = await Partnership.started();
    partnership.script(`book.getSheetByName('Contributions').setName('Who did what');`);
    partnership.log({ unitValue: '50' });
    expect(partnership.rows('Who did what')).toHaveLength(1);
    expect(partnership.submit('set-up', FORM)).toMatchObject({ message: expect.stringContaining('already set up') });
  });

  it('takes up a set-up that was cut short', async () => {
    partnership = await Partnership.open();
    partnership.script(`
      book.insertSheet('Contributions');
      book.insertSheet('Settings').addDeveloperMetadata('partner-ledger-tab', JSON.stringify({ tab: 'settings', version: null }));
    `);
    expect(partnership.open('log')).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('Set up this sheet'),
    });
    partnership.submit('set-up', FORM);
    expect(partnership.script(`return book.getSheets().map((sheet) => sheet.getName()).sort();`)).toEqual(
      expect.arrayContaining(['Contributions', 'Settings']),
    );
    expect(partnership.script(`return book.getSheetByName('Settings 2')`)).toBeNull();
    partnership.log({ unitValue: '50' });
    expect(partnership.rows('Settings')[0]).toMatchObject({ 'Contributed value': 100, 'Share of contributions': 1 });
  });
});

describe('A set-up form that was filled in wrongly', () => {
  let partnership: Partnership;
  beforeAll(async () => {
    partnership = await Partnership.open();
  });
  afterAll(() => partnership.host.close());

  it.each([
    [{ second: ' studio ' }, { second: 'The two sides need different names.' }],
    [{ second: 'Stu\u00addio\u200b' }, { second: 'The two sides need different names.' }],
    [{ first: 'Studio One', second: 'Studio\u00a0 One' }, { second: 'The two sides need different names.' }],
    [{ first: '\u200b' }, { first: 'First side is needed.' }],
    [{ first: '' }, { first: 'First side is needed.' }],
    [{ firstSplit: '140%' }, { firstSplit: 'Write it as a percentage from 0% to 100%, such as 60%.' }],
    [{ currency: 'Euro' }, { currency: expect.stringContaining('Choose one of: ') }],
    [{ 'second email': 'brand at example' }, { 'second email': expect.stringContaining('name@example.com') }],
  ])('says at the field what is wrong and writes nothing: %j', (change, errors) => {
    expect(partnership.submit('set-up', { ...FORM, ...change })).toEqual({ kind: 'errors', errors });
    expect(partnership.calls.writes).toBe(0);
  });
});

it.each([['en_US', 'USD'], ['de_DE', 'EUR'], ['de_CH', 'CHF'], ['ja_JP', 'JPY'], ['xx', 'EUR']])(
  'takes %s for a place where people pay in %s', (locale, currency) => expect(currencyOf(locale)).toBe(currency),
); // prettier-ignore
