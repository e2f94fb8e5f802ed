import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import fc from 'fast-check';
import { DEFINITIONS } from '../../src/functions/catalogue';
import { isRowByRow, rowsNameOf, type FunctionDefinition } from '../../src/functions/runner/definition';
import { runFunction, runRows } from '../../src/functions/runner/run';
import { PROJECT } from '../support/project';
import { unrefused } from './support/arbitrary';
import { givenInExamples } from './support/examples';

type Rows = unknown[][];

const ROW_BY_ROW = DEFINITIONS.filter(isRowByRow);
const named = ROW_BY_ROW.map((definition) => [rowsNameOf(definition), definition] as const);

/** The functions of the script that is pushed, as a cell calls them. */
const compiled = new Script(
  `(() => { ${readFileSync(join(PROJECT, 'Code.js'), 'utf8')}
   return { ${ROW_BY_ROW.flatMap((definition) => [definition.name, rowsNameOf(definition)]).join()} }; })()`,
).runInThisContext() as Record<string, (...given: unknown[]) => unknown>;

const definitionOf = (name: string) => DEFINITIONS.find((definition) => definition.name === name)!;
const rowsOf = (name: string, ...given: unknown[]) => runRows(definitionOf(name), given);
const column = (...cells: unknown[]): Rows => cells.map((cell) => [cell]);

const isBlank = (cell: unknown) => cell === '';

/** Cells that some arguments refuse, and some calculations. */
const bad = fc.constantFrom<unknown>('abc', '12', '#N/A', 'Loading...', true, -7, 250, 0, 1e308, new Date(NaN));

/** Mostly good cells, now and then a blank, now and then a bad one. */
const mixed = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 10, arbitrary: good.filter((cell) => !isBlank(cell)) },
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: bad },
  );

const block = (cell: fc.Arbitrary<unknown>, height: number, width: number): fc.Arbitrary<Rows> =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height });

/** Ranges of one height with a bad cell here and there, beside the settings of one of the worked examples. */
function givenTo({ name, rows, arguments: list }: FunctionDefinition): fc.Arbitrary<unknown[]> {
  const examples = givenInExamples.get(name)!.filter((given) => rows === 'each on its own' || isBlockByRows(given));
  return fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom(...examples))
    .chain(([height, width, example]) =>
      fc.tuple(
        ...list.map((argument, i) => {
          if (rows === 'a candidate each') {
            const ratings = example[0] as Rows;
            const good = fc.constantFrom(...ratings.flat());
            return i === 0 ? block(mixed(good), height, ratings[0]!.length) : fc.constant(example[i]);
          }
          if (!argument.takesRange) return fc.constant(example[i]);
          const range = block(mixed(unrefused(argument)), height, width);
          // The first one is a range: from single values alone comes a single answer.
          return i === 0
            ? range
            : fc.oneof({ weight: 4, arbitrary: range }, { weight: 1, arbitrary: unrefused(argument) });
        }),
      ),
    );
}

/** Ratings of which a candidate is a row: beside a column of weights it is a column. */
function isBlockByRows([ratings, weights]: readonly unknown[]): boolean {
  const isWide = Array.isArray(ratings) && (ratings as Rows)[0]!.length > 1;
  return isWide && !(Array.isArray(weights) && (weights as Rows).length > 1);
}

/** The answer that the strict function gives to one row alone; blanks where it throws, and for a blank row of a block. */
function alone(
  { rows, arguments: list }: FunctionDefinition,
  given: unknown[],
  row: number,
  strict: (given: unknown[]) => unknown,
) {
  const isOfRows = (value: unknown, i: number): value is Rows =>
    Array.isArray(value) && (rows === 'a candidate each' ? i === 0 : list[i]!.takesRange);
  const ofRow = given.map((value, i) => (isOfRows(value, i) ? [value[row]!] : value));
  const width = rows === 'a candidate each' ? 1 : (given[0] as Rows)[0]!.length;
  const blanks = new Array<null>(width).fill(null);
  if (ofRow.every((value, i) => !isOfRows(value, i) || value[0]!.every(isBlank)))
    return { answer: blanks, threw: false };
  try {
    const answer = strict(ofRow);
    return { answer: Array.isArray(answer) ? (answer as Rows)[0]! : answer === null ? blanks : [answer], threw: false };
  } catch {
    return { answer: blanks, threw: true };
  }
}

