import { REGISTERS } from '../../src/registers';
import { candidates } from '../../src/registers/candidates';
import { calendarPage } from '../../src/scorecard/calendar';

/** About what a letter takes of a cell, in pixels. */
const LETTER = 6.5;

const CASES = REGISTERS.flatMap(({ name, columns, initial = [] }) =>
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

describe('What people write in a few words', () => {
  it.each(['style', 'audience', 'pastWork'])('of a candidate is shown whole: %s', (key) => {
    expect(candidates.columns).toMatchObject({ [key]: { wraps: true } });
  });

  it('is shown whole in the Calendar', () => {
    expect(calendarPage.areas).toContainEqual({ at: 'B2:C200', style: 'text' });
  });
});
