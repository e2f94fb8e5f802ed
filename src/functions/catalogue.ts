import { contribShares } from './contributions/contrib-shares';
import { partnerBalance } from './contributions/partner-balance';
import { kpiAttainment } from './kpis/kpi-attainment';
import { kpiPace } from './kpis/kpi-pace';
import { kpiStatus } from './kpis/kpi-status';
import { revshare } from './money/revshare';
import type { FunctionDefinition } from './runner/definition';
import { partnerCoverage } from './scores/partner-coverage';
import { partnerNextReview } from './scores/partner-next-review';
import { partnerScore } from './scores/partner-score';
import { partnerTrust } from './scores/partner-trust';

/** Every custom function, in the order of the reference. */
export const CATALOGUE: readonly FunctionDefinition[] = [
  revshare,
  contribShares,
  partnerBalance,
  partnerScore,
  partnerCoverage,
  partnerTrust,
  partnerNextReview,
  kpiAttainment,
  kpiStatus,
  kpiPace,
];
