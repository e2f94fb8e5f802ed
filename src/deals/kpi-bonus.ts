import { amount, choice, fraction } from '../schema/column';
import { deal } from './deal';

export const kpiBonus = deal({
  id: 'bonus',
  name: 'KPI bonus',
  help: 'A bonus that grows with what a KPI has reached: nothing below a start, all of it on target, more above if you like.',
  fields: {
    kpi: choice('KPI', 'What has to be reached.', {
      table: 'kpis',
      column: 'kpi',
      hint: { text: 'Attainment now, 1 is on target:', column: 'attainment' },
    }),
    reached: fraction('Reached', 'How much of the target: 95% or 95. Empty: as the tab KPIs has it now.', {
      most: 10,
      otherwise: { beside: 'kpi', column: 'attainment' },
    }),
    amount: amount('Bonus on target', 'What is paid at 100%.', { least: { value: 0, above: true } }),
    start: fraction('Paid from', 'Below this part of the target nothing is paid: 80% or 80.'),
    part: fraction('Part paid there', 'How much of the bonus at that point: 50% or 50.'),
    top: fraction('Grows until', 'What is reached beyond it pays no more: 120%. Empty: 100%.', {
      least: { value: 1 },
      most: 10,
    }),
    topPart: fraction('Part paid at most', 'How much of the bonus at that point: 150%.', {
      least: { value: 1 },
      most: 10,
    }),
  },
  ask: {
    kpi: { required: true },
    reached: { half: true },
    amount: { required: true, half: true },
    start: { required: true, half: true },
    part: { required: true, half: true },
    top: { half: true },
    topPart: { half: true },
  },
  begins: { start: '80%', part: '50%' },
  together: [['top', 'topPart']],
  figures: {
    bonus: {
      of: 'amount',
      over: 'reached',
      points: [
        ['start', 'part'],
        [1, 1],
        ['top', 'topPart'],
      ],
    },
  },
  rows: [
    { term: 'bonus', value: '{bonus}', note: '{kpi}: {reached} reached; {amount} on target, {part} from {start} on' },
  ],
  sentence:
    '{party} gets a bonus for {kpi}: {amount} on target, {part} of it from {start} on[, up to {topPart} at {top}]. {reached} was reached: {bonus}.',
});
