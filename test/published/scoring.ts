import { call } from '../functions/support/call';
import type { Topic } from './topic';

/** Weighted score of one candidate, from 0 to 100. */
const score = (ratings: number[], weights: number[], scaleMax: number) =>
  call('PARTNER_SCORE', [ratings], [weights], scaleMax) as number;

interface Category {
  weight: number;
  scores: number[];
}

export const scoring: Topic = {
  answers: {
    /** A category's weight is spread evenly over its scores; the page shows points of five, rounded to cents. */
    'wsm-infor-01': ({ categories }: { categories: Category[] }) => {
      const weights = categories.flatMap(({ weight, scores }) => scores.map(() => weight / scores.length));
      const ratings = categories.flatMap(({ scores }) => scores);
      return call('REVSHARE', score(ratings, weights, 5), 5 / 100);
    },
    'wsm-rfp-01': (inputs: { raw_weights: number[]; scores: number[] }) =>
      score(inputs.scores, inputs.raw_weights, 100),
    'wsm-kpi-01': (inputs: { target_bonus: number; kpis: { weight: number; attainment: number }[] }) => {
      const attainments = inputs.kpis.map(({ attainment }) => attainment);
      const weights = inputs.kpis.map(({ weight }) => weight);
      const factor = (score(attainments, weights, 2) * 2) / 100;
      return { factor, payout: call('REVSHARE', inputs.target_bonus, factor) };
    },
    'wsm-okr-01': (inputs: { kr_progress: number[]; weights: number[] }) =>
      score(inputs.kr_progress, inputs.weights, 100),
    /** The points that one goal brings, the others at level 0. */
    'wsm-psoft-02': ({ weight, level }: { weight: number; level: number }) =>
      score([level, 0], [weight, 1 - weight], 1),
  },
  leftOut: {},
};
