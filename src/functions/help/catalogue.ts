import { contribSharesHelp } from '../contributions/contrib-shares.help';
import { partnerBalanceHelp } from '../contributions/partner-balance.help';
import { kpiAttainmentHelp } from '../kpis/kpi-attainment.help';
import { kpiPaceHelp } from '../kpis/kpi-pace.help';
import { kpiStatusHelp } from '../kpis/kpi-status.help';
import { revshareHelp } from '../money/revshare.help';
import { partnerCoverageHelp } from '../scores/partner-coverage.help';
import { partnerNextReviewHelp } from '../scores/partner-next-review.help';
import { partnerScoreHelp } from '../scores/partner-score.help';
import { partnerTrustHelp } from '../scores/partner-trust.help';
import type { FunctionHelp } from './help';

/** A chapter of the function reference. */
export interface HelpGroup {
  readonly title: string;
  readonly functions: readonly FunctionHelp[];
}

/** The help of every custom function, in the order of the reference. */
export const HELP: readonly HelpGroup[] = [
  { title: 'Money', functions: [revshareHelp] },
  { title: 'Contributions and fairness', functions: [contribSharesHelp, partnerBalanceHelp] },
  { title: 'Scores', functions: [partnerScoreHelp, partnerCoverageHelp, partnerTrustHelp, partnerNextReviewHelp] },
  { title: 'KPIs', functions: [kpiAttainmentHelp, kpiStatusHelp, kpiPaceHelp] },
];
