import type { Argument } from './argument';
import { commonHeight } from './broadcast';
import { isBlank, type Answer, type Cell } from './cell';
import type { CandidatesFunction } from './definition';
import type { Grid } from './grid';
import { Refusal } from './refusal';
import type { Unreadable } from './unreadable';

/** What is answered for one candidate, whose ratings stand in the order of the criteria. */
type Judge = (ratings: readonly unknown[]) => Cell;

/**
 * How ratings are laid out. One row or column is one candidate. In a block a candidate is a row, and a row of weights
 * has one for each column; beside a column of weights as high as the block a candidate is a column.
 */
interface Layout {
  readonly criteriaAcross: boolean;
  readonly criteria: number;
}

/** Answers each candidate by itself; with `unreadable`, one with which something is wrong is blank. */
export function answerCandidates(
  { criteria, blanksCount, compute }: CandidatesFunction<readonly Argument[]>,
  [first, ...others]: readonly unknown[],
  unreadable?: Unreadable,
): Answer {
  const ratings = first as Grid<unknown>;
  const weights = criteria ? (others[0] as Grid<unknown>) : null;
  const layout = layoutOf(ratings, weights, blanksCount);
  const settings = weights ? [weightList(weights, layout, criteria!), ...others.slice(1)] : others;
  const judge = compute(...(settings as never[])) as Judge;
  if (layout.criteria === 0) return null;
  const judgeOrBlank: Judge = (list) => {
    try {
      return judge(list);
    } catch (error) {
      if (error instanceof Refusal && error.argumentName === ratings.place.argumentName) return null;
      throw error;
    }
  };
  return (layout.criteriaAcross ? answerRows : answerColumns)(ratings, layout, {
    judge: unreadable ? judgeOrBlank : judge,
    unreadable,
  });
}

interface Judging {
  readonly judge: Judge;
  readonly unreadable: Unreadable | undefined;
}

/** Answers for each row; a blank row between others has a blank answer. */
function answerRows(ratings: Grid<unknown>, _: Layout, { judge, unreadable }: Judging): Answer {
  let row = 0;
  try {
    if (!isBlock(ratings)) return unreadable?.rows.has(0) ? null : judge(ratings.rows[0]!);
    // As long as it will be: growing it would cost as much as the scores.
    const answer = new Array<Cell[]>(ratings.used);
    for (; row < answer.length; row++) {
      const list = ratings.rows[row]!;
      const isEmpty = isBlank(list[0]) && list.every(isBlank);
      answer[row] = [isEmpty || unreadable?.rows.has(row) ? null : judge(list)];
    }
    return answer;
  } catch (error) {
    throw located(error, ratings, (item, complaint) => ratings.refuse(row, item, complaint));
  }
}

function answerColumns(ratings: Grid<unknown>, { criteria }: Layout, { judge, unreadable }: Judging): Answer {
  const answer: Cell[] = [];
  for (let column = 0; column < ratings.width; column++) {
    const list: unknown[] = [];
    for (let row = 0; row < criteria; row++) list.push(row < ratings.height ? ratings.at(row, column) : null);
    try {
      answer.push(unreadable?.columns.has(column) ? null : judge(list));
    } catch (error) {
      throw located(error, ratings, (item, complaint) => ratings.refuse(item, column, complaint));
    }
  }
  return isBlock(ratings) ? [answer] : answer[0]!;
}

/** The error of a refused rating, which says where it stands. */
function located(error: unknown, ratings: Grid<unknown>, refuse: (item: number, complaint: string) => never): unknown {
  if (!(error instanceof Refusal) || error.argumentName !== ratings.place.argumentName) return error;
  return refuse(error.item, error.complaint);
}

/** What stands beside the criteria in their order: `byDefault` for each where none are given. */
function weightList(
  weights: Grid<unknown>,
  { criteria }: Layout,
  { expected, byDefault }: { readonly expected: string; readonly byDefault?: number },
): unknown[] {
  if (byDefault !== undefined && isAbsent(weights)) return new Array<unknown>(criteria).fill(byDefault);
  const isRow = weights.height === 1;
  const given = isRow ? weights.width : weights.used;
  if (given > criteria || (isRow && given < criteria)) weights.refuseAll(`${given} given, ${criteria} expected`);
  return Array.from({ length: criteria }, (_, i) => {
    const [row, column] = isRow ? [0, i] : [i, 0];
    const weight = row < weights.height ? weights.at(row, column) : null;
    return weight ?? weights.refuse(Math.min(row, weights.height - 1), column, `blank, where ${expected} is expected`);
  });
}

function layoutOf(ratings: Grid<unknown>, weights: Grid<unknown> | null, blanksCount = false): Layout {
  const given = weights && !isAbsent(weights) ? weights : null;
  if (given && isBlock(given)) {
    given.refuseAll(`one row or one column of ${given.place.argumentName} is expected`);
  }
  const column = given?.width === 1 ? given : null;
  const criteriaAcross = isBlock(ratings) ? !column || column.single : ratings.height === 1;
  if (criteriaAcross) return { criteriaAcross, criteria: ratings.width };
  if (blanksCount) return { criteriaAcross, criteria: ratings.height };
  if (!given) return { criteriaAcross, criteria: ratings.used };
  if (column && !column.single) return { criteriaAcross, criteria: commonHeight([ratings, column]) };
  return { criteriaAcross, criteria: Math.max(ratings.used, Math.min(given.width, ratings.height)) };
}

const isBlock = (grid: Grid<unknown>): boolean => grid.height > 1 && grid.width > 1;

const isAbsent = (weights: Grid<unknown>): boolean => weights.single && weights.at(0) === null;
