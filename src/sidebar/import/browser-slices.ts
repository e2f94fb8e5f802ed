import type { Slices } from '../../import/slices';

/** Work was given up because something newer is to be done. */
export class GivenUp extends Error {}

/** Lets the page draw and take clicks in between. */
export const browserSlices = (isWanted: () => boolean = () => true): Slices => ({
  now: () => performance.now(),
  async pause() {
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) throw new GivenUp();
  },
});
