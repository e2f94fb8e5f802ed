import { asShown } from '../calc/decimal';
import type { Cell } from './column';
import { sameText } from './same-text';
import { numberText } from './typed-time';

/** Units that say so, in any case. */
export const PERCENT_UNITS = ['%', 'percent'];

/** How percentages are shown. */
export const PERCENT_FORMAT = '0.0%';

/** How rates of a deal are shown, of which two more digits count. */
export const RATE_FORMAT = '0.00%';

/** A part of one as a person types it: `40.5%`. */
export const percentText = (part: number, locale: string): string => `${numberText(asShown(part * 100), locale)}%`;

/** Whether what is counted in this unit is a percentage. */
export const isPercentUnit = (unit: Cell | null | undefined): boolean =>
  PERCENT_UNITS.some((word) => sameText(word, unit));
