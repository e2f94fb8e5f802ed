import type { Partnership } from '../support/partnership';
import { attention, setAsOf, type, withPages, written } from './support/pages';

let partnership: Partnership;

beforeAll(async () => {
  partnership = await withPages('links', 'money');
});

afterAll(() => partnership.host.close());

describe('Links', () => {
  it('make the address to give out', () => {
    type(partnership, 'Links', [
      {
        Link: 'Newsletter',
        Address: 'https://example.com/shop',
        Source: 'news letter',
        Medium: 'email',
        Campaign: 'a&b',
      },
      { Link: 'With a query', Address: 'https://example.com/?id=7#top', Source: 'podcast' },
      { Link: 'Bare', Address: 'https://example.com/#top' },
      { Link: 'No source', Address: 'https://example.com/', Medium: 'email' },
      { Link: 'Nowhere' },
    ]);
    expect(partnership.rows('Links').slice(0, 5).map((row) => row['Tagged address'])).toEqual([
      'https://example.com/shop?utm_source=news%20letter&utm_medium=email&utm_campaign=a%26b',
      'https://example.com/?id=7&utm_source=podcast#top',
      'https://example.com/#top',
      'https://example.com/?utm_medium=email',
      '',
    ]); // prettier-ignore
    expect(attention(partnership, 'Links', 'Link')).toEqual({
      'No source': 'Statistics want a source beside medium and campaign: No source',
      Nowhere: 'No address: Nowhere',
    });
  });

  it('show what each of them brought, and what still earns', () => {
    const sale = (
      date: string,
      source: string,
      gross: number,
      refunds: number | string = '',
    ): Record<string, string | number> => ({
      Date: date,
      Source: source,
      Gross: gross,
      Refunds: refunds,
    });
    type(partnership, 'Revenue', [
      sale('2025-12-30', 'Newsletter', 500),
      sale('2026-02-10', 'newsletter', 300, 50),
      sale('2026-03-10', 'Newsletter', 80),
      sale('2025-11-10', 'With a query', 40),
      sale('2026-03-11', 'Somewhere else', 1000),
    ]);
    setAsOf(partnership, '2026-03-31');
    const [newsletter, query, bare] = partnership.rows('Links');
    expect(newsletter).toMatchObject({ Revenue: 830, 'Last 3 months': 330, 'Last earned': '2026-03-10' });
    expect(query).toMatchObject({ Revenue: 40, 'Last 3 months': 0, 'Last earned': '2025-11-10' });
    expect(bare).toMatchObject({ Revenue: 0, 'Last earned': '' });
    expect(attention(partnership, 'Links', 'Link')).toMatchObject({
      'With a query': 'Earns nothing any more: use it again, or take it out. With a query',
    });
    const months = partnership.rows('Links').slice(0, 5);
    expect(months.map((row) => [row.Month, row['Revenue of links'], row['Links that earned']])).toEqual([
      ['2026-03-01', 80, 1],
      ['2026-02-01', 250, 1],
      ['2026-01-01', 0, 0],
      ['2025-12-01', 500, 1],
      ['2025-11-01', 40, 1],
    ]);
  });

  it('are written by a form, and work in a sheet without revenue', async () => {
    const alone = await withPages('links');
    const values = { link: 'Bio', address: 'https://example.com/', source: 'bio' };
    expect(written(alone.submit('link', values))).toBe('Bio: written to Links, row 2.');
    expect(alone.submit('link', { ...values, link: 'bio' })).toMatchObject({ kind: 'errors' });
    expect(alone.rows('Links')[0]).toMatchObject({ Revenue: 0, 'Last earned': '', Attention: '' });
    alone.host.close();
  });
});
