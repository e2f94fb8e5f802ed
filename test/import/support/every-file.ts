import type { Given } from './import-file';

const USD: Given = { sheet: { currency: 'USD' } };
const AT: Given = { answers: { day: '2026-02-28' } };

/** Every format with what has to be said about it. */
export const EVERY_FILE: readonly [file: string, given: Given][] = [
  ['import/toggl-bom-amount.csv', {}],
  ['import/toggl-summary.csv', AT],
  ['import/clockify-12-hour.csv', {}],
  ['import/harvest-local.csv', {}],
  ['import/worklogs.csv', {}],
  ['import/issue-times.csv', { answers: { day: '2026-02-28', 'field:party': 'Brand' } }],
  ['youtube-totals.csv', {}],
  ['youtube-geography.csv', AT],
  ['import/youtube-chart.csv', { answers: { period: 'month' } }],
  ['import/youtube-content.csv', { ...AT, source: 'youtube-content' }],
  ['import/youtube-content.csv', { source: 'youtube-items' }],
  ['import/tiktok-no-year.csv', { answers: { year: '2026', 'kpi:Video Views': 'Views' } }],
  ['import/tiktok-followers.csv', {}],
  ['import/instagram-metric.csv', {}],
  ['import/instagram-posts.csv', { ...AT, source: 'instagram-posts' }],
  ['import/instagram-posts.csv', { source: 'instagram-items' }],
  ['import/spotify-days.csv', {}],
  ['import/spotify-songs.csv', AT],
  ['import/distrokid-2019.tsv', USD],
  ['import/distrokid-latin1.tsv', USD],
  ['import/distrokid-recoup.csv', USD],
  ['import/amazon-associates.csv', USD],
  ['import/shopify-orders.csv', {}],
  ['import/stripe-balance.csv', {}],
  ['import/stripe-balance-older.csv', {}],
  ['import/paypal-local.csv', { answers: { order: 'day first' } }],
  ['import/patreon-members.csv', {}],
  ['import/gumroad-sales.csv', USD],
  ['import/dub-commissions.csv', USD],
  ['import/dub-payouts.csv', USD],
  ['import/dub-partners.csv', { answers: { day: '2026-02-28', 'kpi:Clicks': 'Views' } }],
];
