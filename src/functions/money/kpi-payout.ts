import { payout, type CurvePoint } from '../../calc/curve';
import type { FunctionHelp } from '../help/help';
import { range, withDefault } from '../runner/argument';
import { complainOfPercent, numberKind, wordKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { pairsIn, tableArgument, type Table } from '../runner/table';

export const definition = defineFunction({
  name: 'KPI_PAYOUT',
  arguments: [
    range('attainment', numberKind()),
    tableArgument('curve', 'a table of attainment and payout', readCurve),
    withDefault('mode', wordKind(['linear', 'step']), 'linear'),
  ],
  rows: 'each on its own',
  compute: (curve, mode) => (attainment) => (attainment === null ? null : payout(curve, mode === 'step', attainment)),
});

/** An attainment of 10 is ten times the target: where all points lie above it, they were meant as whole percents. */
const HIGHEST_START = 10;

function readCurve(table: Table): CurvePoint[] {
  if (standsSideways(table)) {
    table.refuseAll('the curve runs across; a row for each point, attainment and payout side by side, is expected');
  }
  let last = -Infinity;
  const points = pairsIn(table, numberKind(), numberKind());
  const [[start, , at]] = points as [(typeof points)[number]];
  if (points.every(([attainment]) => attainment > HIGHEST_START)) {
    table.refuse(at, 0, complainOfPercent(start, `an attainment of ${HIGHEST_START} or less, where a curve begins`));
  }
  return points.map(([attainment, amount, row]) => {
    if (attainment < last) table.refuse(row, 0, `${attainment} is below ${last} in the row above`);
    last = attainment;
    return { attainment, payout: amount };
  });
}

/** One row or two, each with a third number: of three points side by side, the first two would be read as one. */
const standsSideways = ({ rows, range: { rows: lines } }: Table): boolean =>
  rows.length <= 2 && rows.every((row) => typeof lines[row]![2] === 'number');

const CURVE = [
  ['attainment', 'payout'],
  [0.8, 0.5],
  [1, 1],
  [1.2, 1.6],
];

export const help: FunctionHelp<typeof definition> = {
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
};
