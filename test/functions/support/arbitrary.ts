import fc from 'fast-check';
import type { Argument } from '../../../src/functions/runner/argument';
import { exampleTables } from './examples';

/** Cells that suit an argument, by its type. */
const suitable: Record<string, fc.Arbitrary<unknown>[]> = {
  number: [
    fc.nat(5),
    fc.constantFrom(0, 1, 0.5, 0.2),
    fc.integer({ min: -(10 ** 7), max: 10 ** 7 }).map((cents) => cents / 100),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double(),
    fc.integer({ min: 40_000, max: 50_000 }),
    fc.constantFrom(5, 3, 'n/a', 'N/A '),
  ],
  Date: [
    fc.date({ min: new Date('1990-01-01'), max: new Date('2050-12-31'), noInvalidDate: true }),
    fc.integer({ min: 40_000, max: 50_000 }),
  ],
  boolean: [fc.constantFrom<unknown>(true, false, 'yes', 'no', 'Yes')],
  string: [fc.constantFrom('Ocean', 'Studio', ' studio ', 'OCEAN', 'growth', 'operational')],
};

const everything = Object.values(suitable).flat();

const oddities = fc.oneof(
  fc.constantFrom<unknown>('', null, undefined, -0, NaN, Infinity, -Infinity, 1e308, 5e-324, 2 ** 53, 1e21),
  fc.constantFrom('#N/A', '#REF!', 'Loading...', '12', '1,234.50', '=1+1', '<script>', 'x'.repeat(50_000), 'a\nb', ' '),
  fc.constant(new Date(NaN)),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true, withTypedArray: true }),
  fc.string(),
);

/** Mostly the cells wanted, at times a blank, and rarely anything whatever. */
function cellOf(wanted: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 60, arbitrary: wanted },
    { weight: 6, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: oddities },
  );
}

function shapesOf(wanted: fc.Arbitrary<unknown>, height: number): fc.Arbitrary<unknown> {
  const row = (width: number) => fc.array(cellOf(wanted), { minLength: width, maxLength: width });
  const block = (width: number) => fc.array(row(width), { minLength: height, maxLength: height });
  return fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 4 }).chain(block) },
    { weight: 6, arbitrary: block(1) },
    { weight: 2, arbitrary: row(3).map((cells) => [cells]) },
    { weight: 4, arbitrary: wanted },
    { weight: 1, arbitrary: fc.array(cellOf(wanted), { maxLength: 4 }) },
  );
}

/** Days of a few months, as dates or as their serial numbers. */
const days = fc.oneof(
  fc.integer({ min: 46_000, max: 46_200 }),
  fc.date({ min: new Date('2025-12-01'), max: new Date('2026-05-31'), noInvalidDate: true }),
);

/** Tables with a few rows as their arguments want them, some with a header; by the name of the argument. For others those of the worked examples serve. */
const tables: Record<string, fc.Arbitrary<unknown>> = {
  tiers: tableOf(['from', 'rate'], [fc.nat(3000), suitable['number']![3]!]),
  curve: tableOf(['attainment', 'payout'], [fc.nat(5), suitable['number']![2]!]).map(([head, ...rows]) => [
    head,
    ...rows.sort(([a], [b]) => Number(a) - Number(b)),
  ]),
  steps: tableOf(
    ['step', 'at most', 'Studio', 'Brand'],
    [fc.constantFrom('costs', 'fee'), fc.oneof(fc.nat(9000), fc.constant('')), fc.nat(5), suitable['number']![1]!],
  ),
  revenue: tableOf(
    ['ID', 'Date', 'Item', 'Gross', 'Refunds', 'Costs', 'Refund of', 'Collected by'],
    [
      fc.constantFrom('A', 'B', 3, ''),
      days,
      fc.constantFrom('Album', ' album', 'Book', ''),
      fc.oneof(fc.nat(9000), fc.constant('')),
      fc.constantFrom('', '', 0, 1.005),
      fc.constantFrom('', '', 12.5),
      fc.constantFrom('', '', '', '', '', 'A'),
      fc.constantFrom('', '', 'Studio', 'PARTNER '),
    ],
  ),
  terms: fc
    .tuple(
      tableOf(
        ['Party', 'Term', 'Value', 'Effective from'],
        [
          fc.constantFrom('Partner', 'Writer'),
          fc.constantFrom('share', 'monthly fee', 'bonus', 'guarantee', 'advance', 'recoup rate', 'total cap'),
          fc.constantFrom(0, 0.1, 0.25, 0.5, 'none'),
          days,
        ],
      ),
    )
    .map(([[head, ...rows]]) => [head!, ['Studio', 'payer', '', ''], ...rows]),
  payments: tableOf(
    ['Date', 'Party', 'Amount', 'From'],
    [days, fc.constantFrom('Partner', 'Writer'), fc.integer({ min: 1, max: 900 }), fc.constantFrom('', '', 'Studio')],
  ),
  targets: tableOf(['category', 'target'], [suitable['string']![0]!, suitable['number']![3]!]),
};

