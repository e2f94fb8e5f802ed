import type { Metric, Source } from './source';

const spotify = (
  id: string,
  name: string,
  knownBy: Source['knownBy'],
  fields: Source['fields'],
  metrics: Metric[],
): Source => ({
  id: `spotify${id}`,
  name: `Spotify for Artists, ${name}`,
  target: 'readings',
  knownBy,
  fields,
  constants: { source: 'Spotify' },
  decimal: '.',
  metrics,
});

const streams: Metric = { column: 'streams', is: 'count', rollUp: 'sum' };
/** Somebody who listens on two days is one listener, so that days cannot be added up. */
const listeners: Metric = { column: 'listeners', is: 'count', rollUp: 'average' };

/** A row a day, with as many of the three figures as were chosen. */
export const spotifyDays = spotify('', 'by day', ['date', 'streams'], { date: 'date' }, [
  streams,
  listeners,
  { column: 'followers', is: 'count', rollUp: 'latest' },
]);

/** A row a song, without days. */
export const spotifySongs = spotify('-songs', 'songs: their figures', ['song', 'streams', 'listeners'], {}, [
  streams,
  { column: 'saves', is: 'count', rollUp: 'sum' },
]);
