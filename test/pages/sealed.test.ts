import { createHash } from 'node:crypto';
import { OWNER, PARTNER, Partnership } from '../support/partnership';
import { type } from './support/pages';

/** What each side wants stays sealed until every side has said it. */

let partnership: Partnership;

const STUDIO = { goals: 'A second season', hope1: 'Sponsors', fear1: 'Being told what to say' };
const BRAND = { goals: 'Younger listeners', limits: 'No politics', mustHaves: 'Our name is said', fear1: 'A scandal' };

const give = (side: string, texts: Record<string, string>, user: string) =>
  partnership.submit('sealed', { side, ...texts }, user);
const rows = (): Record<string, unknown>[] => partnership.rows('What we want');
const everything = (): string =>
  JSON.stringify(
    partnership.script(
      `return book.getSheets().map((sheet) => [sheet.getDataRange().getDisplayValues(), sheet.getDataRange().getNotes(), sheet.getDeveloperMetadata().map((one) => one.getValue())]);`,
    ),
  );

beforeEach(async () => {
  partnership = await Partnership.started({ 'second email': PARTNER });
  partnership.add(['agreement']);
}, 240_000);
afterEach(() => partnership.host.close());

describe('What we want', () => {
  it('shows nobody’s words before all have given theirs, then each side opens its own, and the seal fits', () => {
    expect(give('Studio', STUDIO, OWNER)).toMatchObject({
      kind: 'written',
      message: 'Sealed. The text of Studio opens when all have given theirs; waiting for Brand.',
    });
    expect(rows()).toMatchObject([{ Side: 'Studio', State: 'sealed', Goals: '', Key: '' }]);
    expect(everything()).not.toContain('second season');
    const opened = partnership.open('sealed', PARTNER);
    if (opened.kind !== 'form') throw new Error(opened.message);
    expect(opened.form.introduction).toContain('Given: Studio. Waiting for Brand.');
    expect(opened.form.fields.find(({ key }) => key === 'side')!.initial).toBe('Brand');
    expect(JSON.stringify(opened)).not.toContain('second season');

    expect(give('Brand', BRAND, PARTNER)).toMatchObject({
      message: expect.stringContaining('Brand: in the sheet now'),
    });
    expect(rows()[1]).toMatchObject({
      Side: 'Brand',
      State: 'open',
      Goals: 'Younger listeners',
      Limits: 'No politics',
    });
    expect(rows()[0]).toMatchObject({ State: 'sealed', Attention: expect.stringContaining('Studio opens its text') });
    expect(partnership.open('sealed', OWNER)).toMatchObject({
      form: { introduction: expect.stringContaining('The text of Studio is in the sheet now.') },
    });
    const [studio] = rows();
    expect(studio).toMatchObject({ State: 'open', Goals: 'A second season', 'First hope': 'Sponsors', Attention: '' });
    const texts = ['Goals', 'Limits', 'Must-haves', 'First hope', 'Second hope', 'Third hope', 'First fear', 'Second fear', 'Third fear'].map((heading) => studio![heading]); // prettier-ignore
    const keys = ['goals', 'limits', 'mustHaves', 'hope1', 'hope2', 'hope3', 'fear1', 'fear2', 'fear3'];
    const text = JSON.stringify(Object.fromEntries(keys.map((key, at) => [key, texts[at]])));
    expect(
      createHash('sha256')
        .update(`${String(studio!.Key)}\n${text}`, 'utf8')
        .digest('hex'),
    ).toBe(studio!.Seal);
  });

  it('may be given anew while somebody is missing, and not afterwards', () => {
    give('Studio', STUDIO, OWNER);
    give('Studio', { goals: 'Ein Ausflug nach Zürich 🎈' }, OWNER);
    expect(rows()).toHaveLength(1);
    give('Brand', BRAND, PARTNER);
    expect(give('Studio', { goals: 'Something better' }, OWNER)).toMatchObject({
      kind: 'errors',
      errors: { side: expect.stringContaining('cannot change any more') },
    });
    partnership.open('sealed', OWNER);
    expect(rows()[0]).toMatchObject({ Goals: 'Ein Ausflug nach Zürich 🎈', 'First hope': '' });
  });

  it('does not open a text whose seal was changed, and wants some text', () => {
    expect(give('Studio', {}, OWNER)).toMatchObject({ kind: 'errors', errors: { goals: expect.any(String) } });
    give('Studio', STUDIO, OWNER);
    type(partnership, 'What we want', [{ Seal: 'abc' }], 2);
    give('Brand', BRAND, PARTNER);
    partnership.open('sealed', OWNER);
    expect(rows()[0]).toMatchObject({ State: 'sealed', Goals: '' });
  });
});
