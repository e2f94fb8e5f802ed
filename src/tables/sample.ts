import type { Cell } from './column';
import type { FirstRows } from './layout';

/**
 * A sample partnership: a podcast company and an ocean nonprofit make a series together for a year. Every kind of entry,
 * entries accepted, open, changed and disputed, KPIs that should rise and one that should fall, one without a reading,
 * and an imbalance that lasts. Days are counted back from today, so that the sample always ends now.
 */
export const SAMPLE = { first: 'Tidecast Media', second: 'Blue Reef Trust', split: 0.5, currency: 'EUR' } as const;

/** What marks a row as the sample's; it goes away by this mark. */
export const SAMPLE_MARK = 'sample';

const LENGTH_IN_DAYS = 364;

type Answer = 'accepted' | 'proposed' | 'disputed' | 'changed';

/** Days ago, side (0 or 1), kind, quantity, unit value, item, note, answer. */
const ENTRIES: readonly [number, 0 | 1, string, number, number, string, string, Answer][] = [
  [360, 0, 'hours', 12, 85, 'Pilot', 'Concept and format', 'accepted'],
  [358, 1, 'idea', 1, 600, 'Pilot', 'The series idea: one reef, one voice', 'accepted'],
  [351, 1, 'hours', 8, 60, 'Pilot', 'Interviews arranged', 'accepted'],
  [345, 0, 'cash', 1200, 1, 'Pilot', 'Studio rent, first quarter', 'accepted'],
  [338, 0, 'hours', 18, 85, 'Pilot', 'Recording and edit', 'accepted'],
  [330, 1, 'access', 2, 400, 'Episode 1', 'Research vessel, two days', 'accepted'],
  [322, 0, 'hours', 16, 85, 'Episode 1', 'Recording on board', 'accepted'],
  [315, 0, 'hours', 14, 85, 'Episode 1', 'Edit and sound design', 'accepted'],
  [305, 1, 'hours', 9, 60, 'Episode 1', 'Fact check', 'accepted'],
  [296, 0, 'maintenance hours', 3, 85, 'Feed', 'Hosting and feed', 'accepted'],
  [284, 0, 'hours', 15, 85, 'Episode 2', 'Recording and edit', 'accepted'],
  [276, 1, 'goods', 3, 150, 'Episode 2', 'Underwater microphones lent', 'accepted'],
  [262, 1, 'hours', 7, 60, 'Episode 2', 'Script review', 'accepted'],
  [250, 0, 'cash', 1200, 1, 'Studio', 'Studio rent, second quarter', 'accepted'],
  [241, 0, 'hours', 17, 85, 'Episode 3', 'Recording and edit', 'accepted'],
  [228, 0, 'maintenance hours', 4, 85, 'Feed', 'Feed moved to the new host', 'accepted'],
  [214, 1, 'hours', 6, 60, 'Episode 3', 'Guests and travel', 'accepted'],
  [201, 0, 'hours', 18, 85, 'Episode 4', 'Recording and edit', 'accepted'],
  [188, 1, 'access', 1, 400, 'Episode 4', 'Research vessel, one day', 'accepted'],
  [172, 0, 'hours', 16, 85, 'Episode 5', 'Recording and edit', 'accepted'],
  [159, 1, 'hours', 5, 60, 'Episode 5', 'Fact check', 'accepted'],
  [150, 0, 'cash', 1200, 1, 'Studio', 'Studio rent, third quarter', 'accepted'],
  [131, 0, 'hours', 19, 85, 'Episode 6', 'Recording and edit', 'accepted'],
  [118, 1, 'other', 1, 350, 'Live evening', 'Room and volunteers', 'accepted'],
  [104, 0, 'hours', 14, 85, 'Live evening', 'Stage and recording', 'accepted'],
  [90, 0, 'maintenance hours', 5, 85, 'Feed', 'Back catalogue remastered', 'accepted'],
  [77, 1, 'hours', 6, 60, 'Episode 7', 'Interviews arranged', 'changed'],
  [63, 0, 'hours', 18, 85, 'Episode 7', 'Recording and edit', 'accepted'],
  [49, 1, 'goods', 40, 12, 'Live evening', 'Books for supporters', 'disputed'],
  [40, 0, 'cash', 1200, 1, 'Studio', 'Studio rent, fourth quarter', 'accepted'],
  [27, 0, 'hours', 15, 85, 'Episode 8', 'Recording and edit', 'proposed'],
  [18, 1, 'hours', 8, 60, 'Episode 8', 'Fact check and guests', 'proposed'],
  [9, 0, 'hours', 6, 85, 'Episode 9', 'Concept', 'proposed'],
  [4, 1, 'access', 1, 400, 'Episode 9', 'Research vessel, one day', 'proposed'],
];

