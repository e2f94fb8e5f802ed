import type { FormModel, FormValues, ItemPage } from '../../src/schema/form';
import { OWNER, PARTNER, Partnership } from '../support/partnership';

/** Terms hold once every side has accepted them; what is not accepted is proposed. */
describe('Terms that every side has to accept', () => {
  let partnership: Partnership;
  beforeAll(async () => {
    partnership = await Partnership.withoutScorecard({ money: 'yes', agree: 'yes', 'second email': PARTNER });
    for (const values of [
      { term: 'payer', party: 'Studio' },
      { term: 'share', party: 'Brand', value: '30%', effectiveFrom: '2026-01-01' },
    ]) {
      expect(partnership.submit('terms', values)).toMatchObject({ kind: 'written' });
    }
    partnership.submit('revenue', { date: '2026-01-10', gross: '1000' });
  }, 120_000);
  afterAll(() => partnership.host.close());

  const waiting = (user: string) => {
    const opened = partnership.open('answer', user) as { form: FormModel & { page: ItemPage } };
    return opened.form.page.items;
  };
  const answer = (user: string, label: string, note = '', rows = 9) => {
    const items = waiting(user).slice(0, rows);
    const given: FormValues = Object.fromEntries(
      items.flatMap((item) => [
        [item.key, item.answers.find((one) => one.label === label)!.value],
        [item.note, note],
      ]),
    );
    return partnership.submit('answer', { side: 'Studio', ...given }, user);
  };
  const terms = () => partnership.rows('Terms');
  const states = (): unknown[] => terms().map(({ Agreement }) => Agreement);
  const earned = (): unknown[] =>
    partnership
      .rows('Statement table')
      .filter(({ Month }) => String(Month).startsWith('2026-01'))
      .map(({ Party, Earned }) => [Party, Earned]);
  const words = (): unknown => partnership.cells('Statement')[2]![0];
  const type = (row: number, heading: string, value: unknown): unknown =>
    partnership.script(`const terms = book.getSheetByName('Terms');
      terms.getRange(${row}, terms.getRange('1:1').getValues()[0].indexOf('${heading}') + 1).setValue(${JSON.stringify(value)});`);

  it('are proposed at first, and the statement says what it waits for', () => {
    expect(states()).toEqual(['proposed', 'proposed']);
    expect(earned()).toEqual([]);
    expect(words()).toMatch(/^No statement yet: 2 terms are proposed .* choose Answer entries/);
    expect(terms()[1]!.Wording).toBe('Party: Brand; Term: share; Value: 0.3; Effective from: 2026-01-01; ');
    expect(terms()[1]!.Attention).toContain('once every side has accepted it');
  });

  it('hold once the last side has accepted them, also the side that wrote them', () => {
    expect(waiting(OWNER).map(({ title }) => title)).toEqual([
      'Studio pays the others and takes the rest',
      'Brand gets 30 % of what comes in, from 2026-01-01',
    ]);
    expect(answer(OWNER, 'Accept')).toMatchObject({ message: '2 accepted, 0 disputed in Terms.' });
    expect(waiting(OWNER)).toEqual([]);
    expect(states()).toEqual(['proposed', 'proposed']);
    expect(answer(PARTNER, 'Accept', 'Fine.')).toMatchObject({ message: '2 accepted, 0 disputed in Terms.' });
    expect(states()).toEqual(['agreed', 'agreed']);
    expect(earned()).toEqual([
      ['Studio', 700],
      ['Brand', 300],
    ]);
    expect(words()).toBe('Every row counts.');
    expect(terms()[1]!['Who answered']).toMatch(
      /^Studio · owner@example\.com accepted \d{4}-\d\d-\d\d; Brand · partner@example\.com accepted \d{4}-\d\d-\d\d: Fine\.$/,
    );
    expect(partnership.rows('Answers')).toHaveLength(4);
    expect(partnership.rows('Answers')[3]).toMatchObject({
      Side: 'Brand',
      Answer: 'accepted',
      'Wording as answered': 'Party: Brand; Term: share; Value: 0.3; Effective from: 2026-01-01; ',
      Note: 'Fine.',
    });
    expect(partnership.script(`return book.getSheetByName('Answers').isSheetHidden()`)).toBe(true);
  });

  it('keep their answers when the tab of answers is sorted', () => {
    partnership.script(`const sheet = book.getSheetByName('Answers');
      sheet.getRange(2, 1, 4, sheet.getLastColumn()).sort({ column: 1, ascending: false });`);
    expect(states()).toEqual(['agreed', 'agreed']);
  });

  it('are asked about before they are edited, and hold no longer once they were changed', () => {
    partnership.script(`book.getSheetByName('Terms').getRange('B3').activate();`);
    const { form } = partnership.open('edit') as { form: FormModel };
    const shown = Object.fromEntries(form.fields.map(({ key, initial }) => [key, initial]));
    expect(partnership.submit(form.id, { ...shown, ...form.carried, value: '40%' })).toMatchObject({
      kind: 'asks',
      question: expect.stringContaining('Every side has agreed to this term.'),
    });
    expect(
      partnership.submit(form.id, { ...shown, ...form.carried, note: 'As talked about.', sure: 'yes' }),
    ).toMatchObject({
      kind: 'written',
    });
    expect(states()).toEqual(['agreed', 'agreed']);
    type(3, 'Value', 0.4);
    expect(states()).toEqual(['agreed', 'changed since agreed']);
    expect(earned()).toEqual([['Studio', 1000]]);
    expect(words()).toBe(
      'Every row counts. 1 term is proposed and counts once every side has accepted it: choose Answer entries.',
    );
    answer(OWNER, 'Accept');
    expect(states()).toEqual(['agreed', 'changed since agreed']);
    answer(PARTNER, 'Accept');
    expect(states()).toEqual(['agreed', 'agreed']);
    expect(earned()).toEqual([
      ['Studio', 600],
      ['Brand', 400],
    ]);
    expect(partnership.rows('Answers')).toHaveLength(4);
  });

  it('are disputed by any side, with a reason', () => {
    type(3, 'Value', 0.5);
    expect(answer(PARTNER, 'Dispute')).toMatchObject({ kind: 'errors' });
    expect(answer(PARTNER, 'Dispute', 'Too much.')).toMatchObject({ message: '0 accepted, 1 disputed in Terms.' });
    answer(OWNER, 'Accept');
    expect(states()).toEqual(['agreed', 'disputed']);
    expect(answer(PARTNER, 'Accept')).toMatchObject({ message: '1 accepted, 0 disputed in Terms.' });
    expect(states()).toEqual(['agreed', 'agreed']);
  });

  it('are not accepted in other words than those that were looked at', () => {
    type(3, 'Value', 0.3);
    const [item] = waiting(PARTNER);
    type(3, 'Value', 0.9);
    expect(
      partnership.submit('answer', { side: 'Brand', [item!.key]: item!.answers[0]!.value }, PARTNER),
    ).toMatchObject({
      message:
        '0 accepted, 0 disputed in Terms. Terms, row 3, reads otherwise by now than what you saw: look at it again.',
    });
  });

  it('all hold where the setting says so, and nobody is asked', () => {
    partnership.set('Terms need agreement', 'no');
    expect(states()).toEqual(['', '']);
    expect(waiting(PARTNER)).toEqual([]);
    expect(earned()).toEqual([
      ['Studio', 100],
      ['Brand', 900],
    ]);
  });
});
