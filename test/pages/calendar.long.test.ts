import type { Partnership } from '../support/partnership';
import { set, setAsOf, type, withPages } from './support/pages';

let partnership: Partnership;

beforeAll(async () => {
  // The calendar comes first: it has to learn of the others as they are added.
  partnership = await withPages('calendar', 'items', 'decisions', 'risks', 'rights', 'commitments', 'portfolio');
  setAsOf(partnership, '2026-03-31');
});

afterAll(() => partnership.host.close());

const ahead = (): unknown[][] => partnership.cells('Calendar').filter(([when], at) => at > 0 && when !== '');
const setting = (name: string, to: string | number): void => set(partnership, 'Settings', 'Setting', 'Value', name, to);

describe('The calendar', () => {
  it('begins with the next review, and says by when to be ready', () => {
    expect(ahead()).toEqual([['2026-04-01', 'Review of the partnership', 'Reviews', 1, '2026-03-29']]);
    setting('Buffer days', 7);
    expect(ahead()[0]!.slice(3)).toEqual([1, '2026-03-25']);
  });

  it('knows the end of a pilot of ninety days and of thirty days of notice', () => {
    setting('Days of the pilot', 90);
    setting('Notice given on', '2026-03-20');
    expect(ahead().map(([when, what]) => [when, what])).toEqual([
      ['2026-04-01', 'Review of the partnership'],
      ['2026-04-01', 'The pilot ends: decide together how to go on'],
      ['2026-04-19', 'The notice is over: the partnership ends'],
    ]);
    setting('Days of the pilot', '');
    setting('Notice given on', '');
  });

  it('gathers the days ahead of the pages that are there, and forgets them with the page', () => {
    type(partnership, 'Items', [
      { Item: 'Film', Due: '2026-04-20' },
      { Item: 'Done', Due: '2026-04-21', Delivered: '2026-03-30' },
      { Item: 'Past', Due: '2026-03-30' },
      { Item: 'Text', Due: 'soon' },
    ]);
    type(partnership, 'Decisions', [{ Kind: 'action', What: 'Call', Due: '2026-04-02', Done: 'no' }]);
    type(partnership, 'Risks', [{ Risk: 'Rain', 'Look again on': '2026-04-05' }]);
    type(partnership, 'Rights', [{ Asset: 'Music', Expires: '2026-12-31' }]);
    type(partnership, 'Commitments', [{ Side: 'Brand', What: 'hours', Until: '2026-06-30' }]);
    type(partnership, 'Portfolio', [{ Partner: 'Third', 'Next review': '2026-05-01' }]);
    type(partnership, 'KPIs', [{ KPI: 'Views', Due: '2026-07-01' }]);
    type(partnership, 'Reviews', [{ Date: '2026-01-02', 'Next step': 'Share plans', Due: '2026-03-31' }]);
    setAsOf(partnership, '2026-03-31');
    expect(ahead().map(([when, what, where]) => [when, what, where])).toEqual([
      ['2026-03-31', 'Next step: Share plans', 'Reviews, row 2'],
      ['2026-04-01', 'Review of the partnership', 'Reviews'],
      ['2026-04-02', 'To do: Call', 'Decisions, row 2'],
      ['2026-04-05', 'Look at the risk again: Rain', 'Risks, row 2'],
      ['2026-04-20', 'Due: Film', 'Items, row 2'],
      ['2026-05-01', 'Review with Third', 'Portfolio, row 2'],
      ['2026-06-30', 'Commitment ends: Brand, hours', 'Commitments, row 2'],
      ['2026-07-01', 'KPI is due: Views', 'KPIs, row 2'],
      ['2026-12-31', 'Rights end: Music', 'Rights, row 2'],
    ]);
    expect(partnership.call('removePage', ['items', true])).toMatchObject({ kind: 'changed' });
    partnership.script(`book.deleteSheet(book.getSheetByName('Risks'));`);
    expect(ahead().map(([, what]) => what)).toEqual([
      'Next step: Share plans', 'Review of the partnership', 'To do: Call', 'Review with Third',
      'Commitment ends: Brand, hours', 'KPI is due: Views', 'Rights end: Music',
    ]); // prettier-ignore
  });

  it('shows what is payable next', () => {
    partnership.add(['money']);
    setting('Terms need agreement', 'no');
    for (const term of [
      { term: 'payer', party: 'Studio' },
      { term: 'share', party: 'Brand', value: '30%' },
      { term: 'payment days', party: 'Brand', value: '30' },
    ]) {
      partnership.submit('terms', term);
    }
    partnership.submit('revenue', { date: '2026-03-10', gross: '1000' });
    setAsOf(partnership, '2026-03-31');
    const payments = (): unknown[] =>
      ahead().flatMap(([when, what]) => (String(what).startsWith('Payment') ? [[when, what]] : []));
    expect(payments()).toEqual([['2026-04-30', 'Payment due: Brand, 300.00 EUR']]);
    // A month later it is still to be paid, once.
    setAsOf(partnership, '2026-04-20');
    expect(payments()).toEqual([['2026-04-30', 'Payment due: Brand, 300.00 EUR']]);
  });
});
