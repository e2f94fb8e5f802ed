import { call } from '../functions/support/call';
import { alike, type Topic } from './topic';

const commission = ({ sale_cents, percent }: { sale_cents: number; percent: number }) =>
  Math.round((call('REVSHARE', sale_cents / 100, percent / 100) as number) * 100);

export const rounding: Topic = {
  answers: alike('round-dub-01 round-dub-02 round-dub-03 round-dub-04 round-dub-05 round-dub-07', commission),
  leftOut: { 'round-dub-09': 'a fixed amount times a quantity needs no function' },
};
