import { allocate, weightsOf } from '../../src/calc/allocate';
import { growingSplit } from '../../src/calc/growing-split';
import { splitsThatGrow } from './support/growing-splits';

describe('growingSplit', () => {
  it('takes from nobody where one cent more would change the largest remainders', () => {
    const sides = weightsOf([6, 6, 2]);
    expect([allocate(10, sides), allocate(11, sides)]).toEqual([
      [4, 4, 2],
      [5, 5, 1],
    ]);
    expect(growingSplit(10, sides)).toEqual([4, 4, 2]);
    expect(growingSplit(11, sides)).toEqual([5, 4, 2]);
    expect(growingSplit(0, sides)).toEqual([0, 0, 0]);
  });

  it('is the usual split for two parties and for equal ones', () => {
    for (const list of [[7, 3], [1, 1, 1], [0, 0.3, 0.7, 0], [5]]) {
      for (const units of [0, 1, 2, 10, 101, 99_999]) {
        expect(growingSplit(units, weightsOf(list))).toEqual(allocate(units, weightsOf(list)));
      }
    }
  });

  splitsThatGrow(60);
});
