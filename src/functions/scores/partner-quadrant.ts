import type { FunctionHelp } from '../help/help';
import { range, withDefault } from '../runner/argument';
import { numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { refuse } from '../runner/refusal';

const score = numberKind({ min: 0, max: 100 });

/** A score of 1 or less on 0 to 100 is rare, and two side by side are percentages. */
const isFraction = (value: number): boolean => value > 0 && value <= 1;

export const definition = defineFunction({
  name: 'PARTNER_QUADRANT',
  arguments: [range('alignment', score), range('commitment', score), withDefault('cutoff', score, 50)],
  rows: 'each on its own',
  compute: (cutoff) => (alignment, commitment) => {
    if (alignment === null || commitment === null) return null;
    if (isFraction(alignment) && isFraction(commitment)) {
      refuse('alignment', `${alignment} is a fraction, as the commitment beside it; write both from 0 to 100`);
    }
    if (commitment < cutoff) return alignment < cutoff ? 'short project' : 'short project, well aligned';
    return alignment < cutoff ? 'more governance' : 'long-term co-creation';
  },
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'What kind of partnership fits: the Alignment–Commitment matrix in words.',
  arguments: {
    alignment: 'How well goals and values go together, from 0 to 100',
    commitment: 'How much they are committed to it, from 0 to 100',
    cutoff: 'From here on a score is high',
  },
  returns: 'Words, in the shape of the ranges; empty where a score is missing.',
  notes: [
    'Both high: long-term co-creation. High commitment with low alignment: more governance. Low commitment: short project, which is well aligned where the alignment is high.',
    'Two scores that both lie above 0 and not above 1 are refused, since they are fractions: multiply them by 100.',
  ],
  examples: [
    {
      title: 'The four quadrants, one score missing',
      cells: {
        A1: [
          [80, 50],
          [30, 90],
          [80, 49],
          [10, 20],
          [70, null],
        ],
      },
      formula: '=PARTNER_QUADRANT(A1:A6, B1:B6)',
      answer: [
        ['long-term co-creation'],
        ['more governance'],
        ['short project, well aligned'],
        ['short project'],
        [null],
      ],
    },
    {
      title: 'A higher bar',
      cells: { A1: [[60, 70]] },
      formula: '=PARTNER_QUADRANT(A1, B1, 65)',
      answer: 'more governance',
    },
    {
      title: 'A score off the scale',
      cells: { A1: [[120, 70]] },
      formula: '=PARTNER_QUADRANT(A1, B1)',
      error: 'PARTNER_QUADRANT: alignment: 120 is not a number from 0 to 100',
    },
  ],
};
