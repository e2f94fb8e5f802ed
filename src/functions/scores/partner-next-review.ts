import { nextInRhythm, type Rhythm } from '../../calc/rhythm';
import { range } from '../runner/argument';
import { eachCell } from '../runner/broadcast';
import { dayKind, numberKind, numberOrWordKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';

const CADENCES = {
  weekly: { days: 7 },
  'bi-weekly': { days: 14 },
  monthly: { months: 1 },
  quarterly: { months: 3 },
  'six-monthly': { months: 6 },
  annual: { months: 12 },
} satisfies Record<string, Rhythm>;

const cadenceKind = numberOrWordKind(
  numberKind({ whole: true, min: 1 }),
  Object.keys(CADENCES) as (keyof typeof CADENCES)[],
);

export const partnerNextReview = defineFunction({
  name: 'PARTNER_NEXT_REVIEW',
  arguments: [range('anchor', dayKind), range('cadence', cadenceKind), range('as_of', dayKind)],
  compute: (anchors, cadences, days) =>
    eachCell([anchors, cadences, days], (row, column) => {
      const anchor = anchors.at(row, column);
      const cadence = cadences.at(row, column);
      const asOf = days.at(row, column);
      if (anchor === null || cadence === null || asOf === null) return null;
      return nextInRhythm(anchor, typeof cadence === 'number' ? { days: cadence } : CADENCES[cadence], asOf);
    }),
});
