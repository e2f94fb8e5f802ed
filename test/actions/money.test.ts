import { Partnership } from '../support/partnership';

/** From the forms to the statement, with the worked month of the help: every figure to the cent. */

const DEAL: Record<string, string>[] = [
  { term: 'payer', party: 'Studio' },
  { term: 'share', party: 'Brand', value: '30' },
  { term: 'tier', party: 'Brand', value: '0.4', threshold: '10000' },
  { term: 'item fee', party: 'Brand', value: '500' },
  { term: 'guarantee', party: 'Brand', value: '1000', effectiveFrom: '2026-01-01' },
  { term: 'reserve', party: 'Brand', value: '10', per: '2' },
  { term: 'deduction', value: '2%' },
  { term: 'advance', party: 'Brand', value: '2,000', effectiveFrom: '2026-03-01' },
];

let partnership: Partnership;

const setAsOf = (day: string): unknown =>
  partnership.script(`
    const settings = book.getSheetByName('Settings');
    const row = settings.getRange('A:A').getValues().findIndex(([name]) => name === 'As of') + 1;
    settings.getRange(row, 2).setValue(new Date(${day
      .split('-')
      .map((part, i) => Number(part) - (i === 1 ? 1 : 0))
      .join()}));`);

const record = (form: string, values: Record<string, string>): string => {
  const outcome = partnership.submit(form, values);
  if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
  return outcome.message;
};

const statement = (): Record<string, unknown>[] => partnership.rows('Statement table');
const march = (party: string): Record<string, unknown> =>
  statement().find(({ Month, Party }) => String(Month).startsWith('2026-03') && Party === party)!;

beforeAll(async () => {
  partnership = await Partnership.withoutScorecard({ money: 'yes' });
  for (const term of DEAL) record('terms', term);
  record('revenue', { date: '2026-01-10', item: 'V1', gross: '5102.04' });
  record('revenue', { date: '2026-02-10', gross: '6,000' });
  record('revenue', { date: '2026-03-05', item: 'V2', gross: '7000' });
  record('revenue', { date: '2026-03-12', item: 'V3', gross: '5000' });
  const sale = partnership.rows('Revenue')[1]!.ID as string;
  record('revenue', { date: '2026-03-20', refundOf: sale, refunds: '800' });
  setAsOf('2026-03-31');
}, 120_000);

afterAll(() => partnership.host.close());

