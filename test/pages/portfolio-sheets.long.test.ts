import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Partnership, OWNER } from '../support/partnership';
import { attention, edit, set, setAsOf, type, written } from './support/pages';

/** Three partnerships in sheets of their own, and a sheet that looks over them. */

const PARTNERS = ['Brand', 'Museum', 'Radio'] as const;

let folder: string;
let own: Partnership;
const ids: Record<string, string> = {};

const file = (name: string): string => join(folder, `${name}.ledger`);
const address = (partner: string): string => `https://docs.google.com/spreadsheets/d/${ids[partner]}/edit#gid=0`;
const row = (partner: string): Record<string, unknown> => own.rows('Portfolio').find((one) => one.Partner === partner)!;
const allow = (partner: string): void => {
  const page = own.host.connect({ user: OWNER, send: () => undefined });
  page.receive({ type: 'allowImport', id: ids[partner]! });
  page.close();
};
/** What needs attention, on a day: forms have written today into Settings. */
const said = (): Record<string, unknown> => {
  setAsOf(own, '2026-03-31');
  return attention(own, 'Portfolio', 'Partner');
};
/** Says something into a partnership's own sheet, and closes it. */
async function inSheet(partner: string, work: (there: Partnership) => void): Promise<void> {
  const there = await Partnership.open(file(partner));
  work(there);
  there.host.tidy();
  there.host.close();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portfolio-'));
  for (const [at, partner] of PARTNERS.entries()) {
    const there = await Partnership.started({ second: partner }, file(partner));
    setAsOf(there, '2026-03-31');
    type(there, 'Contributions', [
      { Date: '2026-03-01', Party: 'Studio', Kind: 'hours', Quantity: 30 * (at + 1), 'Unit value': 50 },
      { Date: '2026-03-10', Party: partner, Kind: 'hours', Quantity: 3, 'Unit value': 50 },
      // Too long ago for the hours of a month.
      { Date: '2025-11-10', Party: 'Studio', Kind: 'hours', Quantity: 999, 'Unit value': 50 },
    ]);
    if (partner === 'Museum') there.add(['checklists']);
    ids[partner] = there.script('return book.getId();') as string;
    there.host.tidy();
    there.host.close();
  }
  own = (await Partnership.started({ second: 'Everybody' }, file('own'))).add(['portfolio']);
  setAsOf(own, '2026-03-31');
}, 240_000);

afterAll(() => {
  own.host.close();
  rmSync(folder, { recursive: true });
});

describe('The portfolio over several sheets', () => {
  it('waits until somebody has allowed each of them, and counts what was typed meanwhile', () => {
    for (const partner of PARTNERS) {
      written(own.submit('partner', { partner, effort: '7', lastContact: '2026-01-31', sheet: address(partner) }));
    }
    for (const partner of PARTNERS) {
      expect(row(partner)).toMatchObject({
        'Its sheet': 'waiting for access',
        'Effort that counts': 7,
        'Last heard': '2026-01-31',
      });
    }
    expect(said().Radio).toContain('Silent for 59 days');
    expect(
      own.script(
        `return book.getSheetByName('Portfolio').getDataRange().getFormulas().flat().filter((one) => /^=IMPORTRANGE\\(/.test(one)).length;`,
      ),
    ).toBe(3);
  });

  it('takes the figures of those that are allowed', () => {
    allow('Brand');
    allow('Museum');
    expect(row('Brand')).toMatchObject({
      'Its sheet': 'connected',
      'Effort that counts': 10,
      'Last heard': '2026-03-10',
      'Stage there': '',
    });
    // The stage is known where there is Checklists.
    const museum = { 'Its sheet': 'connected', 'Effort that counts': 20, 'Stage there': 'not answered yet' };
    expect(row('Museum')).toMatchObject(museum);
    expect(row('Radio')).toMatchObject({ 'Its sheet': 'waiting for access', 'Effort that counts': 7 });
    expect(row('Museum')['Part of effort']).toBeCloseTo(20 / 37, 9);
    allow('Radio');
    expect(row('Radio')).toMatchObject({ 'Its sheet': 'connected', 'Effort that counts': 30 });
    expect(said()).toEqual({
      Brand: 'Silent for 21 days: send a reminder to Brand',
      Museum: 'Silent for 21 days: send a reminder to Museum',
      Radio: 'Silent for 21 days: send a reminder to Radio',
    });
  });

  it('follows them, and keeps each figure in its row when rows are sorted', async () => {
    await inSheet('Brand', (there) => {
      type(there, 'Contributions', [{ Quantity: 60 }]);
      type(there, 'Reviews', [
        {
          Date: '2026-03-30',
          Kind: 'check-in',
          'Rated by': 'Brand',
          Communication: 5,
          Trust: 5,
          'Value delivery': 5,
          Financial: 5,
          'Strategic alignment': 5,
        },
      ]);
    });
    own.host.passTime(60_000);
    expect(row('Brand')).toMatchObject({ 'Effort that counts': 20, 'Last heard': '2026-03-30', 'Health there': 100 });
    own.script(`const sheet = book.getSheetByName('Portfolio');
      const column = sheet.getRange('1:1').getDisplayValues()[0].indexOf('Partner') + 1;
      sheet.getRange(2, 1, sheet.getMaxRows() - 1, column + 20).sort({ column, ascending: false });`);
    expect(own.rows('Portfolio').slice(0, 3).map((one) => [one.Partner, one['Effort that counts']])).toEqual([
      ['Radio', 30], ['Museum', 20], ['Brand', 20],
    ]); // prettier-ignore
  });

  it('goes by our name where the partner is called otherwise', () => {
    const at = own.cells('Portfolio').findIndex((line) => line.includes('Museum')) + 1;
    type(own, 'Portfolio', [{ Partner: 'City museum' }], at);
    expect(row('City museum')).toMatchObject({ 'Its sheet': 'connected', 'Effort that counts': 7 });
    expect(said()['City museum']).toContain('does not know which side is ours');
    set(own, 'Portfolio', 'Limit', 'Set to', 'Our side is called', 'studio');
    expect(row('City museum')).toMatchObject({ 'Effort that counts': 20 });
    expect(row('Radio')).toMatchObject({ 'Effort that counts': 30 });
  });

  it('goes on with the others when one is gone, and with what was typed of it', () => {
    rmSync(file('Radio'));
    own.host.passTime(60_000);
    expect(row('Radio')).toMatchObject({
      'Its sheet': 'waiting for access',
      'Effort that counts': 7,
      'Last heard': '2026-01-31',
    });
    expect(row('Brand')).toMatchObject({ 'Its sheet': 'connected', 'Effort that counts': 20 });
    expect(said().Brand).toBeUndefined();
    expect(
      own
        .cells('Portfolio')
        .flat()
        .filter((cell) => String(cell).startsWith('#')),
    ).toEqual(['#REF!']);
  });

  it('connects a row that was typed once it is saved, and lets go of one whose address is taken out', () => {
    type(own, 'Portfolio', [{ Partner: 'Typed', Sheet: address('Museum') }], 6);
    expect(said().Typed).toContain('not connected yet: choose Edit the selected row');
    written(edit(own, 'Portfolio', 6, {}));
    expect(row('Typed')).toMatchObject({ 'Its sheet': 'connected', 'Effort that counts': 20 });
    written(edit(own, 'Portfolio', 6, { sheet: '' }));
    expect(row('Typed')).toMatchObject({ 'Its sheet': '', 'Effort that counts': '' });
  });
});
