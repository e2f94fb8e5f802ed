import { Partnership } from '../support/partnership';

/** What a set-up of a sheet that stands already asks, says and does. */
describe('Setting up a sheet that stands already', () => {
  let partnership: Partnership;
  beforeAll(async () => {
    partnership = await Partnership.started();
    partnership.log({ unitValue: '50' });
  });

  const formats = (tab: string, ...cells: string[]): unknown =>
    partnership.script(
      `return ${JSON.stringify(cells)}.map((a1) => book.getSheetByName('${tab}').getRange(a1).getNumberFormat());`,
    );
  const setCurrency = (currency: string): unknown =>
    partnership.script(`book.getSheetByName('Settings').getRange('B2').setValue('${currency}');`);
  /** Unit value and Value at the top and at the end of the log, one of each table in Settings, and the Scorecard’s. */
  const money = (): unknown[] => [
    formats('Contributions', 'K2', 'K300', 'P2', 'X2', 'Y300'),
    formats('Settings', 'J2', 'P2'),
    formats('Scorecard', 'C15', 'F13', 'F14'),
  ];
  const all = (format: string): unknown[] => [5, 2, 3].map((count) => new Array<string>(count).fill(format));

  it('asks for nothing, and writes nothing', () => {
    expect(partnership.open('set-up')).toMatchObject({
      kind: 'form',
      form: {
        fields: [{ key: 'money' }],
        instead: null,
        introduction: expect.stringContaining('set up for Studio, Brand.'),
      },
    });
    expect(partnership.submit('set-up', {})).toMatchObject({ message: expect.stringContaining('Nothing was changed') });
    expect(partnership.calls.writes).toBe(0);
  });

  it('shows amounts in another currency once it stands in Settings, and then writes nothing more', () => {
    expect(money()).toEqual(all('[$€]#,##0.00'));
    setCurrency('JPY');
    expect(partnership.submit('set-up', {})).toMatchObject({
      message: expect.stringContaining('Amounts are shown in JPY'),
    });
    expect(money()).toEqual(all('[$¥]#,##0'));
    expect(formats('Contributions', 'J2', 'A2')).toEqual(['0.###############', '@']);
    partnership.submit('set-up', {});
    expect(partnership.calls.writes).toBe(0);
  });

  it('takes the currency over when a form is opened, also where columns were moved, and once', () => {
    partnership.script(
      `const log = book.getSheetByName('Contributions'); log.insertColumnBefore(2); log.setName('Who did what');`,
    );
    setCurrency('GBP');
    expect(partnership.open('log')).toMatchObject({ kind: 'form' });
    expect(formats('Who did what', 'L2', 'Q2', 'Y2', 'Z290', 'K2')).toEqual([
      ...new Array(4).fill('[$£]#,##0.00'),
      '0.###############',
    ]);
    expect(formats('Scorecard', 'C15')).toEqual(['[$£]#,##0.00']);
    partnership.open('log');
    expect(partnership.calls.writes).toBe(0);
    partnership.script(
      `const log = book.getSheetByName('Who did what'); log.deleteColumn(2); log.setName('Contributions');`,
    );
  });

  it('takes it over when the sheet is opened again, and after a run that was cut short', () => {
    setCurrency('USD');
    let writes = 0;
    partnership.host.onServiceCall = ({ kind }) => (kind === 'write' && ++writes === 3 ? 'kill' : undefined);
    expect(() => partnership.open('log')).toThrow('Exceeded maximum execution time');
    partnership.host.onServiceCall = undefined;
    partnership.open('reading');
    expect(money()).toEqual(all('[$$]#,##0.00'));
  });

  it('asks which of two tabs counts, leaves the other one as it is, and lets figures come from the one', () => {
    partnership.script(
      `const log = book.getSheetByName('Contributions'); const copy = book.insertSheet('Copy of Contributions'); copy.insertColumnsAfter(26, 1);
       const from = log.getRange(1, 1, 5, 27); const formulas = from.getFormulas();
       copy.getRange(1, 1, 5, 27).setValues(from.getValues().map((row, r) => row.map((cell, c) => formulas[r][c] || (r && c > 20 ? '' : cell))));
       copy.getRange('J2').setValue(5);
       copy.addDeveloperMetadata('partner-ledger-tab', log.createDeveloperMetadataFinder().withKey('partner-ledger-tab').find()[0].getValue());`,
    );
    expect(partnership.open('log')).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/Two tabs are both Contributions.*asks which one counts/),
    });
    expect(partnership.open('set-up')).toMatchObject({
      form: {
        fields: [
          {
            key: 'contributions',
            choices: expect.arrayContaining([{ value: 'Contributions' }, { value: 'Copy of Contributions' }]),
          },
        ],
      },
    });
    expect(partnership.submit('set-up', {})).toEqual({
      kind: 'errors',
      errors: { contributions: 'Contributions is needed.' },
    });
    const original = partnership.cells('Contributions');
    expect(partnership.submit('set-up', { contributions: 'Copy of Contributions' })).toMatchObject({ kind: 'written' });
    expect(partnership.cells('Contributions')).toEqual(original);
    expect(partnership.rows('Settings')[0]).toMatchObject({ Party: 'Studio', 'Contributed value': 250 });
    partnership.log({ unitValue: '1' });
    expect(partnership.rows('Copy of Contributions')).toHaveLength(2);
    expect(partnership.rows('Settings')[0]).toMatchObject({ 'Contributed value': 252 });
    partnership.submit('set-up', {});
    expect(partnership.calls.writes).toBe(0);
  });
});
