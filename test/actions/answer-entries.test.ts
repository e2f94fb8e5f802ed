import type { FormModel } from '../../src/schema/form';
import { OWNER, PARTNER, Partnership } from '../support/partnership';

describe('Answer entries', () => {
  let partnership: Partnership;
  beforeEach(async () => {
    partnership = await Partnership.started();
    partnership.log({ unitValue: '50', item: 'Episode 1' });
    partnership.log({ unitValue: '30', quantity: '3' });
    partnership.log({ party: 'Brand', kind: 'cash', quantity: '100' }, PARTNER);
  });

  const opened = (user = PARTNER): FormModel => {
    const answer = partnership.open('answer', user);
    if (answer.kind !== 'form') throw new Error(answer.message);
    return answer.form;
  };
  const ids = (): string[] => partnership.rows('Contributions').map((row) => String(row.ID));
  const column = (heading: string): unknown[] => partnership.rows('Contributions').map((row) => row[heading]);
  const answer = (values: Record<string, string>, user = PARTNER) =>
    partnership.submit('answer', { side: 'Brand', note: '', ...values }, user);

  it('shows what waits, with the value that would be accepted', () => {
    partnership.script(`book.getSheetByName('Settings').getRange('G3').setValue('${PARTNER}');`);
    const { items, fields } = opened();
    expect(fields[0]).toMatchObject({ key: 'side', initial: 'Brand' });
    expect(items.map(({ figure }) => figure)).toEqual(['100', '90']);
    expect(items[0]!.answers).toEqual([
      { value: 'accept 100', label: 'Accept' },
      { value: 'dispute', label: 'Dispute' },
    ]);
    expect(items[0]!.detail).toContain('Episode 1');
  });

  it('accepts many at once: three reads, one write a run of rows', () => {
    const [first, second] = ids();
    expect(answer({ [first!]: 'accept 100', [second!]: 'accept 90' })).toMatchObject({
      kind: 'written',
      message: '2 accepted, 0 disputed in Contributions.',
    });
    expect(partnership.calls).toMatchObject({ reads: 3, writes: 2 });
    expect(column('Status')).toEqual(['accepted', 'accepted', 'proposed']);
    expect(column('Accepted value')).toEqual([100, 90, '']);
    expect(column('State')).toEqual(['accepted', 'accepted', 'open']);
    expect(column('Answered by')).toEqual([`Brand · ${PARTNER}`, `Brand · ${PARTNER}`, '']);
  });

  it('counts the accepted value until a change to the entry is accepted in turn', () => {
    const [first] = ids();
    answer({ [first!]: 'accept 100' });
    partnership.script(`book.getSheetByName('Contributions').getRange('J2').setValue(5);`);
    expect(partnership.rows('Contributions')[0]).toMatchObject({
      Value: 250,
      Counts: 100,
      State: 'changed since accepted',
    });
    expect(opened().items[0]).toMatchObject({ figure: '250 (accepted: 100)' });
    answer({ [first!]: 'accept 250' });
    expect(partnership.rows('Contributions')[0]).toMatchObject({ Counts: 250, State: 'accepted' });
  });

  it('lets a dispute block an entry, wants a reason, and only the same side lifts it', async () => {
    const [first] = ids();
    expect(answer({ [first!]: 'dispute' })).toEqual({
      kind: 'errors',
      errors: { note: 'Say in a few words why you dispute it.' },
    });
    answer({ [first!]: 'dispute', note: 'This was not agreed.' });
    expect(partnership.rows('Contributions')[0]).toMatchObject({
      Status: 'disputed',
      Counts: '',
      State: 'disputed',
      'Answer note': 'This was not agreed.',
    });
    partnership.script(`book.getSheetByName('Settings').getRange('E4').setValue('Third');`);
    expect(answer({ side: 'Third', [first!]: 'accept 100' }, OWNER)).toMatchObject({
      message: expect.stringContaining('disputed by Brand: only that side can accept it now'),
    });
    answer({ [first!]: 'accept 100', note: 'Talked about it.' });
    expect(partnership.rows('Contributions')[0]).toMatchObject({
      Status: 'accepted',
      'Answer note': 'This was not agreed.\nTalked about it.',
    });
  });

  it('lets nobody answer their own entries, also where no address is visible', () => {
    const [first, , third] = ids();
    expect(answer({ side: 'Studio', [first!]: 'accept 100' }, '')).toMatchObject({
      message: expect.stringContaining('is Studio’s own: nobody answers their own entries'),
    });
    expect(column('Status')).toEqual(['proposed', 'proposed', 'proposed']);
    expect(answer({ side: 'Studio', [third!]: 'accept 100' }, '')).toMatchObject({
      message: expect.stringContaining('1 accepted'),
    });
    expect(partnership.rows('Contributions')[2]).toMatchObject({ 'Answered by': 'Studio' });
  });

  it('finds its rows after they were sorted, and says which were deleted meanwhile', () => {
    const [first, second] = ids();
    opened();
    partnership.script(`const log = book.getSheetByName('Contributions');
      log.getRange('A2:T4').sort({ column: 10, ascending: false }); log.deleteRow(3);`);
    const outcome = answer({ [first!]: 'accept 100', [second!]: 'accept 90' });
    expect(outcome).toMatchObject({ message: expect.stringContaining('An entry was deleted meanwhile.') });
    const rows = partnership.rows('Contributions');
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.Status).toBe(row.ID === first ? 'accepted' : 'proposed');
  });

  it('gives rows that were typed without an ID one, once', () => {
    partnership.script(`book.getSheetByName('Contributions').getRange('G5:K6').setValues([
      ['2026-01-05', 'Studio', 'hours', 1, 50], ['2026-01-06', 'Brand', 'hours', 2, 50]]);`);
    const named = opened().items.map(({ key }) => key);
    expect(new Set(named).size).toBe(5);
    expect(opened().items.map(({ key }) => key)).toEqual(named);
    expect(partnership.calls.writes).toBe(0);
  });
});
