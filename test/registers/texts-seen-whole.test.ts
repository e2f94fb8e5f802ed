import { REGISTERS } from '../../src/registers';

/** About what a letter takes of a cell, in pixels. */
const LETTER = 6.5;

const CASES = REGISTERS.filter(({ pack }) => pack !== undefined).flatMap(({ name, columns, initial = [] }) =>
  Object.entries(columns).flatMap(([key, column]) => {
    const longest = Math.max(0, ...initial.map((row) => String(row[key] ?? '').length));
    return longest > 0 && column.input === 'long text' ? [{ of: `${name}: ${column.header}`, column, longest }] : [];
  }),
);

/** The sentences of a page's own table are there to be read: the column beside them would cover what does not fit. */
describe('A sentence that a page begins with', () => {
  it('is looked for in more than one page', () => expect(CASES.length).toBeGreaterThan(2));

  it.each(CASES)('is shown whole: $of', ({ column, longest }) => {
    expect(column.wraps === true || longest * LETTER <= (column.width ?? 0)).toBe(true);
  });
});
