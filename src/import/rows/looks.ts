import type { FileTable } from '../file/file-table';
import { completed, type Plan } from '../plan';
import { sourceNamed } from '../sources';
import { targetNamed, type FieldKind } from '../targets';
import { textOf } from './cells';
import { currencyOfRow } from './currency';
import { metricsIn } from './metrics';
import type { Look } from './seen';

/** The texts of the plan's columns that hold such fields. */
export function textsOf(plan: Plan, table: FileTable, kinds: readonly FieldKind[]): Look[] {
  const { fields } = targetNamed(sourceNamed(plan.source).target);
  const { columns } = completed(plan);
  return fields.flatMap(({ id, kind }) => (kinds.includes(kind) && columns[id] ? [inColumns(table, columns[id])] : []));
}

/** The numbers by which the file's decimal mark is known. */
export const numbersOf = (plan: Plan, table: FileTable): Look[] => [
  ...textsOf(plan, table, ['amount', 'number', 'quantity']),
  ...metricsIn(plan, table)
    .filter(({ is }) => is !== 'count' && is !== 'minutes')
    .map(({ column }) => inColumns(table, [column])),
];

const inColumns = (table: FileTable, columns: readonly string[]): Look => ({
  name: `text ${columns.join('\n')}`,
  of: (cells) => textOf(table, columns, cells),
});

/** Who did what: in rows that have a day, so that a line below the table is nobody. */
export function peopleIn(plan: Plan, table: FileTable, field: string): Look | null {
  const { columns } = completed(plan);
  const { [field]: people, date } = columns;
  if (!people) return null;
  return {
    name: `people ${[...people, ...(date ?? [])].join('\n')}`,
    of(cells) {
      if (date && textOf(table, date, cells) === '') return null;
      return textOf(table, people, cells) || null;
    },
  };
}

export const currenciesIn = (plan: Plan, table: FileTable): Look => ({
  name: `currency ${JSON.stringify([plan.source, completed(plan).columns])}`,
  of: (cells) => currencyOfRow(plan, table, cells),
});

/** All that questions about a file are made of. */
export function looksOf(plan: Plan, table: FileTable): Look[] {
  const { fields } = targetNamed(sourceNamed(plan.source).target);
  return [
    ...fields.flatMap(({ id, kind }) => (kind === 'side' ? (peopleIn(plan, table, id) ?? []) : [])),
    ...textsOf(plan, table, ['day']),
    ...numbersOf(plan, table),
    currenciesIn(plan, table),
  ];
}
