import {
  anyRows,
  anySetting,
  onScorecard,
  points,
  rows,
  setting,
  signatures,
  topic,
  words,
  type Template,
} from '../template';

/** How to part so that both would work together again. */
export const exitPlan: Template = {
  id: 'exit-plan',
  title: 'Exit plan',
  forWhom:
    'Both sides, agreed at the start and opened when one of them wants to end it: notice, work, rights, data, a good end.',
  frameworks: ['D25', 'B28'],
  sections: [
    {
      title: 'Notice',
      parts: [
        topic('Notice', 'How it is given'),
        setting('Days of notice'),
        anySetting('Notice given on', 'no notice has been given'),
      ],
    },
    {
      title: 'Work under way',
      parts: [
        topic('Winding down', 'What happens to it'),
        anyRows('items', ['item', 'owner', 'stage', 'due', 'milestoneAmount'], 'Items', 'Nothing is under way.', {
          filled: ['item'],
          unless: { stage: ['delivered'] },
        }),
        anyRows('commitments', ['side', 'what', 'amount', 'per', 'until'], 'Commitments', 'No commitment goes on.', {
          unless: { state: ['ended'] },
        }),
      ],
    },
    {
      title: 'Money',
      parts: [
        onScorecard('Money: earned, owed and the next payment', 'No money is shared in this sheet.', {
          headings: ['side', 'owed to it', 'since'],
          ofSides: [],
        }),
        words('The last account is made up to the last day, and agreed by every side.'),
      ],
    },
    {
      title: 'What stays with whom',
      parts: [
        topic('What stays with whom', 'Works, names, accounts, audiences'),
        topic('Ownership'),
        anyRows(
          'rights',
          ['asset', 'owner', 'licence', 'to', 'channels', 'expires'],
          'Rights',
          'No single right is written down.',
          {
            filled: ['asset'],
          },
        ),
        topic('Competing work', 'What neither does afterwards'),
        topic('Confidentiality', 'What stays between us'),
      ],
    },
    {
      title: 'Data',
      parts: [topic('Return of data', 'What is given back or deleted'), topic('Data', 'Who answers for it')],
    },
    {
      title: 'Handing over',
      parts: [topic('Handing over', 'Who helps whom, and how long'), topic('Person to turn to', 'Afterwards ask')],
    },
    {
      title: 'If it ends for other reasons',
      parts: [
        topic('Beyond control'),
        topic('Change of control'),
        topic('Conduct', 'What ends it at once'),
        topic('Liability'),
      ],
    },
    {
      title: 'To be done before the last day',
      parts: [
        rows('checklists', ['question', 'answer', 'owner', 'note'], 'The list Ending well', {
          where: { list: ['Ending well'] },
          needs: { column: 'answer', called: 'question', none: 'open' },
        }),
      ],
    },
    {
      title: 'A good end',
      parts: [
        points(
          'Audience and teams hear it from both sides, on the same day, in the same words.',
          'Both sides thank each other, and talk once about what they learnt: the document Retrospective helps.',
          'Each side says under which conditions it would work with the other again.',
        ),
        signatures,
      ],
    },
  ],
};
