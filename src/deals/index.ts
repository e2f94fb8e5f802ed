import { advanceAgainstShare } from './advance-against-share';
import { barter } from './barter';
import { bothCollect } from './both-collect';
import { costPlus } from './cost-plus';
import { costsOffTheTop } from './costs-off-the-top';
import type { Deal } from './deal';
import { feeAndCommission } from './fee-and-commission';
import { feeAndRights } from './fee-and-rights';
import { guarantee } from './guarantee';
import { itemFeeAndShare } from './item-fee-and-share';
import { kpiBonus } from './kpi-bonus';
import { revenueShare } from './revenue-share';
import { tiers } from './tiers';

/** The kinds of deals, in the order in which the form offers them. */
export const DEALS: readonly Deal[] = [
  revenueShare,
  feeAndCommission,
  itemFeeAndShare,
  tiers,
  guarantee,
  advanceAgainstShare,
  costsOffTheTop,
  bothCollect,
  costPlus,
  feeAndRights,
  kpiBonus,
  barter,
] as readonly Deal[];
