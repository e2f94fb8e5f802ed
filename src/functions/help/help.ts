import type { Cell } from '../runner/cell';
import type { FunctionDefinition } from '../runner/definition';

/** What a person types into a cell of an example; a date is given as ISO text, because its look differs by locale. */
export type ExampleCell = Cell | boolean | { readonly date: string };

interface ExampleBase {
  readonly title: string;
  /** What stands in the sheet: blocks of rows by the A1 address of their top left cell. */
  readonly cells: Readonly<Record<string, readonly (readonly ExampleCell[])[]>>;
  /** One call with ranges, numbers, percentages and texts in quotes as arguments, separated by commas. */
  readonly formula: string;
}

/** A worked example: it is shown in the help, run as a test, and typed into a sheet by another test. */
export type Example = ExampleBase &
  (
    | { readonly answer: Cell | readonly (readonly Cell[])[] }
    /** The message of the error. */
    | { readonly error: string }
  );

/**
 * What is said about a function to the people who use it. It stands in the file of the definition, as an export of its
 * own that nothing in the script imports: a cell that only calculates does not load it. So that the build can leave it
 * out, it is plain data: literals, and constants of literals.
 */
export interface FunctionHelp<D extends FunctionDefinition = FunctionDefinition> {
  /** One line. */
  readonly summary: string;
  /** One line an argument; what it takes and its default are added from the definition. */
  readonly arguments: Readonly<Record<D['arguments'][number]['name'], string>>;
  readonly returns: string;
  /** How special cases are treated, a sentence or two each. */
  readonly notes: readonly string[];
  /** At least an ordinary one, an edge case and an error. */
  readonly examples: readonly [Example, Example, Example, ...Example[]];
}
