import { asShown } from '../calc/decimal';
import type { Cell } from './column';
import { sameText } from './same-text';
import { numberText } from './typed-time';

/** Units that say so, in any case. */
export const PERCENT_UNITS = ['%', 'percent', 'per cent', 'pct', 'prozent', 'procent', 'pour cent', 'por ciento'];

/** The sign, or a word for it, behind a number. */
export const PERCENT_BEHIND =
  '%|(?:pct|per ?cent|pro[zcs]ent(?:ov|en|i|a)?|pour ?cent|por ?ciento|por ?cento|per ?cento|процент(?:а|ов)?)\\.?';

/** How percentages are shown. */
export const PERCENT_FORMAT = '0.0%';

/** How rates of a deal are shown, of which two more digits count. */
export const RATE_FORMAT = '0.00%';

/** A part of one as a person types it: `40.5%`. */
export const percentText = (part: number, locale: string): string => `${numberText(asShown(part * 100), locale)}%`;

/** Whether what is counted in this unit is a percentage. */
export const isPercentUnit = (unit: Cell | null | undefined): boolean =>
  PERCENT_UNITS.some((word) => sameText(word, unit));

const BEHIND = new RegExp(`%|\\d ?(?:${PERCENT_BEHIND})$`, 'i');

/** Whether a typed number carries the sign or a word for it. */
export const saysPercent = (text: string): boolean => BEHIND.test(text);