function tableOf(header: string[], columns: fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown[][]> {
  const row = fc.tuple(
    ...columns.map((cell) => fc.oneof({ weight: 30, arbitrary: cell }, { weight: 1, arbitrary: oddities })),
  );
  return fc.array(row, { minLength: 1, maxLength: 4 }).map((rows) => [header, ...rows]);
}

function argumentOf(argument: Argument, height: number): fc.Arbitrary<unknown> {
  const shown = tables[argument.name] ? [] : exampleTables(argument.name);
  const table = tables[argument.name] ?? (shown.length > 0 ? fc.constantFrom(...shown) : undefined);
  if (table) return fc.oneof({ weight: 9, arbitrary: table }, { weight: 1, arbitrary: anyArgument(argument, height) });
  return anyArgument(argument, height);
}

function anyArgument({ type, takesRange, optional, expected }: Argument, height: number): fc.Arbitrary<unknown> {
  const words = /one of: (.*)$/.exec(expected)?.[1]?.split(', ');
  const named = words ? [fc.constantFrom(...words)] : [];
  const wanted = expected.startsWith('one of') ? named : [...(suitable[/^\w+/.exec(type)![0]] ?? everything), ...named];
  return fc.oneof(
    { weight: 16, arbitrary: fc.oneof(...wanted.map((cell) => (takesRange ? shapesOf(cell, height) : cell))) },
    { weight: optional ? 16 : 0, arbitrary: fc.constantFrom(undefined, '') },
    { weight: 1, arbitrary: fc.oneof(...everything.map((cell) => shapesOf(cell, height))) },
    { weight: 1, arbitrary: oddities },
  );
}

/** Arguments of a call, now fitting and now not, the ranges often of one height. */
export function argumentsFor(list: readonly Argument[]): fc.Arbitrary<unknown[]> {
  return fc
    .integer({ min: 1, max: 4 })
    .chain((height) => fc.tuple(...list.map((argument) => argumentOf(argument, height))));
}

/** Cells that no function refuses in an argument: numbers from 2 to 100, and days of which none ends before it starts. */
export function unrefused({ name, type, expected }: Argument): fc.Arbitrary<unknown> {
  const [least, most] = name === 'start' ? [45_000, 45_999] : type.startsWith('Date') ? [46_000, 47_000] : [2, 100];
  const words =
    /one of: (.*)$/
      .exec(expected)?.[1]
      ?.split(', ')
      .filter((word) => word !== 'progress' && word !== 'inverse') ?? [];
  const number = fc.integer({ min: least!, max: most! });
  const cells = expected.startsWith('one of') ? [] : [{ weight: 5, arbitrary: number as fc.Arbitrary<unknown> }];
  return fc.oneof(...cells, ...words.map((word) => ({ weight: 1, arbitrary: fc.constant<unknown>(word) })), {
    weight: 3,
    arbitrary: fc.constant(''),
  });
}
