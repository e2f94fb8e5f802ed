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

it.each([
  ['Pacific/Kiritimati', true],
  ['Pacific/Pago_Pago', true],
  ['Pacific/Auckland', false],
  ['Europe/Berlin', false],
])('the Scorecard says whether days are misread in %s', async (zone, isMisread) => {
  const partnership = await Partnership.open();
  partnership.script(`book.setSpreadsheetTimeZone('${zone}')`);
  const set = { first: 'Studio', second: 'Brand', firstSplit: '60%', currency: 'EUR', start: '2026-01-01' };
  const outcome = partnership.submit('set-up', set);
  if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
  const lines = partnership
    .cells('Scorecard')
    .flat()
    .filter((cell) => String(cell).includes('read as their neighbours'));
  expect(lines.length > 0).toBe(isMisread);
  expect(outcome.message.includes('read as their neighbours')).toBe(isMisread);
  partnership.host.close();
});

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
