import { AUTOMATIC } from '../../src/schema/column';
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

/** A decimal point behind which no digit has to stand: 6 is shown as `6.`. */
const LONE_POINT = /\.(?![0?])/;

describe('A whole number', () => {
  it('would be seen with its point', () => expect('0.##').toMatch(LONE_POINT));

  it('has no point that stands alone, in any column of any register', () => {
    expect([...COLUMNS, ...AREAS].filter(({ format }) => LONE_POINT.test(format))).toEqual([]);
    expect(COLUMNS.length).toBeGreaterThan(500);
  });
});

it.each(['Brings', 'Net'])('what was rated from 0 to 10 is shown as it is: %s', (heading) => {
  const tables = REGISTERS.filter(({ id }) => id === 'exchange').flatMap(tablesOf);
  const column = tables.flatMap(({ columns }) => Object.values(columns)).find(({ header }) => header === heading)!;
  expect(column.format).toBe(AUTOMATIC);
});
