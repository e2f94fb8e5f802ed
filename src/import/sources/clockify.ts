import type { Source } from './source';

/** Clockify, detailed report. Order of days, clock and decimals follow the user's profile. */
export const clockify: Source = {
  id: 'clockify',
  name: 'Clockify, detailed report',
  target: 'contributions',
  knownBy: ['Project', 'User', 'Start Date', ['Duration (h)', 'Duration (decimal)']],
  fields: {
    date: 'Start Date',
    party: ['User', 'Email'],
    quantity: ['Duration (h)', 'Duration (decimal)'],
    item: 'Project',
    note: ['Description', 'Task'],
  },
  constants: { kind: 'hours' },
  key: ['User', 'Start Date', 'Start Time', 'Project', 'Description'],
  clock: { from: 'Start Time', to: 'End Time', until: 'End Date' },
};
