import { anyRows, limit, points, rows, setting, topic, words, type Template } from '../template';

/** How the two work together, for people who join later. */
export const playbook: Template = {
  id: 'playbook',
  title: 'Playbook',
  forWhom: 'Newcomers on both sides: how we make things, talk, review, decide and pay.',
  frameworks: ['D12', 'D22'],
  sections: [
    {
      title: 'Whom to turn to',
      parts: [
        rows('parties', ['party', 'liaison', 'email'], 'The sides and their people to turn to', {
          filled: ['party'],
          needs: { column: 'liaison', called: 'party' },
        }),
        topic('Steering group'),
      ],
    },
    {
      title: 'How a piece of work comes about',
      parts: [
        rows('itemStages', ['name', 'brings', 'approval'], 'The stages of an item', { filled: ['name'] }),
        topic('Rhythm'),
        topic('Deliverables', 'Formats, lengths, files'),
      ],
    },
    {
      title: 'How it should look and sound',
      parts: [
        topic('Creative freedom', 'What each side decides alone'),
        topic('Names and logos'),
        topic('Disclosure', 'How we say that it is a partnership'),
        topic('Works of others'),
        topic('Conduct'),
      ],
    },
    {
      title: 'How we talk',
      parts: [
        topic('Answering times'),
        topic('Meetings and reviews'),
        setting('Review rhythm', 'Both sides rate the partnership'),
        topic('Tools', 'Where we talk, file and count'),
        topic('Confidentiality'),
        topic('Data'),
      ],
    },
    {
      title: 'How work is reviewed and changed',
      parts: [
        limit('itemLimits', 'Revision rounds', 'Rounds that are included'),
        limit('itemLimits', 'Hours for a review', 'Hours to answer in'),
        topic('Extra work'),
        points(
          'Remarks come in one list, from one person.',
          'What is not in the list is accepted.',
          'One round more than agreed is a change order: what it adds in days and money, and a yes of every side.',
        ),
      ],
    },
    {
      title: 'Who decides',
      parts: [topic('Who decides what'), topic('Approvals'), topic('Major decisions'), topic('Escalation')],
    },
    {
      title: 'How payment works',
      parts: [
        topic('When it is paid'),
        topic('Costs', 'Costs that may be made without asking'),
        topic('Sight of the figures'),
        anyRows('terms', ['inWords'], 'Terms', 'No terms are written down in Terms.', {
          where: { holds: ['today'], agreement: ['', 'agreed'] },
        }),
        points(
          'Whoever will pay late says so before the day.',
          'What was put in is logged in the week in which it was done.',
        ),
      ],
    },
    {
      title: 'What we have learnt',
      parts: [
        anyRows('decisions', ['date', 'what', 'why'], 'Lessons', 'No lesson is noted yet: note one in Decisions.', {
          where: { kind: ['lesson'] },
          newest: 'date',
          most: 15,
        }),
      ],
    },
    {
      title: 'What we keep an eye on',
      parts: [
        anyRows('risks', ['risk', 'mitigation', 'owner'], 'Risks', 'No risk is rated high.', {
          where: { level: ['high'] },
        }),
        words('Change this playbook whenever somebody had to ask: the answer belongs here.'),
      ],
    },
  ],
};