/** Name, side, leading?, perspective, unit, direction, roll-up, baseline, target, weight, readings (days ago, actual). */
const KPIS: readonly {
  kpi: string;
  side: string;
  kind: string;
  perspective: string;
  unit: string;
  direction: string;
  rollUp: string;
  baseline: Cell;
  target: number;
  weight: number;
  readings: readonly (readonly [number, number])[];
}[] = [
  {
    kpi: 'Downloads a month', side: 'both', kind: 'lagging', perspective: 'operational', unit: 'downloads',
    direction: 'higher', rollUp: 'latest', baseline: 2000, target: 12000, weight: 3,
    readings: [[330, 2400], [270, 4100], [210, 5600], [150, 7300], [90, 8800], [30, 10400]],
  },
  {
    kpi: 'Sponsorship', side: 'both', kind: 'lagging', perspective: 'financial', unit: 'EUR',
    direction: 'higher', rollUp: 'sum', baseline: '', target: 18000, weight: 3,
    readings: [[300, 2500], [210, 3000], [120, 3200], [35, 3800]],
  },
  {
    kpi: 'Days from recording to release', side: SAMPLE.first, kind: 'leading', perspective: 'operational', unit: 'days',
    direction: 'lower', rollUp: 'average', baseline: '', target: 14, weight: 2,
    readings: [[310, 19], [240, 18], [170, 16], [100, 15], [45, 13]],
  },
  {
    kpi: 'New volunteers', side: SAMPLE.second, kind: 'lagging', perspective: 'relationship', unit: 'people',
    direction: 'higher', rollUp: 'sum', baseline: '', target: 120, weight: 1,
    readings: [[280, 14], [190, 22], [100, 17], [20, 11]],
  },
  {
    kpi: 'New formats tried', side: 'both', kind: 'leading', perspective: 'innovation', unit: 'formats',
    direction: 'higher', rollUp: 'sum', baseline: '', target: 3, weight: 1, readings: [],
  },
]; // prettier-ignore

/** Days ago, kind, side, the five judgements of health, the four of trust, what worked, what did not, next step. */
const REVIEWS: readonly [number, string, 0 | 1, readonly Cell[], readonly Cell[], string, string, string][] = [
  [
    273,
    'quarterly',
    0,
    [4, 4, 4, 3, 5],
    [4, 4, 3, 2],
    'Quick answers',
    'Money is vague',
    'Write down what counts as effort',
  ],
  [273, 'quarterly', 1, [4, 4, 5, 4, 5], [5, 4, 4, 2], 'The pilot', 'Late scripts', 'Scripts a week ahead'],
  [182, 'quarterly', 0, [4, 3, 3, 3, 4], [4, 3, 3, 3], 'Guests', 'Effort is uneven', 'Look at the split together'],
  [182, 'quarterly', 1, [3, 4, 5, 4, 4], [5, 4, 3, 2], 'Sound', 'Slow answers', 'One call every two weeks'],
  [
    91,
    'quarterly',
    0,
    [3, 3, 3, 2, 4],
    [4, 3, 3, 4],
    'Live evening',
    'Split does not follow the work',
    'Propose a new split',
  ],
  [91, 'quarterly', 1, [4, 4, 5, 4, ''], [5, 4, 4, 2], 'Audience', 'Books are not valued', 'Agree on values of goods'],
];

/** The first rows of every table, for a partnership that ends on `today` (a serial day number). */
export function sampleRows(today: number, now: Date): FirstRows {
  const sides = [SAMPLE.first, SAMPLE.second];
  const answered = (side: number, daysAgo: number): Record<string, Cell> => ({
    answeredBy: sides[1 - side]!,
    answeredAt: new Date(now.getTime() - (daysAgo - 2) * 86_400_000),
  });
  return {
    parties: [
      { party: SAMPLE.first, liaison: 'Mara', agreedSplit: SAMPLE.split },
      { party: SAMPLE.second, liaison: 'Jon', agreedSplit: 1 - SAMPLE.split },
    ],
    contributions: ENTRIES.map(([daysAgo, side, kind, quantity, unitValue, item, note, answer], index) => ({
      id: `C-SAMPLE${String(index + 1).padStart(2, '0')}`,
      date: today - daysAgo,
      party: sides[side]!,
      kind,
      quantity,
      unitValue,
      multiplier: 1,
      item,
      note,
      enteredAt: new Date(now.getTime() - daysAgo * 86_400_000),
      sourceKey: SAMPLE_MARK,
      status: answer === 'changed' ? 'accepted' : answer,
      // What was accepted was two hours more: the entry was changed afterwards.
      acceptedValue:
        answer === 'accepted' ? quantity * unitValue : answer === 'changed' ? (quantity + 2) * unitValue : '',
      ...(answer === 'proposed' ? {} : answered(side, daysAgo)),
      answerNote: answer === 'disputed' ? 'We never agreed on a price for the books.' : '',
    })),
    kpis: KPIS.map(({ readings, ...kpi }, index) => ({
      ...kpi,
      id: `K-SAMPLE${index + 1}`,
      start: today - LENGTH_IN_DAYS,
      due: today + 60,
    })),
    readings: KPIS.flatMap(({ kpi, readings }) =>
      readings.map(([daysAgo, actual]) => ({
        date: today - daysAgo,
        kpi,
        actual,
        source: 'monthly report',
        enteredAt: new Date(now.getTime() - daysAgo * 86_400_000),
        sourceKey: SAMPLE_MARK,
      })),
    ).sort((a, b) => a.date - b.date),
    reviews: REVIEWS.map(([daysAgo, kind, side, health, trust, worked, didNot, nextStep]) => ({
      date: today - daysAgo,
      kind,
      ratedBy: sides[side]!,
      communication: health[0]!,
      trust: health[1]!,
      valueDelivery: health[2]!,
      financial: health[3]!,
      strategicAlignment: health[4]!,
      credibility: trust[0]!,
      reliability: trust[1]!,
      intimacy: trust[2]!,
      selfOrientation: trust[3]!,
      worked,
      didNot,
      nextStep,
      owner: side === 0 ? 'Mara' : 'Jon',
      due: today - daysAgo + 30,
      done: daysAgo > 100 ? 'yes' : 'no',
      sourceKey: SAMPLE_MARK,
    })),
  };
}
