import { LIFECYCLE_NAME } from './lifecycle-name';

/** The lists that the page Checklists begins with: how each is judged, and its questions, by stage in those that have stages. */

export interface List {
  name: string;
  /** `all`: any no pauses. A number: so many yes. `report` counts. `staged`: the last stage that is whole. */
  rule: 'all' | 'report' | 'staged' | number;
  what: string;
  questions: readonly string[] | Readonly<Record<string, readonly string[]>>;
}

/** The questions of a list with their stages, in their order. */
export const questionsOf = ({ questions }: List): (readonly [stage: string, question: string])[] =>
  Object.entries(questions).flatMap(([stage, asked]: [string, string | readonly string[]]) =>
    typeof asked === 'string' ? [['', asked] as const] : asked.map((question) => [stage, question] as const),
  );

const LIFECYCLE: List = {
  name: LIFECYCLE_NAME,
  rule: 'staged',
  what: 'How far it has come: the Scorecard shows the stage, and what is missing for the next.',
  questions: {
    exploration: [
      'Each side has said what it wants from this and what it brings',
      'Each side has one person to turn to',
    ],
    pilot: [
      'A small first project has a start, an end and a result that both sides measure',
      'Split, rights and the way out are agreed in writing',
    ],
    growth: [
      'The pilot has brought what both sides had agreed on',
      'Three to five joint KPIs are read regularly',
      'Each side has set aside time or money for the months ahead',
    ],
    maturity: [
      'Reviews take place in the rhythm, and their next steps get done',
      'The partnership stands in the yearly plan of both sides',
      'Newcomers on either side are shown how it works',
    ],
    renewal: [
      'Both sides have decided anew whether and how to go on',
      'Both sides know what stays with whom if it ends',
    ],
  },
};

