import { nameKey } from '../../calc/name';
import type { FileTable } from '../file/file-table';
import type { Plan } from '../plan';
import { sourceNamed } from '../sources';
import type { Metric } from '../sources/source';
import { columnAt } from './cells';

/** A metric that a table has. */
export interface MetricColumn extends Omit<Metric, 'column'> {
  /** As people know it: the heading, or the table's title. */
  name: string;
  /** Of the heading, for comparison. */
  column: string;
}

/** The metrics of the plan's source that stand in the table. */
export function metricsIn(plan: Plan, table: FileTable): MetricColumn[] {
  const { metrics = [], namedByTitle } = sourceNamed(plan.source);
  return metrics.flatMap(({ column, is, rollUp }) => {
    const heading = table.headings[columnAt(table, column)];
    if (!heading) return [];
    // In whatever case a file has it: the same figure is asked about once, and its readings keep their keys.
    const known = [column].flat().find((one) => nameKey(one) === nameKey(heading.text));
    return [{ is, rollUp, column: heading.name, name: (namedByTitle && table.title) || (known ?? heading.text) }];
  });
}
