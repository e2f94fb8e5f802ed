import type { Outcome } from '../../../src/actions/asking/outcome';
import { LocalState } from '../../../src/localhost/workbook/local-state';
import { inWords } from '../../../src/sidebar/server';
import { answers, OWNER, PARTNER, Partnership } from '../../support/partnership';

/** Whoever opens a form meets no dead end: it works, or a sentence says what to do next. */

// A whole partnership is set up, on a machine that may be busy.
jest.setTimeout(120_000);

const GUEST = 'guest@example.com';
let partnership: Partnership;
beforeAll(async () => {
  partnership = await Partnership.started({ 'second email': PARTNER }, null, {
    userProperties: new LocalState(() => undefined),
  });
  partnership.submit('share', { side: 'Brand', role: 'editor', address: PARTNER });
  partnership.submit('share', { side: 'Brand', role: 'viewer', address: GUEST });
  partnership.log({ unitValue: '10' });
});
afterAll(() => partnership.host.close());

const FORMS: [form: string, values: () => Record<string, string>][] = [
  ['log', () => ({ date: '2026-03-31', party: 'Studio', kind: 'hours', quantity: '2' })],
  ['kpi', () => ({ kpi: `KPI ${Math.random()}`, side: 'both', direction: 'higher', rollUp: 'sum' })],
  ['review', () => ({ ratedBy: 'Brand', date: '2026-03-31', kind: 'quarterly', trust: '4' })],
  ['share', () => ({ side: 'Brand', role: 'editor', address: 'third@example.com' })],
];
const NEXT = /Ask whoever owns this sheet .* then try again/;

describe.each([
  ['the owner', OWNER],
  ['a partner who is an editor', PARTNER],
  ['somebody whose address is not visible', ''],
])('%s', (_who, user) => {
  it.each(FORMS)('uses the form %s', (form, values) => {
    expect(partnership.open(form, user)).toMatchObject({ kind: 'form' });
    expect(partnership.submit(form, values(), user)).toMatchObject({ kind: 'written' });
  });
});

it.each(FORMS)('somebody who may only look reads what to do next, and nothing is written: %s', (form, values) => {
  const rows = (): unknown => ['Contributions', 'KPIs', 'Reviews'].map((tab) => partnership.rows(tab).length);
  const before = rows();
  const opened = partnership.open(form, GUEST);
  if (opened.kind === 'refused') expect(opened.message).toMatch(NEXT);
  const outcome = partnership.submit(form, values(), GUEST);
  expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringMatching(/may not share|Ask whoever owns/) });
  expect(rows()).toEqual(before);
});

it('somebody who may only look can look at what waits, but not answer', () => {
  const [{ ID }] = partnership.rows('Contributions') as [{ ID: string }];
  expect(partnership.submit('answer', { side: 'Brand', ...answers({ [ID]: 'accept 20' }) }, GUEST)).toMatchObject({
    kind: 'refused',
    message: expect.stringMatching(NEXT),
  });
});

it('a partner for whom cells are locked reads who can unlock them', () => {
  partnership.script(`const lock = book.getSheetByName('Contributions').protect();
    lock.removeEditors(lock.getEditors()); lock.setDomainEdit(false);`);
  expect(partnership.log({}, PARTNER)).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('Protect sheets and ranges'),
  });
  expect(partnership.log({})).toMatchObject({ kind: 'written' });
  partnership.script(`book.getSheetByName('Contributions').getProtections(SpreadsheetApp.ProtectionType.SHEET)
    .forEach((lock) => lock.remove())`);
});

it('a partner who has not authorised it is told to, and keeps what was typed', () => {
  partnership.host.setAuthorised(PARTNER, false);
  const reply = partnership.host.run('submitForm', ['log', {}], PARTNER) as { error: Error };
  partnership.host.setAuthorised(PARTNER, true);
  expect(inWords(reply.error)).toMatch(
    /What you typed is still here: choose any item .* give your consent there, then try again/,
  );
});

