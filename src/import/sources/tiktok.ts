import type { Source } from './source';

/** TikTok, overview of an account: a row a day, the day often without its year. */
export const tiktokOverview: Source = {
  id: 'tiktok',
  name: 'TikTok, overview',
  target: 'readings',
  knownBy: ['Date', 'Video Views', 'Profile Views'],
  fields: { date: 'Date' },
  constants: { source: 'TikTok' },
  metrics: [
    { column: 'Video Views', is: 'count', rollUp: 'sum' },
    { column: 'Profile Views', is: 'count', rollUp: 'sum' },
    { column: 'Likes', is: 'count', rollUp: 'sum' },
    { column: 'Comments', is: 'count', rollUp: 'sum' },
    { column: 'Shares', is: 'count', rollUp: 'sum' },
  ],
};

/** TikTok, followers: how many there are is of the day, how many were won adds up. */
export const tiktokFollowers: Source = {
  id: 'tiktok-followers',
  name: 'TikTok, followers',
  target: 'readings',
  knownBy: ['Date', 'Followers', ['Difference in followers from previous day', 'Net followers']],
  fields: { date: 'Date' },
  constants: { source: 'TikTok' },
  metrics: [
    { column: 'Followers', is: 'count', rollUp: 'latest' },
    { column: ['Difference in followers from previous day', 'Net followers'], is: 'count', rollUp: 'sum' },
  ],
};
