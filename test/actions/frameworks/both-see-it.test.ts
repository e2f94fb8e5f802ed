import { OWNER, PARTNER, Partnership } from '../../support/partnership';
import { setAsOf } from '../../pages/support/pages';
import { filled, submit, textOf } from '../documents/support';
import { HEAD, importInto } from '../import/support';

/** What the guides want both sides to see: tracked time (D2), and one page with how it stands (D18). */

// A whole partnership is set up, on a machine that may be busy.
jest.setTimeout(240_000);

const VIEWER = 'viewer@example.com';
const SAID = { source: 'toggl', answers: { 'person:Ada Example': 'Studio', 'person:Ben Example': 'Brand' } };

let partnership: Partnership;
beforeAll(async () => {
  partnership = await Partnership.withPages(['commitments']);
  submit(partnership, 'share', { side: 'Brand', role: 'editor', address: PARTNER });
  submit(partnership, 'share', { side: 'Brand', role: 'viewer', address: VIEWER });
  setAsOf(partnership, '2026-04-15');
});
afterAll(() => partnership.host.close());

/** The Scorecard as somebody sees it who opens the sheet. */
const scorecardOf = (user: string): string[][] =>
  partnership.script(
    `SpreadsheetApp.flush(); return book.getSheetByName('Scorecard').getDataRange().getDisplayValues();`,
    user,
  ) as string[][];
const effortOf = (side: string): string =>
  scorecardOf(PARTNER).find(([name, share]) => name === side && share!.endsWith('%'))![1]!;

it('time from a tracker is reported to both sides: whose it is, whether promises are kept, and where it is going', async () => {
  for (const [side, amount] of [['Studio', '8'], ['Brand', '2']] as const) {
    submit(partnership, 'commitment', { side, what: 'hours', amount, per: 'month', limit: 'at least', from: '2026-01-01' });
  } // prettier-ignore
  partnership.script(`const sheet = book.getSheetByName('Settings');
    const at = sheet.getRange('1:1').getValues()[0].indexOf('Hourly rate') + 1;
    sheet.getRange(2, at, 2, 1).setValues([[50], [50]]);`);
  const file =
    HEAD +
    'Ada Example,Pilot,Script,2026-03-02,09:00:00,06:00:00\n' +
    'Ben Example,Pilot,Facts,2026-03-03,09:00:00,03:00:00\n' +
    'Ada Example,Pilot,Cut,2026-04-02,09:00:00,03:00:00\n';
  expect(await importInto(partnership, 'contributions', 'march', file, SAID)).toBe(3);
  expect([effortOf('Studio'), effortOf('Brand')]).toEqual(['75.0%', '25.0%']);
  for (const user of [OWNER, PARTNER]) {
    const read = textOf(filled(partnership, 'review-pack', {}, user).document);
    expect(read).toMatch(/Studio \| 75%, steady/);
    expect(read).toMatch(/Brand \| 25%, steady/);
    expect(read).toMatch(/Studio \| hours \| 8 \| 3\.00 \| 6\.00 \| short/);
    expect(read).toMatch(/Brand \| hours \| 2 \| 0\.00 \| 3\.00 \| kept/);
  }
});

it('one page is the same for everybody who opens the sheet, whoever has entered what', () => {
  const before = scorecardOf(OWNER);
  expect(scorecardOf(PARTNER)).toEqual(before);
  expect(scorecardOf(VIEWER)).toEqual(before);
  partnership.log({ party: 'Brand', kind: 'cash', quantity: '300', date: '2026-04-10' }, PARTNER);
  const after = scorecardOf(OWNER);
  expect(after).not.toEqual(before);
  expect([effortOf('Studio'), effortOf('Brand')]).toEqual(['50.0%', '50.0%']);
  for (const user of [PARTNER, VIEWER]) expect(scorecardOf(user)).toEqual(after);
  // Effort and reward, KPIs, health and what needs attention stand on this one page.
  const titles = after.map(([first]) => first);
  for (const title of ['Effort and reward', 'KPIs', 'How each side rates it', 'What else needs attention'])
    expect(titles).toContain(title);
});
