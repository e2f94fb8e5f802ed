import type { FunctionHelp } from '../help/help';
import { range, withDefault } from '../runner/argument';
import { numberKind, percentKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { refuse } from '../runner/refusal';

const bound = percentKind({ max: 2 });

export const definition = defineFunction({
  name: 'KPI_STATUS',
  arguments: [
    range('attainment', numberKind()),
    withDefault('amber_from', bound, 0.8),
    withDefault('green_from', bound, 1),
  ],
  rows: 'each on its own',
  compute(amber, green) {
    if (amber > green) refuse('amber_from', `${amber} is above green_from, which is ${green}`);
    return (attainment) => {
      if (attainment === null) return null;
      return attainment >= green ? 'on track' : attainment >= amber ? 'at risk' : 'off track';
    };
  },
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'Says whether KPIs are on track, at risk or off track.',
  arguments: {
    attainment: 'Attainment or pace, 1 is on target; blank answers blank',
    amber_from: 'From here on a KPI is at risk, below it is off track',
    green_from: 'From here on a KPI is on track',
  },
  returns: 'The words on track, at risk or off track, in the shape of the attainments.',
  notes: [
    'Both limits count as reached: an attainment of exactly 0.8 is at risk, of exactly 1 on track. Limits are percentages such as 80%; one above 2, which is 200 %, is refused.',
  ],
  examples: [
    {
      title: 'A column of attainments, with one that is missing',
      cells: { A1: [[1], [0.8], [null], [0.79]] },
      formula: '=KPI_STATUS(A1:A6)',
      answer: [['on track'], ['at risk'], [null], ['off track']],
    },
    {
      title: 'Limits of your own',
      cells: { A1: [[0.7]] },
      formula: '=KPI_STATUS(A1, 50%, 70%)',
      answer: 'on track',
    },
    {
      title: 'Limits the wrong way round',
      cells: { A1: [[0.7]] },
      formula: '=KPI_STATUS(A1, 90%, 70%)',
      error: 'KPI_STATUS: amber_from: 0.9 is above green_from, which is 0.7',
    },
  ],
};
