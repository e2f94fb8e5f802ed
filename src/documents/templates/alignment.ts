import { anyRows, rows, signatures, topic, words, type Template } from '../template';

/** What each side wants, side by side: before anything is signed. */
export const alignment: Template = {
  id: 'alignment',
  title: 'Side by side',
  forWhom:
    'Both sides, before anything is signed: what each one wants, where they agree, and where they block each other.',
  frameworks: ['A14', 'D10', 'D8'],
  sections: [
    {
      title: 'Goals, limits and musts, each side for itself',
      parts: [
        rows('sealed', ['side', 'goals', 'limits', 'mustHaves'], 'Goals, limits and must-haves (What we want)', {
          where: { state: ['open'] },
        }),
        rows('sealed', ['side', 'hope1', 'hope2', 'hope3'], 'Hopes of each side (What we want)', {
          where: { state: ['open'] },
        }),
        rows('sealed', ['side', 'fear1', 'fear2', 'fear3'], 'Fears of each side (What we want)', {
          where: { state: ['open'] },
        }),
      ],
    },
    {
      title: 'Where we block each other',
      parts: [
        anyRows('positions', ['topic', 'side', 'position', 'mustHave', 'note'], 'Positions', 'Nowhere.', {
          where: { stands: ['blocking'] },
          unless: { met: ['yes'] },
          together: 'topic',
        }),
      ],
    },
    {
      title: 'Where we differ',
      parts: [
        anyRows('positions', ['topic', 'side', 'position', 'note'], 'Positions', 'Nowhere so far.', {
          where: { stands: ['differs'] },
          together: 'topic',
        }),
      ],
    },
    {
      title: 'Where we say the same',
      parts: [
        anyRows('positions', ['topic', 'side', 'position'], 'Positions', 'Nothing was stated by every side yet.', {
          where: { stands: ['same'] },
          together: 'topic',
        }),
      ],
    },
    {
      title: 'Where one side has not spoken',
      parts: [
        anyRows('positions', ['topic', 'side', 'position'], 'Positions', 'Every side has spoken wherever one has.', {
          where: { stands: ['alone'] },
          together: 'topic',
        }),
      ],
    },
    {
      title: 'What we have agreed on so far',
      parts: [
        topic('Joint outcome'),
        topic('Vision'),
        topic('Audience'),
        topic('Deliverables', 'Format'),
        topic('Rhythm', 'How often'),
        topic('Budget'),
        topic('Least pay'),
        topic('Fee and split', 'Pay'),
        topic('Creative freedom'),
        topic('Ownership', 'Whose the works are'),
        topic('Length and pilot', 'From when to when'),
        topic('Notice', 'How it may end'),
        words(
          'Where the two block each other, look for what is cheap for one side and dear to the other, and trade it.',
        ),
        signatures,
      ],
    },
  ],
};
