import { OWNER, PARTNER } from '../../support/partnership';
import { Money } from '../support/money';

/** A period is closed, stays closed, and says so when it would come out otherwise. */

let money: Money;
const submit = (form: string, values: Record<string, string>, user = OWNER, key?: string) =>
  money.partnership.submit(form, values, user, key);

const CLOSE = { period: '2026-01 to 2026-03', side: 'Studio', agreed: 'Ana of Brand, by phone' };

/** Looks first, as people do; then closes what was looked at. */
function close(values: Record<string, string> = {}, user = OWNER, key?: string) {
  const looked = submit('close', { ...CLOSE, ...values }, user);
  if (looked.kind !== 'preview') throw new Error(JSON.stringify(looked));
  return submit('close', { ...CLOSE, ...values, looked: looked.preview.confirm.value }, user, key);
}

const closedRows = (): Record<string, unknown>[] => money.partnership.rows('Closed periods');

beforeAll(async () => {
  money = await Money.open();
  money.agree('share', { share: '30%', days: '30' });
  for (const [date, gross] of [
    ['2026-01-10', '1000'],
    ['2026-02-10', '2,000.50'],
    ['2026-03-10', '3000'],
  ] as const) {
    money.record('revenue', { date, gross });
  }
  money.record('payment', { date: '2026-02-20', party: 'Brand', amount: '300' });
  money.asOf('2026-04-15');
}, 120_000);
afterAll(() => money.partnership.host.close());

it('offers whole months that are over, and suggests the rhythm of the reviews', () => {
  const opened = money.partnership.open('close');
  if (opened.kind !== 'form') throw new Error(opened.message);
  const period = opened.form.fields.find(({ key }) => key === 'period')!;
  expect(period.initial).toBe('2026-01 to 2026-03');
  expect(period.choices.slice(0, 3).map(({ value }) => value)).toEqual([
    '2026-01', '2026-01 to 2026-02', '2026-01 to 2026-03',
  ]); // prettier-ignore
  money.asOf('2026-04-15');
});

it('shows the figures, and writes nothing before they were looked at', () => {
  const looked = submit('close', CLOSE);
  expect(looked).toMatchObject({
    kind: 'preview',
    preview: {
      paragraphs: [expect.stringMatching(/computed from Revenue, Terms and Payments, in EUR\.$/)],
      table: {
        headings: ['', 'Studio', 'Brand'],
        rows: expect.arrayContaining([
          ['Pool', '6,000.50', '6,000.50'],
          ['Earned', '4,200.35', '1,800.15'],
          ['Balance', '-1,500.15', '1,500.15'],
        ]) as unknown,
      },
    },
  });
  expect(submit('close', { ...CLOSE, looked: 'NOT THIS' })).toMatchObject({
    kind: 'preview',
    preview: { paragraphs: expect.arrayContaining([expect.stringContaining('changed since you looked')]) as unknown },
  });
  expect(submit('close', { ...CLOSE, agreed: '' })).toEqual({
    kind: 'errors',
    errors: { agreed: 'Who agreed is needed.' },
  });
  expect(closedRows()).toEqual([]);
});

it('is closed with every figure as a value, once', () => {
  const key = 'CLOSED01';
  expect(close({}, OWNER, key)).toMatchObject({
    kind: 'written',
    message: expect.stringContaining('2026-01 to 2026-03 is closed'),
  });
  expect(submit('close', CLOSE, OWNER, key)).toMatchObject({ message: expect.stringContaining('already closed') });
  const rows = closedRows();
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatchObject({
    Period: '2026-01 to 2026-03', Party: 'Brand', Gross: 6000.5, Pool: 6000.5, Share: 1800.15, Earned: 1800.15, Paid: 300,
    'Brought forward': 0, Balance: 1500.15, Payable: 1500.15, Due: '2026-03-30', 'Closed for': 'Studio',
    Agreed: 'Ana of Brand, by phone', 'Closed by': OWNER, 'Reopened at': '', 'Would be otherwise': '', Attention: '',
  }); // prettier-ignore
  expect(
    money.partnership.script(`return book.getSheetByName('Closed periods').getRange('A2:AK3').getFormulas().join('');`),
  ).toMatch(/^,*$/);
  expect(money.partnership.rows('Closed rows').map(({ Table }) => Table)).toEqual([
    'revenue', 'revenue', 'revenue', 'terms', 'terms', 'terms', 'payments',
  ]); // prettier-ignore
});

it('says so where no row has changed, but the currency', () => {
  money.partnership.set('Currency', 'JPY');
  expect(closedRows()[1]!.Attention).toMatch(
    /: Earned 1,800\.15, now 1,800\.00 and \d+ more\. Changed since: no row of Revenue or Terms or Payments: look at the currency in Settings$/,
  );
  money.partnership.set('Currency', 'EUR');
  expect(closedRows()[1]).toMatchObject({ Attention: '' });
});

