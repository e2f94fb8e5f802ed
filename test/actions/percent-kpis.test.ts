import { Partnership } from '../support/partnership';

/** A KPI whose unit is %: its target and readings are typed and shown as percentages. */
describe('A KPI counted in %', () => {
  let partnership: Partnership;
  const kpi = { kpi: 'Margin', side: 'both', direction: 'higher', rollUp: 'latest', start: '2026-01-01', unit: '%' };

  beforeAll(async () => {
    partnership = await Partnership.started();
    expect(partnership.submit('kpi', { ...kpi, baseline: '30%', target: '45 %' })).toMatchObject({ kind: 'written' });
    expect(partnership.submit('kpi', { ...kpi, kpi: 'Sales', unit: 'euros', target: '1000' })).toMatchObject({
      kind: 'written',
    });
  }, 120_000);

  afterAll(() => partnership.host.close());

  const shown = (tab: string, heading: string): string[] =>
    (
      partnership.script(
        `const [heads, ...rows] = book.getSheetByName('${tab}').getDataRange().getDisplayValues();
         return rows.map((row) => row[heads.indexOf('${heading}')]).filter(Boolean);`,
      ) as string[]
    ).slice(0, 4);
  const record = (actual: string, name = 'Margin') =>
    partnership.submit('reading', { kpi: name, date: '2026-03-31', actual, source: '', note: '' });
  const editForm = (tab: string, row: number) => {
    partnership.script(`book.getSheetByName('${tab}').getRange(${row}, 7).activate();`);
    const edit = partnership.open('edit');
    if (edit.kind !== 'form') throw new Error(edit.message);
    const values = Object.fromEntries(edit.form.fields.map(({ key, initial }) => [key, initial]));
    return { id: edit.form.id, values: { ...edit.form.carried, ...values } as Record<string, string> };
  };

  it('takes a reading with or without the sign, and shows it with it', () => {
    expect(record('40%')).toMatchObject({ kind: 'written', message: expect.stringContaining('Margin: 40%') });
    expect(record('40.5 %')).toMatchObject({ kind: 'written' });
    expect(record('42')).toMatchObject({ kind: 'written' });
    expect(record('900', 'Sales')).toMatchObject({ kind: 'written' });
    expect(partnership.rows('KPI log').map(({ Actual }) => Actual)).toEqual([0.4, 0.405, 0.42, 900]);
    expect(shown('KPI log', 'Actual')).toEqual(['40.0%', '40.5%', '42.0%', '900.00']);
    expect(shown('KPIs', 'Baseline')).toEqual(['30.0%']);
    expect(shown('KPIs', 'Target')).toEqual(['45.0%', '1,000.00']);
    expect(shown('KPIs', 'Actual')).toEqual(['42.0%', '900.00']);
    expect(partnership.cells('Scorecard')).toContainEqual(expect.arrayContaining(['Margin', 'both', '42%', '45%']));
  });

  it.each([
    ['0.4', 'It is counted in %: write 0.4% or 40%, whichever is meant.'],
    ['1', 'It is counted in %: write 1% or 100%, whichever is meant.'],
    ['€40', 'Write it as a percentage from 0% to 100%, such as 60%.'],
  ])('asks what %s means', (typed, problem) => {
    expect(record(typed)).toEqual({ kind: 'errors', errors: { actual: problem } });
  });

  it('takes what is above 100 %, below 0, and 0', () => {
    for (const [typed, value] of [
      ['150', 1.5],
      ['-5%', -0.05],
      ['0', 0],
    ] as const) {
      expect(record(typed)).toMatchObject({ kind: 'written' });
      expect(partnership.rows('KPI log').at(-1)).toMatchObject({ Actual: value });
    }
  });

  it('is the only kind that takes a percentage', () => {
    expect(record('40%', 'Sales')).toEqual({
      kind: 'errors',
      errors: {
        actual: 'A plain number is expected here, without %. For a percentage, % has to be the unit of the KPI.',
      },
    });
  });

  it('is edited as a percentage', () => {
    const reading = editForm('KPI log', 3);
    expect(reading.values).toMatchObject({ actual: '40.5%' });
    expect(partnership.submit(reading.id, { ...reading.values, note: 'from the report' })).toMatchObject({
      kind: 'written',
    });
    expect(partnership.submit(reading.id, { ...reading.values, note: 'from the report', actual: '41' })).toMatchObject({
      kind: 'written',
      next: { actual: '41%' },
    });
    expect(shown('KPI log', 'Actual')[1]).toBe('41.0%');
  });

  it('shows plain numbers again once its unit is another', () => {
    const edit = editForm('KPIs', 2);
    expect(edit.values).toMatchObject({ target: '45%', unit: '%' });
    expect(partnership.submit(edit.id, { ...edit.values, unit: 'points' })).toMatchObject({
      errors: { target: expect.stringContaining('without %'), baseline: expect.stringContaining('without %') },
    });
    expect(partnership.submit(edit.id, { ...edit.values, unit: 'points', target: '45', baseline: '' })).toMatchObject({
      kind: 'written',
    });
    expect(shown('KPIs', 'Target')[0]).toBe('45.00');
    const again = editForm('KPIs', 2);
    expect(partnership.submit(again.id, { ...again.values, unit: '%' })).toMatchObject({
      kind: 'written',
    });
    expect(shown('KPIs', 'Target')[0]).toBe('45.0%');
  });
});
