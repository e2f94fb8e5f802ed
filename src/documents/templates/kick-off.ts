import { anyRows, linesEach, lines, points, rows, steps, topic, words, type Template } from '../template';

/** The first meeting of both teams, item by item. */
export const kickOff: Template = {
  id: 'kick-off',
  title: 'Kick-off agenda',
  forWhom: 'Both teams, at their first meeting: two hours, item by item, with what is open.',
  frameworks: ['D23'],
  sections: [
    {
      title: 'Two hours',
      parts: [
        steps(
          '10 min: who is here, and what for',
          '10 min: the vision, read aloud',
          '20 min: hopes and fears of each side',
          '20 min: how each side likes to work',
          '20 min: answering times, meetings, deciding',
          '20 min: what is made, by when, and who approves it',
          '10 min: how we see whether it works',
          '10 min: open questions, each with a name and a day',
        ),
      ],
    },
    {
      title: '1 Who is here',
      parts: [
        rows('parties', ['party', 'liaison', 'email'], 'The sides and their people to turn to', {
          filled: ['party'],
          needs: { column: 'liaison', called: 'party' },
        }),
        lines('Also here, and why', 2),
      ],
    },
    {
      title: '2 The vision',
      parts: [
        topic('Vision'),
        topic('Joint outcome'),
        words('Somebody of each side says in its own words what was heard. Where the two differ, stop and talk.'),
      ],
    },
    {
      title: '3 Hopes and fears',
      parts: [
        rows('sealed', ['side', 'hope1', 'hope2', 'hope3'], 'Hopes of each side (What we want)', {
          where: { state: ['open'] },
        }),
        rows('sealed', ['side', 'fear1', 'fear2', 'fear3'], 'Fears of each side (What we want)', {
          where: { state: ['open'] },
        }),
      ],
    },
    {
      title: '4 How each side likes to work',
      parts: [
        points(
          'Fast and rough, or slow and finished?',
          'Written or spoken?',
          'Who has to be asked before a yes?',
          'Which weeks are bad?',
        ),
        linesEach('What the others should know about us', 3),
      ],
    },
    {
      title: '5 What we agree on for every day',
      parts: [
        topic('Answering times'),
        topic('Meetings and reviews'),
        topic('Who decides what'),
        topic('Escalation'),
        topic('Tools'),
      ],
    },
    {
      title: '6 What is made, by when',
      parts: [
        rows('items', ['item', 'owner', 'due'], 'Items', {
          filled: ['item'],
          unless: { stage: ['delivered'] },
          most: 12,
        }),
        anyRows('calendar', ['when', 'what', 'ready'], 'Dates ahead', 'No date lies ahead in the Calendar.', {
          filled: ['when'],
          most: 8,
        }),
        topic('Approvals'),
      ],
    },
    {
      title: '7 How we see whether it works',
      parts: [rows('kpis', ['kpi', 'side', 'baseline', 'target', 'due'], 'KPIs', { filled: ['kpi'] })],
    },
    {
      title: '8 What is still open',
      parts: [
        anyRows(
          'checklists',
          ['question', 'answer', 'owner', 'note'],
          'Questions',
          'Every question of the kick-off list is settled.',
          {
            where: { list: ['Kick-off'] },
            unless: { answer: ['yes'] },
          },
        ),
        lines('Who does what, and by when', 4),
      ],
    },
  ],
};
