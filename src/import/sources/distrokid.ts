import type { Source } from './source';

/**
 * DistroKid: thousands of rows of fractions of a cent. What was reported in a month for the sales of a month and a title
 * becomes one row, added up before it is rounded. Earnings are what is paid out; money withheld for songwriters and the
 * layout's own recoupment stay in the file.
 */
export const distrokid: Source = {
  id: 'distrokid',
  name: 'DistroKid, earnings',
  target: 'revenue',
  knownBy: ['Sale Month', 'Store', 'Title', 'Earnings (¤)'],
  fields: { date: 'Sale Month', item: 'Title', gross: 'Earnings (¤)' },
  constants: { source: 'DistroKid' },
  decimal: '.',
  currency: { always: 'USD' },
  addUp: [['Reporting Date', 'Reporting Month'], 'Sale Month', 'Artist', 'Title'],
};
