import { revshare } from './money/revshare';
import type { FunctionDefinition } from './runner/definition';
import { partnerScore } from './scores/partner-score';

/** Every custom function, in the order of the reference. */
export const CATALOGUE: readonly FunctionDefinition[] = [revshare, partnerScore];
