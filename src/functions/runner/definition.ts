import type { Argument } from './argument';
import type { Answer, Blank, Cell } from './cell';
import type { Entries } from './entries';
import type { Grid } from './grid';

type AnyGrid = Grid<unknown, unknown>;
type ValueOf<A> = A extends Argument<string, infer T> ? T : never;

/** The values that arguments are read to, in their order. */
export type ValuesOf<A extends readonly Argument[]> = { [I in keyof A]: ValueOf<A[I]> };

/** The cells that one row has of those arguments that take ranges. */
type CellsOf<A extends readonly unknown[]> = number extends A['length']
  ? never[]
  : A extends readonly [infer First, ...infer Rest]
    ? ValueOf<First> extends Grid<infer T, infer M>
      ? [T | M, ...CellsOf<Rest>]
      : CellsOf<Rest>
    : [];

/** The values of the other arguments: what holds for all rows. */
type SettingsOf<A extends readonly unknown[]> = number extends A['length']
  ? never[]
  : A extends readonly [infer First, ...infer Rest]
    ? ValueOf<First> extends AnyGrid
      ? SettingsOf<Rest>
      : [ValueOf<First>, ...SettingsOf<Rest>]
    : [];

/** What holds for all candidates: of a range beside the ratings one value for each criterion. */
type CriteriaOf<A extends readonly unknown[]> = number extends A['length']
  ? never[]
  : A extends readonly [unknown, ...infer Rest]
    ? { [I in keyof Rest]: ValueOf<Rest[I]> extends Grid<infer W> ? readonly W[] : ValueOf<Rest[I]> }
    : [];

type RatingOf<A extends readonly unknown[]> = A extends readonly [infer First, ...unknown[]]
  ? ValueOf<First> extends Grid<infer T>
    ? T
    : never
  : never;

interface Named<A> {
  readonly name: string;
  readonly arguments: A;
}

/**
 * Answers every row, or every cell of wider ranges, by itself, in the shape of its ranges. `compute` is called once with
 * what is no range, and what it answers once for each row with that row's cells.
 */
export interface EachFunction<A extends readonly Argument[]> extends Named<A> {
  readonly rows: 'each on its own';
  compute(...settings: SettingsOf<A>): (...cells: CellsOf<A>) => Cell;
}

/**
 * Answers one cell for each candidate, of which the first argument has the ratings: in a row or column for one, in a
 * block a row each, or a column each beside a column of weights. `compute` is called once with what holds for all, and
 * what it answers once for each candidate with its ratings in the order of the criteria.
 */
export interface CandidatesFunction<A extends readonly Argument[]> extends Named<A> {
  readonly rows: 'a candidate each';
  /** What the second argument gives for each criterion, in words; left out where there is no such argument. */
  readonly criteria?: { readonly expected: string; /** Where none are given. */ readonly byDefault?: number };
  /** Blank cells at the end of a column are criteria too. */
  readonly blanksCount?: true;
  compute(...criteria: CriteriaOf<A>): (ratings: readonly (RatingOf<A> | Blank)[]) => Cell;
}

/** Takes its ranges as lists of equal length, down or across, whose entries belong together. */
export interface EntriesFunction<A extends readonly Argument[]> extends Named<A> {
  readonly rows: 'entries of one list';
  compute(entries: Entries, ...values: ValuesOf<A>): Answer;
}

/** Takes its arguments as they were read, one by one: how its ranges go together is its own affair. */
export interface WholeFunction<A extends readonly Argument[]> extends Named<A> {
  readonly rows: 'all together';
  compute(...values: ValuesOf<A>): Answer;
}

/**
 * A custom function: what is called from a cell. Where it finds something wrong with what it is given, it calls `refuse`,
 * or `refuse` of a grid.
 */
export type FunctionDefinition<A extends readonly Argument[] = readonly Argument[]> =
  EachFunction<A> | CandidatesFunction<A> | EntriesFunction<A> | WholeFunction<A>;

/** Ties the arguments of a definition to the parameters of its calculation. */
export function defineFunction<const A extends readonly Argument[]>(
  definition: FunctionDefinition<A>,
): FunctionDefinition<A> {
  return definition;
}

/** Does it answer a row whatever is wrong with the others? Then it has a form that leaves bad rows blank. */
export function isRowByRow({ rows }: FunctionDefinition): boolean {
  return rows === 'each on its own' || rows === 'a candidate each';
}

/** The name of the form that leaves bad rows blank. */
export const rowsNameOf = ({ name }: FunctionDefinition): string => `${name}_ROWS`;
