import type { Source } from './source';

/** Patreon, members: each member's last charge, so that a monthly export adds a month. Who they are stays in the file. */
export const patreon: Source = {
  id: 'patreon',
  name: 'Patreon, members',
  target: 'revenue',
  knownBy: ['Patron Status', 'Pledge Amount', 'Last Charge Date', 'Last Charge Status'],
  fields: { date: 'Last Charge Date', item: 'Tier', gross: 'Pledge Amount' },
  constants: { source: 'Patreon' },
  key: [['User ID', 'Email'], 'Last Charge Date'],
  currency: { column: 'Currency' },
  leaves: [{ column: 'Last Charge Status', matches: /^(?!paid$)/, why: 'the last charge was not paid' }],
};
