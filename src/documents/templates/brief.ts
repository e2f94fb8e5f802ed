import { anyRows, limit, lines, points, rows, topic, words, type Template } from '../template';

/** What whoever makes it has to know, and no more. */
export const brief: Template = {
  id: 'brief',
  title: 'Brief',
  forWhom: 'Whoever makes the work, and whoever accepts it: what for, for whom, what, by when, and how it is judged.',
  frameworks: ['D11'],
  sections: [
    {
      title: 'What it is for',
      parts: [
        topic('Joint outcome', 'Objective'),
        topic('What people should do'),
        lines('The one message that should stay', 2),
      ],
    },
    { title: 'For whom', parts: [topic('Audience')] },
    {
      title: 'What is made',
      parts: [
        topic('Deliverables', 'Format, length and number'),
        topic('Rhythm'),
        topic('Scope', 'What belongs to it, and what does not'),
        rows('items', ['item', 'owner', 'stage', 'due', 'milestoneAmount'], 'Items', {
          filled: ['item'],
          unless: { stage: ['delivered'] },
          needs: { column: 'due', called: 'item' },
          most: 20,
        }),
      ],
    },
    {
      title: 'By when',
      parts: [
        anyRows('calendar', ['when', 'what', 'ready'], 'Dates ahead', 'No date lies ahead in the Calendar.', {
          filled: ['when'],
          most: 10,
        }),
        words('Be ready by the second date: the days between are there for what nobody planned.'),
      ],
    },
    {
      title: 'How it is judged',
      parts: [
        topic('Measures of success'),
        rows('kpis', ['kpi', 'side', 'baseline', 'target', 'due'], 'KPIs', { filled: ['kpi'] }),
      ],
    },
    {
      title: 'How it is reviewed',
      parts: [
        topic('Rounds of revision'),
        limit('itemLimits', 'Revision rounds', 'Rounds that are part of the deal'),
        topic('Time to review'),
        limit('itemLimits', 'Hours for a review', 'Hours to answer in'),
        topic('Approvals', 'Who says that it is done'),
        topic('Extra work', 'More than that'),
      ],
    },
    {
      title: 'What the maker is free to do, and what not',
      parts: [topic('Creative freedom'), topic('Names and logos'), topic('Works of others'), topic('Disclosure')],
    },
    {
      title: 'What is paid',
      parts: [topic('Fee and split'), topic('When it is paid'), topic('Costs')],
    },
    {
      title: 'Half-way',
      parts: [
        words('Both sides read this brief again when half of the time is over, and change it where it no longer fits.'),
        points(
          'Is the objective still the right one?',
          'Is anything asked for that does not stand here?',
          'Do the first figures point the right way?',
        ),
        lines('Read again on, and changed', 2),
      ],
    },
  ],
};
