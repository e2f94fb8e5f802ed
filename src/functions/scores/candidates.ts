import type { Rating } from '../../calc/score';
import { commonHeight } from '../runner/broadcast';
import type { Answer, Cell } from '../runner/cell';
import type { Grid } from '../runner/grid';

/** Refuses the rating of one criterion (from 0) of the candidate at hand. */
export type RefuseRating = (criterion: number, complaint: string) => never;

/** What is answered for one candidate, whose ratings stand in the order of the weights. */
export type Judge = (ratings: readonly Rating[], refuse: RefuseRating) => number | null;

type Ratings = Grid<number | 'n/a'>;
type Weights = Grid<number>;

/**
 * How ratings are laid out. One row or column is one candidate. In a block a candidate is a row, and a row of weights
 * has one for each column; beside a column of weights as high as the block a candidate is a column.
 */
interface Layout {
  readonly criteriaAcross: boolean;
  readonly criteria: number;
}

/** The weights of the criteria in their order, and a function that answers for all candidates in the block's shape. */
export function candidatesOf(ratings: Ratings, weights: Weights) {
  const layout = layoutOf(ratings, weights);
  return {
    weights: weightsOf(layout, weights),
    answer: (judge: Judge) => answerEach(ratings, layout, judge),
  };
}

function layoutOf(ratings: Ratings, weights: Weights): Layout {
  const given = !isAbsent(weights);
  if (weights.height > 1 && weights.width > 1) weights.refuseAll('one row or one column of weights is expected');
  const isColumn = weights.width === 1 && given;
  const criteriaAcross = isBlock(ratings) ? !isColumn || weights.single : ratings.height === 1;
  if (criteriaAcross) return { criteriaAcross, criteria: ratings.width };
  if (!given) return { criteriaAcross, criteria: ratings.used };
  if (isColumn && !weights.single) return { criteriaAcross, criteria: commonHeight([ratings, weights]) };
  return { criteriaAcross, criteria: Math.max(ratings.used, Math.min(weights.width, ratings.height)) };
}

function isBlock(grid: Ratings): boolean {
  return grid.height > 1 && grid.width > 1;
}

function isAbsent(weights: Weights): boolean {
  return weights.single && weights.at(0) === null;
}

function weightsOf({ criteria }: Layout, weights: Weights): number[] {
  if (isAbsent(weights)) return new Array<number>(criteria).fill(1);
  const isRow = weights.height === 1;
  const given = isRow ? weights.width : weights.used;
  if (given > criteria || (isRow && given < criteria)) {
    weights.refuseAll(`${String(given)} given for ${String(criteria)} criteria`);
  }
  const list = Array.from({ length: criteria }, (_, i) => {
    const [row, column] = isRow ? [0, i] : [i, 0];
    const weight = row < weights.height ? weights.at(row, column) : null;
    return weight ?? weights.refuse(Math.min(row, weights.height - 1), column, 'blank, where a weight is expected');
  });
  if (criteria > 0 && !list.some((weight) => weight > 0)) weights.refuseAll('all are 0');
  return list;
}

function answerEach(ratings: Ratings, { criteriaAcross, criteria }: Layout, judge: Judge): Answer {
  if (criteria === 0) return null;
  if (!criteriaAcross) {
    const width = isBlock(ratings) ? ratings.width : 1;
    const row: Cell[] = [];
    for (let column = 0; column < width; column++) {
      const list: Rating[] = [];
      for (let r = 0; r < criteria; r++) list.push(r < ratings.height ? ratings.at(r, column) : null);
      row.push(judge(list, (criterion, complaint) => ratings.refuse(criterion, column, complaint)));
    }
    return isBlock(ratings) ? [row] : row[0]!;
  }
  // The closure is shared by all rows: one a row would cost more than the score.
  let row = 0;
  const refuse: RefuseRating = (criterion, complaint) => ratings.refuse(row, criterion, complaint);
  if (!isBlock(ratings)) return judge(ratings.rows[0]!, refuse);
  const answer: Cell[][] = [];
  for (; row < ratings.used; row++) answer.push([judge(ratings.rows[row]!, refuse)]);
  return answer;
}
