import { LINE_KINDS } from '../../src/calc/statement/line';
import { call } from './support/call';
import { linesArguments, workedDeals } from './support/deals';
import { Followed } from './support/followed';
import { linesOf } from './support/followed-line';
import { Reader } from './support/reasons';

describe('every amount of a deal can be followed by its Why', () => {
  const kinds = new Set<string>();

  it.each(workedDeals().map((deal) => [deal.id, deal.input] as const))(
    '%s: to the cent, to rows and terms',
    (_, deal) => {
      const followed = new Followed(deal, linesOf(call('REVSHARE_LINES', ...linesArguments(deal))));
      followed.all();
      for (const kind of followed.kinds) kinds.add(kind);
    },
  );

  it('among them is every kind of line, of the payer and of the others, and every kind of sentence', () => {
    const payers = LINE_KINDS.map((kind) => `${kind}: rest`);
    const others = [
      ...['share: slices', 'share: totals', 'monthly fee: term', 'item fee: term', 'bonus: term', 'fee: term'],
      ...[
        'expense: term',
        'cap: monthly cap',
        'cap: total cap',
        'top-up: guarantee',
        'held: held',
        'released: released',
      ],
      ...['recouped: recouped', 'held: change', 'released: change', 'recouped: change'],
      ...['adjustment: change of share', 'adjustment: change of cap', 'adjustment: change of top-up'],
    ];
    expect([...kinds].sort()).toEqual([...payers, ...others].sort());
  });
});

describe('a Why that does not tell its amount is not followed', () => {
  const reader = new Reader(2, ['Studio', 'Partner', 'Writer']);

  it.each([
    ['share', 'a share of the month'],
    ['share', '30 % of 6,000.00 and 40 % above 10,000.00'],
    [
      'share',
      '121.00 for 600.00 in all less 60.00 for 400.00 counted before, at 15 % and 20 % of everything once 500.00 is reached',
    ],
    ['bonus', 'bonus of 2026-01-17'],
    [
      'recouped',
      '100 % of 90.00 (100.00 of share and bonus after caps less 20.00 held) go against the advance of 500.00',
    ],
    ['adjustment', 'share 2026-02 is 1,528.80 after refunds (30 % of 5,000.00), where it was 1,764.00'],
  ])('%s: %s', (line, why) => {
    expect(() => reader.read(line, 'other', why)).toThrow(/^nobody can follow/);
  });
});
