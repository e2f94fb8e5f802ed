import { anyRows, cards, fact, lines, onScorecard, points, rows, type Template } from '../template';

/** What both sides look at when they review the partnership. */
export const reviewPack: Template = {
  id: 'review-pack',
  title: 'Review pack',
  forWhom: 'Both sides, a day before they review the quarter: figures first, then what to talk about.',
  frameworks: ['D2', 'D16', 'D17'],
  sections: [
    {
      title: 'In four figures',
      parts: [cards('Balance', 'KPIs on track', 'Health', 'Next review')],
    },
    {
      title: 'Effort and reward',
      parts: [
        onScorecard('Effort and reward', 'Nothing is logged yet.', {
          headings: [
            'side',
            'share of effort',
            'share of what was earned',
            'agreed split',
            'gap',
            'to even out',
            'verdict',
          ],
          ofSides: [],
        }),
        onScorecard('Effort and reward', 'Nothing is logged yet.', {
          headings: ['side', 'effort, last 3 months'],
          ofSides: [],
        }),
        onScorecard('Money: earned, owed and the next payment', 'No money is shared in this sheet.', {
          headings: ['side', 'earned', 'owed to it', 'since'],
          ofSides: [],
        }),
      ],
    },
    {
      title: 'What we wanted to move',
      parts: [
        onScorecard('KPIs', 'No KPI is agreed yet.', {
          headings: ['KPI', 'side', 'actual', 'target', 'attainment', 'status'],
        }),
        onScorecard('Balanced score', 'No KPI has been read yet.'),
      ],
    },
    {
      title: 'How each side sees it',
      parts: [
        onScorecard('How each side rates it', 'Nobody has rated the partnership yet.', { ofSides: ['Gap'] }),
        fact('To look at first', { page: 'scorecard', find: 'Weakest link', where: 'itself' }),
        rows('reviews', ['date', 'ratedBy', 'kind', 'worked', 'didNot'], 'Reviews of each side', {
          newest: 'date',
          most: 4,
        }),
      ],
    },
    {
      title: 'What was promised',
      parts: [
        anyRows(
          'commitments',
          ['side', 'what', 'amount', 'thisPeriod', 'lastPeriod', 'state'],
          'Commitments',
          'No commitment is written down.',
        ),
        anyRows('items', ['item', 'owner', 'stage', 'due', 'attention'], 'Items', 'No item needs attention.', {
          filled: ['attention'],
        }),
        anyRows('reviews', ['nextStep', 'owner', 'due'], 'Next steps', 'Every next step is done.', {
          filled: ['nextStep'],
          unless: { done: ['yes'] },
        }),
      ],
    },
    {
      title: 'What was decided and changed',
      parts: [
        anyRows('decisions', ['date', 'kind', 'what', 'owner', 'state'], 'Decisions', 'Nothing was noted.', {
          newest: 'date',
          most: 10,
        }),
        anyRows('changeOrders', ['state', 'count', 'days', 'money'], 'Change orders', 'There is no change order.'),
      ],
    },
    {
      title: 'What each side gives and gets besides money',
      parts: [anyRows('exchangeWords', ['words'], 'Value exchange', 'No value exchange is noted.')],
    },
    {
      title: 'What could go wrong',
      parts: [
        anyRows('risks', ['risk', 'score', 'mitigation', 'owner'], 'Risks', 'No risk is rated high.', {
          where: { level: ['high'] },
        }),
        fact('Lifecycle', { page: 'scorecard', find: 'Lifecycle stage', where: 'right' }),
      ],
    },
    {
      title: 'To talk about',
      parts: [
        points(
          'Is what we want still the same, and does the market still want it?',
          'Is the partnership worth more to each side than it costs?',
          'Which one imbalance do we even out, and how?',
          'What do we change in the KPIs or the terms?',
          'Do we go on as we are, turn, or end it well?',
        ),
        lines('Decided, by whom, by when', 5),
      ],
    },
  ],
};
