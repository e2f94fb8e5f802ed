import { choice, day, longText, number, rating, text } from './column';
import { settingIn } from './settings';
import { defineTable, type FormulasOf } from './table';

/** How often a side may be asked; a review's kind is what it looks at. */
const KINDS = ['check-in', 'retrospective', 'operational', 'quarterly', 'strategic', 'renewal'] as const;

/** The five judgements of the partnership's health. */
export const HEALTH = ['communication', 'trust', 'valueDelivery', 'financial', 'strategicAlignment'] as const;

/** The inputs of the trust equation; of self-orientation less is better. */
export const TRUST = ['credibility', 'reliability', 'intimacy', 'selfOrientation'] as const;

/** One side's ratings at one review a row. */
export const reviewsTable = defineTable({
  id: 'reviews',
  tab: 'reviews',
  columns: {
    date: day('Date', 'The day of the review.'),
    kind: choice('Kind', 'What the review looked at.', { listed: KINDS }),
    ratedBy: choice('Rated by', 'The side that gives these ratings.', { table: 'parties', column: 'party' }),
    communication: rating('Communication', '1 to 5: are answers clear and on time?'),
    trust: rating('Trust', '1 to 5: do you rely on the other side without checking?'),
    valueDelivery: rating('Value delivery', '1 to 5: did the other side deliver what it promised?'),
    financial: rating('Financial', '1 to 5: is the money clear, fair and on time?'),
    strategicAlignment: rating('Strategic alignment', '1 to 5: do both sides still want the same?'),
    credibility: rating('Credibility', 'The other side, 1 to 5: can its words be believed?'),
    reliability: rating('Reliability', 'The other side, 1 to 5: does it do what it says?'),
    intimacy: rating('Intimacy', 'The other side, 1 to 5: can difficult things be said to it?'),
    selfOrientation: rating(
      'Self-orientation',
      'The other side, 1 to 5: how much does it look to itself first? Less is better.',
    ),
    worked: longText('What worked', 'What should stay as it is.'),
    didNot: longText('What did not', 'What should change.'),
    nextStep: longText('Next step', 'The one thing to do next.'),
    owner: text('Owner', 'Who does it.'),
    due: day('Due', 'By when.'),
    done: choice('Done', 'yes once the next step is done.', { listed: ['yes', 'no'] }, { width: 80 }),
    sourceKey: text('Source key', 'Names the row, so that it is written once.', { filled: 'by the add-on' }),
    health: number('Health', 'The five judgements as a score from 0 to 100. Empty while too few are rated.', {
      filled: 'by formula',
    }),
    trustScore: number('Trust score', '(Credibility + Reliability + Intimacy) ÷ Self-orientation, from 0.6 to 15.', {
      filled: 'by formula',
    }),
  },
});

export const reviewsFormulas: FormulasOf<typeof reviewsTable> = {
  health: (to) =>
    `PARTNER_SCORE(HSTACK(${HEALTH.map((key) => to(`reviews.${key}`)).join(',')}),,5,1,${settingIn(to, 'coverage')})`,
  trustScore: (to) => `PARTNER_TRUST(${TRUST.map((key) => to(`reviews.${key}`)).join(',')})`,
};
