import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DEFINITIONS, OF_REGISTERS } from '../../src/functions/catalogue';
import { isRowByRow, rowsNameOf } from '../../src/functions/runner/definition';
import { OWNER, Partnership } from '../support/partnership';
import { PROJECT } from '../support/project';

/**
 * Anybody who has the sheet open can call every function of the script, with anything. Whatever comes of it, a text of the
 * language, of a library or of the checks for programmers reaches nobody.
 */
const RAW =
  /undefined|\bnull\b|NaN|\[object|cannot read|cannot convert|is not (?:a function|iterable|defined|a constructor)|(?:Type|Range|Syntax|Reference)Error|Unexpected|in JSON|Maximum call|Invalid (?:input|array|string|date|time|count)|expected (?:string|object|number|array|record)|zod|prototype|out of bounds|starting (?:row|column)|must be at least|parameters \(/i;

const code = readFileSync(join(PROJECT, 'Code.js'), 'utf8');
const exposed = [...code.matchAll(/^function (\w+)\(/gm)].map(([, name]) => name!);
const formulas = [
  ...DEFINITIONS.map(({ name }) => name),
  ...OF_REGISTERS.map(({ name }) => name),
  ...DEFINITIONS.filter(isRowByRow).map(rowsNameOf),
];
/** They draw a sidebar, a menu or a dialog and are given nothing. */
const shown = exposed.filter(
  (name) => /^show[A-Z]|^on(?:Open|Install)$/.test(name) && !['showForm', 'showRow'].includes(name),
);
const called = exposed.filter((name) => !formulas.includes(name) && !shown.includes(name));

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let at = 0; at < depth; at++) value = at % 2 ? { values: value, rows: value && [value] } : [value];
  return value;
};
/** As deep as the calls of a page may be: what is deeper does not arrive. */
const DEEP = { lists: JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown, records: nested(12) };
const LONG = 'x'.repeat(50_001);

const words = fc.constantFrom(
  ...[
    '',
    'abc',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'log',
    'kpi',
    'set-up',
    'answer',
    'deal',
    'edit',
    'edit log C-1',
  ],
  ...[
    'edit __proto__ x',
    'contributions',
    'terms',
    'readings',
    'Studio',
    'Contributions',
    '=1+1',
    LONG,
    '\u0000',
    '\ud800',
  ],
);
const odd: fc.Arbitrary<unknown> = fc.oneof(
  words,
  fc.constantFrom<unknown>(null, undefined, true, 0, 1, -1, 1.5, 1e300, DEEP.lists, DEEP.records, [], {}),
  fc.constantFrom<unknown>(
    { key: 'ABCDEFGH', locale: 'en_US', values: { note: LONG } },
    { key: 'ABCDEFGH', locale: 'en_US', values: { date: '2026-02-30', quantity: 'x' } },
    { key: 'ABCDEFGH', locale: 'xx', values: {} },
    { key: 'ABCDEFGH', locale: 'en_US', values: { note: 7 } },
    { columns: ['date'], rows: [[1]], keys: ['a'] },
    { columns: ['__proto__'], rows: [['x']], keys: ['k'] },
    { columns: null, rows: null, keys: null },
    { cells: [[1]], formula: '=1', at: [5, 5] },
    { cells: [], formula: '=1', at: [0, 0] },
    { cells: [[{ date: 'x' }]], formula: 7, at: 'q' },
  ),
  fc.jsonValue({ maxDepth: 4 }),
);

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

describe('A call with anything', () => {
  let partnership: Partnership;

  beforeAll(async () => {
    partnership = await Partnership.withoutScorecard({ money: 'yes' });
    partnership.log({});
  }, 120_000);

  afterAll(() => partnership.host.close());

  /** What a person would read of a call. */
  function read(name: string, given: readonly unknown[]): string[] {
    const reply = partnership.host.run(name, [...given], OWNER);
    if ('error' in reply) return [reply.error.message];
    const value = reply.value as { kind?: string } | null | undefined;
    return value?.kind === 'refused' || value?.kind === 'errors' ? textsIn(value) : [];
  }

  it('is of every function that the script exposes', () => {
    expect(called.length).toBeGreaterThan(15);
    expect(shown.length).toBeGreaterThan(20);
    expect(exposed).toEqual(expect.arrayContaining([...formulas, 'submitForm', 'importBlock', 'exportRows']));
  });

  it.each(called)('%s says nothing that is not for people', (name) => {
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 4 }), (given) => {
        for (const text of read(name, given)) {
          // What was typed may stand in a message.
          const words = text.replace(/[“"][^”"]*[”"]/g, '');
          if (RAW.test(words)) throw new Error(`It says: ${text.slice(0, 300)}`);
          expect(text.length).toBeLessThan(2000);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each([...formulas, 'showForm'])('%s says nothing that is not for people', (name) => {
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 4 }), (given) => {
        for (const text of read(name, given)) expect(text.replace(/"[^"]*"/g, '')).not.toMatch(RAW);
      }),
      { numRuns: 15 },
    );
  });

  it('leaves what stands as it was', () => {
    expect(partnership.rows('Contributions').filter(({ Quantity }) => Quantity === 2)).toHaveLength(1);
  });
});
