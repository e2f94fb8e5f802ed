import { anyRows, rows, words, type Template } from '../template';

/** What a side gets for a month, and why: for its own files. */
export const statement: Template = {
  id: 'statement',
  title: 'Statement',
  forWhom: 'One side, for its own files and its bookkeeper: a month, line by line, with what was agreed.',
  frameworks: ['B10'],
  asks: ['side', 'month'],
  sections: [
    {
      title: 'The account',
      parts: [
        words('Statement of {side} for {month}, made on {today} from what stands in the sheet.'),
        rows('account', ['figure', 'amount'], 'The account of the month'),
      ],
    },
    {
      title: 'Every amount, with its reason',
      parts: [
        anyRows(
          'accountLines',
          ['line', 'of', 'base', 'rate', 'amount', 'why'],
          'Lines',
          'No amount of this side in this month.',
        ),
      ],
    },
    {
      title: 'Payments',
      parts: [
        anyRows('payments', ['date', 'from', 'amount', 'reference'], 'Payments', 'Nothing was paid to this side yet.', {
          where: { party: ['{side}'] },
          newest: 'date',
          most: 12,
        }),
      ],
    },
    {
      title: 'What was agreed',
      parts: [
        rows('terms', ['inWords', 'effectiveFrom', 'whoAnswered'], 'Terms', {
          where: { holds: ['today', 'once'], agreement: ['', 'agreed'], party: ['{side}', ''] },
        }),
      ],
    },
    {
      title: 'What this side has put in',
      parts: [
        rows('parties', ['party', 'contributed', 'share', 'agreedSplit'], 'What was put in', {
          where: { party: ['{side}'] },
        }),
      ],
    },
  ],
};
