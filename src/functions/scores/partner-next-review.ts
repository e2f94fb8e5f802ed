import { LAST_DAY, LAST_YEAR } from '../../calc/day';
import { nextInRhythm, type Rhythm } from '../../calc/rhythm';
import type { FunctionHelp } from '../help/help';
import { range } from '../runner/argument';
import { dayKind, numberKind, numberOrWordKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { refuse } from '../runner/refusal';

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

export const definition = defineFunction({
  name: 'PARTNER_NEXT_REVIEW',
  arguments: [range('anchor', dayKind), range('cadence', cadenceKind), range('as_of', dayKind)],
  rows: 'each on its own',
  compute: () => (anchor, cadence, asOf) => {
    if (anchor === null || cadence === null || asOf === null) return null;
    const next = nextInRhythm(anchor, typeof cadence === 'number' ? { days: cadence } : CADENCES[cadence], asOf);
    return next <= LAST_DAY ? next : refuse('cadence', `the next day would come after the year ${LAST_YEAR}`);
  },
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'The next day of a rhythm of reviews after a given day.',
  arguments: {
    anchor: 'The first day of the rhythm',
    cadence: 'How often: a number of days, or a word',
    as_of: 'The day after which the next one is asked',
  },
  returns: 'The day as a serial number: write =TO_DATE(PARTNER_NEXT_REVIEW(…)), or format the cell as a date.',
  notes: [
    'Every day is counted from the anchor. A rhythm that begins on the 31st falls on the last day of shorter months, and on the 31st again after them.',
    'A review on the day as_of itself is past. Before the anchor, the anchor is the next day. A next day after the year 2100 is refused.',
  ],
  examples: [
    {
      title: 'Monthly from the end of January: 28 February, then 31 March',
      cells: { A1: [[{ date: '2026-01-31' }], [{ date: '2026-02-28' }]] },
      formula: '=PARTNER_NEXT_REVIEW(A1, "monthly", A1:A2)',
      answer: [[46081], [46112]],
    },
    {
      title: 'Every ten days, and a day before the rhythm begins',
      cells: { A1: [[{ date: '2026-01-01' }, { date: '2026-01-15' }, { date: '2025-06-01' }]] },
      formula: '=PARTNER_NEXT_REVIEW(A1, 10, B1:C1)',
      answer: [[46043, 46023]],
    },
    {
      title: 'A word that is not known',
      cells: { A1: [[{ date: '2026-01-01' }, 'daily']] },
      formula: '=PARTNER_NEXT_REVIEW(A1, B1, A1)',
      error:
        'PARTNER_NEXT_REVIEW: cadence: "daily" is not a whole number of 1 or more, or one of: weekly, bi-weekly, monthly, quarterly, six-monthly, annual',
    },
  ],
};
