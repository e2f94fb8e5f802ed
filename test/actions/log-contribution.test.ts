import { dayOfIso, isoOfDay } from '../../src/calc/day';
import { contributions } from '../../src/registers/contributions';
import { answers, OWNER, PARTNER, type Partnership } from '../support/partnership';
import { sharePartnership } from '../support/share-partnership';

let partnership: Partnership;
const ofItsOwn = sharePartnership((given) => (partnership = given), [contributions]);

describe('Log a contribution', () => {
  it('writes the row, says where, and the sheet computes value and shares', () => {
    const outcome = partnership.log({ quantity: '2.5', unitValue: '80', item: 'Episode 1', note: 'Edit' });
    expect(outcome).toMatchObject({
      kind: 'written',
      message: '2.5 × hours by Studio on 2026-03-31: written to Contributions, row 2.',
      where: { tabId: 'contributions', row: 2 },
      next: { date: '2026-03-31', party: 'Studio', kind: 'hours', item: 'Episode 1' },
    });
    partnership.log({ party: 'Brand', kind: 'cash', quantity: '100' }, PARTNER);
    expect(partnership.rows('Contributions')).toMatchObject([
      { Date: '2026-03-31', Party: 'Studio', Quantity: 2.5, 'Unit value': 80, Multiplier: 1, Status: 'proposed',
        'Entered by': OWNER, Value: 200, Counts: 200 },
      { Party: 'Brand', Kind: 'cash', Quantity: 100, 'Unit value': 1, 'Entered by': PARTNER, Value: 100, Counts: 100 },
    ]); // prettier-ignore
    const [studio, brand] = partnership.rows('Settings');
    expect(studio).toMatchObject({ 'Contributed value': 200, 'Entries without a value': 0 });
    expect(studio!['Share of contributions']).toBeCloseTo(2 / 3, 12);
    expect(brand).toMatchObject({ 'Contributed value': 100 });
  });

  it('lets REVSHARE split an amount by the shares to the cent', () => {
    partnership.log({ quantity: '2', unitValue: '100' });
    partnership.log({ party: 'Brand', kind: 'cash', quantity: '100' });
    const headings = partnership.cells('Settings')[0]!;
    const letter = String.fromCharCode(65 + headings.indexOf('Contributed value'));
    expect(partnership.formula(`=REVSHARE(1000,Settings!${letter}2:${letter}3)`)).toEqual([[666.67], [333.33]]);
  });

  it('leaves a value missing when nobody gave one, and counts how many', () => {
    partnership.log({ quantity: '3' });
    expect(partnership.rows('Contributions')[0]).toMatchObject({ Value: '', Counts: '' });
    expect(partnership.rows('Settings')[0]).toMatchObject({ 'Contributed value': 0, 'Entries without a value': 1 });
    expect(partnership.rows('Settings')[0]).toMatchObject({ 'Share of contributions': '' });
  });

  it('counts disputed entries not at all, and proposed ones as Settings say', () => {
    partnership.log({ unitValue: '10' });
    partnership.log({ unitValue: '10' });
    const answer = (answered: Record<string, string>): unknown =>
      partnership.submit('answer', { side: 'Brand', ...answers(answered, 'Talked about it.') }, PARTNER);
    const [first, second] = partnership.rows('Contributions').map(({ ID }) => String(ID));
    answer({ [first!]: 'dispute' });
    expect(partnership.rows('Contributions').map((row) => row.Counts)).toEqual(['', 20]);
    partnership.set('Count proposed entries', 'no');
    expect(partnership.rows('Contributions').map((row) => row.Counts)).toEqual(['', '']);
    answer({ [second!]: 'accept 20' });
    expect(partnership.rows('Contributions').map((row) => row.Counts)).toEqual(['', 20]);
    partnership.set('Count proposed entries', 'yes');
  });

  it.each([
    ['=1+1'],
    ['+49 30 1234'],
    ['-5'],
    ['@mention'],
    ['<script>alert(1)</script>'],
    ['007'],
    ['1-2'],
    ['TRUE'],
    ["'quoted"],
  ])('keeps %s as the text it is', (text) => {
    partnership.log({ item: text, note: text, unitValue: '1' });
    expect(partnership.rows('Contributions')[0]).toMatchObject({ Item: text, Note: text, Value: 2 });
    expect(partnership.script(`return book.getSheetByName('Contributions').getRange('M2').getFormula();`)).toBe('');
  });

  it('keeps text as it is although somebody changed the format of the column', async () => {
    await ofItsOwn();
    partnership.script(`book.getSheetByName('Contributions').getRange('A2:O').setNumberFormat('General');`);
    partnership.log({ item: '007', note: '=1+1' });
    expect(partnership.rows('Contributions')[0]).toMatchObject({ Item: '007', Note: '=1+1' });
  });

  it('writes nothing when a field is wrong, and names the field', () => {
    const outcome = partnership.log({ quantity: 'two' });
    expect(outcome).toEqual({
      kind: 'errors',
      errors: { quantity: '“two” is not a number. Write it like 1,234.50' },
    });
    expect(partnership.rows('Contributions')).toEqual([]);
  });

  it('takes a day until tomorrow, which may be today where the other side is', () => {
    const opened = partnership.open('log');
    if (opened.kind !== 'form') throw new Error(opened.message);
    const today = opened.form.fields.find(({ key }) => key === 'date')!.initial;
    const ahead = (days: number): string => isoOfDay(dayOfIso(today)! + days);
    expect(partnership.log({ date: ahead(2) })).toEqual({
      kind: 'errors',
      errors: { date: `${ahead(2)} is still to come. Log what was put in by ${today}.` },
    });
    expect(partnership.rows('Contributions')).toEqual([]);
    expect(partnership.log({ date: ahead(1), quantity: '1:30' })).toMatchObject({ kind: 'written' });
    expect(partnership.rows('Contributions')[0]).toMatchObject({ Date: ahead(1), Quantity: 1.5 });
    const edit = (changed: Record<string, string>) =>
      partnership.submit(`edit log ${String(partnership.rows('Contributions')[0]!.ID)}`, {
        date: ahead(1), 'was date': ahead(1), party: 'Studio', 'was party': 'Studio', kind: 'hours', 'was kind': 'hours',
        quantity: '1.5', 'was quantity': '1.5', unitValue: '', 'was unitValue': '', multiplier: '1', 'was multiplier': '1',
        item: '', 'was item': '', note: '', 'was note': '', evidence: '', 'was evidence': '', ...changed,
      }); // prettier-ignore
    expect(edit({ date: ahead(3) })).toMatchObject({ kind: 'errors', errors: { date: expect.any(String) } });
    expect(edit({ date: today })).toMatchObject({ kind: 'written' });
  });

  it('writes an entry once, however often it is sent', () => {
    partnership.log({ unitValue: '10' }, OWNER, 'SAMEKEY1');
    const again = partnership.log({ unitValue: '10' }, OWNER, 'SAMEKEY1');
    expect(again).toMatchObject({
      kind: 'written',
      message: expect.stringContaining('already written'),
      where: { row: 2 },
    });
    expect(partnership.rows('Contributions')).toHaveLength(1);
  });

  it('writes below rows that were typed or pasted without an ID', () => {
    partnership.script(`book.getSheetByName('Contributions').getRange('G2:K3').setValues([
      ['2026-01-05', 'Studio', 'hours', 1, 50], ['2026-01-06', 'Brand', 'hours', 2, 50]]);`);
    expect(partnership.log({ unitValue: '10' })).toMatchObject({ where: { row: 4 } });
    expect(partnership.rows('Contributions').map((row) => row.Value)).toEqual([50, 100, 20]);
  });

  it('finds its columns after they were moved, and leaves foreign columns alone', async () => {
    await ofItsOwn();
    partnership.script(`const log = book.getSheetByName('Contributions');
      log.insertColumnsAfter(8, 1); log.getRange('I1:I2').setValues([['Mood'], ['good']]);`);
    partnership.log({ unitValue: '10' });
    expect(partnership.rows('Contributions')[0]).toMatchObject({
      Party: 'Studio',
      Mood: 'good',
      Quantity: 2,
      Value: 20,
    });
  });

  it('says which heading is missing, and writes nothing', async () => {
    await ofItsOwn();
    const filled = partnership.rows('Contributions').length;
    partnership.script(`book.getSheetByName('Contributions').deleteColumn(10);`);
    expect(partnership.log({})).toEqual({
      kind: 'refused',
      message: 'In the tab “Contributions” the heading “Quantity” is missing from row 1. Put it back, then try again.',
    });
    partnership.script(`const log = book.getSheetByName('Contributions');
      log.insertColumnBefore(10); log.getRange('J1').setValue('Quantity');`);
    // The figures had lost their column; opening the form puts their formulas right.
    partnership.open('log');
    expect(partnership.rows('Contributions')).toHaveLength(filled);
  });

  it('goes on below the last row, where the tab was full', async () => {
    await ofItsOwn();
    expect(
      partnership.script(`const log = book.getSheetByName('Contributions');
      log.getRange('G2:K301').setValues(Array.from({ length: 300 }, () => ['2026-01-05', 'Brand', 'hours', 1, 50]));
      return log.getMaxRows();`),
    ).toBe(301);
    expect(partnership.log({ unitValue: '10', note: '007' })).toMatchObject({ where: { row: 302 } });
    const rows = partnership.rows('Contributions');
    expect(rows).toHaveLength(301);
    expect(rows[300]).toMatchObject({ Note: '007', Value: 20, Counts: 20, Date: '2026-03-31' });
    expect(partnership.rows('Settings')[0]).toMatchObject({ 'Contributed value': 20 });
  });

  it('works where no e-mail address is visible', () => {
    expect(partnership.log({ unitValue: '10' }, '')).toMatchObject({ kind: 'written' });
    expect(partnership.rows('Contributions')[0]).toMatchObject({ 'Entered by': '' });
  });

  it.each([10, 600])('costs the same with %d rows: three reads, one block', async (rows) => {
    await ofItsOwn();
    partnership.script(`const log = book.getSheetByName('Contributions');
      log.insertRowsAfter(301, ${rows});
      log.getRange(2, 7, ${rows}, 5).setValues(Array.from({ length: ${rows} }, () => ['2026-01-05', 'Brand', 'hours', 1, 50]));`);
    partnership.log({ unitValue: '10' });
    expect(partnership.calls).toMatchObject({ reads: 3, writes: 2 });
  });
});

