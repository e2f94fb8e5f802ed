import fc from 'fast-check';
import { call, refusal } from './support/call';

const settle = (parties: string[], balances: unknown[], ...rest: unknown[]) =>
  (call('REVSHARE_SETTLE', parties.map((name) => [name]), balances.map((cell) => [cell]), ...rest) as unknown[][]).slice(1) as [string, string, number][]; // prettier-ignore

describe('REVSHARE_SETTLE', () => {
  it('pays the largest first, of equal ones the earlier', () => {
    expect(settle(['A', 'B', 'C', 'D'], [10, -10, -10, 10])).toEqual([['B', 'A', 10], ['C', 'D', 10]]); // prettier-ignore
    expect(settle(['A', 'B', 'C'], [-10, -30, 40])).toEqual([['B', 'C', 30], ['A', 'C', 10]]); // prettier-ignore
  });

  it('adds up a party that stands in several rows, and takes lists that run across', () => {
    expect(settle(['A', 'b', ' a', 'B '], [10, -4, -3, -3])).toEqual([['b', 'A', 7]]);
    expect(call('REVSHARE_SETTLE', [['A', 'B']], [[1, -1]])).toEqual([['From', 'To', 'Amount'], ['B', 'A', 1]]); // prettier-ignore
  });

  it('has nothing to say where nobody owes anything', () => {
    expect(settle(['A', 'B', ''], [0, 0, ''])).toEqual([]);
    expect(settle(['A', '', 'B'], [0, '', 0])).toEqual([]);
  });

  it('takes a blank balance for one that is missing, not for 0', () => {
    expect(refusal('REVSHARE_SETTLE', [['A'], ['B'], ['C']], [[5], [''], [-5]])).toBe(
      'REVSHARE_SETTLE: balances, row 2: blank, where a number, 0 where nothing is open, is expected',
    );
  });

  it('refuses balances that leave something over, also only once they are rounded', () => {
    const refused = (...given: unknown[]) => refusal('REVSHARE_SETTLE', ...given);
    const parties = [['A'], ['B'], ['C']];
    expect(refused(parties, [[1], [2], [-3.5]])).toBe(
      'REVSHARE_SETTLE: balances: rounded they add up to -0.50, where 0 is expected',
    );
    expect(refused(parties, [[0.004], [0.004], [-0.008]])).toContain('rounded they add up to -0.01');
    expect(settle(['A', 'B', 'C'], [0.004, 0.004, -0.008], 3)).toEqual([['C', 'A', 0.004], ['C', 'B', 0.004]]); // prettier-ignore
    expect(refused(parties, [['x'], [2], [-3.5]])).toBe('REVSHARE_SETTLE: balances, row 1: "x" is not a number');
    expect(refused([['A'], [''], ['C']], [[1], [2], [-3]])).toBe(
      'REVSHARE_SETTLE: parties, row 2: blank, where a name is expected',
    );
  });

  it('brings every balance to 0, each payment from who owes most to who is owed most, with fewer payments than parties', () => {
    const cents = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cents, (given) => {
        const balances = [...given, -given.reduce((a, b) => a + b, 0)];
        const names = balances.map((_, i) => `P${i}`);
        const payments = settle(
          names,
          balances.map((n) => n / 100),
        );
        expect(payments.length).toBeLessThan(Math.max(balances.filter((n) => n !== 0).length, 1));
        const open = new Map(names.map((name, i) => [name, balances[i]!]));
        for (const [from, to, amount] of payments) {
          const units = Math.round(amount * 100);
          expect(units).toBeGreaterThan(0);
          expect(open.get(from)).toBe(Math.min(...open.values()));
          expect(open.get(to)).toBe(Math.max(...open.values()));
          open.set(from, open.get(from)! + units);
          open.set(to, open.get(to)! - units);
        }
        expect([...open.values()].every((left) => left === 0)).toBe(true);
      }),
    );
  });
});
