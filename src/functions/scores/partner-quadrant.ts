import { range, withDefault } from '../runner/argument';
import { eachCell } from '../runner/broadcast';
import { numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';

const score = numberKind({ min: 0, max: 100 });

/** A score of 1 or less on 0 to 100 is rare, and two side by side are percentages. */
const isFraction = (value: number): boolean => value > 0 && value <= 1;

export const partnerQuadrant = defineFunction({
  name: 'PARTNER_QUADRANT',
  arguments: [range('alignment', score), range('commitment', score), withDefault('cutoff', score, 50)],
  compute: (alignments, commitments, cutoff) =>
    eachCell([alignments, commitments], (row, column) => {
      const alignment = alignments.at(row, column);
      const commitment = commitments.at(row, column);
      if (alignment === null || commitment === null) return null;
      if (isFraction(alignment) && isFraction(commitment)) {
        alignments.refuse(
          row,
          column,
          `${alignment} is a fraction, as the commitment beside it; write both from 0 to 100`,
        );
      }
      if (commitment < cutoff) return alignment < cutoff ? 'short project' : 'short project, well aligned';
      return alignment < cutoff ? 'more governance' : 'long-term co-creation';
    }),
});
