import type { Outcome } from '../../../src/actions/asking/outcome';
import type { Opened } from '../../../src/actions/forms/forms';
import type { FormValues } from '../../../src/schema/form';
import { OWNER, Partnership } from '../../support/partnership';

/**
 * A sidebar that is closed while a form writes gets no answer any more. Whoever opens the form again finds what they typed,
 * or reads what was written, and nothing is written twice.
 */

jest.setTimeout(120_000);

type Form = Extract<Opened, { kind: 'form' }>;

let partnership: Partnership;
beforeAll(async () => {
  partnership = await Partnership.withoutScorecard();
});
afterAll(() => partnership.host.close());
beforeEach(() => {
  partnership.script(`PropertiesService.getUserProperties().deleteAllProperties();`);
});

const ENTRY = { date: '2026-03-31', party: 'Studio', kind: 'hours', quantity: '2', unitValue: '10', note: 'first' };
const log = (key: string, values: FormValues = ENTRY): Outcome => partnership.submit('log', values, OWNER, key);
const keep = (values: FormValues, key: string): unknown => partnership.call('keepDraft', ['log', values, key]);
const named = (key: string): unknown[] =>
  partnership.rows('Contributions').filter(({ ID }) => ID === `C-${key}`).map(({ Note }) => Note); // prettier-ignore

function opened(form = 'log'): Form {
  const answer = partnership.open(form);
  if (answer.kind !== 'form') throw new Error(answer.message);
  return answer;
}

/** Does something at the moment at which the form writes its row, in another run of a script. */
function whileWriting(act: () => void, key: string): Outcome {
  let isDone = false;
  partnership.host.onServiceCall = ({ method }) => {
    if (method !== 'setValues' || isDone) return;
    isDone = true;
    act();
  };
  try {
    return log(key);
  } finally {
    partnership.host.onServiceCall = undefined;
  }
}

it('reads what was written, once', () => {
  const outcome = log('CLOSED01');
  expect(outcome.kind).toBe('written');
  expect(opened()).toMatchObject({ form: { draft: null }, sent: { key: 'CLOSED01', values: ENTRY, outcome } });
  partnership.call('outcomeSeen', ['log', 'CLOSED01']);
  expect(opened()).toMatchObject({ form: { draft: null }, sent: null });
});

it('finds what was typed where it was refused, and why', () => {
  const outcome = log('CLOSED02', { ...ENTRY, quantity: 'two' });
  expect(outcome.kind).toBe('errors');
  expect(opened()).toMatchObject({ form: { draft: { quantity: 'two', note: 'first' } }, sent: { outcome } });
  // Also after the words were seen.
  partnership.call('outcomeSeen', ['log', 'CLOSED02']);
  expect(opened()).toMatchObject({ form: { draft: { quantity: 'two', note: 'first' } }, sent: null });
  expect(named('CLOSED02')).toEqual([]);
});

it('finds what was sent while it is still being written, and sends it again without a second row', () => {
  let meanwhile: Form | undefined;
  const outcome = whileWriting(() => (meanwhile = opened()), 'CLOSED03');
  expect(outcome.kind).toBe('written');
  expect(meanwhile).toMatchObject({ form: { draft: ENTRY }, sent: { key: 'CLOSED03', outcome: null } });
  expect(partnership.call('outcomeOf', ['log', 'CLOSED03'])).toEqual(outcome);
  expect(partnership.call('outcomeOf', ['log', 'OTHER003'])).toBeNull();
  expect(log(meanwhile!.sent!.key)).toMatchObject({ message: expect.stringContaining('An earlier try had already') });
  expect(named('CLOSED03')).toEqual(['first']);
});

it('finds what was sent where the script was ended in the middle of it', () => {
  partnership.host.onServiceCall = ({ method }) => (method === 'setValues' ? 'kill' : undefined);
  expect(() => log('CLOSED04')).toThrow('Exceeded maximum execution time');
  partnership.host.onServiceCall = undefined;
  expect(named('CLOSED04')).toEqual([]);
  const { form, sent } = opened();
  expect([form.draft, sent!.outcome]).toEqual([ENTRY, null]);
  expect(log(sent!.key, form.draft!)).toMatchObject({ kind: 'written' });
  expect(named('CLOSED04')).toEqual(['first']);
});

it('keeps what was typed for the next entry while this one was written', () => {
  whileWriting(() => keep({ ...ENTRY, quantity: '3', note: 'second' }, 'CLOSED05'), 'CLOSED05');
  // What both entries have in common is what the form would have begun with.
  expect(opened().form.draft).toMatchObject({ party: 'Studio', kind: 'hours', quantity: '3', note: 'second' });
  expect(opened().form.draft).not.toHaveProperty('unitValue');
});

it.each([
  ['keeps nothing of what is written', ENTRY, null],
  ['keeps what is new of what was typed on', { ...ENTRY, note: 'second' }, 'second'],
])('%s, where a draft arrives after its answer', (_what, typed, note) => {
  log('CLOSED06');
  keep(typed, 'CLOSED06');
  expect(opened().form.draft?.note ?? null).toBe(note);
  // The draft of another entry is whole, whatever it has in common with this one.
  keep(ENTRY, 'CLOSED07');
  expect(opened().form.draft).toEqual(ENTRY);
});

it('keeps the drafts of rows apart whose names begin alike', () => {
  partnership.call('keepDraft', ['edit log R', { note: 'of R' }, 'DRAFT001']);
  partnership.call('keepDraft', ['edit log R 1', { note: 'of R 1' }, 'DRAFT002']);
  partnership.call('keepDraft', ['edit log R', {}, 'DRAFT001']);
  const kept = partnership.script(
    `return Object.values(PropertiesService.getUserProperties().getProperties()).join();`,
  );
  expect(kept).toContain('of R 1');
});
