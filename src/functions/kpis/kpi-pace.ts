import { pace } from '../../calc/attainment';
import { range } from '../runner/argument';
import { eachCell } from '../runner/broadcast';
import { dayKind, numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';

export const kpiPace = defineFunction({
  name: 'KPI_PACE',
  arguments: [
    range('actual', numberKind()),
    range('target', numberKind()),
    range('baseline', numberKind()),
    range('start', dayKind),
    range('end', dayKind),
    range('as_of', dayKind),
  ],
  compute: (...grids) =>
    eachCell(grids, (row, column) => {
      const values = grids.map((grid) => grid.at(row, column));
      const [actual, target, baseline, start, end, asOf] = values as number[];
      if (!values.slice(3, 5).includes(null) && end! < start!) grids[4].refuse(row, column, 'before the start');
      if (values.includes(null) || asOf! < start!) return null;
      return pace(actual!, target!, baseline!, asOf! - start!, end! - start!);
    }),
});
