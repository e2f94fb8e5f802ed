import { DEFINITIONS } from '../functions/catalogue';
import { functionReferences, type ArgumentReference, type FunctionReference } from '../functions/documentation';
import type { Example, ExampleCell } from '../functions/help/help';
import { positionOf, sheetOf } from '../functions/help/sheet';

/** A worked example laid out in a sheet as its page shows it and as it is put into a workbook; plain data. */
export interface LaidOutExample {
  readonly title: string;
  /** What stands in the sheet from A1 on, without the formula. */
  readonly cells: readonly (readonly ExampleCell[])[];
  /** The arguments of the formula as they are typed: `A1:A3`, `70%`, `"cliff"`. */
  readonly given: readonly string[];
  /** Row and column of the formula, from 0. */
  readonly at: readonly [row: number, column: number];
  /** Rows and columns from A1 that the cells, the ranges of the formula and its answer take up. */
  readonly size: readonly [rows: number, columns: number];
  /** What the formula answers, from its own cell on; absent where it fails. */
  readonly answer?: readonly (readonly ExampleCell[])[];
  /** The message of the error; absent where there is an answer. */
  readonly error?: string;
}

export interface DescribedArgument extends ArgumentReference {
  /** What is read from its cells. */
  readonly type: string;
  /** It takes several cells, not only one. */
  readonly many?: true;
}

/** One function as the page of functions shows it. */
export interface DescribedFunction extends Pick<FunctionReference, 'name' | 'group' | 'summary' | 'returns' | 'notes'> {
  readonly arguments: readonly DescribedArgument[];
  readonly examples: readonly LaidOutExample[];
}

/** The help of all functions, in order. */
export function functionHelp(): DescribedFunction[] {
  return functionReferences().map(({ name, group, summary, returns, notes, examples, ...reference }) => {
    const definition = DEFINITIONS.find((entry) => entry.name === name)!;
    return {
      name,
      group,
      summary,
      returns,
      notes,
      arguments: reference.arguments.map((argument, i) => ({
        ...argument,
        type: typeOf(definition.arguments[i]!.type),
        ...(definition.arguments[i]!.type.includes('Array') && { many: true as const }),
      })),
      examples: examples.map(layOutExample),
    };
  });
}

/** `number|Array<Array<number>>` reads numbers. */
const typeOf = (documented: string): string => documented.split('|')[0]!;

/**
 * The formula stands to the right of its data, in the row of the first range it reads: so an answer for each row stands
 * beside its row.
 */
export function layOutExample(example: Example): LaidOutExample {
  const cells = sheetOf(example);
  const given = argumentsOf(example.formula);
  const ranges = given.flatMap(rangeOf);
  const width = Math.max(cells[0]?.length ?? 0, ...ranges.map(({ right }) => right));
  const row = ranges[0]?.top ?? 0;
  const answer = 'error' in example ? null : rowsOf(example.answer);
  return {
    title: example.title,
    cells,
    given,
    at: [row, width],
    size: [
      Math.max(cells.length, row + (answer?.length ?? 1), ...ranges.map(({ bottom }) => bottom)),
      width + (answer?.[0]?.length ?? 1),
    ],
    ...('error' in example ? { error: example.error } : { answer: answer! }),
  };
}

/** The arguments of a call; a comma in quotes is text. */
function argumentsOf(formula: string): string[] {
  const list = /^=[A-Z_]+\((.*)\)$/.exec(formula)?.[1];
  if (list === undefined) throw new Error(`The formula of an example is not one call: ${formula}`);
  return (list.match(/(?:"[^"]*"|[^,])+|(?<=,)(?=,)/g) ?? []).map((part) => part.trim());
}

/** First row from 0, and the row and column after the last. */
function rangeOf(argument: string): { top: number; bottom: number; right: number }[] {
  const [first, last = first] = argument.split(':');
  if (!/^[A-Z]+\d+$/.test(first!)) return [];
  const [from, to] = [positionOf(first!), positionOf(last!)];
  return [{ top: from.row, bottom: to.row + 1, right: to.column + 1 }];
}

function rowsOf(answer: (Example & { answer: unknown })['answer']): readonly (readonly ExampleCell[])[] {
  return Array.isArray(answer) ? (answer as ExampleCell[][]) : [[answer as ExampleCell]];
}
