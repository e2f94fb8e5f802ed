import fc from 'fast-check';
import type { Engine } from '../../../src/localhost/contract/engine';
import { SharedBook, formula, number, setCell } from '../support/shared-book';

let shared: SharedBook;

beforeEach(async () => {
  shared = await SharedBook.open();
});

afterEach(() => shared.close());

type Step =
  | { kind: 'act'; page: number; actions: ((engine: Engine) => void)[] }
  | { kind: 'send'; page: number }
  | { kind: 'receive'; page: number }
  | { kind: 'script'; code: string };

const row = fc.integer({ min: 0, max: 5 });
const column = fc.integer({ min: 0, max: 3 });
const page = fc.integer({ min: 0, max: 1 });

const content: fc.Arbitrary<object> = fc.oneof(
  fc.integer({ min: 1, max: 99 }).map(number),
  fc.constant({ v: null, f: null }),
  fc.tuple(row, column).map(([r, c]) => formula(`=SUM($A$1:$B$3)+${'ABCD'.charAt(c)}${r + 8}`)),
  fc.constant({ s: { bl: 1 } }),
  fc.constant({ s: { bg: { rgb: '#00ff00' } } }),
);

type Action = (engine: Engine) => void;

const area = fc.tuple(row, column).map(([r, c]) => ({ startRow: r, endRow: r + 2, startColumn: c, endColumn: c + 1 }));

const id = fc.integer({ min: 0, max: 2 ** 31 }).map(String);

/** What is attached to cells: notes, rules and conditional formats. */
const attachment: fc.Arbitrary<Action> = fc.oneof(
  fc.tuple(row, column, id).map(([r, c, note]): Action => (engine) => {
    engine.execute('sheet.command.update-note', {
      ...{ unitId: 'workbook', subUnitId: '0', sheetId: '0', row: r, col: c },
      note: { id: note, note, row: r, col: c, width: 100, height: 40 },
    });
  }),
  fc.tuple(area, id).map(([range, uid]): Action => (engine) => {
    engine.execute('sheet.command.addDataValidation', {
      ...{ unitId: 'workbook', subUnitId: '0' },
      rule: { uid, type: 'checkbox', ranges: [range] },
    });
  }),
  fc.tuple(area, id).map(([range, cfId]): Action => (engine) => {
    engine.execute('sheet.mutation.add-conditional-rule', {
      ...{ unitId: 'workbook', subUnitId: '0' },
      rule: {
        ...{ cfId, ranges: [range], stopIfTrue: true },
        rule: { type: 'highlightCell', subType: 'formula', value: '=A1>1', style: { bl: 1 } },
      },
    });
  }),
);

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 2, arbitrary: attachment },
  { weight: 6, arbitrary: fc.tuple(row, column, content).map((args) => setCell(...args)) },
  {
    weight: 1,
    arbitrary: row.map(
      (at): Action =>
        (engine) =>
          engine.insertLines('0', 'row', at, 1),
    ),
  },
  {
    weight: 1,
    arbitrary: row.map(
      (at): Action =>
        (engine) =>
          engine.deleteLines('0', 'row', at, 1),
    ),
  },
  {
    weight: 1,
    arbitrary: column.map(
      (at): Action =>
        (engine) =>
          engine.insertLines('0', 'column', at, 1),
    ),
  },
  {
    weight: 1,
    arbitrary: column.map(
      (at): Action =>
        (engine) =>
          engine.deleteLines('0', 'column', at, 1),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((ascending): Action => (engine) => {
      engine.sort('0', { row: 0, column: 0, rows: 5, columns: 3 }, [{ column: 0, ascending }]);
    }),
  },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      page,
      actions: fc.array(action, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('send' as const), page }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('receive' as const), page }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        `sheet.getRange('A2:B3').setValues([[1, '=A1+1'], ['x', null]])`,
        `sheet.getRange('D1').setFormula('=SEQUENCE(3)')`,
        `sheet.insertRowsBefore(2, 1)`,
        `sheet.getRange('B2').setNote('note')`,
        `sheet.deleteRow(3)`,
        `sheet.getRange('A1:C4').sort(2)`,
        `sheet.insertRowsBefore(1, 1); sheet.insertColumnsBefore(2, 1); sheet.deleteRow(4)`,
      )
      .map((code): Step => ({ kind: 'script', code })),
  },
);

/** Goes of two hundred steps: one, or as many as GOES says. Each takes five seconds to half a minute. */
const [RUNS, LENGTH] = [Number(process.env.GOES ?? 1), 200];

describe('two pages and scripts at once', () => {
  it(
    'end alike, whatever happens in whatever order',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: LENGTH, maxLength: LENGTH }), async (steps) => {
          const { book } = shared;
          book.reset();
          book.script(`sheet.deleteRows(30, 970);`);
          const id = book.script<number>(`return sheet.getSheetId()`);
          shared.closePages();
          const both = [await shared.join('a@example.com'), await shared.join('b@example.com')];
          for (const one of steps) {
            if (one.kind === 'script') book.script(one.code);
            else if (one.kind === 'send') both[one.page]!.sendAll();
            else if (one.kind === 'receive') await both[one.page]!.receiveAll();
            else both[one.page]!.act((engine) => one.actions.forEach((action) => action(onSheet(engine, String(id)))));
          }
          await shared.expectAllAlike();
        }),
        // A failure prints its seed; to shrink so many steps would take an hour.
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    120_000 + 120_000 * RUNS,
  );
});

/** The steps name the first sheet "0", whatever its id is. */
function onSheet(engine: Engine, id: string): Engine {
  return new Proxy(engine, {
    get: (target, key) => {
      const member = Reflect.get(target, key) as unknown;
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        const renamed = args.map((arg) =>
          arg === '0'
            ? id
            : typeof arg === 'object' && arg && 'subUnitId' in arg
              ? { ...arg, subUnitId: id, ...('sheetId' in arg && { sheetId: id }) }
              : arg,
        );
        return (member as (...args: unknown[]) => unknown).apply(target, renamed);
      };
    },
  });
}
