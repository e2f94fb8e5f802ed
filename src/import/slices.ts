/** How long work with many rows may keep the page from answering, and how it is interrupted. */
export interface Slices {
  /** Lets the page draw and take clicks. It may throw to end the work. */
  pause(): Promise<void>;
  /** Milliseconds from any beginning. */
  now(): number;
}

/** A page that answers within a tenth of a second seems to answer at once. */
const MILLISECONDS = 50;
/** Asking for the time costs as much as a short row. */
const BETWEEN_LOOKS = 32;

/** Nobody waits for what is so short, or done outside a page. */
export const WITHOUT_PAUSES: Slices = { pause: () => Promise.resolve(), now: () => 0 };

/** Does something with each item, and pauses as often as is needed for the page to stay usable. */
export async function eachInSlices<T>(
  items: readonly T[],
  slices: Slices,
  each: (item: T, at: number) => void,
): Promise<void> {
  let since = slices.now();
  for (let at = 0; at < items.length; at++) {
    each(items[at]!, at);
    if (at % BETWEEN_LOOKS > 0 || slices.now() - since < MILLISECONDS) continue;
    await slices.pause();
    since = slices.now();
  }
}
