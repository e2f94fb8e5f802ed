import { range, withDefault } from '../runner/argument';
import { eachCell } from '../runner/broadcast';
import { numberKind, percentKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { refuseArgument } from '../runner/grid';

const NAME = 'KPI_STATUS';
const bound = percentKind({ max: 10 });

export const kpiStatus = defineFunction({
  name: NAME,
  arguments: [
    range('attainment', numberKind()),
    withDefault('amber_from', bound, 0.8),
    withDefault('green_from', bound, 1),
  ],
  compute(attainments, amber, green) {
    if (amber > green) {
      const place = { functionName: NAME, argumentName: 'amber_from' };
      refuseArgument(place, `${amber} is above green_from, which is ${green}`);
    }
    return eachCell([attainments], (row, column) => {
      const attainment = attainments.at(row, column);
      if (attainment === null) return null;
      return attainment >= green ? 'on track' : attainment >= amber ? 'at risk' : 'off track';
    });
  },
});