it('says in each row with which period it was closed, and asks before one is edited', () => {
  const { partnership } = money;
  for (const tab of ['Revenue', 'Payments', 'Terms'])
    expect([tab, new Set(partnership.rows(tab).map(({ Closed }) => Closed))]).toEqual([
      tab,
      new Set(['2026-01 to 2026-03']),
    ]);
  partnership.script(`book.getSheetByName('Revenue').getRange('B3').activate();`);
  const edit = partnership.open('edit');
  if (edit.kind !== 'form') throw new Error(edit.message);
  const values = Object.fromEntries(edit.form.fields.map(({ key, initial }) => [key, initial]));
  const change = { ...edit.form.carried, ...values, note: 'looked at again' };
  expect(submit(edit.form.id, change)).toMatchObject({
    kind: 'asks',
    question: expect.stringContaining('This row was closed with 2026-01 to 2026-03.'),
  });
  expect(partnership.rows('Revenue')[1]).toMatchObject({ Note: '' });
});

it('says which figure would come out otherwise, with both values and the rows that changed', () => {
  const revenue = (code: string): unknown =>
    money.partnership.script(`const sheet = book.getSheetByName('Revenue');
      const cell = (row, heading) => sheet.getRange(row, sheet.getRange('1:1').getValues()[0].indexOf(heading) + 1);
      ${code}`);
  revenue(
    `cell(3, 'Gross').setValue(1000.5); cell(5, 'ID').setValue('R-LATE'); cell(5, 'Date').setValue('2026-03-30'); cell(5, 'Gross').setValue(100);`,
  );
  const brand = closedRows()[1]!;
  expect(brand.Attention).toMatch(
    /: Earned 1,800\.15, now 1,530\.15 and \d more\. Changed since: Revenue row 3 and 1 more$/,
  );
  expect(brand['Would be otherwise']).toMatch(/^Earned 1,800\.15, now 1,530\.15; Gross /);
  expect(brand['Would be otherwise']).toContain('Balance 1,500.15, now 1,230.15');
  expect(brand['Changed since']).toBe('Revenue row 3, Revenue row 5');
  expect(brand.Earned).toBe(1800.15);
  revenue(`cell(3, 'Gross').setValue(2000.5); for (const of of ['ID', 'Date', 'Gross']) cell(5, of).clearContent();`);
  expect(closedRows()[1]).toMatchObject({ Attention: '', 'Changed since': '' });
  revenue(`sheet.deleteRow(2);`);
  expect(closedRows()[1]!['Changed since']).toMatch(/^Revenue R-\w+ \(deleted\)$/);
  money.record('revenue', { date: '2026-01-10', gross: '1000' });
  expect(closedRows()[1]).toMatchObject({ Attention: '' });
});

it('later months do not touch it; the next period begins where it ends', () => {
  money.record('revenue', { date: '2026-04-10', gross: '500' });
  money.asOf('2026-05-15');
  expect(closedRows().map(({ Attention }) => Attention)).toEqual(['', '']);
  expect(close({ period: '2026-04' })).toMatchObject({ kind: 'written' });
  expect(closedRows()[3]).toMatchObject({
    Period: '2026-04',
    Party: 'Brand',
    'Brought forward': 1500.15,
    Earned: 150,
    Balance: 1650.15,
  });
});

it('is opened again for a reason, the last one first, and its figures stay', () => {
  const reopen = (period: string, reason: string) => submit('reopen', { period, side: 'Studio', reason });
  expect(reopen('2026-04', '')).toEqual({ kind: 'errors', errors: { reason: 'Reason is needed.' } });
  expect(reopen('2026-01 to 2026-03', 'A sale was missing')).toEqual({
    kind: 'errors',
    errors: { period: expect.stringContaining('Reopen 2026-04 first') },
  });
  expect(reopen('2026-04', 'A sale was missing')).toMatchObject({ kind: 'written' });
  expect(closedRows()[3]).toMatchObject({
    Earned: 150, Reason: 'A sale was missing', 'Reopened by': `Studio · ${OWNER}`, 'Would be otherwise': '',
  }); // prettier-ignore
  expect(close({ period: '2026-04' })).toMatchObject({ kind: 'written' });
  expect(closedRows()).toHaveLength(6);
});

it('is locked for the other side, who is told what to do', () => {
  money.partnership.script(`book.addEditor('${PARTNER}');`);
  expect(() =>
    money.partnership.script(`book.getSheetByName('Closed periods').getRange('J2').setValue(1);`, PARTNER),
  ).toThrow();
  expect(submit('reopen', { period: '2026-04', side: 'Brand', reason: 'Why not' }, PARTNER)).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('locked'),
  });
  expect(close({ period: '2026-05' }, PARTNER)).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('locked'),
  });
  expect(closedRows()).toHaveLength(6);
  expect(close({ period: '2026-05' })).toMatchObject({ kind: 'written' });
});
