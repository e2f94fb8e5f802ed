import fc from 'fast-check';
import { CATALOGUE, DEFINITIONS } from '../../src/functions/catalogue';
import type { Argument } from '../../src/functions/runner/argument';
import { unrefused } from './support/arbitrary';
import { call } from './support/call';
import { exampleTables } from './support/examples';
import { parseExample } from './support/formula';

/** Functions that answer in the shape of their ranges; the last one does so too, though its rows may count on one another. */
const ROW_BY_ROW = [
  ...DEFINITIONS.filter(({ rows }) => rows === 'each on its own').map(({ name }) => name),
  'REVSHARE_TIERED',
];

/** Functions of which every argument names the cells of a list, down to its last one. */
const EXACT_RANGES = DEFINITIONS.filter((definition) => 'blanksCount' in definition).map(({ name }) => name);

const examples = CATALOGUE.flatMap(([, functions]) => functions).flatMap(({ definition, help }) =>
  help.examples.filter((example) => 'answer' in example).map((example) => ({ name: definition.name, example })),
);

const isColumn = (value: unknown): value is unknown[][] =>
  Array.isArray(value) && value.length > 1 && (value as unknown[][]).every((row) => row.length === 1);

describe('every worked example', () => {
  it.each(
    examples
      .filter(({ name }) => !EXACT_RANGES.includes(name))
      .map((e) => [e.name, e.example.title, e.example] as const),
  )('%s, %s: rows that are blank in every range change nothing', (name, _, example) => {
    const { given } = parseExample(example);
    const taller = given.map((value) => {
      if (!Array.isArray(value) || value.length < 2) return value;
      const rows = value as unknown[][];
      return [...rows, ...Array.from({ length: 3 }, () => rows[0]!.map(() => ''))];
    });
    expect(call(name, ...taller)).toEqual(call(name, ...given));
  });
});

describe('shape in, shape out', () => {
  const rowByRow = examples.filter(
    ({ name, example }) => ROW_BY_ROW.includes(name) && Array.isArray((example as { answer: unknown }).answer),
  );

  it.each(ROW_BY_ROW)('%s is shown over a range', (name) => {
    expect(DEFINITIONS.some((definition) => definition.name === name)).toBe(true);
    expect(rowByRow.some((entry) => entry.name === name)).toBe(true);
  });

  it.each(rowByRow.map((e) => [e.name, e.example.title, e.example] as const))('%s, %s', (name, _, example) => {
    const { given } = parseExample(example);
    const answer = call(name, ...given) as unknown[][];
    const { arguments: list } = DEFINITIONS.find((definition) => definition.name === name)!;
    const columns = given.filter((value, i) => !isTable(list[i]!) && isColumn(value)) as unknown[][][];
    if (columns.length === 0 || given.includes('running')) return;
    // A row of each range by itself has the row's answer.
    answer.forEach((row, r) => {
      const alone = given.map((value, i) => (!isTable(list[i]!) && isColumn(value) ? value[r]![0] : value));
      expect(call(name, ...alone)).toEqual(row[0]);
    });
    // Across instead of down, the answer runs across too.
    const across = given.map((value, i) =>
      !isTable(list[i]!) && isColumn(value) ? [value.map((cell) => cell[0])] : value,
    );
    expect((call(name, ...across) as unknown[][])[0]!.slice(0, answer.length)).toEqual(answer.map(([cell]) => cell));
  });
});

/** A table stands beside every row. */
const isTable = ({ name }: Argument): boolean => exampleTables(name).length > 0;

const isRange = (value: unknown): value is unknown[][] => Array.isArray(value);

/** Arguments of a call of which every range has one shape; others are single values, tables, or left out. */
function shapedArguments(list: readonly Argument[]): fc.Arbitrary<unknown[]> {
  const argument = (height: number, width: number, given: Argument): fc.Arbitrary<unknown> => {
    if (isTable(given)) return fc.constantFrom(...exampleTables(given.name));
    const cell = unrefused(given);
    if (!given.takesRange) return given.optional ? fc.constant(undefined) : cell;
    const row = fc.array(cell, { minLength: width, maxLength: width });
    const block = fc.array(row, { minLength: height, maxLength: height });
    return fc.oneof({ weight: 3, arbitrary: block }, { weight: 1, arbitrary: cell });
  };
  return fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }))
    .chain(([height, width]) => fc.tuple(...list.map((given) => argument(height, width, given))));
}

describe('shape in, shape out, for any ranges', () => {
  it.each(ROW_BY_ROW)('%s answers each cell as it would alone, down to the last row with anything in it', (name) => {
    const { arguments: list } = DEFINITIONS.find((definition) => definition.name === name)!;
    const beside = (value: unknown, i: number) => isRange(value) && !isTable(list[i]!) && value.flat().length > 1;
    fc.assert(
      fc.property(shapedArguments(list), (given) => {
        const ranges = given.filter(beside) as unknown[][][];
        fc.pre(ranges.length > 0);
        const rows = ranges[0]!.map((_, row) => ranges.some((range) => range[row]!.some((cell) => cell !== '')));
        const alone = ranges[0]!.map((cells, row) =>
          cells.map((_, column) =>
            call(name, ...given.map((value, i) => (beside(value, i) ? (value as unknown[][])[row]![column] : value))),
          ),
        );
        const used = rows.lastIndexOf(true) + 1;
        expect(call(name, ...given)).toEqual(used === 0 ? null : alone.slice(0, used));
      }),
      { numRuns: 2000 },
    );
  });
});
