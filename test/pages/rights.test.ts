import type { Partnership } from '../support/partnership';
import { attention, set, setAsOf, type, withPages, written } from './support/pages';

let partnership: Partnership;

beforeAll(async () => {
  partnership = await withPages('rights');
});

afterAll(() => partnership.host.close());

describe('Rights', () => {
  it('say what ends within sixty days, lacks a proof, or is exclusive for nothing', () => {
    type(partnership, 'Rights', [
      { Asset: 'Ends on day 60', Licence: 'licensed', To: 'Brand', Expires: '2026-05-30' },
      { Asset: 'Ends on day 61', Licence: 'licensed', To: 'Brand', Expires: '2026-05-31' },
      { Asset: 'Over', Licence: 'licensed', To: 'Brand', Expires: '2026-03-30' },
      { Asset: 'Music', Licence: 'owner keeps', 'Work of others in it': 'yes' },
      { Asset: 'Music with a licence', 'Work of others in it': 'yes', Proof: 'https://example.com/licence' },
      { Asset: 'Film', Licence: 'bought out', To: 'Brand', Exclusive: 'yes' },
      { Asset: 'Film, paid', Licence: 'bought out', To: 'Brand', Exclusive: 'yes', 'Fee for it': 900 },
      { Asset: 'For whom?', Licence: 'licensed' },
      { Asset: 'Backwards', From: '2026-12-31', Expires: '2026-12-01' },
      { Asset: 'Next year', Licence: 'licensed', To: 'Brand', From: '2027-01-01' },
    ]);
    setAsOf(partnership, '2026-03-31');
    expect(attention(partnership, 'Rights', 'Asset')).toEqual({
      'Ends on day 60': 'Ends in 60 days: Ends on day 60',
      Over: 'No longer licensed: take it down or renew it. Over',
      Music: 'No proof for the work of others: Music',
      Film: 'Exclusive without a fee: Film',
      'For whom?': 'Nobody is named who may use it: For whom?',
      Backwards: 'It ends before it begins: Backwards',
    });
    expect(partnership.rows('Rights').map(({ State }) => State)).toEqual([
      'ends soon', 'in force', 'over', 'in force', 'in force', 'in force', 'in force', 'in force', 'not yet', 'not yet',
    ]); // prettier-ignore
    set(partnership, 'Rights', 'Limit', 'Set to', 'Days before the end', 61);
    expect(attention(partnership, 'Rights', 'Asset')).toHaveProperty(['Ends on day 61']);
    set(partnership, 'Rights', 'Limit', 'Set to', 'Days before the end', '');
    expect(attention(partnership, 'Rights', 'Asset')).not.toHaveProperty(['Ends on day 60']);
  });

  it('are written by a form', () => {
    const values = { asset: 'Logo', owner: 'Brand', licence: 'licensed', to: 'Studio', from: '2026-01-01' };
    expect(written(partnership.submit('right', values))).toBe('Logo: written to Rights, row 12.');
    expect(partnership.submit('right', { ...values, expires: '2025-12-31' })).toMatchObject({
      kind: 'errors',
      errors: { expires: expect.stringContaining('before it begins') },
    });
  });
});
