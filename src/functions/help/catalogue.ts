import { revshareHelp } from '../money/revshare.help';
import { partnerScoreHelp } from '../scores/partner-score.help';
import type { FunctionHelp } from './help';

/** A chapter of the function reference. */
export interface HelpGroup {
  readonly title: string;
  readonly functions: readonly FunctionHelp[];
}

/** The help of every custom function, in the order of the reference. */
export const HELP: readonly HelpGroup[] = [
  { title: 'Money', functions: [revshareHelp] },
  { title: 'Scores', functions: [partnerScoreHelp] },
];
