import fc from 'fast-check';
import { ITEMS_A_PAGE, type FormModel, type FormValues, type ItemPage } from '../../src/schema/form';
import { answers, OWNER, PARTNER, Partnership } from '../support/partnership';

describe('Answer entries', () => {
  let partnership: Partnership;
  let headings: unknown[];
  /** Those that people enter. */
  let columns: number;
  beforeAll(async () => {
    partnership = await Partnership.withoutScorecard({ 'second email': PARTNER });
    headings = partnership.cells('Contributions')[0]!;
    columns = headings.indexOf('Weight of attention');
    partnership.log({ unitValue: '50', item: 'Episode 1' });
    partnership.log({ unitValue: '30', quantity: '3' });
    partnership.log({ party: 'Brand', kind: 'cash', quantity: '100' }, PARTNER);
    partnership.script(`book.insertSheet('As logged');
      book.getSheetByName('Contributions').getRange(2, 1, 3, ${columns}).copyTo(book.getSheetByName('As logged').getRange('A1'));`);
  });
  afterAll(() => partnership.host.close());
  beforeEach(() => {
    partnership.script(`const log = book.getSheetByName('Contributions');
      log.getRange(2, 1, log.getMaxRows() - 1, ${columns}).clearContent();
      book.getSheetByName('As logged').getRange(1, 1, 3, ${columns}).copyTo(log.getRange('A2'));
      const settings = book.getSheetByName('Settings');
      settings.getRange('G3').setValue('${PARTNER}');
      settings.getRange('E4:G4').clearContent();`);
  });

  const set = (name: string, value: string): void => partnership.set(name, value);
  const cell = (row: number, heading: string, value: unknown): unknown =>
    partnership.script(`const log = book.getSheetByName('Contributions');
      log.getRange(${row}, ${headings.indexOf(heading)} + 1).setValue(${JSON.stringify(value)});`);
  const opened = (user = PARTNER): FormModel & { page: ItemPage } => {
    const answer = partnership.open('answer', user);
    if (answer.kind !== 'form') throw new Error(answer.message);
    return answer.form as FormModel & { page: ItemPage };
  };
  const ids = (): string[] => partnership.rows('Contributions').map((row) => String(row.ID));
  const column = (heading: string): unknown[] => partnership.rows('Contributions').map((row) => row[heading]);
  const answer = (given: FormValues, { user = PARTNER, side = 'Brand', note = '' } = {}) =>
    partnership.submit('answer', { side, ...answers(given, note) }, user);

  it('shows what waits for the side that the address belongs to, with the value that would be accepted', () => {
    const { page, fields } = opened();
    expect(fields[0]).toMatchObject({ key: 'side', initial: 'Brand', choices: [{ value: 'Brand' }] });
    expect(page.items.map(({ figure }) => figure)).toEqual(['100.00 EUR', '90.00 EUR']);
    expect(page.items[0]!.answers).toEqual([
      { value: expect.stringMatching(/^accept 100 \w{14}$/), label: 'Accept' },
      { value: 'dispute', label: 'Dispute' },
    ]);
    expect(page.items[0]!.detail).toContain('Episode 1');
  });

  it('accepts many at once: one write a run of rows, and Settings is read to know who answers', () => {
    const [first, second] = ids();
    expect(answer({ [first!]: 'accept 100', [second!]: 'accept 90' })).toMatchObject({
      kind: 'written',
      message: '2 accepted, 0 disputed in Contributions.',
    });
    expect(partnership.calls).toMatchObject({ reads: 4, writes: 2 });
    expect(column('Status')).toEqual(['accepted', 'accepted', 'proposed']);
    expect(column('Accepted value')).toEqual([100, 90, '']);
    expect(column('State')).toEqual(['accepted', 'accepted', 'open']);
    expect(column('Answered by')).toEqual([`Brand · ${PARTNER}`, `Brand · ${PARTNER}`, '']);
  });

  it('keeps a note for each entry, and wants one for each dispute', () => {
    const [first, second] = ids();
    const tick = (id: string): string => `answer contributions ${id}`;
    const note = (id: string): string => `note contributions ${id}`;
    const given = { side: 'Brand', [tick(first!)]: 'dispute', [tick(second!)]: 'accept 90', [note(second!)]: 'Fine.' };
    expect(partnership.submit('answer', given, PARTNER)).toEqual({
      kind: 'errors',
      errors: { [note(first!)]: 'Say in a few words why you dispute it.' },
    });
    partnership.submit('answer', { ...given, [note(first!)]: 'Two hours, not three.' }, PARTNER);
    expect(column('Answer note')).toEqual(['Two hours, not three.', 'Fine.', '']);
  });

  it('counts the accepted value until a change to the entry is accepted in turn', () => {
    const [first] = ids();
    answer({ [first!]: 'accept 100' });
    cell(2, 'Quantity', 5);
    expect(partnership.rows('Contributions')[0]).toMatchObject({
      Value: 250,
      Counts: 100,
      State: 'changed since accepted',
    });
    expect(opened().page.items[0]).toMatchObject({ figure: '250.00 EUR (accepted: 100.00 EUR)' });
    answer({ [first!]: 'accept 250' });
    expect(partnership.rows('Contributions')[0]).toMatchObject({ Counts: 250, State: 'accepted' });
  });

  it.each(['accept 999999', 'accept -50', 'accept 1e2', 'accept ', 'accept NaN', 'accept', 'yes', 'accept 90'])(
    'writes nothing for the answer “%s” to an entry that is worth 100',
    (forged) => {
      const [first] = ids();
      expect(answer({ [first!]: forged })).toMatchObject({ message: expect.stringMatching(/^0 accepted, 0 disputed/) });
      expect(partnership.rows('Contributions')[0]).toMatchObject({ Status: 'proposed', 'Accepted value': '' });
    },
  );

  it('accepts what the sheet computes now, never what the form was told', () => {
    const [first] = ids();
    cell(2, 'Quantity', 5);
    expect(answer({ [first!]: 'accept 100' })).toMatchObject({
      message: expect.stringContaining(
        'Row 2 is worth 250.00 EUR by now, which is not what you saw: look at it again.',
      ),
    });
  });

  it.each([
    ['Item', 'Episode 2'],
    ['Note', 'Not what you have read'],
    ['Kind', 'maintenance hours'],
    ['Date', '2026-02-01'],
  ])('accepts no entry whose %s has changed since it was read, though it is worth the same', (heading, changed) => {
    const [item] = opened().page.items;
    const given = { side: 'Brand', [item!.key]: item!.answers[0]!.value };
    cell(2, heading, changed);
    expect(partnership.submit('answer', given, PARTNER)).toMatchObject({
      message: expect.stringContaining('Row 2 reads otherwise by now than what you saw, though it is worth the same'),
    });
    expect(partnership.rows('Contributions')[0]).toMatchObject({ Status: 'proposed', 'Accepted value': '' });
    const [again] = opened().page.items;
    expect(
      partnership.submit('answer', { side: 'Brand', [again!.key]: again!.answers[0]!.value }, PARTNER),
    ).toMatchObject({ message: '1 accepted, 0 disputed in Contributions.' });
  });

  it('lets a dispute block an entry, and only the same side lifts it', () => {
    const [first] = ids();
    answer({ [first!]: 'dispute' }, { note: 'This was not agreed.' });
    expect(partnership.rows('Contributions')[0]).toMatchObject({
      Status: 'disputed',
      Counts: '',
      State: 'disputed',
      'Answer note': 'This was not agreed.',
    });
    partnership.script(`book.getSheetByName('Settings').getRange('E4').setValue('Third');`);
    expect(answer({ [first!]: 'accept 100' }, { side: 'Third', user: '' })).toMatchObject({
      message: expect.stringContaining('disputed by Brand: only that side can accept it now'),
    });
    answer({ [first!]: 'accept 100' }, { note: 'Talked about it.' });
    expect(partnership.rows('Contributions')[0]).toMatchObject({
      Status: 'accepted',
      'Answer note': 'This was not agreed.\nTalked about it.',
    });
  });

  it('lets whoever is known answer for their own side only, whatever was chosen', () => {
    const [first, , third] = ids();
    expect(answer({ [first!]: 'accept 100' }, { user: OWNER, side: 'Brand' })).toMatchObject({
      message: expect.stringContaining('is Studio’s own: nobody answers their own entries'),
    });
    expect(column('Status')).toEqual(['proposed', 'proposed', 'proposed']);
    answer({ [third!]: 'accept 100' }, { user: OWNER, side: 'Brand' });
    expect(column('Answered by')).toEqual(['', '', `Studio · ${OWNER}`]);
    partnership.script(
      `book.getSheetByName('Settings').getRange('G3').setValue('liaison@example.com, ${PARTNER.toUpperCase()}');`,
    );
    answer({ [first!]: 'accept 100' }, { side: 'Studio' });
    expect(column('Answered by')).toEqual([`Brand · ${PARTNER}`, '', `Studio · ${OWNER}`]);
  });

  it('lets somebody unknown choose a side, says so in the row, and can be told not to', () => {
    const [first, second] = ids();
    expect(opened('').fields[0]).toMatchObject({ choices: [{ value: 'Studio' }, { value: 'Brand' }] });
    answer({ [first!]: 'accept 100' }, { user: '' });
    answer({ [second!]: 'accept 90' }, { user: 'guest@example.com' });
    expect(column('Answered by')).toEqual(['Brand · not identified', 'Brand · not identified: guest@example.com', '']);
    expect(answer({ [first!]: 'accept 100' }, { user: '', side: 'Nobody' })).toMatchObject({
      kind: 'errors',
      errors: { side: 'Choose one of: Studio, Brand.' },
    });
    set('Only known people answer', 'yes');
    for (const user of ['', 'guest@example.com']) {
      expect(partnership.open('answer', user)).toMatchObject({
        kind: 'refused',
        message: expect.stringContaining('column E-mail of Settings'),
      });
      expect(answer({ [second!]: 'dispute' }, { user, note: 'no' })).toMatchObject({ kind: 'refused' });
    }
    expect(opened().page.items).toHaveLength(0);
    set('Only known people answer', 'no');
  });

  it.each([
    ['accepted', 'accepted, not yet recorded'],
    ['Disputed ', 'disputed, not yet recorded'],
    ['ok', 'ok, not yet recorded'],
  ])('reads a status “%s” that was typed as not yet recorded, and does not count it', (typed, state) => {
    cell(2, 'Status', typed);
    expect(partnership.rows('Contributions')[0]).toMatchObject({
      State: state,
      Counts: '',
      Attention: expect.stringMatching(/not yet recorded|is none of: proposed, accepted, disputed/),
    });
    const [first] = ids();
    expect(opened().page.items).toHaveLength(2);
    answer({ [first!]: 'accept 100' });
    expect(partnership.rows('Contributions')[0]).toMatchObject({ State: 'accepted', Counts: 100 });
  });

  it('lets no typed status undo what was recorded', () => {
    const [first, second] = ids();
    answer({ [first!]: 'accept 100', [second!]: 'dispute' }, { note: 'Not agreed.' });
    cell(2, 'Status', 'disputed');
    cell(3, 'Status', 'accepted');
    const [accepted, disputed] = partnership.rows('Contributions');
    expect(accepted).toMatchObject({ State: 'disputed, not yet recorded', Counts: 100 });
    expect(disputed).toMatchObject({ State: 'accepted, not yet recorded', Counts: '' });
    cell(3, 'Accepted value', 90);
    expect(partnership.rows('Contributions')[1]).toMatchObject({ State: 'accepted, not yet recorded', Counts: '' });
    expect(opened().page.items).toHaveLength(2);
  });

  it('brings back what was ticked, but not what has changed or was answered since', () => {
    const [first, second] = ids();
    const [accept] = opened().page.items[0]!.answers;
    const ticks = answers({ [first!]: accept!.value, [second!]: 'dispute' }, 'Note');
    partnership.call('keepDraft', ['answer', { side: 'Brand', ...ticks }, 'DRAFT001'], PARTNER);
    expect(opened().draft).toMatchObject(ticks);
    cell(2, 'Quantity', 5);
    const { draft } = opened();
    expect(draft).toMatchObject({ [`answer contributions ${second}`]: 'dispute' });
    expect(draft).not.toHaveProperty([`answer contributions ${first}`]);
    partnership.call('keepDraft', ['answer', {}, 'DRAFT001'], PARTNER);
  });

  it('answers rows of any ID', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }), (name) => {
        const id = name.trim();
        fc.pre(id !== '' && !/^['=+@-]/.test(id));
        partnership.script(`const log = book.getSheetByName('Contributions'); log.getRange('A2').setNumberFormat('@');
          log.getRange('A2').setValue(${JSON.stringify(id)});
          const status = log.getRange('1:1').getValues()[0].indexOf('Status') + 1;
          log.getRange(2, status, 1, 6).setValues([['proposed', '', '', '', '', '']]);`);
        const [item] = opened().page.items;
        const outcome = partnership.submit('answer', { side: 'Brand', [item!.key]: item!.answers[0]!.value }, PARTNER);
        expect(outcome).toMatchObject({ message: '1 accepted, 0 disputed in Contributions.' });
        expect(column('State')[0]).toBe('accepted');
      }),
      { numRuns: 12, examples: [['side'], ['7'], ['note'], ['a b'], ['__proto__'], ['X-1']] },
    );
  });

  it('finds its rows after they were sorted, and says which were deleted meanwhile', () => {
    const [first, second] = ids();
    opened();
    partnership.script(`const log = book.getSheetByName('Contributions');
      log.getRange('A2:U4').sort({ column: 10, ascending: false }); log.deleteRow(3);`);
    const outcome = answer({ [first!]: 'accept 100', [second!]: 'accept 90' });
    expect(outcome).toMatchObject({ message: expect.stringContaining('An entry was deleted meanwhile.') });
    const rows = partnership.rows('Contributions');
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.Status).toBe(row.ID === first ? 'accepted' : 'proposed');
  });

  it('gives rows that were typed without an ID, or copied with one, an ID of their own, once', () => {
    partnership.script(`const log = book.getSheetByName('Contributions');
      log.getRange('G5:K6').setValues([
        ['2026-01-05', 'Studio', 'hours', 1, 50], ['2026-01-06', 'Brand', 'hours', 2, 50]]);
      log.getRange('A2:Q2').copyTo(log.getRange('A7:Q7'));`);
    const named = opened().page.items.map(({ key }) => key);
    expect(new Set(named).size).toBe(4);
    expect(opened().page.items.map(({ key }) => key)).toEqual(named);
    expect(partnership.calls.writes).toBe(0);
  });

  it('sends what waits in pages', () => {
    partnership.script(`const log = book.getSheetByName('Contributions');
      log.getRange('G5:K124').setValues(Array.from({ length: 120 }, (_, at) =>
        ['2026-01-05', 'Studio', 'hours', at + 1, 50]));`);
    const page = (from: number): ItemPage => partnership.call('answerPage', ['Brand', from], PARTNER) as ItemPage;
    expect(opened().page).toMatchObject({ from: 0, total: 122 });
    const pages = [opened().page, page(50), page(100)];
    expect(pages.map(({ items }) => items.length)).toEqual([ITEMS_A_PAGE, ITEMS_A_PAGE, 22]);
    const keys = pages.flatMap(({ items }) => items.map(({ key }) => key));
    expect(new Set(keys).size).toBe(122);
    expect(page(9_999)).toMatchObject({ from: 100 });
    expect(() => page(-3)).toThrow('nothing that a page of Partner Ledger sends');
  });
});

it('accepts no value that somebody has typed over the computed ones', async () => {
  const partnership = await Partnership.withoutScorecard({ 'second email': PARTNER });
  partnership.log({ unitValue: '50' });
  const at = partnership.cells('Contributions')[0]!.indexOf('Value') + 1;
  partnership.script(`book.getSheetByName('Contributions').getRange(2, ${at}).setValue(7);`);
  const id = String(partnership.rows('Contributions')[0]!.ID);
  expect(partnership.submit('answer', { side: 'Brand', ...answers({ [id]: 'accept 7' }) }, PARTNER)).toMatchObject({
    message: expect.stringContaining('has no value yet that could be accepted'),
  });
  expect(partnership.rows('Contributions')[0]).toMatchObject({ 'Accepted value': '', Status: 'proposed' });
  partnership.host.close();
});
