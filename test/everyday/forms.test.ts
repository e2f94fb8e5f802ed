import { Partnership } from '../support/partnership';

/** What people type into the forms, as it is asked about, refused or written. */
describe('A form', () => {
  let partnership: Partnership;
  const kpi = { side: 'both', direction: 'higher', rollUp: 'latest', start: '2026-01-01', unit: 'x', target: '100' };

  beforeAll(async () => {
    partnership = await Partnership.started();
  }, 120_000);

  afterAll(() => partnership.host.close());

  const add = (values: Record<string, string>) => partnership.submit('kpi', { ...kpi, ...values });
  const written = expect.objectContaining({ kind: 'written' });
  const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

  it('asks about a direction and a target that contradict each other, and writes once that was meant', () => {
    expect(add({ kpi: 'Fall', baseline: '200' })).toEqual({
      kind: 'asks',
      question: 'Higher is better, but the target, 100, is below the baseline, 200. Is that meant?',
      yes: { label: 'Write it all the same', values: { sure: 'yes' } },
    });
    expect(add({ kpi: 'Rise', direction: 'lower', baseline: '20' })).toMatchObject({
      kind: 'asks',
      question: 'Lower is better, but the target, 100, is above the baseline, 20. Is that meant?',
    });
    expect(partnership.rows('KPIs')).toEqual([]);
    expect(add({ kpi: 'Fall', baseline: '200', sure: 'yes' })).toEqual(written);
    for (const [name, values] of Object.entries({
      'without a baseline': {},
      'on the way up': { baseline: '20' },
      'on the way down': { direction: 'lower', baseline: '200' },
      'where it is': { baseline: '100' },
    })) {
      expect([name, add({ kpi: name, ...values })]).toEqual([name, written]);
    }
  });

  it('asks so when a row is edited, too, and only about what was changed', () => {
    const row = partnership.rows('KPIs').findIndex(({ KPI }) => KPI === 'on the way up') + 2;
    const edit = (change: Record<string, string>) => {
      partnership.script(`book.getSheetByName('KPIs').getRange(${row}, 3).activate();`);
      const opened = partnership.open('edit');
      if (opened.kind !== 'form') throw new Error(opened.message);
      const values = Object.fromEntries(opened.form.fields.map(({ key, initial }) => [key, initial]));
      return partnership.submit(opened.form.id, { ...opened.form.carried, ...values, ...change } as Record<
        string,
        string
      >);
    };
    expect(edit({ direction: 'lower' })).toMatchObject({
      kind: 'asks',
      question: 'Lower is better, but the target, 100, is above the baseline, 20. Is that meant?',
      yes: { label: 'Change it all the same' },
    });
    expect(edit({ direction: 'lower', sure: 'yes' })).toEqual(written);
    expect(edit({ unit: 'y' })).toEqual(written);
  });

  it.each([
    ['twice under one name', { kpi: 'Fall\u00a0' }, { kpi: 'Another one is already called “Fall”.' }],
    [
      'due before it starts',
      { kpi: 'K', due: '2025-01-01' },
      { due: 'It cannot be due before it starts. Choose 2026-01-01 or a later day.' },
    ],
    [
      'of the year 26',
      { kpi: 'K', due: '0026-01-01' },
      { due: 'The year 26 is not possible. Write all four digits, such as 2026.' },
    ],
  ])('refuses a KPI %s', (_, values, errors) => {
    expect(add(values as unknown as Record<string, string>)).toEqual({ kind: 'errors', errors });
  });

  it.each([
    ['1:30', 'hours', 1.5],
    ['1h30', 'hours', 1.5],
    ['1 h 30 min', 'hours', 1.5],
    ['90 min', 'hours', 1.5],
    ['2h', 'hours', 2],
    ['30:15', 'hours', 30.25],
    ['１．５', 'hours', 1.5],
    ['1,050.5', 'goods', 1050.5],
  ])('writes a quantity of %s %s as %d', (quantity, kind, value) => {
    expect(partnership.log({ kind, quantity })).toEqual(written);
    expect(partnership.rows('Contributions').at(-1)).toMatchObject({ Quantity: value });
  });

  it.each([
    ['2 30', { quantity: '“2 30” is not a number. Write it like 1,234.50' }],
    ["1'30", { quantity: "“1'30” is not a number. Write it like 1,234.50" }],
    ['1,5', { quantity: 'Write decimals with a point: 1.5' }],
    ['-3', { quantity: 'More than 0 is expected.' }],
    ['1:75', { quantity: '“1:75” is not a time. Write it like 1:30, 90 min or 1.5' }],
  ])('refuses a quantity of %s', (quantity, errors) => {
    expect(partnership.log({ quantity })).toEqual({ kind: 'errors', errors });
  });

  it('takes a contribution of tomorrow, where it is tomorrow already, and none of a later day', () => {
    expect(partnership.log({ date: day(1) })).toEqual(written);
    expect(partnership.log({ date: day(3) })).toMatchObject({
      kind: 'errors',
      errors: { date: expect.stringContaining('is still to come') },
    });
  });
});
