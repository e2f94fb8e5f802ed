import { anyRows } from './template';

/** Who decides what, and who is asked next, matter by matter. */
export const decisionRights = anyRows(
  'governance',
  ['matter', 'decides', 'agrees', 'upTo', 'next', 'settles'],
  'Who decides what',
  'No single matter is written down.',
  { filled: ['decides'], most: 8 },
);
