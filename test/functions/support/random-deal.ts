import fc from 'fast-check';
import type { TypedDeal, TypedTable } from './deals';

type Cells = TypedTable[number];

const FIRST_YEAR = 2025;
const MONTHS = 5;
const REVENUE = ['ID', 'Date', 'Item', 'Gross', 'Refunds', 'Deductions', 'Costs', 'Refund of', 'Collected by'];
const TERMS = ['Party', 'Term', 'Value', 'Effective from', 'Item', 'Threshold', 'Mode', 'Per'];
const OTHERS = ['Partner', 'Writer'];
const PARTIES = ['Studio', ...OTHERS];
const ITEMS = ['Album', 'Book', ''];

/** What a random deal may hold. */
export interface DealLimits {
  /** Shares and tiers alone, and no costs. */
  readonly onlyShares?: boolean;
}

/** A day of the deal's months as ISO text: later places in the list of all days are later days. */
const isoOf = (place: number): string =>
  new Date(Date.UTC(FIRST_YEAR, Math.floor(place / 28), 1 + (place % 28))).toISOString().slice(0, 10);
const dayPlace = fc.nat(28 * MONTHS - 1);
const day = dayPlace.map(isoOf);
const maybe = <T>(cells: fc.Arbitrary<T>): fc.Arbitrary<T | ''> => fc.oneof(cells, fc.constant('' as const));
const some = (...rows: fc.Arbitrary<Cells[]>[]): fc.Arbitrary<Cells[]> =>
  fc.tuple(...rows.map((row) => fc.oneof(row, fc.constant<Cells[]>([])))).map((lists) => lists.flat());
const rate = (most: number) => fc.nat(most * 1000).map((n) => n / 1000);
const amount = (most: number) => fc.nat(most * 100).map((n) => n / 100);

/** One sale with its refunds, which never take back more than there is. */
const sale = (limits: DealLimits) =>
  fc
    .record({
      place: dayPlace,
      item: fc.constantFrom(...ITEMS),
      gross: maybe(amount(4000)),
      own: fc.constantFrom(0, 0, 0.1),
      deductions: limits.onlyShares ? fc.constant(0) : fc.constantFrom(0, 0, 12.34),
      costs: limits.onlyShares ? fc.constant(0) : fc.constantFrom(0, 0, 55.5),
      collector: fc.constantFrom('', ...PARTIES),
      refunds: fc.array(
        fc.record({
          wait: fc.nat(80),
          part: fc.constantFrom(0.2, 0.5, 1),
          back: fc.boolean(),
          giver: fc.constantFrom('', ...PARTIES),
        }),
        { maxLength: 2 },
      ),
    })
    .map(({ place, item, gross, own, deductions, costs, collector, refunds }) => (index: number): Cells[] => {
      const cents = Math.round(Number(gross) * 100);
      const refunded = Math.floor(cents * own);
      let [left, cost, taken] = [cents - refunded, costs, deductions];
      const rows: Cells[] = [
        [`S${index}`, isoOf(place), item, gross, refunded / 100 || '', deductions || '', costs || '', '', collector],
      ];
      for (const { wait, part, back, giver } of refunds) {
        const going = Math.floor(left * part);
        left -= going;
        rows.push([
          '',
          isoOf(Math.min(place + wait, 28 * MONTHS - 1)),
          '',
          '',
          going / 100,
          back && taken ? -taken : '',
          back && cost ? -cost : '',
          `S${index}`,
          giver,
        ]);
        if (back) [cost, taken] = [0, 0];
      }
      return rows;
    });

const row = (...cells: Cells): Cells => [...cells, ...new Array<string>(TERMS.length - cells.length).fill('')];

const tiers = (party: string, item: string): fc.Arbitrary<Cells[]> =>
  fc
    .tuple(
      maybe(day),
      fc.uniqueArray(fc.integer({ min: 100, max: 6000 }), { minLength: 1, maxLength: 2 }),
      fc.constantFrom<[string, string]>(['', ''], ['marginal', 'contract'], ['cliff', 'month'], ['', 'contract']),
      rate(0.45),
    )
    .map(([from, thresholds, [mode, per], value]) =>
      thresholds.map((threshold, i) => row(party, 'tier', value / (i + 1), from, item, threshold, mode, per)),
    );

