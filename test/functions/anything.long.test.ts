import fc from 'fast-check';
import { DEFINITIONS } from '../../src/functions/catalogue';
import { ArgumentError } from '../../src/functions/runner/argument-error';
import type { FunctionDefinition } from '../../src/functions/runner/definition';
import { runFunction } from '../../src/functions/runner/run';
import { argumentsFor } from './support/arbitrary';

/** A minute in CI. RANDOM_SECONDS=600 looks for ten minutes; RANDOM_SEED=… repeats a run. */
const seconds = Number(process.env['RANDOM_SECONDS'] ?? (process.env['CI'] ? 60 : 2));
const seed = Number(process.env['RANDOM_SEED'] ?? Date.now() % 2 ** 31);
const share = (seconds * 1000) / DEFINITIONS.length;
/** So many calls are made however slow the machine is, and some of them must be answered. */
const AT_LEAST = 300;

function requireClean(answer: unknown): void {
  const rows = Array.isArray(answer) ? (answer as unknown[][]) : [[answer]];
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row.length).toBe(rows[0]!.length);
    for (const cell of row) {
      const isClean =
        typeof cell === 'number'
          ? Number.isFinite(cell) && !Object.is(cell, -0)
          : typeof cell === 'string'
            ? cell !== ''
            : cell === null;
      if (!isClean) throw new Error(`The answer holds ${Object.is(cell, -0) ? '-0' : String(cell)}.`);
    }
  }
}

function requireReadable({ message }: ArgumentError, { name, arguments: list }: FunctionDefinition): void {
  const place = `(${list.map((argument) => argument.name).join('|')})(, row \\d+)?(, column \\d+|, [A-Z][A-Za-z ]+)?: `;
  expect(message).toMatch(new RegExp(`^${name}: (${place}|the answer of row \\d+ is )[^\\n]{5,300}$`));
  expect(message).not.toMatch(/\[object|undefined|function/);
}

describe(`any arguments whatever are answered cleanly or refused in one line (seed ${String(seed)})`, () => {
  it.each(DEFINITIONS.map((definition) => [definition.name, definition] as const))(
    '%s',
    (_, definition) => {
      let answered = 0;
      const property = fc.property(argumentsFor(definition.arguments), (given) => {
        const before = textOf(given);
        try {
          requireClean(runFunction(definition, given));
          answered++;
        } catch (error) {
          if (!(error instanceof ArgumentError)) throw error;
          requireReadable(error, definition);
        }
        // What the sheet handed over is never written to.
        expect(textOf(given)).toBe(before);
      });
      fc.assert(property, { seed, numRuns: AT_LEAST });
      // Were all of them refused, nothing would have been looked at.
      expect(answered).toBeGreaterThan(0);
      fc.assert(property, { seed: seed + 1, numRuns: 10_000_000, interruptAfterTimeLimit: share });
    },
    share + 60_000,
  );
});

/** A text that changes when anything in the arguments does. */
function textOf(given: unknown): string {
  return fc.stringify(given);
}
