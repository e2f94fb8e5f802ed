import { Partnership, PARTNER } from '../support/partnership';

/** Hours as people type or paste them into the cells of the log: as a number, or as a length of time. */
describe('A length of time in a cell of the log', () => {
  let partnership: Partnership;

  beforeAll(async () => {
    partnership = await Partnership.withoutScorecard({ 'second email': PARTNER });
  }, 120_000);

  afterAll(() => partnership.host.close());

  const type = (code: string): void => {
    partnership.script(`const log = book.getSheetByName('Contributions'); log.getRange('A2:U20').clearContent(); log.getRange('J2').setNumberFormat('#,##0.00');
      log.getRange('G2:K2').setValues([['2026-01-05', 'Studio', 'hours', '', 100]]); const cell = log.getRange('J2'); ${code}`);
  };

  const AS_A_TIME: [what: string, code: string, hours: number, inEdit?: string][] = [
    ['1:30', `cell.setNumberFormat('h:mm').setValue('1:30');`, 1.5],
    ['0:45', `cell.setNumberFormat('h:mm').setValue('0:45');`, 0.75],
    ['1:30:00', `cell.setNumberFormat('h:mm:ss').setValue('1:30:00');`, 1.5],
    ['0:20', `cell.setNumberFormat('h:mm').setValue('0:20');`, 1 / 3, '0:20'],
    ['23:59', `cell.setNumberFormat('h:mm').setValue('23:59');`, 23 + 59 / 60, '23:59'],
    ['30:15, which is more than a day', `cell.setValue('30:15');`, 30.25],
    ['1h30', `cell.setValue('1h30');`, 1.5],
    ['90 min', `cell.setValue('90 min');`, 1.5],
    ['a duration of 30:15', `cell.setNumberFormat('[h]:mm').setValue(30.25 / 24);`, 30.25],
    ['a duration of 100:30:00', `cell.setNumberFormat('[h]:mm:ss').setValue(100.5 / 24);`, 100.5],
    ['a time of a quarter day', `cell.setNumberFormat('h:mm').setValue(0.25);`, 6],
    ['the number 0.25', `cell.setValue(0.25);`, 0.25],
    ['the number 1.5', `cell.setValue(1.5);`, 1.5],
    ['the number 160', `cell.setValue(160);`, 160],
    ['10 minutes and 5 seconds as they are imported', `cell.setValue(0.168055555555556);`, 605 / 3600, '0:10:05'],
    ['a number that is no whole second', `cell.setValue(0.12345);`, 0.12345, '0.12345'],
  ];

  it.each(AS_A_TIME)('%s', (_what, code, hours, inEdit = String(hours)) => {
    type(code);
    const [row] = partnership.rows('Contributions');
    expect(row).toMatchObject({ Value: Math.round(hours * 10_000) / 100, State: 'open' });
    expect(row!.Attention).toBe(`Waits for an answer: Studio: ${Math.round(hours * 10_000) / 10_000} hours`);
    partnership.script(`book.getSheetByName('Contributions').getRange('J2').activate();`);
    const edit = partnership.open('edit');
    if (edit.kind !== 'form') throw new Error(edit.message);
    const shown = edit.form.fields.find(({ key }) => key === 'quantity')!.initial;
    expect(shown).toBe(inEdit);
    const answer = partnership.open('answer', PARTNER);
    if (answer.kind !== 'form') throw new Error(answer.message);
    expect(answer.form.page!.items[0]!.detail).toContain(`: ${Math.round(hours * 10_000) / 10_000} × hours`);
  });

  it.each([
    ['1:75', `cell.setNumberFormat('@').setValue('1:75');`, 'No value: “1:75” is not a number'],
    ['soon', `cell.setValue('soon');`, 'No value: “soon” is not a number'],
    [
      'a moment',
      `cell.setNumberFormat('yyyy-mm-dd hh:mm').setValue(46000.5);`,
      'No value: the sheet has read the hours as a day',
    ],
  ])('%s has no value, and the row says so', (_what, code, said) => {
    type(code);
    expect(partnership.rows('Contributions')[0]).toMatchObject({ Value: '', Attention: expect.stringContaining(said) });
  });

  it('keeps its look where it is typed into a cell that nobody has formatted', () => {
    type('');
    partnership.script(`const log = book.getSheetByName('Contributions');
      log.getRange('G3:K4').setValues([['2026-01-05', 'Studio', 'hours', '1:30', 100], ['2026-01-05', 'Studio', 'hours', 2.5, 100]]);`);
    expect(
      partnership
        .rows('Contributions')
        .slice(1)
        .map(({ Value }) => Value),
    ).toEqual([150, 250]);
    expect(
      partnership.script(`return book.getSheetByName('Contributions').getRange('J3:J4').getDisplayValues().flat();`),
    ).toEqual([expect.stringContaining('1:30'), '2.5']);
  });

  it('is none where something else than hours is counted', () => {
    type(`log.getRange('I2').setValue('goods'); cell.setNumberFormat('h:mm').setValue('1:30');`);
    expect(partnership.rows('Contributions')[0]).toMatchObject({
      Value: '',
      Attention:
        'No value: a time stands there, and goods is not counted in hours. Write the quantity as a plain number',
    });
    // 90 m may be of a cloth: people read what was typed, and not 1.5.
    type(`log.getRange('I2').setValue('goods'); cell.setValue('90 m').activate();`);
    const edit = partnership.open('edit');
    if (edit.kind !== 'form') throw new Error(edit.message);
    expect(edit.form.fields.find(({ key }) => key === 'quantity')!.initial).toBe('90 m');
    const answer = partnership.open('answer', PARTNER);
    if (answer.kind !== 'form') throw new Error(answer.message);
    expect(answer.form.page!.items[0]!.detail).toContain(': 90 m × goods');
    expect(partnership.log({ kind: 'goods', quantity: '90 min', unitValue: '5' })).toEqual({
      kind: 'errors',
      errors: { quantity: 'It is counted in pieces: a plain number is expected, not a time.' },
    });
  });

  it('is the same where the sheet’s time zone was an odd one in 1899', () => {
    for (const zone of ['Europe/Amsterdam', 'Asia/Kolkata', 'America/New_York', 'Pacific/Kiritimati']) {
      partnership.script(`book.setSpreadsheetTimeZone('${zone}');`);
      type(`cell.setNumberFormat('[h]:mm').setValue(30.25 / 24);`);
      partnership.script(`book.getSheetByName('Contributions').getRange('J2').activate();`);
      const edit = partnership.open('edit');
      if (edit.kind !== 'form') throw new Error(edit.message);
      expect([zone, edit.form.fields.find(({ key }) => key === 'quantity')!.initial]).toEqual([zone, '30.25']);
      expect(partnership.rows('Contributions')[0]).toMatchObject({ Value: 3025 });
    }
  });
});
