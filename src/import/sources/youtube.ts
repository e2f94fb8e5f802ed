import type { Metric, Source } from './source';

const METRICS: readonly Metric[] = [
  { column: 'Views', is: 'count', rollUp: 'sum' },
  { column: 'Watch time (hours)', is: 'number', rollUp: 'sum' },
  { column: 'Subscribers', is: 'count', rollUp: 'sum' },
  { column: 'Estimated revenue (¤)', is: 'number', rollUp: 'sum' },
  { column: ['Impressions', 'Thumbnail impressions'], is: 'count', rollUp: 'sum' },
  {
    column: ['Impressions click-through rate (%)', 'Thumbnail impressions click-through rate (%)'],
    is: 'percent',
    rollUp: 'average',
  },
  { column: 'Average view duration', is: 'minutes', rollUp: 'average' },
  { column: 'Average percentage viewed (%)', is: 'percent', rollUp: 'average' },
  { column: 'Likes', is: 'count', rollUp: 'sum' },
  { column: 'Dislikes', is: 'count', rollUp: 'sum' },
  { column: 'Comments added', is: 'count', rollUp: 'sum' },
  { column: 'Shares', is: 'count', rollUp: 'sum' },
  { column: 'Subscribers gained', is: 'count', rollUp: 'sum' },
  { column: 'Subscribers lost', is: 'count', rollUp: 'sum' },
  { column: 'Stayed to watch (%)', is: 'percent', rollUp: 'average' },
];

const youtube = (id: string, name: string, knownBy: Source['knownBy'], fields: Source['fields']): Source => ({
  id: `youtube-${id}`,
  name: `YouTube Studio, ${name}`,
  target: 'readings',
  knownBy,
  fields,
  constants: { source: 'YouTube Studio' },
  decimal: '.',
  metrics: METRICS,
});

/** `Totals.csv`: a row a day. */
export const youtubeTotals: Source = {
  ...youtube('totals', 'totals by day', ['Date', 'Views'], { date: 'Date' }),
  notWith: ['Post ID'],
};

/** `Chart data.csv`: a row a day and video. */
export const youtubeChart = youtube('chart', 'chart by day and video', ['Date', 'Content', 'Views'], { date: 'Date' });

/** Geography and the like: a row a country, without days; its total is the reading. */
export const youtubeGeography = youtube('geography', 'by country', ['Geography', 'Views'], {});

/** `Table data.csv`: a row a video with what it came to over the time shown. */
export const youtubeContent: Source = {
  ...youtube('content', 'videos: their figures', ['Content', 'Video title', 'Views'], {}),
  notWith: ['Date'],
};

/** The same table for who wants the videos as items. */
export const youtubeItems: Source = {
  id: 'youtube-items',
  name: 'YouTube Studio, videos: as items',
  target: 'items',
  knownBy: ['Content', 'Video title', 'Video publish time'],
  notWith: ['Date'],
  fields: { item: 'Video title', published: 'Video publish time' },
  key: ['Content'],
  decimal: '.',
};
