import { call } from '../functions/support/call';
import { alike, omitted, type Topic } from './topic';

/** Cents in, cents out, the way a person splits an amount of money. */
const cents = ({ amount_cents, ratios }: { amount_cents: number; ratios: number[] }) =>
  (call('REVSHARE', amount_cents / 100, [ratios]) as number[][])[0]!.map((part) => Math.round(part * 100));

/** Seats are split as amounts without decimals are. */
const seats = (inputs: { seats: number; votes?: number[]; populations?: number[]; quotas?: number[] }) =>
  (call('REVSHARE', inputs.seats, [inputs.votes ?? inputs.populations ?? inputs.quotas], 0) as number[][])[0];

/** Where everybody's maximum is reached, each is a step that takes no more than that; the rest stays undistributed. */
const upToMaximums = ({ amount, maximums }: { amount: number; maximums: number[] }) => {
  const parties = maximums.map((_, party) => `Party ${party}`);
  const steps = maximums.map((most, step) => [step, most, ...parties.map((_, party) => (party === step ? 1 : ''))]);
  const table = call('REVSHARE_WATERFALL', amount, [['Step', 'At most', ...parties], ...steps]) as unknown[][];
  return table.at(-1)!.slice(2);
};

export const allocation: Topic = {
  answers: {
    ...alike('alloc-brick-02 alloc-brick-06 alloc-brick-12', cents),
    ...alike(
      `alloc-moneyphp-01 alloc-moneyphp-02 alloc-moneyphp-04 alloc-moneyphp-05 alloc-moneyphp-06 alloc-moneyphp-07
       alloc-moneyphp-08 alloc-moneyphp-09 alloc-moneyphp-11`,
      cents,
    ),
    ...alike('alloc-dinero-01 alloc-dinero-02 alloc-dinero-03 alloc-dinero-04 alloc-dinero-06', cents),
    ...alike('alloc-rubymoney-01 alloc-rubymoney-02 alloc-rubymoney-04 alloc-rubymoney-05', cents),
    ...alike('alloc-shopify-05 alloc-shopify-06', cents),
    ...alike('alloc-gomoney-01 alloc-gomoney-02 alloc-gomoney-04', cents),
    ...alike('alloc-apportion-01 alloc-apportion-03 alloc-apportion-05 alloc-apportion-07', seats),
    /** Its quotas add up to more than the seats; as shares they lead to the published seats. */
    'alloc-apportion-08': seats,
    ...alike('alloc-shopify-03 alloc-shopify-04', upToMaximums),
  },
  leftOut: {
    ...omitted('alloc-brick-01 alloc-brick-07 alloc-brick-13', 'gives the odd cents to the first parties in turn'),
    ...omitted('alloc-brick-03 alloc-brick-15', 'gives the odd cents to the largest share first'),
    ...omitted('alloc-brick-04 alloc-brick-05', 'leaves the odd cents out of the parts'),
    'alloc-moneyphp-13': 'does not mirror a negative amount: a refund would not cancel what it refunds',
    ...omitted('alloc-sourcecred-01 alloc-sourcecred-02', 'lets the last parties take what rounding leaves'),
    'alloc-spliit-01': 'lets the last party take what rounding leaves',
  },
};
