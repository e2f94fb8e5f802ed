import { amazonAssociates } from './amazon';
import { clockify } from './clockify';
import { distrokid } from './distrokid';
import { dubCommissions, dubPartners, dubPayouts } from './dub';
import { gumroad } from './gumroad';
import { harvest } from './harvest';
import { instagramItems, instagramMetric, instagramPosts } from './instagram';
import { otherTable } from './other';
import { patreon } from './patreon';
import { paypal } from './paypal';
import { shopify } from './shopify';
import type { Source } from './source';
import { spotifyDays, spotifySongs } from './spotify';
import { stripe } from './stripe';
import { tiktokFollowers, tiktokOverview } from './tiktok';
import { togglDetailed, togglSummary } from './toggl';
import { issueTimes, worklogs } from './worklogs';
import { youtubeChart, youtubeContent, youtubeGeography, youtubeItems, youtubeTotals } from './youtube';
import { TARGETS, type TargetId } from '../targets';

/** Every program whose tables are known. */
export const SOURCES: readonly Source[] = [
  togglDetailed,
  togglSummary,
  clockify,
  harvest,
  worklogs,
  issueTimes,
  youtubeTotals,
  youtubeChart,
  youtubeContent,
  youtubeGeography,
  youtubeItems,
  tiktokOverview,
  tiktokFollowers,
  instagramMetric,
  instagramPosts,
  instagramItems,
  spotifyDays,
  spotifySongs,
  distrokid,
  amazonAssociates,
  shopify,
  stripe,
  paypal,
  patreon,
  gumroad,
  dubCommissions,
  dubPayouts,
  dubPartners,
];

const OTHER = (Object.keys(TARGETS) as TargetId[]).map(otherTable);

/** @throws Error for an ID that no source has */
export function sourceNamed(id: string): Source {
  const source = [...SOURCES, ...OTHER].find((one) => one.id === id);
  if (!source) throw new Error(`There is no source ${id}.`);
  return source;
}
