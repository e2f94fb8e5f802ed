import { payout, type CurvePoint } from '../../calc/curve';
import { range, withDefault } from '../runner/argument';
import { eachCell } from '../runner/broadcast';
import { numberKind, wordKind } from '../runner/cell-kind';
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

function readCurve(table: Table): CurvePoint[] {
  let last = -Infinity;
  return pairsIn(table, numberKind(), numberKind()).map(([attainment, amount, row]) => {
    if (attainment < last) table.refuse(row, 0, `${attainment} is below ${last} in the row above`);
    last = attainment;
    return { attainment, payout: amount };
  });
}
