import type { Cell } from './column';
import { sameText } from './same-text';

const WORDS = ['%', 'percent'];

/** How percentages are shown. */
export const PERCENT_FORMAT = '0.0%';

/** Whether what is counted in this unit is a percentage. */
export const isPercentUnit = (unit: Cell | null | undefined): boolean => WORDS.some((word) => sameText(word, unit));
