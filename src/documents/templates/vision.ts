import { anyRows, fact, points, rows, topic, words, type Template } from '../template';

/** Where it may lead, in words that both sides would say. */
export const vision: Template = {
  id: 'vision',
  title: 'Shared vision',
  forWhom: 'Both teams: read aloud at the kick-off and at every review of the direction.',
  frameworks: ['D7'],
  sections: [
    {
      title: 'Where we want to go',
      parts: [topic('Vision', 'Our vision'), topic('Joint outcome', 'What will be there at the end')],
    },
    {
      title: 'For whom',
      parts: [topic('Audience'), topic('What people should do', 'What they will do that they do not do today')],
    },
    {
      title: 'What each side finds in it',
      parts: [
        topic('Goals of each side'),
        anyRows('positions', ['side', 'position'], 'Goals', 'No side has stated its goals one by one.', {
          where: { topic: ['Goals of each side', 'Vision'] },
          filled: ['position'],
        }),
      ],
    },
    {
      title: 'What we will not do for it',
      parts: [topic('Limits of each side')],
    },
    {
      title: 'How we will notice that we come nearer',
      parts: [
        rows('kpis', ['kpi', 'baseline', 'target', 'due', 'actual'], 'KPIs of both sides', {
          where: { side: ['both'] },
        }),
      ],
    },
    {
      title: 'When we look at it again',
      parts: [
        fact('Next review', { page: 'scorecard', find: 'Next review', where: 'below' }),
        points(
          'Does the market still want what we set out to make?',
          'Do both sides still want the same?',
          'What would we write differently today? Then write it differently.',
        ),
        words('A vision that nobody can repeat without the paper is too long.'),
      ],
    },
  ],
};
