import type { Source } from './source';

/** Harvest, detailed time. Days and decimals are those of the account. */
export const harvest: Source = {
  id: 'harvest',
  name: 'Harvest, detailed time',
  target: 'contributions',
  knownBy: ['Date', 'Project', 'Task', 'Hours', 'First Name', 'Last Name'],
  fields: {
    date: 'Date',
    party: { joined: ['First Name', 'Last Name'] },
    quantity: 'Hours',
    item: 'Project',
    note: ['Notes', 'Task'],
    evidence: 'External Reference URL',
  },
  constants: { kind: 'hours' },
  key: ['Date', 'First Name', 'Last Name', 'Project', 'Task', 'Notes', 'Hours'],
};
