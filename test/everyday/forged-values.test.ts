import fc from 'fast-check';
import { DEFINITIONS, OF_REGISTERS } from '../../src/functions/catalogue';
import { ArgumentError } from '../../src/functions/runner/argument-error';
import type { FunctionDefinition } from '../../src/functions/runner/definition';
import { isRowByRow } from '../../src/functions/runner/definition';
import { runFunction, runRows } from '../../src/functions/runner/run';

/**
 * A script, or a formula around ours, hands over what no cell holds. What is said of it is for people: no text of the
 * language, and none of its words for what is no number.
 */
const RAW =
  /undefined|\bnull\b|NaN|Infinity|\[object|cannot read|cannot convert|is not (?:a function|iterable)|Maximum call|Invalid/i;

const odd = fc.constantFrom<unknown>(
  ...[null, undefined, '', 'abc', 0, -0, -5, 0.5, 5, 46_000, NaN, Infinity, 1e308, 2 ** 53, true, '#REF!'],
  ...[new Date(NaN), new Date(8.64e15), {}, Object.create(null), () => 1, Symbol('x'), 10n, new Map(), '\ud800'],
  ...[[], [[]], [[[1]]], [1, [2]], [[1], [1, 2, 3], []], JSON.parse('['.repeat(2000) + ']'.repeat(2000))],
  ...['x'.repeat(50_001), '1'.repeat(50_001), '__proto__', [['__proto__', 'constructor', 'Date', 'Gross']]],
  [
    ['a', 'b'],
    ['c', 'd'],
  ],
  Array.from({ length: 300 }, (_, at) => [at]),
  [Array.from({ length: 300 }, (_, at) => at)],
  [
    ['Party', 'Term', 'Value', 'Effective from'],
    ['S', 'payer', '', ''],
    ['B', 'share', 0.3, ''],
  ],
  {
    toString() {
      throw new Error('undefined');
    },
  },
);

const isCell = (cell: unknown): boolean =>
  cell === null || typeof cell === 'string' || (Number.isFinite(cell) && !Object.is(cell, -0));

/** A call that is answered with cells, or refused in words for people. */
function call(run: () => unknown): void {
  let answer: unknown;
  try {
    answer = run();
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    // What was given may stand in a message.
    expect(error.message.replace(/"[^"]*"/g, '')).not.toMatch(RAW);
    expect(error.message.length).toBeLessThan(500);
    return;
  }
  expect((Array.isArray(answer) ? answer.flat() : [answer]).every(isCell)).toBe(true);
}

describe('A formula that is given anything', () => {
  const all: readonly FunctionDefinition[] = [...DEFINITIONS, ...OF_REGISTERS];

  it.each(all.map((definition) => [definition.name, definition] as const))('%s', (_, definition) => {
    const size = definition.arguments.length;
    fc.assert(
      fc.property(fc.array(odd, { maxLength: size + 1 }), (given) => {
        call(() => runFunction(definition, given));
        if (isRowByRow(definition)) call(() => runRows(definition, given));
      }),
      { numRuns: 300 },
    );
  });

  it('a sum that is more than any number is told by its digits', () => {
    const settle = all.find(({ name }) => name === 'REVSHARE_SETTLE')!;
    expect(() =>
      runFunction(settle, [
        [['a'], ['b']],
        [[1e308], [1e308]],
      ]),
    ).toThrow('rounded they add up to 2.000e+308, where 0 is');
    expect(() =>
      runFunction(settle, [
        [['a'], ['b']],
        [[-1e308], [-1e308]],
      ]),
    ).toThrow('add up to -2.000e+308, where');
  });
});
