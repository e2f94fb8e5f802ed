import { items } from '../../src/registers/items';
import { enteredKeys } from '../../src/schema/table';
import { PARTNER, type Partnership } from '../support/partnership';
import { attention, edit, set, setAsOf, type, withPages, written } from './support/pages';

let partnership: Partnership;

beforeAll(async () => {
  partnership = await withPages('items', 'money');
});

afterAll(() => partnership.host.close());

describe('Items', () => {
  it('say what is late, waits for an answer, or went round too often', () => {
    type(partnership, 'Items', [
      { Item: 'In time', Owner: 'Studio', Stage: 'scripting', Due: '2026-04-30' },
      { Item: 'Late', Owner: 'Studio', Stage: 'production', Due: '2026-03-21' },
      { Item: 'Two rounds', Owner: 'Brand', 'Revision round': 2 },
      { Item: 'Third round', Owner: 'Brand', 'Revision round': 3 },
      { Item: 'Asked on Sunday', 'Review asked at': '2026-03-29 00:00' },
      { Item: 'Asked on Saturday', 'Review asked at': '2026-03-28 23:00' },
      { Item: 'Answered', 'Review asked at': '2026-03-20 09:00', 'Answered at': '2026-03-22 15:30' },
      { Item: 'Handed over', Owner: 'Studio', Stage: 'delivered', Due: '2026-03-10', Delivered: '2026-03-12' },
      { Item: 'Accepted', Owner: 'Studio', Delivered: '2026-03-12', 'Accepted on': '2026-03-14' },
      { Item: 'Nobody’s', Owner: 'Stranger' },
      { Item: 'No day', Due: 'soon' },
    ]);
    setAsOf(partnership, '2026-03-31');
    expect(attention(partnership, 'Items', 'Item')).toEqual({
      Late: 'Late by 10 days: Late (Studio)',
      'Third round': 'A change order is due: Third round is in revision round 3, 2 were agreed',
      'Asked on Saturday': 'The review waits for more than 48 hours: Asked on Saturday',
      'Handed over': 'Delivered, not accepted yet: Handed over',
      'Nobody’s': 'No such side: “Stranger”. Choose one of Settings',
      'No day': 'A day is not possible: write it as 2026-03-31',
    });
    expect(partnership.rows('Items').find(({ Item }) => Item === 'Answered')).toMatchObject({ Turnaround: 54.5 });
    expect(JSON.stringify(partnership.cells('Scorecard'))).toContain('Late by 10 days: Late (Studio)');
  });

  it('judge by the limits that stand beside them, and by the stages as people name them', () => {
    const limit = (name: string, to: string | number): void => set(partnership, 'Items', 'Limit', 'Set to', name, to);
    limit('Revision rounds', 3);
    limit('Hours for a review', 24);
    expect(attention(partnership, 'Items', 'Item')).toMatchObject({
      'Asked on Sunday': 'The review waits for more than 24 hours: Asked on Sunday',
    });
    expect(attention(partnership, 'Items', 'Item')).not.toHaveProperty('Third round');
    limit('Revision rounds', '');
    expect(attention(partnership, 'Items', 'Item')).not.toHaveProperty('Third round');
    type(partnership, 'Items', [{ 'Stages of an item': 'handed over' }], 9);
    type(partnership, 'Items', [{ Stage: 'handed over' }], 3);
    expect(attention(partnership, 'Items', 'Item')).toMatchObject({ Late: 'Delivered, not accepted yet: Late' });
  });

  it('miss a month where one item a month was agreed', () => {
    set(partnership, 'Items', 'Limit', 'Set to', 'Items published a month', 1);
    const said = (): unknown[] => partnership.rows('Items').flatMap((row) => row['Attention (limits)'] || []);
    expect(said()).toEqual(['Published in 2026-02: 0 of 1 items']);
    type(partnership, 'Items', [{ Published: '2026-02-28' }], 9);
    expect(said()).toEqual(['Published so far in 2026-03: 0 of 1 items']);
    type(partnership, 'Items', [{ Published: '2026-03-01' }], 10);
    expect(said()).toEqual([]);
  });

  it('write a row with three reads, and offer the stages that stand beside it', () => {
    const values = { item: 'Three reads', owner: 'Studio', stage: 'REVIEW' };
    written(partnership.submit('item', values));
    expect(partnership.calls.reads).toBeLessThanOrEqual(3);
    expect(partnership.rows('Items').find(({ Item }) => Item === 'Three reads')).toMatchObject({ Stage: 'review' });
    expect(partnership.submit('item', { ...values, item: 'No stage', stage: 'dreaming' })).toEqual({
      kind: 'errors',
      errors: { stage: expect.stringMatching(/^Choose one of: ideation, /) },
    });
    expect(partnership.rows('Items').some(({ Item }) => Item === 'No stage')).toBe(false);
  });

  it('pay a milestone once it is accepted, once', () => {
    written(
      partnership.submit('item', { item: 'Pilot', owner: 'Studio', stage: 'review', milestoneAmount: '1,250.50' }),
    );
    const row = partnership.cells('Items').findIndex((line) => line.includes('Pilot')) + 1;
    expect(partnership.rows('Terms')).toEqual([]);
    expect(edit(partnership, 'Items', row, { acceptedOn: '2026-03-30', acceptedBy: 'Studio' })).toEqual({
      kind: 'errors',
      errors: { acceptedBy: 'A side does not accept its own item. Choose the other one.' },
    });
    expect(written(edit(partnership, 'Items', row, { acceptedOn: '2026-03-30', acceptedBy: 'Brand' }))).toMatch(
      /Saved: Items, row \d+\. Term written to Terms, row 2\.$/,
    );
    expect(written(edit(partnership, 'Items', row, { note: 'Thank you' }))).not.toContain('Terms');
    expect(partnership.rows('Terms')).toMatchObject([
      {
        Party: 'Studio',
        Term: 'fee',
        Value: 1250.5,
        'Effective from': '2026-03-30',
        Note: 'Milestone accepted: Pilot',
      },
    ]);
    setAsOf(partnership, '2026-03-31');
    expect(attention(partnership, 'Items', 'Item')).not.toHaveProperty('Pilot');
    type(partnership, 'Items', [{ 'Accepted on': '' }], row);
    expect(attention(partnership, 'Items', 'Item')).toMatchObject({
      Pilot: 'Its fee stands in Terms, but it is no longer accepted: Pilot',
    });
  });

  it('pay it once, however often it is accepted, by whom, and wherever the rows are by then', () => {
    const item = { item: 'Finale', owner: 'Brand', stage: 'review', milestoneAmount: '640' };
    written(partnership.submit('item', item));
    const rowOf = (tab: string, text: string): number =>
      partnership.cells(tab).findIndex((line) => line.includes(text)) + 1;
    const fees = (): unknown[] =>
      partnership.rows('Terms').flatMap(({ Note, Value }) => (Note === 'Milestone accepted: Finale' ? [Value] : []));
    const said = (): unknown => attention(partnership, 'Items', 'Item').Finale;
    const change = (changed: Record<string, string>, user?: string): string =>
      written(edit(partnership, 'Items', rowOf('Items', 'Finale'), changed, user));
    const sort = (tab: string, heading: string): unknown =>
      partnership.script(`const sheet = book.getSheetByName('${tab}');
        const column = sheet.getRange('1:1').getDisplayValues()[0].indexOf('${heading}') + 1;
        sheet.getRange(2, 1, sheet.getMaxRows() - 1, sheet.getMaxColumns()).sort({ column, ascending: false });`);

    expect(change({ acceptedOn: '2026-03-28', acceptedBy: 'Studio' })).toContain('Term written to Terms');
    expect(fees()).toEqual([640]);
    expect(change({ acceptedOn: '', acceptedBy: '' })).not.toContain('Terms');
    expect(said()).toBe('Its fee stands in Terms, but it is no longer accepted: Finale');
    sort('Items', 'Item');
    sort('Terms', 'Value');
    expect(change({ acceptedOn: '2026-03-28', acceptedBy: 'Studio' }, PARTNER)).not.toContain('Terms');
    expect([fees(), said()]).toEqual([[640], undefined]);
    // It is not raised or moved in silence either: the two sides have to make it the same.
    const apart =
      'Its fee in Terms has another side, amount or day than what was accepted: change one of the two. Finale';
    change({ milestoneAmount: '700' });
    expect([fees(), said()]).toEqual([[640], apart]);
    change({ milestoneAmount: '640', acceptedOn: '2026-03-29' });
    expect([fees(), said()]).toEqual([[640], apart]);
    type(partnership, 'Terms', [{ Value: 'none' }], rowOf('Terms', 'Milestone accepted: Finale'));
    expect([fees(), said()]).toEqual([['none'], undefined]);
    change({ note: 'Thank you' });
    expect(fees()).toEqual(['none']);
  });

  it('pay a copied row by itself once it is saved', () => {
    partnership.script(`const sheet = book.getSheetByName('Items'); const cells = sheet.getDataRange().getValues();
      const row = cells.findIndex((line) => line.includes('Pilot')) + 1;
      sheet.getRange(30, 1, 1, ${enteredKeys(items).length}).setValues([cells[row - 1].slice(0, ${enteredKeys(items).length})]);`);
    type(partnership, 'Items', [{ Item: 'Second pilot', 'Accepted on': '2026-03-30' }], 30);
    expect(attention(partnership, 'Items', 'Item')).toMatchObject({
      'Second pilot': 'Accepted, but its fee is not in Terms: choose Edit the selected row and save it. Second pilot',
    });
    expect(written(edit(partnership, 'Items', 30, {}))).toContain('Term written to Terms');
    expect(attention(partnership, 'Items', 'Item')).not.toHaveProperty('Second pilot');
  });

  it('say that a fee is missing where somebody typed the acceptance', () => {
    type(
      partnership,
      'Items',
      [{ Item: 'Typed', Owner: 'Brand', 'Milestone amount': 300, 'Accepted on': '2026-03-30' }],
      20,
    );
    expect(attention(partnership, 'Items', 'Item')).toMatchObject({
      Typed: 'Accepted, but its fee is not in Terms: choose Edit the selected row and save it. Typed',
    });
    expect(written(edit(partnership, 'Items', 20, {}))).toContain('Term written to Terms, row');
    setAsOf(partnership, '2026-03-31');
    expect(attention(partnership, 'Items', 'Item')).not.toHaveProperty('Typed');
  });

  it('leave a fee away that somebody has deleted, until it is accepted anew', () => {
    const fees = (): number => partnership.rows('Terms').filter(({ Value }) => Value === 640).length;
    const values = { item: 'Deleted', owner: 'Brand', milestoneAmount: '640', acceptedOn: '2026-03-30' };
    expect(written(partnership.submit('item', values))).toContain('Term written to Terms');
    const row = partnership.cells('Items').findIndex((line) => line.includes('Deleted')) + 1;
    partnership.script(`const sheet = book.getSheetByName('Terms'), cells = sheet.getDataRange().getValues();
      const at = cells[0].indexOf('Value'); sheet.deleteRow(cells.findIndex((line) => line[at] === 640) + 1);`);
    expect(attention(partnership, 'Items', 'Item')).not.toHaveProperty('Deleted');
    expect(written(edit(partnership, 'Items', row, { note: 'Paid by hand' }))).not.toContain('Terms');
    expect(fees()).toBe(0);
    edit(partnership, 'Items', row, { acceptedOn: '' });
    expect(written(edit(partnership, 'Items', row, { acceptedOn: '2026-03-31' }))).toContain('Term written to Terms');
    expect(fees()).toBe(1);
  });

  it('go on without Terms', async () => {
    const alone = await withPages('items');
    const values = {
      item: 'One',
      owner: 'Studio',
      milestoneAmount: '5',
      acceptedOn: '2026-03-30',
      acceptedBy: 'Brand',
    };
    expect(written(alone.submit('item', values))).toBe('One: written to Items, row 2.');
    expect(attention(alone, 'Items', 'Item')).toEqual({});
    alone.host.close();
  });
});