const shares = (party: string): fc.Arbitrary<Cells[]> =>
  some(
    rate(0.4).map((value) => [row(party, 'share', value)]),
    fc.tuple(rate(0.4), day).map(([value, from]) => [row(party, 'share', value, from)]),
    fc.tuple(rate(0.4), maybe(day)).map(([value, from]) => [row(party, 'share', value, from, 'Album')]),
    day.map((from) => [row(party, 'share', 'none', `${from.slice(0, 8)}28`, 'Album')]),
    tiers(party, ''),
    tiers(party, 'Book'),
    fc.tuple(amount(3000), day).map(([value, from]) => [row(party, 'opening count', value, from)]),
  ).map(distinct);

/** Rows of one party, kind, item and day replace each other: one of them is kept. Tiers of one day belong together. */
function distinct(rows: Cells[]): Cells[] {
  const seen = new Set<string>();
  return rows.filter(([party, term, , from, item]) => {
    const key = [party, term, from, item].join('|');
    const isNew = term === 'tier' || !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

const dated = (party: string, term: string, most: number) =>
  fc
    .array(fc.tuple(amount(most), day), { maxLength: 2 })
    .map((list) => list.map(([value, on]) => row(party, term, value, on)));

const otherTerms = (party: string): fc.Arbitrary<Cells[]> =>
  some(
    fc.tuple(amount(300), day).map(([value, from]) => [row(party, 'monthly fee', value, from)]),
    amount(90).map((value) => [row(party, 'item fee', value)]),
    fc.oneof(
      fc.tuple(amount(900), day).map(([value, from]) => [row(party, 'guarantee', value, from)]),
      fc
        .tuple(amount(900), amount(2500), maybe(day))
        .map(([monthly, total, from]) => [row(party, 'monthly cap', monthly), row(party, 'total cap', total, from)]),
    ),
    fc
      .tuple(rate(0.5), fc.integer({ min: 1, max: 3 }), maybe(day))
      .map(([value, per, from]) => [row(party, 'reserve', value, from, '', '', '', per)]),
    rate(1).map((value) => [row(party, 'recoup rate', value)]),
    rate(0.4).map((value) => [row(party, 'cost-plus', value)]),
    amount(500).map((value) => [row(party, 'minimum payout', value)]),
    fc.nat(45).map((value) => [row(party, 'payment days', value)]),
    dated(party, 'bonus', 300),
    dated(party, 'fee', 300),
    dated(party, 'expense', 300),
    dated(party, 'advance', 900),
    amount(500).map((value) => [row(party, 'opening balance', value - 250, '2024-12-31')]),
  );

const deductions = some(
  rate(0.2).map((value) => [row('', 'deduction', value)]),
  fc.tuple(rate(0.2), day).map(([value, from]) => [row('', 'deduction', value, from)]),
  rate(0.2).map((value) => [row('', 'deduction', value, '', 'Book')]),
);

const payments = fc.array(
  fc
    .tuple(day, fc.shuffledSubarray(PARTIES, { minLength: 2, maxLength: 2 }), fc.integer({ min: 1, max: 90_000 }))
    .map(([on, [to, from], cents]): Cells => [on, to!, cents / 100, from!]),
  { maxLength: 4 },
);

/** Without decimals the cents are the units: rounded apart, the parts of an amount could come to more than it. */
const inUnits = (cells: Cells, decimals: number): Cells =>
  decimals > 0 ? cells : cells.map((cell) => (typeof cell === 'number' ? Math.round(cell * 100) : cell));

/** A deal of five months that holds together: of its sales all refunds come within them. */
export function randomDeal(limits: DealLimits = {}): fc.Arbitrary<TypedDeal> {
  const ofParty = (party: string) =>
    limits.onlyShares ? shares(party) : fc.tuple(shares(party), otherTerms(party)).map((lists) => lists.flat());
  return fc
    .record({
      sales: fc.array(sale(limits), { minLength: 1, maxLength: 8 }),
      terms: fc.tuple(...OTHERS.map(ofParty), deductions),
      payments,
      asOf: fc.constantFrom('2025-05-31', '2025-06-12', '2025-06-30'),
      decimals: fc.constantFrom(0, 2, 2, 3),
    })
    .map(({ sales, terms, payments, asOf, decimals }) => ({
      revenue: [REVENUE, ...sales.flatMap((rowsOf, i) => rowsOf(i).map((row) => inUnits(row, decimals)))],
      terms: [
        TERMS,
        row('Studio', 'payer'),
        ...OTHERS.map((party) => row(party, 'payment days', 0, '2024-01-01')),
        ...terms.flat(),
      ],
      as_of: asOf,
      payments:
        payments.length > 0
          ? [['Date', 'Party', 'Amount', 'From'], ...payments.map((row) => inUnits(row, decimals))]
          : '',
      decimals,
    }));
}