describe('Money that is shared', () => {
  it('keeps values as numbers, and says how each term is understood', () => {
    const terms = partnership.rows('Terms');
    expect(terms.map(({ Value }) => Value)).toEqual(['', 0.3, 0.4, 500, 1000, 0.1, 0.02, 2000]);
    expect(terms.map((row) => row['In words'])).toEqual([
      'Studio pays the others and takes the rest',
      'Brand gets 30 % of what comes in',
      'Brand gets 40 % of what comes in above 10000 EUR a month',
      'Brand gets 500 EUR for each item',
      'Brand gets at least 1000 EUR a month, from 2026-01-01',
      'Brand has 10 % of share and bonus held back for 2 months',
      '2 % of gross less refunds comes off before the split',
      'Brand has an advance of 2000 EUR on 2026-03-01',
    ]);
    expect(terms.map(({ Attention }) => Attention)).toEqual(terms.map(() => ''));
  });

  it('comes to the statement of the worked month', () => {
    expect(statement()).toHaveLength(6);
    expect(march('Brand')).toMatchObject({
      Pool: 11760, Share: 3704, Fees: 1000, 'Late refunds': -784, Adjustments: -235.2, Earned: 4468.8,
      Held: -346.88, Released: 150, Recouped: -2000,
    }); // prettier-ignore
    expect(march('Studio')).toMatchObject({ Share: 8056, Fees: -1000, Adjustments: -548.8, Earned: 6507.2 });
  });

  it('shows every amount of a side with its reason', () => {
    const cells = partnership.cells('Statement');
    expect(cells[0]![0]).toBe('Statement of Brand, 2026-03');
    expect(cells[2]![0]).toBe('Every row counts.');
    const first = cells.findIndex(([line]) => line === 'line') + 1;
    const lines = cells.slice(first).flatMap(([line, of, , , amount, why]) => (line ? [[line, of, amount, why]] : []));
    expect(lines.map(([line, , amount]) => [line, amount])).toEqual([
      ['share', 3704], ['item fee', 500], ['item fee', 500], ['adjustment', -235.2], ['held', -370.4], ['held', 23.52],
      ['released', 150], ['recouped', -2000],
    ]); // prettier-ignore
    for (const [, , , why] of lines) expect(String(why).length).toBeGreaterThan(10);
  });

  it('shows what holds today as sentences', () => {
    const cells = partnership.cells('Statement').map(([first]) => first);
    const at = cells.indexOf('What holds today');
    expect(cells.slice(at + 1, at + 8)).toEqual([
      'Studio pays the others and takes the rest',
      'Brand gets 30 % of what comes in',
      'Brand gets 40 % of what comes in above 10000 EUR a month',
      'Brand gets 500 EUR for each item',
      'Brand gets at least 1000 EUR a month, from 2026-01-01',
      'Brand has 10 % of share and bonus held back for 2 months',
      '2 % of gross less refunds comes off before the split',
    ]);
  });

  it('shows another month and side where they are chosen at the top', () => {
    partnership.script(`const page = book.getSheetByName('Statement');
      page.getRange('B4').setValue('2026-01'); page.getRange('D4').setValue('Studio');`);
    const page = (): unknown[][] => partnership.cells('Statement');
    expect(page()[0]![0]).toBe('Statement of Studio, 2026-01');
    const earned = page().find(([label]) => label === 'Earned')!;
    expect(earned[1]).toBe(5000 - 2000);
    partnership.script(`const page = book.getSheetByName('Statement');
      page.getRange('B4').clearContent(); page.getRange('D4').clearContent();`);
  });

  it('refuses a row that the statement would refuse, beside the field, and writes nothing', () => {
    const sale = partnership.rows('Revenue')[1]!.ID as string;
    const refused = (form: string, values: Record<string, string>): unknown => {
      const outcome = partnership.submit(form, values);
      return outcome.kind === 'errors' ? outcome.errors : outcome;
    };
    expect(refused('revenue', { date: '2026-03-25' })).toEqual({ gross: expect.stringContaining('is needed') });
    expect(refused('revenue', { date: '2026-03-25', refundOf: sale, refunds: '5,200.01' })).toEqual({
      refunds: expect.stringContaining('more than its gross of 6,000.00'),
    });
    expect(refused('revenue', { date: '2026-03-25', refundOf: 'R-NOBODY', refunds: '1' })).toEqual({
      refundOf: expect.stringContaining('o sale row'),
    });
    expect(refused('revenue', { date: '2026-02-01', refundOf: sale, refunds: '1' })).toEqual({
      date: expect.stringContaining('is before its sale'),
    });
    expect(refused('terms', { term: 'share', party: 'Brand', value: '130%' })).toEqual({ value: expect.any(String) });
    expect(refused('terms', { term: 'share', party: 'Brand', value: 'some' })).toEqual({
      value: expect.stringContaining('or write none'),
    });
    expect(refused('terms', { term: 'share', party: 'Brand', value: '30%', threshold: '5' })).toEqual({
      threshold: expect.stringContaining('leave it blank'),
    });
    expect(refused('terms', { term: 'payer', party: 'Brand' })).toEqual({ term: expect.any(String) });
    expect(refused('payment', { date: '2026-03-25', party: 'Brand', from: 'Brand', amount: '1' })).toEqual({
      from: 'A side cannot pay itself.',
    });
    expect(partnership.rows('Terms')).toHaveLength(DEAL.length);
    expect(partnership.rows('Revenue')).toHaveLength(5);
  });

  it('says what is payable where a payment is recorded, and offers sales to refund', () => {
    const payment = partnership.open('payment');
    if (payment.kind !== 'form') throw new Error(payment.message);
    const party = payment.form.fields.find(({ key }) => key === 'party')!;
    expect(party.initial).toBe('Brand');
    expect(party.choices.find(({ value }) => value === 'Brand')!.hint).toMatch(/is payable/);
    const amount = payment.form.fields.find(({ key }) => key === 'amount')!.initial;
    expect(Number(amount)).toBeGreaterThan(0);
    setAsOf('2026-03-31');
    const revenue = partnership.open('revenue');
    if (revenue.kind !== 'form') throw new Error(revenue.message);
    const sales = revenue.form.fields.find(({ key }) => key === 'refundOf')!.choices;
    expect(sales.map(({ label }) => label)).toEqual([
      '2026-03-12 · V3 · 5000', '2026-03-05 · V2 · 7000', '2026-02-10 · 6000', '2026-01-10 · V1 · 5102.04',
    ]); // prettier-ignore
  });

  it('leaves typed rows out that cannot count, and says so beside them and on the statement', () => {
    setAsOf('2026-03-31');
    const before = statement();
    const refundOf = partnership.rows('Revenue')[1]!.ID;
    partnership.type('Revenue', 7, { Date: '2026-03-09', Item: 'V9', Gross: 'a lot' });
    partnership.type('Revenue', 8, { Date: '2026-03-28', Refunds: 5200.01, 'Refund of': refundOf });
    partnership.type('Payments', 2, { Date: '2026-03-30', Party: 'Nobody', Amount: 100 });
    expect(statement()).toEqual(before);
    const revenue = partnership.rows('Revenue');
    expect(revenue[5]!.Attention).toMatch(/^Left out: gross, refunds/);
    expect(revenue[6]!.Attention).toMatch(/^Left out: .*more than its gross/);
    expect(partnership.rows('Payments')[0]!.Attention).toMatch(/^No such side/);
    expect(partnership.cells('Statement')[2]![0]).toBe(
      '3 rows are left out: Revenue row 7, Revenue row 8, Payments row 2. Their Attention says why.',
    );
    expect(partnership.cells('Statement')[2]![5]).toBe('Show the first of them');
    expect(String(partnership.cells('Statement')[3]![10])).toMatch(/^#gid=\d+&range=7:7$/);
    partnership.type('Revenue', 7, { Date: '', Item: '', Gross: '' });
    partnership.type('Revenue', 8, { Date: '', Refunds: '', 'Refund of': '' });
    partnership.type('Payments', 2, { Date: '', Party: '', Amount: '' });
  });

  it('has no statement while one of its terms is not possible, and says which', () => {
    partnership.type('Terms', 10, { Party: 'Brand', Term: 'share', Value: 'a third' });
    expect(statement()).toEqual([]);
    expect(partnership.cells('Statement')[2]![0]).toBe('No statement: put right Terms row 10. Its Attention says why.');
    expect(partnership.rows('Terms')[8]!.Attention).toContain('is not a number');
    partnership.type('Terms', 10, { Party: '', Term: '', Value: '' });
    expect(statement()).toHaveLength(6);
  });

  it('comes to the same when columns are renamed, moved and sorted', () => {
    const before = statement();
    partnership.script(`const revenue = book.getSheetByName('Revenue'); const terms = book.getSheetByName('Terms');
      const gross = revenue.getRange('1:1').getValues()[0].indexOf('Gross') + 1;
      revenue.getRange(1, gross).setValue('What buyers paid'); revenue.moveColumns(revenue.getRange(1, gross), 2);
      terms.getRange(2, 1, 8, terms.getLastColumn()).sort({ column: 1, ascending: true });
      revenue.getRange(2, 1, 5, revenue.getLastColumn()).sort({ column: 1, ascending: false });`);
    expect(statement()).toEqual(before);
  });
});

describe('In a sheet that stands already', () => {
  it('money is added when it is wanted, as a whole, and nothing else changes', async () => {
    const standing = await Partnership.started();
    const names = (): unknown[] =>
      standing.script('return book.getSheets().map((sheet) => sheet.getName());') as unknown[];
    const before = names();
    expect(standing.submit('set-up', {})).toMatchObject({ message: expect.stringContaining('already set up') });
    expect(standing.submit('set-up', { money: 'yes' })).toMatchObject({
      message: expect.stringContaining(
        'Added: Statement, Statement table, Statement lines, Revenue, Terms, Payments, Closed periods, Closed rows, Answers.',
      ),
    });
    expect(names().filter((name) => !before.includes(name))).toHaveLength(9);
    expect(standing.submit('set-up', {})).toMatchObject({ message: expect.stringContaining('already set up') });
    standing.script(`book.deleteSheet(book.getSheetByName('Payments'));`);
    expect(standing.submit('set-up', {})).toMatchObject({ message: expect.stringContaining('Payments') });
    expect(names()).toContain('Payments');
    standing.host.close();
  });
});
