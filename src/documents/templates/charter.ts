import { rows, setting, signatures, topic, words, type Template } from '../template';
import { decisionRights } from '../decision-rights';

/** One page in plain words, signed before the work begins. */
export const charter: Template = {
  id: 'charter',
  title: 'Charter',
  forWhom: 'Both sides, signed before the work begins: one page on purpose, roles, measures, deciding and the way out.',
  frameworks: ['D5', 'D21'],
  onePage: true,
  sections: [
    {
      title: 'What we want together',
      parts: [topic('Joint outcome', 'Purpose'), topic('Vision'), topic('Scope', 'What belongs to it')],
    },
    {
      title: 'Who we are, and who does what',
      parts: [
        rows('parties', ['party', 'liaison', 'agreedSplit'], 'The sides and their people to turn to', {
          filled: ['party'],
          needs: { column: 'liaison', called: 'party' },
        }),
        topic('Roles'),
        topic('Least commitment'),
      ],
    },
    {
      title: 'How we know that it works',
      parts: [
        rows('kpis', ['kpi', 'side', 'baseline', 'target', 'due'], 'KPIs', { filled: ['kpi'], most: 8 }),
        setting('Review rhythm', 'We review it'),
      ],
    },
    {
      title: 'How we decide',
      parts: [
        topic('Who decides what'),
        decisionRights,
        topic('Major decisions', 'What takes a yes of every side'),
        topic('Approvals', 'Who approves money and publications'),
        topic('Creative freedom', 'Disputes about form end with'),
        topic('Escalation', 'If we cannot settle it'),
        topic('Mediator'),
        topic('Extra work', 'Work beyond the scope'),
      ],
    },
    {
      title: 'Money and rights in a line each',
      parts: [topic('Fee and split'), topic('Ownership')],
    },
    {
      title: 'How it ends',
      parts: [
        topic('Length and pilot', 'How long'),
        setting('Days of notice'),
        topic('What stays with whom'),
        topic('Winding down', 'Work under way'),
      ],
    },
    {
      title: 'Signed',
      parts: [words('We have read this page together, and mean the same by it.'), signatures],
    },
  ],
};
