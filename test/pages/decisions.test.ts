import type { FormModel, FormValues, ItemPage } from '../../src/schema/form';
import { OWNER, PARTNER, type Partnership } from '../support/partnership';
import { attention, setAsOf, type, withPages, written } from './support/pages';

let partnership: Partnership;

beforeAll(async () => {
  partnership = await withPages('decisions', 'items');
});

afterAll(() => partnership.host.close());

/** Has both sides accept what is called so, with Answer entries. */
function agree(...titles: string[]): void {
  for (const [side, user] of [
    ['Studio', OWNER],
    ['Brand', PARTNER],
  ] as const) {
    const { form } = partnership.open('answer', user) as { form: FormModel & { page: ItemPage } };
    const given: FormValues = Object.fromEntries(
      form.page.items
        .filter(({ title }) => titles.includes(title))
        .map(({ key, answers }) => [key, answers.find(({ label }) => label === 'Accept')!.value]),
    );
    expect(written(partnership.submit('answer', { side, ...given }, user))).toContain(`${titles.length} accepted`);
  }
}

describe('Decisions', () => {
  it('add up what agreed change orders add in days and money', () => {
    type(partnership, 'Decisions', [
      {
        Date: '2026-02-01',
        Kind: 'change order',
        What: 'Two more videos',
        Days: 14,
        Money: 1200,
      },
      {
        Date: '2026-03-01',
        Kind: 'change order',
        What: 'No trailer',
        Days: -3,
        Money: -200.5,
      },
      { Date: '2026-03-20', Kind: 'change order', What: 'Subtitles', Days: 5, Money: 400 },
      { Date: '2026-03-20', Kind: 'idea', What: 'A live show', Days: 90, Money: 9000 },
      { Date: '2026-03-20', Kind: 'change order', What: 'Unclear', Days: 'a week' },
    ]);
    agree('Two more videos', 'No trailer', 'Unclear');
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
      'A fifteenth day': 'This decision holds once every side has accepted it with Answer entries: A fifteenth day',
      'Call the host': 'Not done in time: Call the host (Ann)',
    });
    expect(Object.keys(attention(partnership, 'Decisions', 'What'))).toHaveLength(5);
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
