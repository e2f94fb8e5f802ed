import type { PageMark } from '../schema/page';

export const SCORECARD: PageMark = { id: 'scorecard', name: 'Scorecard', version: 4 };

/** Pages that are computed; they stand before the registers. */
export const PAGES: readonly PageMark[] = [SCORECARD];
