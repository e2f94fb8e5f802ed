import { call } from '../functions/support/call';
import { alike, type Topic } from './topic';

/** Percent, without what the multiplication adds behind the twelfth digit. */
const percent = (fraction: unknown) => Number(((fraction as number) * 100).toPrecision(12));

interface Kpi {
  actual: number;
  target: number;
  baseline?: number;
}

interface Band {
  from: number;
  class: string;
}

const attainment = ({ actual, target, baseline }: Kpi) => percent(call('KPI_ATTAINMENT', actual, target, baseline));

export const kpis: Topic = {
  answers: {
    ...alike('kpi-sap-01 kpi-sap-02 kpi-sap-03 kpi-odoo-01 kpi-camms-02', attainment),
    ...alike('kpi-okr-01 kpi-okr-02 kpi-okr-03', attainment),
    /** The mistake of the page: nothing says that lower is better. */
    'kpi-sheet-01': attainment,
    'kpi-camms-01': ({ actual, target }: Kpi) => percent(call('KPI_ATTAINMENT', actual, target, '', 'lower')),
    /** Classes as numbers: the answer is the place of the class. */
    'kpi-band-02': ({ bands, values }: { bands: Band[]; values: number[] }) => {
      const curve = bands.map(({ from }, place) => [from, place]);
      const answer = call('KPI_PAYOUT', [values], curve, 'step') as number[][];
      return answer[0]!.map((place) => bands[place]!.class);
    },
    'kpi-linear-01': (inputs: Record<'worst' | 'best', { value: number; score: number }> & { actual: number }) => {
      const { worst, best, actual } = inputs;
      const points = [best, worst].map(({ value, score }) => [value, score]);
      return call('KPI_PAYOUT', actual, points);
    },
  },
  leftOut: {},
};

export const curves: Topic = {
  answers: {
    'curve-sec-02': (inputs: { achievement: number[]; target_pct: number; max_pct: number; slope_above: number }) => {
      const { achievement, target_pct: atTarget, max_pct: most, slope_above: slope } = inputs;
      const curve = [
        [1, atTarget],
        [1 + (most - atTarget) / slope / 100, most],
      ];
      const attained = achievement.map((percents) => percents / 100);
      return (call('KPI_PAYOUT', [attained], curve) as number[][])[0];
    },
    'curve-calqoo-01': ({ bands, realisation }: { bands: { from: number; pay: number }[]; realisation: number[] }) => {
      const curve = bands.map(({ from, pay }) => [from, pay]);
      return (call('KPI_PAYOUT', [realisation], curve, 'step') as number[][])[0];
    },
  },
  leftOut: {},
};
