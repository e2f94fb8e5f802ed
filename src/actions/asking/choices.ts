import { isoOfDay } from '../../calc/day';
import type { Cell, Choices, Column } from '../../schema/column';
import type { Choice, Field, Form, FormValues } from '../../schema/form';
import { sameText } from '../../schema/same-text';
import { readRows } from '../../schema/table';
import { registerOf, tableNamed } from '../../registers';
import type { CellsOf } from '../cells-of';

/** The choices of a form's fields: those listed in the definitions, and those that stand in the workbook. */
export function choicesFrom(cellsOf: CellsOf): (field: Field) => Choice[] {
  return ({ column: { choices } }) => {
    if (!choices) return [];
    return 'listed' in choices ? choices.listed.map((value) => ({ value })) : standing(choices, cellsOf);
  };
}

/**
 * For checks: where a value stands in a column already, nobody needs to look where its choices are kept.
 * @param standing the cells of the column that a field stands for
 */
export const choicesBeside =
  (typed: FormValues, standing: (key: string) => readonly Cell[], cellsOf: CellsOf) =>
  (field: Field): Choice[] => {
    const { choices } = field.column;
    const value = (typed[field.key] ?? '').trim();
    const known = choices && 'table' in choices && standing(field.key).includes(value);
    return known ? [{ value }] : choicesFrom(cellsOf)(field);
  };

/** The choices of a form that needs no workbook. */
export const fixedChoices = choicesFrom(() => []);

/** Ids of the tabs that hold choices of this form. */
export const tabsOfChoices = (form: Form): string[] => [
  ...new Set(
    form.fields.flatMap(({ column: { choices } }) =>
      choices && 'table' in choices ? [registerOf(choices.table).id] : [],
    ),
  ),
];

type Row = Record<string, unknown>;

const rowsOf = ({ table }: Extract<Choices, { table: string }>, cellsOf: CellsOf): Row[] =>
  readRows(tableNamed(table), cellsOf(registerOf(table).id));

function standing(choices: Extract<Choices, { table: string }>, cellsOf: CellsOf): Choice[] {
  const { label, latest } = choices;
  const offered = rowsOf(choices, cellsOf).flatMap((row) => {
    const value = row[choices.column];
    if (isNothing(value) || (choices.unless !== undefined && !isNothing(row[choices.unless]))) return [];
    const hint = choices.hint && row[choices.hint.column];
    return [
      {
        value: String(value),
        ...(hint ? { hint: `${choices.hint!.text} ${String(hint)}.` } : {}),
        ...(label && { label: labelOf(choices, label, row) }),
      },
    ];
  });
  // What came last is what people look for.
  return latest === undefined ? offered : offered.slice(-latest).reverse();
}

const isNothing = (value: unknown): boolean => value === null || value === undefined;

function labelOf({ table }: Extract<Choices, { table: string }>, label: readonly string[], row: Row): string {
  const { columns } = tableNamed(table);
  return label
    .flatMap((key) => {
      const value = row[key];
      if (isNothing(value)) return [];
      return [columns[key]!.input === 'day' ? isoOfDay(value as number) : String(value)];
    })
    .join(' · ');
}

/** What stands beside each choice of a column, where something does. */
export function besideChoices(
  { choices }: Column,
  column: string,
  cellsOf: CellsOf,
): [choice: string, beside: unknown][] {
  if (!choices || !('table' in choices)) return [];
  return rowsOf(choices, cellsOf).flatMap((row): [string, unknown][] =>
    isNothing(row[choices.column]) || isNothing(row[column]) ? [] : [[String(row[choices.column]), row[column]]],
  );
}

/** The row of the table that a choice comes from. */
export function rowOfChoice({ choices }: Column, chosen: Cell, cellsOf: CellsOf): Row | undefined {
  if (!choices || !('table' in choices)) return undefined;
  return rowsOf(choices, cellsOf).find((row) => sameText(row[choices.column] as Cell | null, chosen));
}
