import { contribSharesHelp } from '../contributions/contrib-shares.help';
import { partnerBalanceHelp } from '../contributions/partner-balance.help';
import { partnerConcentrationHelp } from '../contributions/partner-concentration.help';
import { partnerFairnessHelp } from '../contributions/partner-fairness.help';
import { partnerPortfolioHelp } from '../contributions/partner-portfolio.help';
import { kpiAttainmentHelp } from '../kpis/kpi-attainment.help';
import { kpiPaceHelp } from '../kpis/kpi-pace.help';
import { kpiStatusHelp } from '../kpis/kpi-status.help';
import { kpiPayoutHelp } from '../money/kpi-payout.help';
import { revshareRecoupHelp } from '../money/revshare-recoup.help';
import { revshareTieredHelp } from '../money/revshare-tiered.help';
import { revshareTrueupHelp } from '../money/revshare-trueup.help';
import { revshareWaterfallHelp } from '../money/revshare-waterfall.help';
import { revshareHelp } from '../money/revshare.help';
import { partnerBreakevenHelp } from '../scores/partner-breakeven.help';
import { partnerChecklistHelp } from '../scores/partner-checklist.help';
import { partnerCoverageHelp } from '../scores/partner-coverage.help';
import { partnerNextReviewHelp } from '../scores/partner-next-review.help';
import { partnerQuadrantHelp } from '../scores/partner-quadrant.help';
import { partnerRoiHelp } from '../scores/partner-roi.help';
import { partnerScoreHelp } from '../scores/partner-score.help';
import { partnerStageHelp } from '../scores/partner-stage.help';
import { partnerTrustHelp } from '../scores/partner-trust.help';
import type { FunctionHelp } from './help';

/** A chapter of the function reference. */
export interface HelpGroup {
  readonly title: string;
  readonly functions: readonly FunctionHelp[];
}

/** The help of every custom function, in the order of the reference. */
export const HELP: readonly HelpGroup[] = [
  {
    title: 'Money',
    functions: [
      revshareHelp,
      revshareTieredHelp,
      revshareRecoupHelp,
      revshareTrueupHelp,
      revshareWaterfallHelp,
      kpiPayoutHelp,
    ],
  },
  {
    title: 'Contributions and fairness',
    functions: [contribSharesHelp, partnerBalanceHelp, partnerFairnessHelp, partnerConcentrationHelp],
  },
  {
    title: 'Scores',
    functions: [
      partnerScoreHelp,
      partnerCoverageHelp,
      partnerTrustHelp,
      partnerQuadrantHelp,
      partnerStageHelp,
      partnerChecklistHelp,
    ],
  },
  { title: 'Planning', functions: [partnerPortfolioHelp, partnerRoiHelp, partnerBreakevenHelp, partnerNextReviewHelp] },
  { title: 'KPIs', functions: [kpiAttainmentHelp, kpiStatusHelp, kpiPaceHelp] },
];
