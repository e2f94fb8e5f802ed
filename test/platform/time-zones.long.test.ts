import { Partnership } from '../support/partnership';
import { TestSheet } from '../localhost/support/sheet';

/** Trap: the manifest's time zone is not the sheet's. The fixtures' manifests say UTC, New York and Tokyo. */

// Whole partnerships are set up, on a machine that may be busy.
jest.setTimeout(120_000);

it.each([
  ['interrupted', 'Asia/Tokyo', '2026-03-30T15:00:00.000Z', '2026-03-30'],
  ['interrupted', 'America/Los_Angeles', '2026-03-31T07:00:00.000Z', '2026-03-31'],
  ['basics', 'Pacific/Auckland', '2026-03-30T11:00:00.000Z', '2026-03-30'],
  ['alarm', 'America/Los_Angeles', '2026-03-31T07:00:00.000Z', '2026-03-31'],
])(
  '%s in %s: a day in a cell begins in the sheet, and is read in the script',
  async (project, zone, instant, scriptDay) => {
    const book = await TestSheet.open(project);
    book.script(`book.setSpreadsheetTimeZone('${zone}'); sheet.getRange('A1').setValue('2026-03-31');`);
    expect(
      book.script(`const day = sheet.getRange('A1').getValue();
      return [day.toISOString(), Utilities.formatDate(day, book.getSpreadsheetTimeZone(), 'yyyy-MM-dd'),
        Utilities.formatDate(day, Session.getScriptTimeZone(), 'yyyy-MM-dd'),
        [day.getFullYear(), String(day.getMonth() + 1).padStart(2, '0'), day.getDate()].join('-')]`),
    ).toEqual([instant, '2026-03-31', scriptDay, scriptDay]);
    book.close();
  },
);

/** Where a day begins at the same instant as its neighbour in another zone, only the sheet tells which one it is. */
it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Etc/GMT+12', 'Pacific/Chatham', 'Pacific/Honolulu', 'Asia/Tokyo'])(
  'forms and formulas read the days that the sheet shows in %s',
  async (zone) => {
    const partnership = await Partnership.started();
    const sheet = `book.getSheetByName('Contributions')`;
    partnership.script(`book.setSpreadsheetTimeZone('${zone}')`);
    partnership.log({ date: '2026-03-31', unitValue: '10' });
    expect(partnership.rows('Contributions').map(({ Date: day }) => day)).toEqual(['2026-03-31']);
    partnership.script(`${sheet}.getRange('A2').activate();`);
    const edit = partnership.open('edit');
    if (edit.kind !== 'form') throw new Error(edit.message);
    expect(edit.form.fields.find(({ key }) => key === 'date')!.initial).toBe('2026-03-31');
    const next = partnership.script(`const cells = book.insertSheet('Mine').getRange('A1:B1');
      cells.getCell(1, 1).setValue('2026-03-31').setNumberFormat('yyyy-mm-dd');
      cells.getCell(1, 2).setFormula('=PARTNER_NEXT_REVIEW(A1;1;A1)-A1'); SpreadsheetApp.flush();
      return cells.getCell(1, 2).getValue();`);
    expect(next).toBe(1);
    partnership.host.close();
  },
);

it.each(['Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Auckland'])(
  'the add-on keeps a day a day in %s',
  async (zone) => {
    const partnership = await Partnership.started();
    partnership.script(`book.setSpreadsheetTimeZone('${zone}')`);
    partnership.log({ date: '2026-03-31', unitValue: '10' });
    expect(partnership.rows('Contributions').map(({ Date: day }) => day)).toEqual(['2026-03-31']);
    partnership.host.close();
  },
);
