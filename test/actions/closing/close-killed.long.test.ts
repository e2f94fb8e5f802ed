import { closedPeriods } from '../../../src/registers/closed-periods';
import { closedRows } from '../../../src/registers/closed-rows';
import { enteredKeys } from '../../../src/schema/table';
import { OWNER } from '../../support/partnership';
import { Money } from '../support/money';

/** Google may end the script at any write: a period is closed as a whole or not at all, and the next try completes it. */

let money: Money;
const CLOSE = { period: '2026-01', side: 'Studio', agreed: 'Ana, by phone' };

beforeAll(async () => {
  money = await Money.open();
  money.agree('share', { share: '30%' });
  money.record('revenue', { date: '2026-01-10', gross: '1000' });
  // A row without an ID gets one on the way.
  money.partnership.type('Revenue', 3, { Date: '2026-01-20', Item: 'typed', Gross: 500 });
  money.record('payment', { date: '2026-01-25', party: 'Brand', amount: '100' });
}, 120_000);
afterAll(() => money.partnership.host.close());

const looked = (): string => {
  const outcome = money.partnership.submit('close', CLOSE);
  if (outcome.kind !== 'preview') throw new Error(JSON.stringify(outcome));
  return outcome.preview.confirm.value;
};

/** What stands, without the moments and names that differ from try to try. */
const stands = (tab: string): unknown[] =>
  money.partnership
    .rows(tab)
    .map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !/ at$|^ID$|^Closing$|^Row$/.test(key))));

const COLUMNS = [closedPeriods, closedRows].map((register) => [register.name, enteredKeys(register).length]);

const clear = (): void => {
  money.partnership.script(`for (const [name, columns] of ${JSON.stringify(COLUMNS)}) {
      book.getSheetByName(name).getRange(2, 1, 40, columns).clearContent();
    }
    book.getSheetByName('Revenue').getRange('A3').clearContent();`);
};

it.each(['the same try again', 'a new try'])(
  'killed at every write, %s completes it',
  (how) => {
    let count = 0;
    const at = (nth: number, act: () => unknown): void => {
      count = 0;
      money.partnership.host.onServiceCall = ({ kind }) => (kind === 'write' && ++count === nth ? 'kill' : undefined);
      try {
        act();
      } catch (error) {
        expect((error as Error).message).toContain('Exceeded maximum execution time');
      } finally {
        money.partnership.host.onServiceCall = undefined;
      }
    };
    const digest = looked();
    const close = (key: string) => money.partnership.submit('close', { ...CLOSE, looked: digest }, OWNER, key);
    at(0, () => close('WHOLE000'));
    const writes = count;
    const whole = { periods: stands('Closed periods'), rows: stands('Closed rows') };
    expect(whole.periods).toHaveLength(2);
    expect(writes).toBeGreaterThan(4);
    for (let nth = 1; nth <= writes; nth++) {
      clear();
      at(nth, () => close('KILLED01'));
      const left = stands('Closed periods');
      expect([[], whole.periods]).toContainEqual(left);
      const again = close(how === 'a new try' && left.length === 0 ? 'KILLED02' : 'KILLED01');
      expect([nth, again.kind]).toEqual([nth, 'written']);
      expect([nth, stands('Closed periods')]).toEqual([nth, whole.periods]);
      expect([nth, stands('Closed rows')]).toEqual([nth, whole.rows]);
      expect(new Set(money.partnership.rows('Closed rows').map(({ Closing }) => Closing)).size).toBe(1);
    }
    clear();
  },
  600_000,
);
