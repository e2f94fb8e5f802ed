import { anyRows, rows, setting, signatures, words, type Part, type Section, type Template } from '../template';
import { decisionRights } from '../decision-rights';

const CHAPTERS = {
  purpose: 'Purpose',
  people: 'People',
  work: 'Work',
  money: 'Money',
  rights: 'Rights',
  deciding: 'Deciding',
  'working together': 'Working together',
  ending: 'Ending',
} as const;
type Chapter = keyof typeof CHAPTERS;

/** Beside what was agreed in words: what other pages hold as rows. */
const BESIDE: Partial<Record<Chapter, readonly Part[]>> = {
  people: [
    rows('parties', ['party', 'liaison', 'email'], 'The sides and their people to turn to', {
      filled: ['party'],
      needs: { column: 'liaison', called: 'party' },
    }),
    anyRows(
      'commitments',
      ['side', 'what', 'limit', 'amount', 'per', 'until'],
      'Commitments',
      'No commitment of its own is written down.',
    ),
  ],
  work: [
    anyRows('kpis', ['kpi', 'side', 'baseline', 'target', 'due'], 'KPIs', 'No KPI is written down.', {
      filled: ['kpi'],
    }),
  ],
  money: [
    anyRows('terms', ['inWords', 'effectiveFrom'], 'Terms', 'No terms are written down in Terms.', {
      where: { holds: ['today', 'later'], agreement: ['', 'agreed'] },
    }),
  ],
  rights: [
    anyRows(
      'rights',
      ['asset', 'owner', 'licence', 'to', 'territory', 'expires'],
      'Rights',
      'No single right is written down.',
      {
        filled: ['asset'],
      },
    ),
  ],
  deciding: [decisionRights],
  ending: [setting('Days of the pilot'), setting('Days of notice')],
};

const section = ([chapter, title]: [string, string]): Section => ({
  title,
  parts: [
    rows('agreement', ['topic', 'agreed', 'decidedBy', 'expires'], `The chapter ${title}`, {
      where: { chapter: [chapter] },
      filled: ['topic'],
      needs: { column: 'agreed', called: 'topic' },
    }),
    ...(BESIDE[chapter as Chapter] ?? []),
  ],
});

/** Everything that was agreed, chapter by chapter; it lives as long as the partnership. */
export const memorandum: Template = {
  id: 'memorandum',
  title: 'Memorandum of understanding',
  forWhom:
    'Both sides, and who writes the contract: all that was agreed, chapter by chapter, with what has changed since.',
  frameworks: ['D6', 'D9', 'C7'],
  sections: [
    {
      title: 'What this is',
      parts: [
        words(
          'Here {sides} write down what they understand by their partnership, as it stands on {today}. It is made anew whenever something changes; the latest version counts, and earlier ones are kept.',
        ),
        setting('Partnership start', 'The partnership begins on'),
      ],
    },
    ...Object.entries(CHAPTERS).map(section),
    {
      title: 'Versions: what was decided and changed since',
      parts: [
        anyRows(
          'decisions',
          ['date', 'kind', 'what', 'days', 'money', 'state'],
          'Decisions',
          'Nothing was changed so far.',
          {
            where: { kind: ['decision', 'change order'] },
            newest: 'date',
            most: 20,
          },
        ),
      ],
    },
    { title: 'Signed', parts: [signatures] },
  ],
};