export const LISTS: readonly List[] = [
  {
    name: 'Ready to partner?',
    rule: 'report',
    what: 'Six things to talk through together before anything else.',
    questions: [
      'Can both sides say in one sentence what should come out of it?',
      'Have both sides the people, hours and money for it?',
      'Do both sides know in the same way how things will be decided?',
      'Have we talked about who owns what we make, and who may use it?',
      'Do we know what happens if we disagree, or if one side wants out early?',
      'Have we looked at whether it is right for people and nature?',
    ],
  },
  {
    name: 'Decide: five musts',
    rule: 'all',
    what: 'A single no pauses: settle it first.',
    questions: [
      'Are the goals and the limits of each side written down?',
      'Is there a written agreement on rights, money and the way out?',
      'Have we tried working together on something small?',
      'Do we share a place to talk and one to see the figures?',
      'Is it agreed when we review, and how we settle conflicts?',
    ],
  },
  {
    name: 'Decide: eight musts',
    rule: 'all',
    what: 'For content and its makers. A single no pauses: settle it first.',
    questions: [
      'Do the people they reach include those we want to reach?',
      'Does the way they make things go with our own voice?',
      'Can we offer fair pay and enough creative freedom?',
      'Have we the people and time to support them?',
      'Do both sides want to begin with a pilot?',
      'Does everything that was agreed stand in writing?',
      'Is it clear how feedback is given and work is revised?',
      'Is it defined what success is, in something that can be measured?',
    ],
  },
  {
    name: 'Decide: six of eight',
    rule: 6,
    what: 'At least six yes. More than two no: think again, or wait.',
    questions: [
      'Does it serve one of our main goals?',
      'Can they do something that we could not easily build ourselves?',
      'Is it clear to both sides what each of them gains?',
      'Will both give time and money to the relationship itself?',
      'Can we settle deciding, rights and the split before we begin?',
      'Is there a pilot that would show whether it works?',
      'Is it planned how we talk, and how we settle disputes?',
      'Have we thought of how it may end, and does the contract say it?',
    ],
  },
  {
    name: 'Selection',
    rule: 'report',
    what: 'Six things to have in hand before a partner is taken on.',
    questions: [
      'Is it clear which of our goals this is for?',
      'Have we looked at their relevance, resonance and reliability?',
      'Does a written agreement name work, pay, rights and the end?',
      'Is there a way to review work and to give feedback?',
      'Do we follow figures that tell early as well as results?',
      'Do we know how we would grow it, and how we would leave?',
    ],
  },
  {
    name: 'Pilot',
    rule: 'all',
    what: 'Five things that make a pilot one to learn from.',
    questions: [
      'Is it written what each side has to gain, such as 20 % more leads?',
      'Has it a fixed length, such as 90 days?',
      'Has each side named one person to turn to?',
      'Is there a check-in every two weeks?',
      'Does every decision go into a log that both can see?',
    ],
  },
  {
    name: 'Launch',
    rule: 'staged',
    what: 'From the first thought to the decision after the pilot, a step after the other.',
    questions: {
      prepare: [
        'We have looked at the partnerships that we have, and at what is missing',
        'We have a brief: goals, audience, work, measures',
        'We have collected candidates, and rated them alike',
      ],
      approach: [
        'We know their work, their audience and what they care about',
        'Our pitch says what, for whom, when and for what pay, and promises nothing vague',
        'Both sides have written what they bring and what they hope for',
      ],
      agree: [
        'Each side has named its priorities, and we have traded what is cheap for one and dear to the other',
        'Deciding, escalation and the way out are agreed',
        'Everything stands in a memorandum or contract without surprises',
      ],
      pilot: ['A small project with a start and an end is under way', 'Both sides read the same three to five figures'],
      decide: [
        'We have talked about what worked and what did not',
        'We have decided to grow it, to change the terms, or to end it well',
      ],
    },
  },
  {
    name: 'Kick-off',
    rule: 'report',
    what: 'What the first meeting of both teams goes through.',
    questions: [
      'Everybody has said who they are and what they are here for',
      'The vision is read aloud, and both sides hear the same in it',
      'Each side has said how it likes to work and to talk',
      'Answering times, meetings and the way of deciding are agreed',
      'The calendar with milestones, reviews and spare time is shared',
      'It is clear who approves what, and how fast',
      'Open questions have an owner and a day',
    ],
  },
  {
    name: 'Is it a partnership at all?',
    rule: 'all',
    what: 'A no says: an ordinary supplier may serve you better.',
    questions: [
      'Do we want more from it than lower costs?',
      'Are they able to develop something new with us?',
      'Do they want to?',
      'Are we ready to share decisions, and to wait for them?',
    ],
  },
  {
    name: 'Should it grow?',
    rule: 'all',
    what: 'A no says: keep it as it is, or make it smaller.',
    questions: [
      'Would more of it add enough for the extra effort, although it works well with little now?',
      'Do the priorities of both sides still point the same way?',
      'Have both sides the capacity for more?',
    ],
  },
  {
    name: 'Maturity',
    rule: 'staged',
    what: 'How grown-up the work with partners is.',
    questions: {
      experimental: ['We have worked with a partner, if only once', 'Somebody among us looks after it'],
      operational: [
        'There is a budget for it',
        'New partners are taken on in the same way each time',
        'Each partnership has figures that say how it goes',
        'Each has a contract',
      ],
      strategic: [
        'Partnerships stand in our plan for growth',
        'We plan with our partners further than the current project',
        'What we make together serves the audiences of both',
      ],
    },
  },
  {
    name: 'Trust ladder',
    rule: 'staged',
    what: 'Trust is earned a rung at a time: promise no more than the next one bears.',
    questions: {
      trial: ['A small project has been done together', 'Both sides would do it again'],
      consistency: ['Work came on time, several times in a row', 'It stayed within what was agreed'],
      reliability: [
        'Something went wrong, and was solved without blame',
        'Bad news came early, from the side that had it',
      ],
      advocacy: ['Each side recommends the other unasked', 'Each side makes the other’s work known'],
    },
  },
  LIFECYCLE,
  {
    name: 'Ending well',
    rule: 'all',
    what: 'What is to be done before the last day.',
    questions: [
      'Notice is given in the form and time that were agreed',
      'It is settled what stays with whom: works, names, rights',
      'Data and material of the other side are given back or deleted',
      'Work under way is finished, handed over or paid for',
      'Whoever carries it on has been shown how',
      'The last account is settled',
      'Audience and team have heard it from both sides, in the same words',
      'We have thanked each other, and talked about what we learnt',
      'We know whether we would work together again, and under what conditions',
    ],
  },
];
