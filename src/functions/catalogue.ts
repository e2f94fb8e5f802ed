import { contribShares } from './contributions/contrib-shares';
import { partnerBalance } from './contributions/partner-balance';
import { partnerConcentration } from './contributions/partner-concentration';
import { partnerFairness } from './contributions/partner-fairness';
import { partnerPortfolio } from './contributions/partner-portfolio';
import { kpiAttainment } from './kpis/kpi-attainment';
import { kpiPace } from './kpis/kpi-pace';
import { kpiStatus } from './kpis/kpi-status';
import { kpiPayout } from './money/kpi-payout';
import { revshare } from './money/revshare';
import { revshareRecoup } from './money/revshare-recoup';
import { revshareTiered } from './money/revshare-tiered';
import { revshareTrueup } from './money/revshare-trueup';
import { revshareWaterfall } from './money/revshare-waterfall';
import type { FunctionDefinition } from './runner/definition';
import { partnerBreakeven } from './scores/partner-breakeven';
import { partnerChecklist } from './scores/partner-checklist';
import { partnerCoverage } from './scores/partner-coverage';
import { partnerNextReview } from './scores/partner-next-review';
import { partnerQuadrant } from './scores/partner-quadrant';
import { partnerRoi } from './scores/partner-roi';
import { partnerScore } from './scores/partner-score';
import { partnerStage } from './scores/partner-stage';
import { partnerTrust } from './scores/partner-trust';

/** Every custom function, in the order of the reference. */
export const CATALOGUE: readonly FunctionDefinition[] = [
  revshare,
  revshareTiered,
  revshareRecoup,
  revshareTrueup,
  revshareWaterfall,
  kpiPayout,
  contribShares,
  partnerBalance,
  partnerFairness,
  partnerConcentration,
  partnerScore,
  partnerCoverage,
  partnerTrust,
  partnerQuadrant,
  partnerStage,
  partnerChecklist,
  partnerPortfolio,
  partnerRoi,
  partnerBreakeven,
  partnerNextReview,
  kpiAttainment,
  kpiStatus,
  kpiPace,
];
