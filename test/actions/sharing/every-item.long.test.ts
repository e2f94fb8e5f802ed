import type { RunReply } from '../../../src/localhost/contract/protocol';
import { FORM_ITEMS } from '../../../src/appsscript/menu';
import { inWords } from '../../../src/sidebar/server';
import { OWNER, PARTNER, Partnership } from '../../support/partnership';

/** Whoever chooses an item of the menu, in a sheet with every page, meets no dead end: it works, or says what to do next. */

jest.setTimeout(300_000);

const GUEST = 'guest@example.com';
let partnership: Partnership;
let risks: string;
beforeAll(async () => {
  partnership = await Partnership.withPages('all', { 'second email': PARTNER });
  partnership.submit('share', { side: 'Brand', role: 'editor', address: PARTNER });
  partnership.submit('share', { side: 'Brand', role: 'viewer', address: GUEST });
  partnership.log({ unitValue: '10' });
  partnership.log({ unitValue: '10', party: 'Brand' });
  // Everybody stands on a row that can be edited.
  for (const user of [OWNER, PARTNER, GUEST, ''])
    partnership.script(`book.getSheetByName('Contributions').getRange('G2').activate();`, user);
  risks = String(partnership.script(`return String(book.getSheetByName('Risks').getSheetId());`));
});
afterAll(() => partnership.host.close());

const FORMS = [...new Set(FORM_ITEMS.map(({ form }) => form))];
/** What a refusal says: who helps, or what to choose. */
const NEXT = /Ask whoever owns this sheet|Choose|Click|[Nn]othing|There is|already|first/;

/** What the other pages of the sidebar ask for. */
const CALLS: [name: string, args: unknown[]][] = [
  ['openGallery', []],
  ['addPage', ['risks']],
  ['openDocuments', []],
  ['fillDocument', ['charter', {}]],
  ['putDocument', ['charter', {}]],
  ['openImport', []],
  ['standingImports', ['contributions']],
  ['takeImportBack', ['contributions', 'nothing']],
  ['openExport', []],
  ['exportRows', ['Contributions', 1]],
  ['selectedReference', []],
  ['insertFormula', ['=1+1']],
  ['answerPage', ['Brand', 0]],
  ['currentStep', []],
  ['makeRoom', []],
  ['keepShown', []],
  ['outcomeOf', ['log', 'NOBODY01']],
  ['outcomeSeen', ['log', 'NOBODY01']],
  ['keepDraft', ['log', { note: 'kept' }, 'NOBODY01']],
  ['undoEntry', ['log', 'C-NOBODY01', 'x']],
];

const messageOf = (reply: RunReply): string | null => {
  if ('error' in reply) return `thrown: ${reply.error.message}`;
  const { kind, message } = (reply.value ?? {}) as { kind?: string; message?: string };
  return kind === 'refused' ? String(message) : null;
};
const run = (name: string, args: readonly unknown[], user: string): string | null =>
  messageOf(partnership.host.run(name, [...args], user));

describe.each([
  ['the owner', OWNER],
  ['a partner who is an editor', PARTNER],
  ['somebody whose address is not visible', ''],
])('%s', (_who, user) => {
  it.each(FORMS)('opens the form %s, or reads why there is nothing to do in it', (form) => {
    expect(run('openForm', [form], user) ?? 'Nothing').toMatch(NEXT);
  });
  it.each(CALLS)('uses %s', (name, args) => {
    expect(run(name, args, user) ?? 'Nothing').toMatch(NEXT);
  });
  it('is shown a row', () => {
    expect(run('showRow', [risks, 1], user)).toBeNull();
  });
});

describe('somebody who may only look', () => {
  it.each(FORMS)('opens the form %s, or reads whom to ask', (form) => {
    expect(run('openForm', [form], GUEST) ?? 'Nothing').toMatch(NEXT);
  });
  it.each(FORMS)('reads whom to ask when the form %s is sent, and nothing is written', (form) => {
    const said = run('submitForm', [form, { key: 'GUEST001', locale: 'en_US', values: {} }], GUEST);
    if (said !== null) expect(said).not.toContain('thrown');
  });
  it.each(CALLS)('uses %s as far as it only looks, or reads whom to ask', (name, args) => {
    expect(run(name, args, GUEST) ?? 'Nothing').toMatch(NEXT);
  });
});

describe('a partner who has not given their consent yet', () => {
  beforeAll(() => partnership.host.setAuthorised(PARTNER, false));
  afterAll(() => partnership.host.setAuthorised(PARTNER, true));
  it.each([...FORMS.map((form): [string, unknown[]] => ['openForm', [form]]), ...CALLS])(
    'is told how to give it: %s %j',
    (name, args) => {
      const reply = partnership.host.run(name, args, PARTNER);
      if (!('error' in reply)) throw new Error(`${name} worked`);
      expect(inWords(new Error(reply.error.message))).toMatch(/give your consent there, then try again/);
    },
  );
});
