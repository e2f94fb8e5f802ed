import type { Source } from './source';

/** Instagram or Facebook, one figure by day: UTF-16, `sep=`, and the figure's name in a line above the headings. */
export const instagramMetric: Source = {
  id: 'instagram',
  name: 'Instagram, a figure by day',
  target: 'readings',
  knownBy: ['Date', 'Primary'],
  fields: { date: 'Date' },
  constants: { source: 'Instagram' },
  metrics: [{ column: 'Primary', is: 'count', rollUp: 'sum' }],
  namedByTitle: true,
};

const POSTS = ['Post ID', 'Publish time', 'Permalink'] as const;

/** Posts with what each came to so far. */
export const instagramPosts: Source = {
  id: 'instagram-posts',
  name: 'Instagram, posts: their figures',
  target: 'readings',
  knownBy: [...POSTS, ['Reach', 'Views', 'Impressions']],
  fields: {},
  constants: { source: 'Instagram' },
  metrics: ['Views', 'Impressions', 'Reach', 'Likes', 'Follows', 'Comments', 'Shares', 'Saves'].map((column) => ({
    column,
    is: 'count',
    rollUp: 'sum',
  })),
};

/** The same table for who wants the posts as items. */
export const instagramItems: Source = {
  id: 'instagram-items',
  name: 'Instagram, posts: as items',
  target: 'items',
  knownBy: [...POSTS, 'Description'],
  fields: { item: 'Description', published: 'Publish time', note: 'Permalink' },
  key: ['Post ID'],
};
