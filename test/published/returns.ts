import { call } from '../functions/support/call';
import { omitted, type Topic } from './topic';

const breakEven = (fixed: number, price: number, variable: number) =>
  call('PARTNER_BREAKEVEN', fixed, price, variable) as number;

interface BreakEven {
  fixed: number;
  price: number;
  variable: number;
}

interface Funnel {
  cost: number;
  reach: number;
  engagement: number;
  conversion: number;
  order_value: number;
}

type Ratings = Record<'credibility' | 'reliability' | 'intimacy' | 'self_orientation', number>;

const trustOf = ({ credibility, reliability, intimacy, self_orientation: self }: Ratings) =>
  call('PARTNER_TRUST', credibility, reliability, intimacy, self);

export const trust: Topic = {
  answers: {
    'trust-01': trustOf,
    'trust-02': trustOf,
    'trust-03': ({ scale: [low, high] }: { scale: number[] }) => ({
      min: call('PARTNER_TRUST', low, low, low, high),
      max: call('PARTNER_TRUST', high, high, high, low),
    }),
  },
  leftOut: {},
};

export const returns: Topic = {
  answers: {
    'be-01': ({ fixed, price, variable }: Omit<BreakEven, 'variable'> & { variable: number[] }) => {
      const unitCost = variable.reduce((a, b) => a + b);
      return { contribution: price - unitCost, units: breakEven(fixed, price, unitCost) };
    },
    'be-02': ({ fixed, price, variable }: BreakEven) => breakEven(fixed, price, variable),
    'be-05': ({ fixed, price, variable, actual }: BreakEven & { actual: number }) => {
      const units = breakEven(fixed, price, variable);
      return { units, margin_of_safety: actual - units };
    },
    'be-06': ({ fixed, contribution }: { fixed: number; contribution: number }) => breakEven(fixed, contribution, 0),
    'roi-02': ({ cost, reach, engagement, conversion, order_value: value }: Funnel) => {
      const leads = call('REVSHARE', reach, engagement) as number;
      const conversions = call('REVSHARE', leads, conversion) as number;
      const revenue = conversions * value;
      return { leads, conversions, revenue, roi: call('PARTNER_ROI', revenue, cost) };
    },
    /** The page cuts percents off. */
    'roi-03': (inputs: { cost: number; return: number }) =>
      Math.floor((call('PARTNER_ROI', inputs.return, inputs.cost) as number) * 100),
  },
  leftOut: omitted('roi-04', 'products and a difference only, no return on the cost'),
};
