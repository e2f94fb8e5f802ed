import { commonHeight } from '../runner/broadcast';
import { isBlank, type Answer, type Blank, type Cell } from '../runner/cell';
import type { Grid } from '../runner/grid';

/** Refuses what stands for one criterion (from 0) of the candidate at hand. */
export type RefuseRating = (criterion: number, complaint: string) => never;

/** What is answered for one candidate, whose ratings stand in the order of the criteria. */
export type Judge<T> = (ratings: readonly (T | Blank)[], refuse: RefuseRating) => Cell;

/**
 * How ratings are laid out. One row or column is one candidate. In a block a candidate is a row, and a row of weights
 * has one for each column; beside a column of weights as high as the block a candidate is a column.
 */
interface Layout {
  readonly criteriaAcross: boolean;
  readonly criteria: number;
}

/** The ratings of candidates beside what is given once for each criterion: its weight, or the stage it belongs to. */
export class Candidates<T, W> {
  private readonly layout: Layout;

  constructor(
    private readonly ratings: Grid<T>,
    private readonly weights: Grid<W>,
  ) {
    this.layout = layoutOf(ratings, weights);
  }

  /** The weights of the criteria in their order, `byDefault` for each where none are given. */
  weightList(noun: string, byDefault?: W): W[] {
    const { weights } = this;
    const { criteria } = this.layout;
    if (byDefault !== undefined && isAbsent(weights)) return new Array<W>(criteria).fill(byDefault);
    const isRow = weights.height === 1;
    const given = isRow ? weights.width : weights.used;
    if (given > criteria || (isRow && given < criteria)) {
      weights.refuseAll(`${given} given, ${criteria} expected`);
    }
    return Array.from({ length: criteria }, (_, i) => {
      const [row, column] = isRow ? [0, i] : [i, 0];
      const weight = row < weights.height ? weights.at(row, column) : null;
      return weight ?? weights.refuse(Math.min(row, weights.height - 1), column, `blank, where ${noun} is expected`);
    });
  }

  /** Answers for every candidate: one cell, or a column or row of them as the candidates run. */
  answer(judge: Judge<T>): Answer {
    const { ratings } = this;
    const { criteriaAcross, criteria } = this.layout;
    if (criteria === 0) return null;
    if (!criteriaAcross) {
      const width = isBlock(ratings) ? ratings.width : 1;
      const row: Cell[] = [];
      for (let column = 0; column < width; column++) {
        const list: (T | null)[] = [];
        for (let r = 0; r < criteria; r++) list.push(r < ratings.height ? ratings.at(r, column) : null);
        row.push(judge(list, (criterion, complaint) => ratings.refuse(criterion, column, complaint)));
      }
      return isBlock(ratings) ? [row] : row[0]!;
    }
    return answerRows(ratings, judge);
  }
}

/** Answers for each row; a blank row between others has a blank answer. */
export function answerRows<T>(ratings: Grid<T>, judge: Judge<T>): Answer {
  // The closure is shared by all rows: one a row would cost more than the score.
  let row = 0;
  const refuse: RefuseRating = (criterion, complaint) => ratings.refuse(row, criterion, complaint);
  if (!isBlock(ratings)) return judge(ratings.rows[0]!, refuse);
  // As long as it will be: growing it would cost as much as the scores.
  const answer = new Array<Cell[]>(ratings.used);
  for (; row < answer.length; row++) {
    const list = ratings.rows[row]!;
    answer[row] = [isBlank(list[0]) && list.every(isBlank) ? null : judge(list, refuse)];
  }
  return answer;
}

function layoutOf(ratings: Grid<unknown>, weights: Grid<unknown>): Layout {
  const given = !isAbsent(weights);
  if (isBlock(weights)) {
    const { argumentName } = weights.place;
    weights.refuseAll(`one row or one column of ${argumentName} is expected`);
  }
  const isColumn = weights.width === 1 && given;
  const criteriaAcross = isBlock(ratings) ? !isColumn || weights.single : ratings.height === 1;
  if (criteriaAcross) return { criteriaAcross, criteria: ratings.width };
  if (!given) return { criteriaAcross, criteria: ratings.used };
  if (isColumn && !weights.single) return { criteriaAcross, criteria: commonHeight([ratings, weights]) };
  return { criteriaAcross, criteria: Math.max(ratings.used, Math.min(weights.width, ratings.height)) };
}

export const isBlock = (grid: Grid<unknown>): boolean => grid.height > 1 && grid.width > 1;

function isAbsent(weights: Grid<unknown>): boolean {
  return weights.single && weights.at(0) === null;
}
