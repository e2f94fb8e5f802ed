import numfmt from 'numfmt';
import { REGISTERS } from '../../src/registers';
import { formatOf } from '../../src/schema/layout';
import { tablesOf } from '../../src/schema/register';
import { calendarPage } from '../../src/scorecard/calendar';
import { statementPage } from '../../src/statement/statement';
import { statementLinesPage } from '../../src/statement/statement-lines';

const COLUMNS = REGISTERS.flatMap((register) =>
  tablesOf(register).flatMap(({ columns, values }) =>
    [...Object.values(columns), ...Object.values(values?.rows ?? {})].map((column) => ({
      of: `${register.name}: ${column.header}`,
      format: formatOf(column, 'EUR'),
    })),
  ),
);

const AREAS = [calendarPage, statementPage, statementLinesPage].flatMap(({ name, areas }) =>
  areas.flatMap(({ at, format }) =>
    format === undefined ? [] : [{ of: `${name}: ${at}`, format: formatOf({ format }, 'EUR') }],
  ),
);

const shown = (format: string, value: number): string => numfmt.format(format, value) as string;

/** A point, as a decimal mark, that no digit follows. */
const LONE_POINT = /\d\.(?!\d)/;

describe('A whole number', () => {
  it('would be seen with its point', () => expect(shown('0.##', 6)).toMatch(LONE_POINT));

  it('has no point that stands alone, in any column of any register', () => {
    expect([...COLUMNS, ...AREAS].filter(({ format }) => LONE_POINT.test(shown(format, 6)))).toEqual([]);
  });
});

describe('What was rated from 0 to 10', () => {
  it.each([
    ['Brings', 6, '6'],
    ['Brings', 2.5, '2.5'],
    ['Net', -2, '-2'],
  ])('is shown as it is: %s, %d', (heading, value, text) => {
    const tables = REGISTERS.filter(({ id }) => id === 'exchange').flatMap(tablesOf);
    const column = tables.flatMap(({ columns }) => Object.values(columns)).find(({ header }) => header === heading)!;
    expect(shown(column.format, value)).toBe(text);
  });
});
