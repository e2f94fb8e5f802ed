import type { FormModel } from '../../src/schema/form';
import type { Outcome } from '../../src/actions/asking/outcome';
import { nextKey, PARTNER, Partnership } from '../support/partnership';

const READINGS = [
  ['2026-01-31', 'Views', 10, 'key 1'],
  ['2026-01-31', 'Sales', 5, 'key 2'],
  ['2026-02-28', ' views', 20, ''],
  ['2026-03-31', 'Views', 30, 'key 3'],
  ['2026-03-31', 'Sales', 7, ''],
];

describe('A KPI that is renamed', () => {
  let partnership: Partnership;
  beforeAll(async () => {
    partnership = await Partnership.withoutScorecard();
  });

  /** Two KPIs with their readings, as if nothing had happened. */
  beforeEach(() => {
    partnership.script(
      `const rows = [['K-1', 'Views'], ['K-2', 'Sales']].map(([id, name]) =>
         [id, name, 'both', 'operational', 'n', 'higher', 0, 100, '2026-01-01', '2026-12-31', 'lagging', 'sum', 1]);
       book.getSheetByName('KPIs').getRange(2, 1, 2, 13).setValues(rows);
       const log = book.getSheetByName('KPI log'); const readings = ${JSON.stringify(READINGS)};
       readings.forEach(([date, kpi, actual, key], i) => {
         log.getRange(i + 2, 6, 1, 3).setValues([[date, kpi, actual]]); log.getRange(i + 2, 3).setValue(key);
       });`,
    );
  });

  const kpis = (): unknown[][] => partnership.rows('KPIs').map((row) => [row.KPI, row.Actual]);
  const readings = (): unknown[][] =>
    partnership.rows('KPI log').map((row) => [row.KPI, row.Actual, row['Source key']]);
  const open = (user?: string): FormModel => {
    partnership.script(`book.getSheetByName('KPIs').getRange(2, 2).activate();`, user);
    const answer = partnership.open('edit', user);
    if (answer.kind !== 'form') throw new Error(answer.message);
    return answer.form;
  };
  const rename = ({ id, fields, carried }: FormModel, kpi: string, user?: string, key = nextKey()): Outcome =>
    partnership.submit(
      id,
      { ...Object.fromEntries(fields.map((field) => [field.key, field.initial])), ...carried, kpi },
      user,
      key,
    );
  const RENAMED = [
    ['Downloads', 10, 'key 1'],
    ['Sales', 5, 'key 2'],
    ['Downloads', 20, ''],
    ['Downloads', 30, 'key 3'],
    ['Sales', 7, ''],
  ];

  it('keeps its readings when the partner renames it by the form', () => {
    expect(rename(open(PARTNER), 'Downloads', PARTNER)).toMatchObject({
      kind: 'written',
      message: 'Saved: KPIs, row 2. 3 readings in KPI log have the new name as well.',
    });
    expect(kpis()).toEqual([['Downloads', 60], ['Sales', 12]]); // prettier-ignore
    expect(readings()).toEqual(RENAMED);
  });

  it('does not take the name of another one, and nothing is written', () => {
    const form = open();
    expect(rename(form, 'sales ')).toEqual({
      kind: 'errors',
      errors: { kpi: 'Another one is already called “sales”.' },
    });
    expect(partnership.calls.writes).toBe(0);
  });

  it('leaves readings alone that belong to two KPIs of one name', () => {
    partnership.script(`book.getSheetByName('KPIs').getRange('B3').setValue('Views');`);
    const before = readings();
    expect(rename(open(), 'Downloads')).toMatchObject({ message: 'Saved: KPIs, row 2.' });
    expect(readings()).toEqual(before);
  });

  it('loses no reading when it is killed at any write: trying again finishes it', () => {
    const form = open();
    let writes = 0;
    partnership.host.onServiceCall = ({ kind }) => void (writes += Number(kind === 'write'));
    rename(form, 'Downloads');
    expect(writes).toBeGreaterThan(4);
    for (let nth = 0; nth < writes; nth++) {
      partnership.host.onServiceCall = undefined;
      partnership.script(
        `book.getSheetByName('KPIs').getRange('B2').setValue('Views');
         ['G2', 'G4', 'G5'].forEach((a1) => book.getSheetByName('KPI log').getRange(a1).setValue('Views'));`,
      );
      let count = 0;
      partnership.host.onServiceCall = ({ kind }) => (kind === 'write' && count++ === nth ? 'kill' : undefined);
      const key = nextKey();
      expect(() => rename(form, 'Downloads', undefined, key)).toThrow('Exceeded maximum execution time');
      partnership.host.onServiceCall = undefined;
      // Under one name or the other, every reading is there.
      expect(readings().map(([kpi, actual]) => [kpi === 'Views' ? 'Downloads' : kpi, actual])).toEqual(
        RENAMED.map(([kpi, actual]) => [kpi, actual]),
      );
      expect(rename(form, 'Downloads', undefined, key)).toMatchObject({
        kind: expect.stringMatching(/written|errors/),
      });
      expect([nth, readings()]).toEqual([nth, RENAMED]);
      expect(kpis()).toEqual([['Downloads', 60], ['Sales', 12]]); // prettier-ignore
    }
  }, 120_000);
});
