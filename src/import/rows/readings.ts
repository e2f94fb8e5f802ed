import type { FileRow } from '../file/file-table';
import { NOBODY } from '../plan';
import { isoOfDay } from '../../calc/day';
import { digest } from '../values/digest';
import { sameText } from '../../schema/same-text';
import { endOfMonth } from '../values/days';
import { readCount } from '../values/numbers';
import { ExactSum } from './exact-sum';
import { metricsIn, type MetricColumn } from './metrics';
import type { Cells, OutRow } from './out-row';
import type { RowMaker } from './row-maker';
import type { RowReader } from './row-reader';

interface Period {
  row: FileRow;
  /** The last day that has a value. */
  latest: number;
  sum: ExactSum;
  count: number;
  last: number;
}

const MINUTE = 60_000;

/** Columns of figures become readings: one for each KPI and day or month, or one each where the table has no days. */
export function readings(reader: RowReader): RowMaker {
  const { answers } = reader.plan;
  const kpis = metricsIn(reader.plan, reader.table).flatMap((metric) => {
    const kpi = answers[`kpi:${metric.name}`] ?? NOBODY;
    return kpi === NOBODY || kpi === '' ? [] : [{ metric, kpi, periods: new Map<number, Period>() }];
  });
  const byMonth = answers.period === 'month';
  const hasDays = reader.takes('date');
  const { total } = reader.table;
  const dayOf = (row: FileRow): number => reader.day(row, reader.text(row, 'date'));

  const note = (row: FileRow): void => {
    const day = dayOf(row);
    const period = hasDays && byMonth ? endOfMonth(day) : day;
    for (const { metric, periods } of kpis) {
      const value = figure(reader, row, metric);
      if (value === null) continue;
      let found = periods.get(period);
      if (!found) periods.set(period, (found = { row, latest: day, sum: new ExactSum(), count: 0, last: value }));
      found.sum.add(value);
      found.count += 1;
      if (day >= found.latest) Object.assign(found, { latest: day, last: value });
    }
  };

  return {
    take(row) {
      // Without days the row that adds the others up says it best: averages do not add up.
      if (hasDays || !total) note(row);
      return null;
    },
    rest() {
      if (!hasDays && total && kpis.length > 0) note(total);
      return kpis.flatMap(({ metric, kpi, periods }) =>
        [...periods].map(([period, found]) => () => [reading(reader, metric, kpi, period, found, !hasDays && !total)]),
      );
    },
  };
}

function reading(
  reader: RowReader,
  metric: MetricColumn,
  kpi: string,
  period: number,
  { row, latest, sum, count, last }: Period,
  ofRows: boolean,
): OutRow {
  const { rollUp, column, name } = metric;
  if (ofRows && rollUp !== 'sum' && count > 1) {
    throw reader.leftOut(row, column, '', `${name} does not add up over rows, and there is no row Total`);
  }
  const source = reader.text(row, 'source');
  const cells = (date: number, actual: number): Cells => ({ date, kpi, actual, ...(source !== '' && { source }) });
  const mode = reader.takes('date') ? (reader.plan.answers.period ?? 'day') : 'at';
  const key = (day: number): string => `${reader.source.id} ${mode} ${isoOfDay(day)} ${digest(name)}`;
  if (rollUp !== 'sum') {
    const actual = rollUp === 'latest' ? last : Number((sum.value / count).toPrecision(15));
    // A month that is not over yet has another value later: each is of the day up to which it counts.
    return { line: row.line, key: key(latest), cells: cells(latest, actual) };
  }
  const total = sum.value;
  // Elsewhere a second reading of the same day would stand beside the first, and not be added to it.
  const addsUp = mode !== 'at' && sameText(reader.rollUpOf(kpi), 'sum');
  if (!addsUp) return { line: row.line, key: key(period), cells: cells(period, total) };
  const since = (before: number): Cells | null => {
    const more = new ExactSum();
    more.add(total);
    more.add(-before);
    return more.value === 0 ? null : cells(period, more.value);
  };
  return { line: row.line, key: key(period), cells: cells(period, total), grows: { measure: total, since } };
}

function figure(reader: RowReader, row: FileRow, { column, is }: MetricColumn): number | null {
  const text = reader.cell(row, column).replace(/ ?%$/, '');
  if (text === '' || text === '-' || text === '--' || text === '—') return null;
  const milliseconds = is === 'minutes' ? reader.duration(text) : null;
  if (milliseconds !== null) return Number((milliseconds / MINUTE).toPrecision(15));
  const read = is === 'count' ? readCount(text) : is === 'minutes' ? null : reader.plainNumber(text);
  if (read === null)
    throw reader.leftOut(row, column, text, `${is === 'minutes' ? 'a length of time' : 'a number'} is expected`);
  return read;
}
