/**
 * Milliseconds for which a browser test waits for something to happen: so many that only what never happens meets them, also
 * on a machine that builds three other things. A failure still names its step, since a test may take longer.
 */
export const PATIENCE = 120_000;

/** Milliseconds that a browser test may take in all. */
export const ONE_TEST = 900_000;

/** How often a browser test is tried. */
export const TRIES = 2;
