import { attainment } from '../../calc/attainment';
import { optional, optionalRange, range, rangeWithDefault } from '../runner/argument';
import { eachCell } from '../runner/broadcast';
import { numberKind, percentKind, wordKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';

export const kpiAttainment = defineFunction({
  name: 'KPI_ATTAINMENT',
  arguments: [
    range('actual', numberKind()),
    range('target', numberKind()),
    optionalRange('baseline', numberKind()),
    rangeWithDefault('direction', wordKind(['higher', 'lower']), 'higher'),
    rangeWithDefault('method', wordKind(['auto', 'progress', 'ratio', 'inverse']), 'auto'),
    optional('cap', percentKind({ min: 0, max: 10 })),
  ],
  compute: (actuals, targets, baselines, directions, methods, cap) =>
    eachCell([actuals, targets, baselines, directions, methods], (row, column) => {
      const actual = actuals.at(row, column);
      const target = targets.at(row, column);
      if (actual === null || target === null) return null;
      const baseline = baselines.at(row, column);
      const wanted = methods.at(row, column);
      const method = wanted !== 'auto' ? wanted : baseline === null ? 'ratio' : 'progress';
      if (method === 'progress') {
        if (baseline === null) baselines.refuse(row, column, 'blank, where the method progress needs a number');
      } else if (target < 0) {
        targets.refuse(row, column, `${target} is below 0, which only the method progress can measure`);
      } else if (method === 'inverse' && actual <= 0) {
        if (actual === 0 && cap !== null) return cap;
        actuals.refuse(row, column, `${actual} is not above 0, as the method inverse needs it`);
      }
      const raw = attainment(method, directions.at(row, column) === 'lower', actual, target, baseline ?? 0);
      return cap === null ? raw : Math.min(Math.max(raw, 0), cap);
    }),
});