describe.each([
  [
    'in the sources',
    (definition: FunctionDefinition, given: unknown[]) => runFunction(definition, given),
    (definition: FunctionDefinition, given: unknown[]) => runRows(definition, given),
  ],
  [
    'in the script that is pushed',
    (definition: FunctionDefinition, given: unknown[]) => compiled[definition.name]!(...given),
    (definition: FunctionDefinition, given: unknown[]) => compiled[rowsNameOf(definition)]!(...given),
  ],
])('one bad row takes nothing from the others, %s', (_place, strict, rows) => {
  it.each(named)('%s', (_name, definition) => {
    let blanked = 0;
    let answered = 0;
    fc.assert(
      fc.property(givenTo(definition), (given) => {
        const height = (given[0] as Rows).length;
        const expected = Array.from({ length: height }, (_, row) =>
          alone(definition, given, row, (ofRow) => strict(definition, ofRow)),
        );
        const answer = (rows(definition, given) ?? []) as Rows;
        expected.forEach((row, r) => {
          expect(answer[r] ?? row.answer.map(() => null)).toEqual(row.answer);
          if (row.threw) blanked++;
          else if (row.answer.some((cell) => cell !== null)) answered++;
        });
        expect(answer.length).toBeLessThanOrEqual(height);
      }),
      { numRuns: 300 },
    );
    // Were there no bad rows, or no good ones, nothing would have been shown.
    expect(blanked).toBeGreaterThan(50);
    expect(answered).toBeGreaterThan(50);
  });
});

describe('where nothing is bad', () => {
  it.each(named)('%s answers the worked examples as its strict form does', (_name, definition) => {
    for (const given of givenInExamples.get(definition.name)!) {
      expect(runRows(definition, given)).toEqual(runFunction(definition, given));
    }
  });
});

describe('what holds for all rows still throws', () => {
  it.each<[why: string, name: string, given: unknown[], message: string]>([
    [
      'a setting',
      'KPI_STATUS',
      [column(1, 0.5), 0.9, 0.7],
      'KPI_STATUS: amber_from: 0.9 is above green_from, which is 0.7',
    ],
    ['a setting', 'KPI_ATTAINMENT', [column(1), 1, '', '', '', 'abc'], 'KPI_ATTAINMENT: cap: "abc" is not a number'],
    ['a setting that every row meets', 'PARTNER_CHECKLIST', [[['yes', 'no'], ['no', 'no']], 3], 'PARTNER_CHECKLIST: rule: 3 can never be yes, where there are 2 answers'], // prettier-ignore
    ['a table', 'KPI_PAYOUT', [column(1, 2), [[1, 'x']]], 'KPI_PAYOUT: curve, row 1, column 2: "x" is not a number'],
    ['a single value beside columns', 'KPI_ATTAINMENT', [column(1, 2), column(1, 2), '', 'down'], 'KPI_ATTAINMENT: direction: "down" is not one of: higher, lower'], // prettier-ignore
    ['a weight', 'PARTNER_SCORE', [[[1, 2], [3, 4]], [[1, 'x']]], 'PARTNER_SCORE: weights, row 1, column 2: "x" is not a number'], // prettier-ignore
    [
      'weights of 0',
      'PARTNER_SCORE',
      [
        [
          [1, 2],
          [3, 4],
        ],
        [[0, 0]],
      ],
      'PARTNER_SCORE: weights: all are 0',
    ],
    ['columns of unequal height', 'PARTNER_ROI', [column(1, 2), column(1, 2, 3)], 'PARTNER_ROI: return: 2 rows, where cost has 3 rows'], // prettier-ignore
    ['what is not given', 'PARTNER_ROI', [column(1, 2)], 'PARTNER_ROI: cost: nothing is given, where a number of 0 or more is expected'], // prettier-ignore
  ])('%s: %s', (_why, name, given, message) => {
    expect(() => rowsOf(name, ...given)).toThrow(message);
  });
});

describe('a row', () => {
  it('is blank in all its cells where one of them cannot be read', () => {
    expect(rowsOf('PARTNER_ROI', [[2, 'x'], [4, 6]], 1)).toEqual([[null, null], [3, 5]]); // prettier-ignore
  });

  it('is blank where its answer is too large for a cell', () => {
    expect(rowsOf('PARTNER_ROI', column(1e308, 2), column(1e-5, 1))).toEqual([[null], [1]]);
  });

  it('may be all that is given: then its values arrive as single ones', () => {
    expect(rowsOf('PARTNER_ROI', 'x', 1)).toBeNull();
    expect(rowsOf('PARTNER_ROI', [['x']], [[1]])).toBeNull();
    expect(rowsOf('PARTNER_SCORE', [[1, 'x']])).toBeNull();
    expect(rowsOf('PARTNER_ROI', 3, 1)).toBe(2);
  });

  it('counts as far as it reaches, though nothing in it can be read', () => {
    expect(rowsOf('PARTNER_ROI', column(3, 'x', ''), column(1, '', ''))).toEqual([[2], [null]]);
  });
});

it('a candidate in a column is blank by itself too', () => {
  const ratings = [[5, 'x', 3], [5, 4, 3]]; // prettier-ignore
  expect(rowsOf('PARTNER_SCORE', ratings, column(1, 1))).toEqual([[100, null, 60]]);
});

it('functions of which the rows count on one another have no such form', () => {
  const names = DEFINITIONS.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['REVSHARE_RECOUP', 'REVSHARE_TIERED']));
  expect(ROW_BY_ROW.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['REVSHARE_RECOUP']));
  expect(ROW_BY_ROW.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['REVSHARE_TIERED']));
});
