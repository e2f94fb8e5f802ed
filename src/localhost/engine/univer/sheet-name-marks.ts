import type { ICommandInfo } from '@univerjs/core';
import { engineSheetName, markedSheetNames } from '../../notation/sheet-names';

interface Params {
  name?: unknown;
  sheet?: { name?: unknown };
  formulaOrRefString?: unknown;
  rule?: { formula1?: unknown; formula2?: unknown };
}

/** Gives the engine the names of sheets in its own way, in what is about to be executed. */
export function markSheetNames({ id, params }: Readonly<ICommandInfo>): void {
  const given = (params ?? {}) as Params;
  if (/^sheet\.(command|mutation)\.set-worksheet-name$/.test(id)) mark(given, 'name', engineSheetName);
  else if (/^sheet\.(command|mutation)\.insert-sheet$/.test(id) && given.sheet)
    mark(given.sheet, 'name', engineSheetName);
  else if (id === 'formula.mutation.set-defined-name') mark(given, 'formulaOrRefString', markedSheetNames);
  else if (id === 'data-validation.mutation.addRule' && given.rule) {
    mark(given.rule, 'formula1', markedSheetNames);
    mark(given.rule, 'formula2', markedSheetNames);
  }
}

function mark<Key extends string>(
  holder: Partial<Record<Key, unknown>>,
  key: Key,
  marked: (text: string) => string,
): void {
  const text = holder[key];
  if (typeof text === 'string') holder[key] = marked(text);
}
