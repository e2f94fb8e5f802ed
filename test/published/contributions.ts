import { call } from '../functions/support/call';
import { alike, omitted, type Topic } from './topic';

const column = (cells: readonly unknown[]) => cells.map((cell) => [cell]);

/** The columns value and share of CONTRIB_SHARES, without its header. */
const contributed = (...given: unknown[]) =>
  (call('CONTRIB_SHARES', ...given) as unknown[][])
    .slice(1)
    .map(([, value, share]) => ({ value, share }) as Contributed);

interface Contributed {
  value: number;
  share: number;
}

/** Rounded to cents, as pages show it. */
const rounded = (value: unknown) => call('REVSHARE', value, 1);

export const contributions: Topic = {
  answers: {
    /** The page cuts percents off. */
    'pie-justin-01': ({ week1, week2 }: { week1: number[]; week2: number[] }) => {
      const parties = week1.map((_, i) => `Party ${i}`);
      const percents = (weeks: number[][]) =>
        contributed(column(weeks.flatMap(() => parties)), column(weeks.flat())).map(({ share }) =>
          Math.floor(share * 100),
        );
      return { after_week1: percents([week1]), after_week2: percents([week1, week2]) };
    },
    'give-coord-02': ({ received, total, budget }: { received: number; total: number; budget: number }) =>
      (call('REVSHARE', budget, [[received, total - received]]) as number[][])[0]![0],
    /** Only the last interval counts: half-lives go by in between without number. */
    'recency-sc-02': (inputs: { credit_by_party_oldest_first: number[][]; budget: number }) => {
      const entries = inputs.credit_by_party_oldest_first.flatMap((credits, party) =>
        credits.map((credit, interval) => [`Party ${party}`, credit, 46_000 + interval]),
      );
      const [parties, credits, days] = [0, 1, 2].map((i) => entries.map((entry) => [entry[i]]));
      const shares = contributed(parties, credits, days, 0.01).map(({ share }) => share);
      return (call('REVSHARE', inputs.budget, [shares], 0) as number[][])[0];
    },
    'trueup-sc-02': (inputs: { lifetime: number[]; already_paid: number[]; budget: number }) =>
      (call('REVSHARE_TRUEUP', inputs.budget, [inputs.lifetime], [inputs.already_paid], 0) as number[][])[0],
    'halflife-tibco-01': (inputs: { initial: number; half_life_months: number; months: number[] }) =>
      inputs.months.map(
        (months) =>
          contributed('Party', inputs.initial, 46_000, inputs.half_life_months * 30, 46_000 + months * 30)[0]!.value,
      ),
  },
  leftOut: {
    ...omitted('pie-time-01 pie-ghrr-01 pie-nl-01', 'one subtraction, product or quotient needs no function'),
  },
};

export const spread: Topic = {
  answers: {
    ...alike('gini-r-01 gini-docstoc-01 gini-bit1024-01', ({ values }: { values: number[] }) =>
      call('PARTNER_FAIRNESS', column(values), '', 'gini'),
    ),
    'jain-01': ({ received, fair }: { received: number[]; fair: number[] }) =>
      rounded(call('PARTNER_FAIRNESS', [received], [fair])),
    'jain-02': ({ x }: { x: number[] }) => rounded(call('PARTNER_FAIRNESS', [x])),
    ...alike('hhi-doj-01 hhi-studyx-01', ({ shares_percent: shares }: { shares_percent: number[] }) =>
      call('PARTNER_CONCENTRATION', column(shares), 'hhi'),
    ),
  },
  leftOut: {},
};
