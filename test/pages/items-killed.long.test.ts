import { items } from '../../src/registers/items';
import { terms } from '../../src/registers/terms';
import { enteredKeys } from '../../src/schema/table';
import { PARTNER, type Partnership } from '../support/partnership';
import { withPages } from './support/pages';

let partnership: Partnership;

beforeAll(async () => {
  partnership = await withPages('items', 'money');
});

afterAll(() => partnership.host.close());

it('a fee of an item is written once, at whichever write the script is ended', () => {
  const send = (): unknown =>
    partnership.submit(
      'item',
      { item: 'Killed', owner: 'Brand', stage: 'review', milestoneAmount: '70', acceptedOn: '2026-03-30' },
      PARTNER,
      'KILLED77',
    );
  const fees = (): number => partnership.rows('Terms').filter(({ Value }) => Value === 70).length;
  const listed = (): number => partnership.rows('Items').filter(({ Item }) => Item === 'Killed').length;
  const entered: Record<string, number> = {
    Items: enteredKeys(items).length,
    Terms: enteredKeys(terms).length,
  };
  const clear = (tab: string, heading: string, value: unknown): unknown =>
    partnership.script(`const sheet = book.getSheetByName('${tab}');
      const cells = sheet.getDataRange().getValues();
      const column = cells[0].indexOf('${heading}');
      cells.forEach((line, at) => { if (line[column] === ${JSON.stringify(value)}) sheet.getRange(at + 1, 1, 1, ${entered[tab]}).clearContent(); });`);
  let calls = 0;
  partnership.host.onServiceCall = ({ kind }) => {
    if (kind === 'write') calls++;
    return undefined;
  };
  send();
  const all = calls;
  expect([listed(), fees()]).toEqual([1, 1]);
  for (let at = 1; at <= all; at++) {
    partnership.host.onServiceCall = undefined;
    clear('Items', 'Item', 'Killed');
    clear('Terms', 'Value', 70);
    let call = 0;
    partnership.host.onServiceCall = ({ kind }) => (kind === 'write' && ++call === at ? 'kill' : undefined);
    try {
      send();
    } catch (error) {
      expect((error as Error).message).toContain('Exceeded maximum execution time');
    }
    partnership.host.onServiceCall = undefined;
    if (fees() > 0) expect(listed()).toBe(1);
    send();
    expect([at, listed(), fees()]).toEqual([at, 1, 1]);
  }
});
