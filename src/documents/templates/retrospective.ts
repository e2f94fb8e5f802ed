import { anyRows, lines, linesEach, onScorecard, points, rows, words, type Template } from '../template';

/** What went well, what did not, and what is tried next: after a project, or after it failed. */
export const retrospective: Template = {
  id: 'retrospective',
  title: 'Retrospective',
  forWhom: 'Both teams, after a month, a project or an end: what worked, what did not, what we try next.',
  frameworks: ['D24', 'A26', 'D34'],
  sections: [
    {
      title: 'How we talk about it',
      parts: [
        points(
          'We look for causes, not for guilt: everybody did what seemed right at the time.',
          'Each side speaks first once, without being interrupted.',
          'Three things to change are enough; each gets a name and a day.',
          'What was good is said aloud, too.',
        ),
      ],
    },
    {
      title: 'What the sides have written',
      parts: [
        rows('reviews', ['date', 'ratedBy', 'worked', 'didNot'], 'What worked and what did not (Review)', {
          newest: 'date',
          most: 8,
        }),
      ],
    },
    {
      title: 'What the figures say',
      parts: [
        onScorecard('KPIs', 'No KPI is agreed yet.', {
          headings: ['KPI', 'actual', 'target', 'attainment', 'status', 'trend'],
        }),
      ],
    },
    {
      title: 'Where a result fell short',
      parts: [
        anyRows('decisions', ['date', 'what', 'cause', 'why'], 'Diagnoses', 'No diagnosis is noted.', {
          where: { kind: ['diagnosis'] },
          newest: 'date',
        }),
        anyRows(
          'diagnosisCauses',
          ['cause', 'next'],
          'Causes to look at',
          'Content, promotion, or the wrong audience?',
          {
            filled: ['cause'],
          },
        ),
        words('A weak result is something to learn from, and nobody is paid less for it.'),
      ],
    },
    {
      title: 'What we made',
      parts: [
        anyRows(
          'items',
          ['item', 'owner', 'due', 'delivered', 'published', 'revisionRound'],
          'Items',
          'No item was delivered yet.',
          {
            filled: ['delivered'],
            newest: 'delivered',
            most: 12,
          },
        ),
      ],
    },
    {
      title: 'What we said last time, and whether it was done',
      parts: [
        anyRows('reviews', ['nextStep', 'owner', 'due', 'done'], 'Next steps', 'No next step was noted.', {
          filled: ['nextStep'],
          newest: 'date',
          most: 8,
        }),
      ],
    },
    {
      title: 'What we know now',
      parts: [
        anyRows('decisions', ['date', 'what', 'why'], 'Lessons', 'No lesson is noted yet.', {
          where: { kind: ['lesson', 'idea'] },
          newest: 'date',
        }),
        lines('To keep', 3),
        lines('To change', 3),
        lines('To try next, by whom, by when', 3),
        linesEach('What we thank the other side for', 2),
        words('Note what you decide with “Note a decision”, as a lesson or an action: so it is there next time.'),
      ],
    },
  ],
};
