import type { Cell, Choices } from '../tables/column';
import type { Choice, Field } from '../tables/form';
import { kindsTable, partiesTable } from '../tables/settings';
import { readRows } from '../tables/table';

/** The choices of a form's fields, from the cells of the Settings tab. */
export function choicesFrom(settings: readonly (readonly Cell[])[]): (field: Field) => Choice[] {
  const lists: Record<string, Choice[]> = {
    parties: readRows(partiesTable, settings).flatMap(({ party }) => (party ? [{ value: party }] : [])),
    kinds: readRows(kindsTable, settings).flatMap(({ kind, unit }) =>
      kind ? [{ value: kind, ...(unit && { hint: `Quantity is counted in ${unit}.` }) }] : [],
    ),
  };
  return ({ column }) => listed(column.choices) ?? (column.choices && lists[tableOf(column.choices)]) ?? [];
}

/** The choices of fields that need no workbook. */
export const fixedChoices = ({ column }: Field): Choice[] => listed(column.choices) ?? [];

const listed = (choices: Choices | undefined): Choice[] | undefined =>
  choices && 'listed' in choices ? choices.listed.map((value) => ({ value })) : undefined;

const tableOf = (choices: Choices): string => ('table' in choices ? choices.table : '');
