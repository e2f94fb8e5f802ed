import { describeFunction } from '../help/help';
import { partnerBalance } from './partner-balance';

const HEADER = ['party', 'share of effort', 'share of reward', 'gap', 'ratio', 'move', 'verdict'];

export const partnerBalanceHelp = describeFunction(partnerBalance, {
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
    'A blank is missing, not 0: type 0 where a party put in or got nothing. Where a party has no effort or no reward at all, nobody’s share of it is known; share, gap, ratio and move are empty, and every verdict is not all known.',
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
        ['Studio', 0.6, 0.7, 0.1, 7 / 6, -1000, 'balanced'],
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
});
