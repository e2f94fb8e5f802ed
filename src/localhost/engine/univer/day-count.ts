/**
 * Sheets counts days from 30 December 1899. The engine counts as Lotus 1-2-3 did, for which 1900 was a leap year, so that
 * its days before 1 March 1900 are others, and day 0 is none.
 */
const MARCH_1900 = 61;

/** Whether the two ways to count differ at this day. */
export const isEarlyDay = (serial: number): boolean => serial >= 0 && serial < MARCH_1900;

/** A day that the engine has counted, as Sheets counts it. */
export const countedDay = (serial: number): number => (serial >= 0 && serial < MARCH_1900 - 1 ? serial + 1 : serial);
