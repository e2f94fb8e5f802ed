import type { Partnership } from '../support/partnership';
import { attention, setAsOf, type, withPages, written } from './support/pages';

let partnership: Partnership;

beforeAll(async () => {
  partnership = await withPages('decisions', 'items');
});

afterAll(() => partnership.host.close());

describe('Decisions', () => {
  it('add up what agreed change orders add in days and money', () => {
    type(partnership, 'Decisions', [
      {
        Date: '2026-02-01',
        Kind: 'change order',
        What: 'Two more videos',
        Days: 14,
        Money: 1200,
        'Agreed on': '2026-02-03',
      },
      {
        Date: '2026-03-01',
        Kind: 'change order',
        What: 'No trailer',
        Days: -3,
        Money: -200.5,
        'Agreed on': '2026-03-02',
      },
      { Date: '2026-03-20', Kind: 'change order', What: 'Subtitles', Days: 5, Money: 400 },
      { Date: '2026-03-20', Kind: 'idea', What: 'A live show', Days: 90, Money: 9000, 'Agreed on': '2026-03-21' },
      { Date: '2026-03-20', Kind: 'change order', What: 'Unclear', Days: 'a week', 'Agreed on': '2026-03-21' },
    ]);
    setAsOf(partnership, '2026-03-31');
    expect(partnership.rows('Decisions').slice(0, 2)).toMatchObject([
      { 'Change orders': 'agreed', 'How many': 3, 'Days added': 11, 'Money added': 999.5 },
      { 'Change orders': 'not agreed yet', 'How many': 1, 'Days added': 5, 'Money added': 400 },
    ]);
    expect(attention(partnership, 'Decisions', 'What')).toEqual({
      Subtitles: 'Change order without a yes of every side: Subtitles',
      Unclear: 'Left out of the sum: days and money have to be plain numbers',
    });
  });

  it('wait for a yes where the kind wants one, and are done in time', () => {
    type(
      partnership,
      'Decisions',
      [
        { Date: '2026-03-17', Kind: 'decision', What: 'A fourteenth day' },
        { Date: '2026-03-16', Kind: 'decision', What: 'A fifteenth day' },
        { Date: '2026-01-01', Kind: 'lesson', What: 'Ask earlier' },
        { Date: '2026-03-01', Kind: 'action', What: 'Call the host', Owner: 'Ann', Due: '2026-03-30' },
        { Date: '2026-03-01', Kind: 'action', What: 'Book the room', Due: '2026-03-30', Done: 'yes' },
      ],
      7,
    );
    expect(attention(partnership, 'Decisions', 'What')).toMatchObject({
      'A fifteenth day': 'Waits for a yes of every side: A fifteenth day',
      'Call the host': 'Not done in time: Call the host (Ann)',
    });
    expect(Object.keys(attention(partnership, 'Decisions', 'What'))).toHaveLength(4);
    expect(partnership.rows('Decisions').map(({ State }) => State)).toEqual([
      'agreed', 'agreed', 'waits for a yes', 'noted', 'agreed', 'waits for a yes', 'waits for a yes', 'noted', 'noted', 'done',
    ]); // prettier-ignore
  });

  it('are noted by a form, which knows what may lie behind a result that fell short', () => {
    const opened = partnership.open('decision');
    if (opened.kind !== 'form') throw new Error(opened.message);
    const causes = opened.form.fields.find(({ key }) => key === 'cause')!.choices;
    expect(causes.map(({ value }) => value)).toEqual([
      'content',
      'promotion',
      'audience fit',
      'topic',
      'first impression',
    ]);
    expect(causes[0]!.hint).toMatch(/^Worth trying: Ask five people/);
    expect(
      written(
        partnership.submit('decision', { kind: 'diagnosis', date: '2026-03-31', what: 'Few views', cause: 'topic' }),
      ),
    ).toBe('diagnosis of 2026-03-31: written to Decisions, row 12.');
    expect(
      partnership.submit('decision', { kind: 'action', date: '2026-03-31', what: 'x', due: '2026-03-30' }),
    ).toMatchObject({ kind: 'errors', errors: { due: expect.stringContaining('before it came up') } });
  });

  it('quieten an item beyond its rounds once there is a change order for it', () => {
    type(partnership, 'Items', [{ Item: 'Film', 'Revision round': 3 }]);
    setAsOf(partnership, '2026-03-31');
    expect(attention(partnership, 'Items', 'Item')).toHaveProperty('Film');
    type(
      partnership,
      'Decisions',
      [{ Date: '2026-03-31', Kind: 'change order', What: 'A third round', Item: 'film' }],
      20,
    );
    expect(attention(partnership, 'Items', 'Item')).toEqual({});
  });
});
