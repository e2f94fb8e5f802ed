import { pace } from '../../calc/attainment';
import type { FunctionHelp } from '../help/help';
import { range } from '../runner/argument';
import { dayKind, numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { refuse } from '../runner/refusal';

export const definition = defineFunction({
  name: 'KPI_PACE',
  arguments: [
    range('actual', numberKind()),
    range('target', numberKind()),
    range('baseline', numberKind()),
    range('start', dayKind),
    range('end', dayKind),
    range('as_of', dayKind),
  ],
  rows: 'each on its own',
  compute: () => (actual, target, baseline, start, end, asOf) => {
    if (start === null || end === null) return null;
    if (end < start) refuse('end', 'before the start');
    if (actual === null || target === null || baseline === null || asOf === null || asOf < start) return null;
    return pace(actual, target, baseline, asOf - start, end - start);
  },
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'Progress made ÷ progress due by a day: 1, or 100 %, is on schedule.',
  arguments: {
    actual: 'What was measured',
    target: 'What was agreed to be reached',
    baseline: 'Where it stood at the start',
    start: 'The day from which progress counts',
    end: 'The day on which the target is due',
    as_of: 'The day for which the pace is asked',
  },
  returns: 'The pace, in the shape of the ranges.',
  notes: [
    'Made is (actual − baseline) ÷ (target − baseline). Due grows evenly: (as_of − start) ÷ (end − start), and stays 1 after the end.',
    'The answer is empty where anything is missing, up to and on the first day, when nothing is due yet, and where target and baseline are equal.',
  ],
  examples: [
    {
      title: 'Half of the time has gone, and more than half of the way',
      cells: { A1: [[600, 1000, 0, { date: '2026-01-01' }, { date: '2026-01-21' }, { date: '2026-01-11' }]] },
      formula: '=KPI_PACE(A1, B1, C1, D1, E1, F1)',
      answer: 1.2,
    },
    {
      title: 'A KPI that falls, one without a reading, one that has not begun, one that is over',
      cells: {
        A1: [
          [8, 6, 10, { date: '2026-01-01' }, { date: '2026-03-02' }],
          [null, 6, 10, { date: '2026-01-01' }, { date: '2026-03-02' }],
          [5, 100, 0, { date: '2026-03-01' }, { date: '2026-12-31' }],
          [90, 100, 0, { date: '2025-01-01' }, { date: '2025-12-31' }],
        ],
        F1: [[{ date: '2026-01-31' }]],
      },
      formula: '=KPI_PACE(A1:A4, B1:B4, C1:C4, D1:D4, E1:E4, F1)',
      answer: [[1], [null], [null], [0.9]],
    },
    {
      title: 'An end before its start',
      cells: { A1: [[600, 1000, 0, { date: '2026-12-31' }, { date: '2026-01-01' }]] },
      formula: '=KPI_PACE(A1, B1, C1, D1, E1, D1)',
      error: 'KPI_PACE: end: before the start',
    },
  ],
};
