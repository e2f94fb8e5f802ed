import fc from 'fast-check';
import { call } from '../functions/support/call';

/** Money that goes down a waterfall in small payments. */
describe('a waterfall paid in small steps', () => {
  const STEPS = [
    ['step', 'at most', 'A', 'B', 'C'],
    ['profit', '', 6, 6, 2],
  ];
  const totals = (amount: number, before: number) =>
    (call('REVSHARE_WATERFALL', amount, STEPS, before) as unknown[][]).at(-1)!.slice(2) as number[];

  it('one cent after ten takes from nobody', () => {
    expect(totals(0.01, 0.1).every((part) => part >= 0)).toBe(true);
  });

  it('chained payments end where one payment ends, within a unit of what the whole would be split into', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 5 })
      .filter((all) => all.some((one) => one > 0));
    fc.assert(
      fc.property(
        weights,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }),
        (shares, cents) => {
          const steps = [
            ['step', 'at most', ...shares.map((_, at) => `P${at}`)],
            ['all', '', ...shares],
          ];
          const paid = shares.map(() => 0);
          let before = 0;
          for (const amount of cents) {
            const rows = call('REVSHARE_WATERFALL', amount / 100, steps, before / 100) as unknown[][];
            (rows.at(-1)!.slice(2) as number[]).forEach((part, at) => {
              expect(part).toBeGreaterThanOrEqual(0);
              paid[at]! += Math.round(part * 100);
            });
            before += amount;
          }
          const whole = call('REVSHARE', before / 100, [shares]) as number[][];
          expect(paid.reduce((a, b) => a + b)).toBe(before);
          paid.forEach((part, at) => expect(Math.abs(part - Math.round(whole[0]![at]! * 100))).toBeLessThanOrEqual(1));
        },
      ),
    );
  });
});
