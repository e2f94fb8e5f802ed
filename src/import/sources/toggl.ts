import type { Source } from './source';

/** Toggl Track, detailed report: a row an entry. It has no ID; nobody starts two entries in one second. */
export const togglDetailed: Source = {
  id: 'toggl',
  name: 'Toggl Track, detailed report',
  target: 'contributions',
  knownBy: ['User', 'Start date', 'Start time', 'Duration'],
  fields: {
    date: 'Start date',
    party: ['User', 'Email'],
    quantity: 'Duration',
    item: 'Project',
    note: ['Description', 'Task'],
  },
  constants: { kind: 'hours' },
  key: ['User', 'Start date', 'Start time', 'Project', 'Description'],
  clock: { from: 'Start time', to: 'End time', until: 'End date' },
};

/** Toggl Track, summary report: a row for each description. It names no day. */
export const togglSummary: Source = {
  id: 'toggl-summary',
  name: 'Toggl Track, summary report',
  target: 'contributions',
  knownBy: ['Member', 'Project', ['Duration', 'Hours (decimal)']],
  fields: { party: 'Member', quantity: ['Duration', 'Hours (decimal)'], item: 'Project', note: 'Description' },
  constants: { kind: 'hours' },
  key: ['Member', 'Project', 'Description'],
};
