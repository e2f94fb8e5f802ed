import { minus, quotient, times } from '../../calc/arithmetic';
import { decimalOf, type Decimal } from '../../calc/decimal';
import type { FunctionHelp } from '../help/help';
import { range, withDefault } from '../runner/argument';
import type { Cell } from '../runner/cell';
import { nameKind, numberKind, percentKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { grandTotal, totalsByName, type Total } from './totals';

const HEADER = ['party', 'share of effort', 'share of reward', 'gap', 'ratio', 'move', 'verdict'];

export const definition = defineFunction({
  name: 'PARTNER_BALANCE',
  arguments: [
    range('parties', nameKind),
    range('effort', numberKind()),
    range('reward', numberKind()),
    withDefault('tolerance', percentKind({ min: 0, max: 1 }), 0.1),
  ],
  rows: 'entries of one list',
  compute(entries, parties, effort, reward, tolerance) {
    const columns = [effort, reward];
    const counted = (entry: number) =>
      columns.map((column) => {
        const value = entries.at(column, entry);
        return value === null ? null : decimalOf(value);
      });
    const totals = totalsByName(entries, parties, counted, 2, 'leaves the sum unknown');
    // A share of all is only known where everybody's part is: a blank is not a zero.
    const allEffort = positive(allOf(totals, 0));
    const allReward = positive(allOf(totals, 1));
    const isComplete = totals.every(({ sums }) => !sums.includes(null));
    const rows = totals.map(({ name, sums: [given, received] }): Cell[] => {
      const known = given && received && allEffort && allReward;
      // Shares brought to one denominator: their difference is exact, and so is its comparison with the tolerance.
      const difference = known && minus(times(received, allEffort), times(given, allReward));
      const gap = difference ? quotient(difference, times(allEffort!, allReward!)) : null;
      const worked = given && given.units > 0 && allEffort;
      return [
        name,
        given && allEffort ? quotient(given, allEffort) : null,
        received && allReward ? quotient(received, allReward) : null,
        gap,
        known && worked ? quotient(times(received, allEffort), times(given, allReward)) : null,
        difference ? -quotient(difference, allEffort!) : null,
        !isComplete ? 'not all known' : worked ? verdict(gap, tolerance) : 'no logged effort',
      ];
    });
    return [HEADER.slice(), ...rows];
  },
});

/** What all parties have together; null where a party has nothing given. */
const allOf = (totals: readonly Total[], column: number): Decimal | null =>
  totals.some(({ sums }) => !sums[column]) ? null : grandTotal(totals, column);

const positive = (total: Decimal | null): Decimal | null => (total && total.units > 0 ? total : null);

function verdict(gap: number | null, tolerance: number): string | null {
  if (gap === null) return null;
  if (Math.abs(gap) <= tolerance) return 'balanced';
  return gap > 0 ? 'receives more' : 'receives less';
}

export const help: FunctionHelp<typeof definition> = {
  summary: 'Compares what each party put in with what it got out.',
  arguments: {
    parties: 'The parties; one that stands in several rows is added up',
    effort: 'What each party put in: value, hours or points, all in one unit',
    reward: 'What each party got for it over the same time',
    tolerance: 'Gaps up to here are called balanced',
  },
  returns: 'A table: party, share of effort, share of reward, gap, ratio, move, verdict.',
  notes: [
    'Gap is share of reward − share of effort, ratio the one ÷ the other. Move is what a party would have to receive more, or less where it is negative, for its reward to be in proportion to its effort.',
    'Verdicts are balanced, receives more, receives less, and no logged effort, where a party has no effort above 0.',
    'A blank is missing, not 0: type 0 where a party put in or got nothing. Where an effort or a reward is missing, in one of a party’s rows too, nobody’s share of it is known; share, gap, ratio and move are empty, and every verdict is not all known.',
    'As reward take what was earned by the effort: share, fee, bonus and top-up less clawbacks over the same dates. What was paid out follows later, and is reduced by advances.',
  ],
  examples: [
    {
      title: 'Effort 60 to 40, reward 7,000 to 3,000',
      cells: {
        A1: [
          ['Studio', 60, 7000],
          ['Brand', 40, 3000],
        ],
      },
      formula: '=PARTNER_BALANCE(A1:A2, B1:B2, C1:C2)',
      answer: [
        HEADER,
        ['Studio', 0.6, 0.7, 0.1, 1.1666666666666667, -1000, 'balanced'],
        ['Brand', 0.4, 0.3, -0.1, 0.75, 1000, 'balanced'],
      ],
    },
    {
      title: 'A party that logged nothing, and a smaller tolerance',
      cells: {
        A1: [
          ['Studio', 75, 600],
          ['Brand', 25, 300],
          ['Agency', 0, 100],
        ],
      },
      formula: '=PARTNER_BALANCE(A1:A9, B1:B9, C1:C9, 4%)',
      answer: [
        HEADER,
        ['Studio', 0.75, 0.6, -0.15, 0.8, 150, 'receives less'],
        ['Brand', 0.25, 0.3, 0.05, 1.2, -50, 'receives more'],
        ['Agency', 0, 0.1, 0.1, null, -100, 'no logged effort'],
      ],
    },
    {
      title: 'A reward that is not known yet',
      cells: {
        A1: [
          ['Studio', 50, null],
          ['Brand', 50, 500],
        ],
      },
      formula: '=PARTNER_BALANCE(A1:A2, B1:B2, C1:C2)',
      answer: [
        HEADER,
        ['Studio', 0.5, null, null, null, null, 'not all known'],
        ['Brand', 0.5, null, null, null, null, 'not all known'],
      ],
    },
    {
      title: 'Hours that are text',
      cells: {
        A1: [
          ['Studio', '60 h', 7000],
          ['Brand', 40, 3000],
        ],
      },
      formula: '=PARTNER_BALANCE(A1:A2, B1:B2, C1:C2)',
      error: 'PARTNER_BALANCE: effort, row 1: "60 h" is not a number',
    },
  ],
};
