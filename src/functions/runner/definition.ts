import type { Argument } from './argument';
import type { Answer } from './cell';

/** The values that arguments are read to, in their order. */
export type ValuesOf<A extends readonly Argument[]> = {
  [I in keyof A]: A[I] extends Argument<string, infer T> ? T : never;
};

/** A custom function: what is called from a cell. */
export interface FunctionDefinition<A extends readonly Argument[] = readonly Argument[]> {
  readonly name: string;
  readonly arguments: A;
  /** The answer to arguments that were read and checked one by one. Throws an ArgumentError where they do not fit. */
  compute(...values: ValuesOf<A>): Answer;
}

/** Ties the arguments of a definition to the parameters of its calculation. */
export function defineFunction<const A extends readonly Argument[]>(
  definition: FunctionDefinition<A>,
): FunctionDefinition<A> {
  return definition;
}
