import { payout, type CurvePoint } from '../../calc/curve';
import { range, withDefault } from '../runner/argument';
import { eachCell } from '../runner/broadcast';
import { complainOfPercent, numberKind, wordKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { pairsIn, tableArgument, type Table } from '../runner/table';

export const kpiPayout = defineFunction({
  name: 'KPI_PAYOUT',
  arguments: [
    range('attainment', numberKind()),
    tableArgument('curve', 'a table of attainment and payout', readCurve),
    withDefault('mode', wordKind(['linear', 'step']), 'linear'),
  ],
  compute: (attainments, curve, mode) =>
    eachCell([attainments], (row, column) => {
      const attainment = attainments.at(row, column);
      return attainment === null ? null : payout(curve, mode === 'step', attainment);
    }),
});

/** An attainment of 10 is ten times the target: where all points lie above it, they were meant as whole percents. */
const HIGHEST_START = 10;

function readCurve(table: Table): CurvePoint[] {
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
