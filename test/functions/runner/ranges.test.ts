import { optional, optionalRange, range, rangeWithDefault, withDefault } from '../../../src/functions/runner/argument';
import { nameKind, numberKind, wordKind } from '../../../src/functions/runner/cell-kind';
import { defineFunction } from '../../../src/functions/runner/definition';
import { runFunction } from '../../../src/functions/runner/run';

const column = (...cells: unknown[]) => cells.map((cell) => [cell]);

const sum = defineFunction({
  name: 'SUM_OF',
  arguments: [range('a', numberKind()), rangeWithDefault('b', numberKind(), 10), optionalRange('c', numberKind())],
  rows: 'each on its own',
  compute: () => (a, b, c) => (a === null ? null : a + b + (c ?? 0)),
});
const answer = (...given: unknown[]) => runFunction(sum, given);
const message = (...given: unknown[]) => {
  try {
    answer(...given);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The call was answered.');
};

describe('ranges of one call', () => {
  it('answer in their shape, single values beside every cell', () => {
    expect(answer(1, 2)).toBe(3);
    expect(answer([[1]], [[2]])).toBe(3);
    expect(answer(column(1, 2), 5)).toEqual(column(6, 7));
    expect(answer(1, column(5, 6))).toEqual(column(6, 7));
    expect(answer([[1, 2]], [[3, 4]], 1)).toEqual([[5, 7]]);
    expect(answer([1, 2], column(3, 4))).toEqual(column(4, 6));
    expect(answer([1, [2]], column(3, 4))).toEqual(column(4, 6));
  });

  it('use the default for what is left out or blank', () => {
    expect(answer(1)).toBe(11);
    expect(answer(1, '')).toBe(11);
    expect(answer(column(1, 2), column('', 5))).toEqual(column(11, 7));
  });

  it('drop the rows at the end that are blank in all of them, and keep those in between', () => {
    expect(answer(column(1, '', 2, '', ''), column('', '', 5, '', null))).toEqual(column(11, null, 7));
    expect(answer(column(1, ''), column(1, 2, '', ''))).toEqual(column(2, null));
    expect(answer(column('', ''), column('', ''))).toBeNull();
    expect(answer([])).toBeNull();
    expect(answer([[]])).toBeNull();
  });

  it('give a ragged range blanks where rows are short', () => {
    expect(answer([[1, 2], [3]], 1)).toEqual([
      [2, 3],
      [4, null],
    ]);
  });

  it('refuse other heights and widths', () => {
    expect(message(column(1, 2), column(1, 2, 3))).toBe('SUM_OF: a: 2 rows, where b has 3 rows');
    expect(message(column(1, 2), [[1, 2]])).toBe('SUM_OF: b: 2 columns, where a has 1 column');
    expect(message(column(1, 2, 3), 1, column(1, 2))).toBe('SUM_OF: c: 2 rows, where a has 3 rows');
  });

  it('refuse the first bad cell by its row, and by its column where there are several', () => {
    expect(message('x')).toBe('SUM_OF: a: "x" is not a number');
    expect(message(column(1, 'x', 'y'))).toBe('SUM_OF: a, row 2: "x" is not a number');
    expect(
      message([
        [1, 2],
        [3, 'x'],
      ]),
    ).toBe('SUM_OF: a, row 2, column 2: "x" is not a number');
    expect(message([[1, 'x']])).toBe('SUM_OF: a, row 1, column 2: "x" is not a number');
    expect(message()).toBe('SUM_OF: a: nothing is given, where a number is expected');
  });

  it('refuse an answer that is no finite number', () => {
    expect(message(column(1, 1e308), 1e308)).toBe('SUM_OF: the answer of row 2 is too large for a cell');
    expect(message(1e308, 1e308)).toBe('SUM_OF: the answer of row 1 is too large for a cell');
    expect(Object.is(answer(-0, -0), 0)).toBe(true);
    expect(Object.is((answer(column(-0, 1), -0) as number[][])[0]![0], 0)).toBe(true);
  });
});

describe('a range of clean cells', () => {
  it('is not copied', () => {
    const rows = column(1, 2, '', 4.5);
    expect(range('a', numberKind()).read(rows, 'F').rows).toBe(rows);
  });

  it('is copied only in the rows that are read to something else, and never written to', () => {
    const rows = [['Ocean'], [' Studio'], ['Ocean']];
    const grid = range('parties', nameKind).read(rows, 'F');
    expect(grid.rows).toEqual([['Ocean'], ['Studio'], ['Ocean']]);
    expect(grid.rows[0]).toBe(rows[0]);
    expect(rows[1]).toEqual([' Studio']);
  });
});

describe('a single value', () => {
  const mode = withDefault('mode', wordKind(['one', 'two']), 'one');

  it('is a cell or a range of one', () => {
    expect(mode.read('TWO', 'F')).toBe('two');
    expect(mode.read([['two']], 'F')).toBe('two');
    expect(mode.read(['two'], 'F')).toBe('two');
  });

  it('has its default where it is left out or blank', () => {
    expect([undefined, '', null, [['']], []].map((given) => mode.read(given, 'F'))).toEqual(Array(5).fill('one'));
    expect(optional('cap', numberKind()).read(undefined, 'F')).toBeNull();
  });

  it('refuses a larger range', () => {
    expect(() => mode.read([['one', 'two']], 'F')).toThrow(
      'F: mode: a range of 1 × 2 cells is given, where one of: one, two is expected',
    );
  });
});
