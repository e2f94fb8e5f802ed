import { describeFunction } from '../help/help';
import { kpiPayout } from './kpi-payout';

const CURVE = [
  ['attainment', 'payout'],
  [0.8, 0.5],
  [1, 1],
  [1.2, 1.6],
];

export const kpiPayoutHelp = describeFunction(kpiPayout, {
  summary: 'What is paid for reaching part of a target, read off a curve.',
  arguments: {
    attainment: 'How far the target is reached, 1 is on target; blank answers blank',
    curve: 'Points of the curve, attainments rising',
    mode: 'Whether the payout rises on a straight line between the points, or in steps',
  },
  returns: 'The payout, in the unit of the curve, in the shape of the attainments.',
  notes: [
    'Below the first point nothing is paid, after the last one no more than there. Two points at one attainment are a jump: the later one holds there. A curve whose attainments all lie above 10 is refused: 80 is 8000 %, and 80% or 0.8 is meant.',
    'In steps, what is paid is the payout of the last point reached. A bonus of 2,000 by a curve in fractions is =2000*KPI_PAYOUT(A2, D2:E4).',
  ],
  examples: [
    {
      title: 'A curve with a threshold and a maximum',
      cells: { A1: [[0.79], [0.8], [0.9], [1.1], [2]], C1: CURVE },
      formula: '=KPI_PAYOUT(A1:A5, C1:D4)',
      answer: [[0], [0.5], [0.75], [1.3], [1.6]],
    },
    {
      title: 'In steps, one attainment not known yet',
      cells: { A1: [[0.99], [null], [1]], C1: CURVE },
      formula: '=KPI_PAYOUT(A1:A3, C2:D4, "step")',
      answer: [[0.5], [null], [1]],
    },
    {
      title: 'Points that do not rise',
      cells: {
        A1: [[0.9]],
        C1: [
          [1, 1],
          [0.8, 0.5],
        ],
      },
      formula: '=KPI_PAYOUT(A1, C1:D2)',
      error: 'KPI_PAYOUT: curve, row 2, column 1: 0.8 is below 1 in the row above',
    },
  ],
});
