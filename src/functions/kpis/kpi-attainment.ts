import { attainment } from '../../calc/attainment';
import type { FunctionHelp } from '../help/help';
import { optional, optionalRange, range, rangeWithDefault } from '../runner/argument';
import { numberKind, percentKind, wordKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { refuse } from '../runner/refusal';

export const definition = defineFunction({
  name: 'KPI_ATTAINMENT',
  arguments: [
    range('actual', numberKind()),
    range('target', numberKind()),
    optionalRange('baseline', numberKind()),
    rangeWithDefault('direction', wordKind(['higher', 'lower']), 'higher'),
    rangeWithDefault('method', wordKind(['auto', 'progress', 'ratio', 'inverse']), 'auto'),
    optional('cap', percentKind({ min: 0, max: 10 })),
  ],
  rows: 'each on its own',
  compute: (cap) => (actual, target, baseline, direction, wanted) => {
    if (actual === null || target === null) return null;
    const method = wanted !== 'auto' ? wanted : baseline === null ? 'ratio' : 'progress';
    if (method === 'progress') {
      if (baseline === null) refuse('baseline', 'blank, where the method progress needs a number');
    } else if (target < 0) {
      refuse('target', `${target} is below 0, which only the method progress can measure`);
    } else if (method === 'inverse') {
      if (direction === 'higher') {
        refuse('direction', 'higher is better there, which the method inverse cannot measure; lower is expected');
      }
      // Nothing was aimed at, and nothing came: the target is met.
      const isMet = actual === 0 && target === 0;
      if (actual === 0 && !isMet && cap !== null) return cap;
      if (actual <= 0 && !isMet) refuse('actual', `${actual} is not above 0, as the method inverse needs it`);
    }
    const raw = attainment(method, direction === 'lower', actual, target, baseline ?? 0);
    return cap === null ? raw : Math.min(Math.max(raw, 0), cap);
  },
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'How far a KPI is from its target: 1, or 100 %, is on target.',
  arguments: {
    actual: 'What was measured; blank answers blank',
    target: 'What was agreed to be reached',
    baseline: 'Where it stood at the start; where it is given, progress from there is measured',
    direction: 'Whether higher or lower is better',
    method: 'How to measure: auto takes progress where a baseline stands, else ratio',
    cap: 'The most that is answered; with it nothing below 0 is answered either',
  },
  returns: 'The attainment, a fraction, in the shape of the ranges.',
  notes: [
    'The method progress is (actual − baseline) ÷ (target − baseline), whichever direction is better.',
    'The method ratio is actual ÷ target. Where lower is better it is 2 − actual ÷ target: a tenth below the target is 110 %, a tenth above it 90 %.',
    'The method inverse is target ÷ actual, for KPIs of which lower is better; where higher is better, or no direction is given, it is refused. With an actual of 0 it answers the cap, and without a cap it fails; 0 where the target is 0 is on target, 1.',
    'Where there is nothing to divide by, a target of 0 or a target equal to the baseline, the answer is 1 if the target is met and 0 if not. A target below 0 needs a baseline.',
    'Without a cap the answer is what the formula gives, also above 1 or below 0.',
  ],
  examples: [
    {
      title: 'Three KPIs: with a baseline, without one, and one of which lower is better',
      cells: {
        A1: [
          ['Actual', 'Target', 'Baseline', 'Direction'],
          [16, 20, 10, null],
          [16, 20, null, null],
          [9, 10, null, 'lower'],
        ],
      },
      formula: '=KPI_ATTAINMENT(A2:A4, B2:B4, C2:C4, D2:D4)',
      answer: [[0.6], [0.8], [1.1]],
    },
    {
      title: 'No reading yet in between, and ranges that are taller than the data',
      cells: {
        A1: [
          [45, 50],
          [null, 40],
          [75, 50],
        ],
      },
      formula: '=KPI_ATTAINMENT(A1:A6, B1:B6, , , , 1.2)',
      answer: [[0.9], [null], [1.2]],
    },
    {
      title: 'A target of 0',
      cells: { A1: [[0], [2]] },
      formula: '=KPI_ATTAINMENT(A1:A2, 0, , "lower")',
      answer: [[1], [0]],
    },
    {
      title: 'Days to answer, as target ÷ actual',
      cells: { A1: [[8, 2]] },
      formula: '=KPI_ATTAINMENT(A1, B1, , "lower", "inverse")',
      answer: 0.25,
    },
    {
      title: 'Target ÷ actual, where higher is better',
      cells: { A1: [[8, 2]] },
      formula: '=KPI_ATTAINMENT(A1, B1, , "higher", "inverse")',
      error:
        'KPI_ATTAINMENT: direction: higher is better there, which the method inverse cannot measure; lower is expected',
    },
    {
      title: 'A direction that is not known',
      cells: { A1: [[8, 10, 'down']] },
      formula: '=KPI_ATTAINMENT(A1, B1, , C1)',
      error: 'KPI_ATTAINMENT: direction: "down" is not one of: higher, lower',
    },
  ],
};
