import { isRepeatable, namesCellsOf, sheetsMoved } from '../../../src/localhost/pages/page-hub';

const on = (id: string, subUnitId: string, more = {}) => ({
  id: `sheet.mutation.${id}`,
  params: { unitId: 'workbook', subUnitId, ...more },
});

describe('an edit that a page makes before it has seen another', () => {
  it.each(['formula.mutation.set-array-formula-data', 'sheet.mutation.set-range-values', 'sheet.mutation.set.numfmt'])(
    'can be made twice when it is %s',
    (id) => expect(isRepeatable({ id, params: {} })).toBe(true),
  );

  it.each([
    'sheet.mutation.insert-row',
    'sheet.mutation.insert-sheet',
    'data-validation.mutation.addRule',
    'sheet.mutation.add-conditional-rule',
  ])('cannot be made twice when it is %s', (id) => expect(isRepeatable({ id, params: {} })).toBe(false));

  it('names cells that have moved when it is in their sheet, or has a formula', () => {
    const moved = new Set(sheetsMoved(on('insert-row', 'a')));
    const cell = (content: object) => ({ cellValue: { 0: { 0: content } } });
    expect(namesCellsOf([on('set-range-values', 'a', cell({ v: 1 }))], moved)).toBe(true);
    expect(namesCellsOf([on('set-range-values', 'b', cell({ v: 1 }))], moved)).toBe(false);
    expect(namesCellsOf([on('set-range-values', 'b', cell({ f: '=a!A1' }))], moved)).toBe(true);
    expect(namesCellsOf([on('move-range', 'b', { from: { subUnitId: 'b' }, to: { subUnitId: 'a' } })], moved)).toBe(
      true,
    );
    expect(namesCellsOf([{ id: 'formula.mutation.set-defined-name', params: {} }], moved)).toBe(true);
    expect(namesCellsOf([on('set-range-values', 'a', cell({ v: 1 }))], new Set())).toBe(false);
  });

  it.each(['set-range-values', 'update-note', 'insert-sheet', 'remove-sheet', 'add-conditional-rule'])(
    'has nothing moved by %s',
    (id) => expect(sheetsMoved(on(id, 'a'))).toEqual([]),
  );
});
