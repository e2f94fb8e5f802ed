import type { FormModel } from '../../../src/schema/form';
import { OWNER, PARTNER, Partnership } from '../../support/partnership';

// A whole partnership is set up, on a machine that may be busy.
jest.setTimeout(120_000);

let partnership: Partnership;
beforeAll(async () => {
  partnership = await Partnership.started({ money: 'yes' });
});
afterAll(() => partnership.host.close());

const share = (values: Record<string, string>, user = OWNER) =>
  partnership.submit('share', { side: 'Brand', role: 'editor', address: PARTNER, ...values }, user);
const people = (): unknown =>
  partnership.script(
    `return [book.getEditors(), book.getViewers()].map((users) => users.map((user) => user.getEmail()))`,
  );
const protections = (): { tab: string; says: string; a1: string; warns: boolean }[] =>
  partnership.script(`return book.getSheets().flatMap((sheet) => ['RANGE', 'SHEET'].flatMap((type) =>
    sheet.getProtections(SpreadsheetApp.ProtectionType[type]).map((one) => ({ tab: sheet.getName(),
      says: one.getDescription(), a1: one.getRange().getA1Notation(), warns: one.isWarningOnly() }))))`) as never;

it('begins with the side of which nobody is known, and says what each role can do', () => {
  const { form } = partnership.open('share') as { form: FormModel };
  expect(form.fields.map(({ key, initial }) => [key, initial])).toEqual([
    ['side', 'Brand'],
    ['role', 'editor'],
    ['address', ''],
  ]);
  const hints = form.fields[1]!.choices.map(({ hint }) => hint);
  expect(hints).toEqual([
    expect.stringMatching(/same forms.*ask before they are changed by hand.*closed periods are locked.*consent/s),
    expect.stringMatching(/sees every figure, and changes nothing/),
  ]);
});

it.each([
  [{ address: 'partner' }, { address: 'Write an e-mail address such as name@example.com, or leave it empty.' }],
  [{ address: 'a@b.c, d@e.f' }, { address: 'Write an e-mail address such as name@example.com, or leave it empty.' }],
  [{ address: '' }, { address: 'Their e-mail address is needed.' }],
  [{ role: 'owner' }, { role: 'Choose one of: editor, viewer.' }],
  [{ side: 'Nobody' }, { side: 'Choose one of: Studio, Brand.' }],
])('says at the field what is wrong, and shares nothing: %j', (values, errors) => {
  expect(share(values)).toEqual({ kind: 'errors', errors });
  expect(people()).toEqual([[OWNER], []]);
});

it('lets a partner in as an editor, notes the address, and says what they can do', () => {
  expect(share({})).toMatchObject({
    kind: 'written',
    message: expect.stringMatching(
      /^Shared with partner@example\.com, who works in this same sheet .* beside Brand in Settings now/,
    ),
  });
  expect(people()).toEqual([[OWNER, PARTNER], []]);
  expect(partnership.rows('Settings')[1]!['E-mail']).toBe(PARTNER);
  expect(share({})).toMatchObject({ kind: 'written' });
  expect(partnership.rows('Settings')[1]!['E-mail']).toBe(PARTNER);
  expect(share({ address: 'second@example.com' })).toMatchObject({ kind: 'written' });
  expect(partnership.rows('Settings')[1]!['E-mail']).toBe(`${PARTNER}, second@example.com`);
  expect(partnership.open('answer', 'second@example.com')).toMatchObject({ form: { fields: [{ initial: 'Brand' }] } });
});

it('lets somebody in to look, and takes nothing away from an editor or the owner', () => {
  expect(share({ role: 'viewer', address: 'guest@example.com' })).toMatchObject({
    message: expect.stringContaining('sees every figure, and changes nothing'),
  });
  expect(people()).toEqual([[OWNER, PARTNER, 'second@example.com'], ['guest@example.com']]);
  expect(share({ role: 'viewer' })).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('is an editor already'),
  });
  expect(share({ address: OWNER.toUpperCase() })).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('owns'),
  });
  expect(people()).toEqual([[OWNER, PARTNER, 'second@example.com'], ['guest@example.com']]);
});

it('asks before headings, computed columns and terms are changed by hand, once each, and locks closed periods only', () => {
  const found = protections();
  // What was closed stays as it is.
  expect(found.filter(({ warns }) => !warns).map(({ tab }) => tab)).toEqual(['Closed periods']);
  for (const tab of ['Contributions', 'KPIs', 'Settings', 'Terms', 'Payments']) {
    expect(found.filter((one) => one.tab === tab && one.says.startsWith('Headings'))).toHaveLength(1);
  }
  expect(found.filter(({ says }) => says.startsWith('Agreed')).map(({ tab }) => tab)).toEqual(
    expect.arrayContaining(['Terms']),
  );
  const before = found.length;
  share({});
  expect(protections()).toHaveLength(before);
});
