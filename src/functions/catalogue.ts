import * as contribShares from './contributions/contrib-shares';
import * as partnerBalance from './contributions/partner-balance';
import * as partnerConcentration from './contributions/partner-concentration';
import * as partnerFairness from './contributions/partner-fairness';
import * as partnerPortfolio from './contributions/partner-portfolio';
import type { FunctionHelp } from './help/help';
import * as kpiAttainment from './kpis/kpi-attainment';
import * as kpiPace from './kpis/kpi-pace';
import * as kpiStatus from './kpis/kpi-status';
import * as kpiPayout from './money/kpi-payout';
import * as leftOut from './money/registers/left-out';
import * as linesRows from './money/registers/lines-rows';
import * as statementRows from './money/registers/statement-rows';
import * as revshare from './money/revshare';
import * as revshareLines from './money/revshare-lines';
import * as revshareRecoup from './money/revshare-recoup';
import * as revshareSettle from './money/revshare-settle';
import * as revshareStatement from './money/revshare-statement';
import * as revshareTiered from './money/revshare-tiered';
import * as revshareTrueup from './money/revshare-trueup';
import * as revshareWaterfall from './money/revshare-waterfall';
import type { FunctionDefinition } from './runner/definition';
import * as partnerBreakeven from './scores/partner-breakeven';
import * as partnerChecklist from './scores/partner-checklist';
import * as partnerCoverage from './scores/partner-coverage';
import * as partnerNextReview from './scores/partner-next-review';
import * as partnerQuadrant from './scores/partner-quadrant';
import * as partnerRoi from './scores/partner-roi';
import * as partnerScore from './scores/partner-score';
import * as partnerStage from './scores/partner-stage';
import * as partnerTrust from './scores/partner-trust';
import * as checklistVerdicts from './scores/registers/checklist-verdicts';

/** What the file of a custom function exports. The build leaves the help out of the script that is pushed. */
export interface CustomFunction {
  readonly definition: FunctionDefinition;
  readonly help: FunctionHelp;
}

/** A chapter of the reference. */
export type Chapter = readonly [title: string, functions: readonly CustomFunction[]];

/** Every custom function, in the order of the reference. */
export const CATALOGUE: readonly Chapter[] = [
  [
    'Money',
    [
      revshare,
      revshareTiered,
      revshareRecoup,
      revshareTrueup,
      revshareWaterfall,
      revshareLines,
      revshareStatement,
      revshareSettle,
      kpiPayout,
    ],
  ],
  ['Contributions and fairness', [contribShares, partnerBalance, partnerFairness, partnerConcentration]],
  ['Scores', [partnerScore, partnerCoverage, partnerTrust, partnerQuadrant, partnerStage, partnerChecklist]],
  ['Planning', [partnerPortfolio, partnerRoi, partnerBreakeven, partnerNextReview]],
  ['KPIs', [kpiAttainment, kpiStatus, kpiPace]],
];

/** Functions for the add-on's own columns and pages: Sheets does not suggest them to those who type. */
export const OF_REGISTERS: readonly FunctionDefinition[] = [statementRows, linesRows, leftOut, checklistVerdicts].map(
  ({ definition }) => definition,
);

/** The definitions alone, in the same order. */
export const DEFINITIONS: readonly FunctionDefinition[] = CATALOGUE.flatMap(([, functions]) =>
  functions.map(({ definition }) => definition),
);