describe('the log form', () => {
  it('opens with today, the side of the person, the choices of the sheet and what was used last', async () => {
    await ofItsOwn();
    const opened = partnership.open('log');
    if (opened.kind !== 'form') throw new Error(opened.message);
    const field = (key: string) => opened.form.fields.find((one) => one.key === key);
    expect(field('date')!.initial).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(field('party')).toMatchObject({ initial: 'Studio', choices: [{ value: 'Studio' }, { value: 'Brand' }] });
    expect(field('kind')).toMatchObject({ initial: 'hours' });
    partnership.log({ party: 'Brand', kind: 'goods', unitValue: '5' }, PARTNER);
    const again = partnership.open('log', PARTNER);
    if (again.kind !== 'form') throw new Error(again.message);
    expect(
      again.form.fields.filter(({ key }) => key === 'party' || key === 'kind').map(({ initial }) => initial),
    ).toEqual(['Brand', 'goods']);
  });

  it('brings back what was typed, however long, until it is written', () => {
    const values = { note: 'ü'.repeat(20_000), quantity: '3', item: '=1+1' };
    partnership.call('keepDraft', ['log', values, 'DRAFT001']);
    expect(partnership.open('log')).toMatchObject({ form: { draft: values } });
    expect(partnership.open('log', PARTNER)).toMatchObject({ form: { draft: null } });
    partnership.call('keepDraft', ['log', { note: 'short' }, 'DRAFT001']);
    expect(partnership.open('log')).toMatchObject({ form: { draft: { note: 'short' } } });
    partnership.log({ unitValue: '1' });
    expect(partnership.open('log')).toMatchObject({ form: { draft: null } });
  });

  it('writes today into Settings when it is opened on another day', () => {
    const asOf = () => partnership.rows('Settings').find((row) => row.Setting === 'As of')!.Value;
    const today = asOf();
    partnership.script(`const settings = book.getSheetByName('Settings');
      const row = settings.getRange('A:A').getValues().findIndex(([name]) => name === 'As of') + 1;
      settings.getRange(row, 2).setValue(45000);`);
    expect(asOf()).toBe('2023-03-15');
    partnership.open('log');
    expect(asOf()).toBe(today);
    partnership.open('log');
    expect(partnership.calls.writes).toBe(0);
  });
});
