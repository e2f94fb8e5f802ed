import { leavesCellsInPlace } from '../../src/localhost/page-hub';

describe('what a page may not have seen yet', () => {
  it.each([
    ['formula.mutation.set-array-formula-data'],
    ['sheet.mutation.set-range-values'],
    ['sheet.mutation.set.numfmt'],
  ])('%s leaves cells in place: an edit made before it arrived is still taken', (id) => {
    expect(leavesCellsInPlace({ id, params: {} })).toBe(true);
  });

  it.each([['sheet.mutation.insert-row'], ['sheet.mutation.remove-col'], ['sheet.mutation.remove-sheet']])(
    '%s moves cells',
    (id) => {
      expect(leavesCellsInPlace({ id, params: {} })).toBe(false);
    },
  );
});