describe('With a store of user properties that is full', () => {
  const rows = (): Record<string, unknown>[] => partnership.rows('Contributions');
  beforeAll(() => {
    partnership.script(`const store = PropertiesService.getUserProperties();
      try { for (let n = 0; n < 100; n++) store.setProperty('of another script ' + n, 'x'.repeat(8000)); } catch {}
      try { for (let n = 0; n < 1000; n++) store.setProperty('small ' + n, 'x'.repeat(50)); } catch {}`);
  });

  it('says that a draft is not kept', () => {
    const reply = partnership.host.run('keepDraft', ['log', { note: 'x'.repeat(200) }, 'DRAFT001'], OWNER);
    expect(reply).toMatchObject({ error: { message: expect.stringContaining('quota') } });
  });

  it('says that a row was written, and has written it once', () => {
    const before = rows().length;
    const outcome: Outcome = partnership.log({ note: 'full' }, OWNER, 'FULL0001');
    expect(outcome).toMatchObject({ kind: 'written', message: expect.stringContaining('written to Contributions') });
    expect(rows()).toHaveLength(before + 1);
  });

  it('says that an edit and an answer were written', () => {
    partnership.script(`book.getSheetByName('Contributions').getRange('B2').activate();`);
    const opened = partnership.open('edit');
    if (opened.kind !== 'form') throw new Error(opened.message);
    const { fields, carried, id } = opened.form;
    const shown = Object.fromEntries(fields.map(({ key, initial }) => [key, initial]));
    expect(partnership.submit(id, { ...shown, ...carried, note: 'edited' })).toMatchObject({ kind: 'written' });
    const [first] = rows();
    const value = Number(first!.Value);
    expect(
      partnership.submit('answer', { side: 'Brand', ...answers({ [String(first!.ID)]: `accept ${value}` }) }, PARTNER),
    ).toMatchObject({ message: '1 accepted, 0 disputed in Contributions.' });
    expect(rows()[0]).toMatchObject({ Note: 'edited', Status: 'accepted', 'Accepted value': value });
  });
});

it('two people who write at once lose nothing, and each is told what happened', () => {
  let theirs: Outcome | undefined;
  partnership.host.onServiceCall = ({ method }) => {
    if (method === 'setValues') theirs ??= partnership.log({ note: 'theirs' }, PARTNER, 'BOTH0002');
  };
  const mine = partnership.log({ note: 'mine' }, OWNER, 'BOTH0001');
  partnership.host.onServiceCall = undefined;
  expect(mine).toMatchObject({ kind: 'written' });
  expect(theirs).toMatchObject({ kind: 'refused', message: expect.stringContaining('Nothing is lost: try again') });
  expect(partnership.log({ note: 'theirs' }, PARTNER, 'BOTH0002')).toMatchObject({ kind: 'written' });
  const notes = partnership.rows('Contributions').map(({ Note }) => Note);
  expect(notes.filter((note) => note === 'mine' || note === 'theirs')).toEqual(['mine', 'theirs']);
});

it('two people who answer the same entry at once agree on who was first', () => {
  partnership.log({ quantity: '7', unitValue: '10' }, OWNER, 'BOTH0003');
  const answer = (user: string, what: string): Outcome =>
    partnership.submit('answer', { side: 'Brand', ...answers({ 'C-BOTH0003': what }, 'As agreed.') }, user);
  let theirs: Outcome | undefined;
  partnership.host.onServiceCall = ({ method }) => {
    if (method === 'setValues') theirs ??= answer(PARTNER, 'dispute');
  };
  expect(answer('', 'accept 70')).toMatchObject({ message: '1 accepted, 0 disputed in Contributions.' });
  partnership.host.onServiceCall = undefined;
  expect(theirs).toMatchObject({ kind: 'refused' });
  const row = partnership.rows('Contributions').find(({ ID }) => ID === 'C-BOTH0003');
  expect(row).toMatchObject({ State: 'accepted', 'Answered by': 'Brand · not identified' });
});
