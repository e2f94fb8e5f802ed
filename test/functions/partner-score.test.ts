import fc from 'fast-check';
import { call, refusal } from './support/call';

const score = (...given: unknown[]) => call('PARTNER_SCORE', ...given);
const refused = (...given: unknown[]) => refusal('PARTNER_SCORE', ...given);
const column = (...cells: unknown[]) => cells.map((cell) => [cell]);

const block = [
  [5, 0, 5],
  [0, 5, 5],
];

describe('PARTNER_SCORE answers in the shape of what it is given', () => {
  it('one row or column: one score, whichever way the weights run', () => {
    expect(score([[5, 0, 5]])).toBeCloseTo(66.67, 2);
    expect(score(column(5, 0, 5), [[2, 1, 1]])).toBe(75);
    expect(score([[5, 0, 5]], column(2, 1, 1))).toBe(75);
    expect(score(column(5, 0, 5), column(2, 1, 1))).toBe(75);
    expect(score(3)).toBe(60);
    expect(score([[3]], [[7]])).toBe(60);
  });

  it('a block: a candidate a row', () => {
    expect(score(block)).toEqual(column(200 / 3, 200 / 3));
    expect(score(block, [[2, 1, 1]])).toEqual(column(75, 50));
  });

  it('a block beside a column of weights: a candidate a column', () => {
    expect(score(block, column(3, 1))).toEqual([[75, 25, 100]]);
  });

  it('a square block: as the weights run', () => {
    const square = [
      [5, 5],
      [0, 0],
    ];
    expect(score(square, [[1, 1]])).toEqual(column(100, 0));
    expect(score(square, column(1, 1))).toEqual([[50, 50]]);
  });

  it('open ranges end with the data, a blank row in between is blank', () => {
    const blank = ['', '', ''];
    expect(score([block[0], blank, block[1], blank, blank], [[2, 1, 1]])).toEqual(column(75, null, 50));
    expect(score(column(5, 0, ''), column(1, 1, ''))).toBe(50);
    expect(score(column(5, 0, '', ''), [[1, 1, 1]])).toBe(50);
    expect(score([blank, blank])).toBeNull();
    expect(score('')).toBeNull();
  });

  it('a rating that is missing at the end of a weighted column lowers its coverage', () => {
    expect(score(column(5, 5, ''), column(1, 1, 2))).toBeNull();
    expect(score(column(5, 5, ''), [[1, 1, 2]])).toBeNull();
    expect(score(column(5, 5), column(1, 1, ''))).toBe(100);
  });
});

describe('PARTNER_SCORE and what is missing', () => {
  it('tells blank, n/a and 0 apart', () => {
    expect(score([[5, 5, 0]])).toBeCloseTo(66.67, 2);
    expect(score([[5, 5, '']])).toBe(100);
    expect(score([[5, '', '']])).toBeNull();
    expect(score([[5, 'n/a', ' N/A ']])).toBe(100);
    expect(score([['n/a', 'n/a']])).toBeNull();
  });

  it('takes the least coverage, itself included', () => {
    expect(score([[5, 5, 5, '', '']])).toBe(100);
    expect(score([[5, 5, '', '', '']])).toBeNull();
    expect(score([[5, 5, '', '', '']], '', 5, 0, 0.4)).toBe(100);
    expect(score([[5, '', '']], '', 5, 0, 0)).toBe(100);
    expect(score([[5, 5, '']], '', 5, 0, 1)).toBeNull();
  });

  it('ignores a criterion of weight 0, rated or not', () => {
    expect(score([[5, '']], [[1, 0]])).toBe(100);
    expect(score([[5, 0]], [[1, 0]])).toBe(100);
    expect(score([['', 5]], [[1, 0]], 5, 0, 0)).toBeNull();
  });
});

describe('PARTNER_SCORE says what is wrong', () => {
  it.each([
    [[[[1, 'x']]], 'PARTNER_SCORE: ratings, row 1, column 2: "x" is not a number or n/a'],
    [[[[1, 6]]], 'PARTNER_SCORE: ratings, row 1, column 2: 6 is not on the scale from 0 to 5'],
    [[block, column(1, 1), 4], 'PARTNER_SCORE: ratings, row 1, column 1: 5 is not on the scale from 0 to 4'],
    [[[[1, 0.5]], '', 5, 1], 'PARTNER_SCORE: ratings, row 1, column 2: 0.5 is not on the scale from 1 to 5'],
    [[block, [[1, 1]]], 'PARTNER_SCORE: weights: 2 given, 3 expected'],
    [[block, [[1, 1, 1, 1]]], 'PARTNER_SCORE: weights: 4 given, 3 expected'],
    [[[...block, ...block], column(1, 1, 1)], 'PARTNER_SCORE: weights: 3 rows, where ratings has 4 rows'],
    [[block, column(1, 1, 1)], 'PARTNER_SCORE: ratings: 2 rows, where weights has 3 rows'],
    [[block, block], 'PARTNER_SCORE: weights: one row or one column of weights is expected'],
    [[[[1, 2]], [[1, '']]], 'PARTNER_SCORE: weights, row 1, column 2: blank, where a weight is expected'],
    [[column(1, 2), column('', 1)], 'PARTNER_SCORE: weights, row 1: blank, where a weight is expected'],
    [[[[1, 2]], column('', '')], 'PARTNER_SCORE: weights, row 1: blank, where a weight is expected'],
    [[[[1, 2]], [[1, -1]]], 'PARTNER_SCORE: weights, row 1, column 2: -1 is not a number of 0 or more'],
    [[[[1, 2]], [[0, 0]]], 'PARTNER_SCORE: weights: all are 0'],
    [[[[1, 2]], 1], 'PARTNER_SCORE: weights: 1 given, 2 expected'],
    [[[[1, 2]], '', 1, 1], 'PARTNER_SCORE: scale_max: 1 is not above scale_min, which is 1'],
    [[[[1, 2]], '', 5, 0, 60], 'PARTNER_SCORE: min_coverage: 60 is 6000 %; write 60%'],
    [[undefined], 'PARTNER_SCORE: ratings: nothing is given, where a number or n/a is expected'],
  ])('%j', (given, message) => {
    expect(refused(...given)).toBe(message);
  });
});

describe('PARTNER_SCORE for any block', () => {
  const rating = fc.oneof(
    fc.nat(5),
    fc.nat(20).map((n) => n / 4),
    fc.constantFrom('n/a', ''),
  );
  const anyBlock = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
    .chain(([height, width]) =>
      fc.tuple(
        fc.array(fc.array(rating, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: width, maxLength: width }),
      ),
    );

  it('scores a candidate as it would alone, and a turned block turned', () => {
    fc.assert(
      fc.property(anyBlock, ([rows, weights]) => {
        const turned = weights.map((_, c) => rows.map((row) => row[c]));
        const alone = rows.map((row) => score([row], [weights]));
        const used = rows.map((row) => row.some((cell) => cell !== '')).lastIndexOf(true) + 1;
        const expected = used === 0 ? null : alone.slice(0, used).map((cell) => [cell]);
        expect(score(rows, [weights])).toEqual(expected);
        expect(score(turned, column(...weights))).toEqual([alone]);
      }),
      { numRuns: 2000 },
    );
  });
});
