/**
 * The frameworks, rules, checklists, logs and documents that the guides ask for, by their numbers, in our own words. Where one
 * works follows from the pages and documents that name it; `in` adds what stands in no such list.
 */
export interface Framework {
  name: string;
  in?: readonly Where[];
}

/** By what people meet it: its name in the menu, in Settings, on the Scorecard, in a list or in the formula. */
export type Where =
  | { menu: string }
  | { tab: string }
  | { function: string }
  | { setting: string }
  | { deal: string }
  | { scorecard: string }
  | { list: string };

const menu = (...names: readonly string[]): Where[] => names.map((name) => ({ menu: name }));
const tab = (...ids: readonly string[]): Where[] => ids.map((id) => ({ tab: id }));
const formula = (...names: readonly string[]): Where[] => names.map((name) => ({ function: name }));
const setting = (...names: readonly string[]): Where[] => names.map((name) => ({ setting: name }));
const deal = (...ids: readonly string[]): Where[] => ids.map((id) => ({ deal: id }));
const scorecard = (...titles: readonly string[]): Where[] => titles.map((title) => ({ scorecard: title }));
const list = (...names: readonly string[]): Where[] => names.map((name) => ({ list: name }));

const named = (name: string, ...where: readonly (readonly Where[])[]): Framework => ({ name, in: where.flat() });

export const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  A1: named('Align, contribute, govern: the frame of it all', menu('Pages')),
  A2: named('Aligned and committed? What each quadrant asks for', formula('PARTNER_QUADRANT')),
  A3: named('Joint venture, revenue share or barter', menu('Terms')),
  A4: named('Revenue share, co-development or alliance'),
  A5: named('Sharing, licensing or a joint company: the simpler, the less disputed'),
  A6: named('Inventing together, or handing a task over'),
  A7: named('What each side gives and receives, and what would even it out'),
  A8: named('The same with dimensions of your own'),
  A9: named('What one side brings beside what the other expects'),
  A10: named(
    'Trust from credibility, reliability, intimacy and self-orientation',
    formula('PARTNER_TRUST'),
    menu('Review'),
  ),
  A11: named('The ladder of trust, a rung at a time', list('Trust ladder'), formula('PARTNER_STAGE')),
  A12: named('The weakest of trust, transparency and value', scorecard('How each side rates it')),
  A13: named('The loop of goals, doing, measuring and adjusting', scorecard('Alignment loop')),
  A14: named('Goals, limits and musts of each side, side by side'),
  A15: named('Three pillars: alignment, reciprocity, clarity'),
  A16: named('How grown-up the work with partners is', list('Maturity'), formula('PARTNER_STAGE')),
  A17: named('Relevance, resonance, reliability', formula('PARTNER_SCORE')),
  A18: named('Fit, readiness and culture: a shortlist of five to ten', formula('PARTNER_SCORE', 'PARTNER_COVERAGE')),
  A19: named('Values, market position and resources', formula('PARTNER_SCORE')),
  A20: named('Ideas by importance and feasibility'),
  A21: named('What hangs on one thing, and the way to go on without it'),
  A22: named(
    'The stages of a partnership, and what is missing for the next',
    scorecard('Lifecycle stage'),
    list('Lifecycle'),
    setting('Days in a stage'),
  ),
  A23: named('From idea to delivery: who, what, and whose yes'),
  A24: named('The steps from a first thought to a decision', list('Launch')),
  A25: named('What partnerships break on, and what helps'),
  A26: named('Why a result fell short, without blame'),
  A27: named('When not to partner, and when not to grow', list('Is it a partnership at all?', 'Should it grow?')),
  A28: named('Swaps of what is cheap for one and dear to the other'),

  B1: named('Three to five joint KPIs', scorecard('KPIs')),
  B2: named(
    'A share of what comes in, split to the cent',
    formula('REVSHARE', 'CONTRIB_SHARES'),
    deal('share'),
    tab('terms'),
  ),
  B3: named('A base fee and a bonus by a KPI', deal('fee', 'bonus'), formula('KPI_PAYOUT')),
  B4: named('So much a month and a part of the sales', deal('fee')),
  B5: named('So much an item and a part of what it earns', deal('itemFee')),
  B6: named('Costs and a margin', deal('costPlus')),
  B7: named(
    'A flat fee, a bonus, or goods at a fair value',
    menu('Log a contribution'),
    deal('fee', 'bonus', 'barter'),
  ),
  B8: named('A least amount for the smaller side', deal('guarantee')),
  B9: named('Milestones that are paid once they are accepted', tab('terms')),
  B10: named('When it is paid, and how late it is', tab('terms', 'statement')),
  B11: named('A reserve for what nobody planned', tab('terms')),
  B12: named('Ten to fifteen per cent of the effort for the relationship'),
  B13: named('Time each month for the closest partners'),
  B14: named('What the hours would earn elsewhere'),
  B15: named('When it pays for itself', formula('PARTNER_BREAKEVEN')),
  B16: named('Three to five times what was put in', formula('PARTNER_ROI')),
  B17: named('A budget for several partners, hidden costs included'),
  B18: named('Too much from one partner', formula('PARTNER_CONCENTRATION')),
  B19: named('Seventy, twenty, ten', formula('PARTNER_PORTFOLIO')),
  B20: named('Two or three deep ones, many light ones'),
  B21: named('A pilot with an end', setting('Days of the pilot')),
  B22: named('A pilot is good when every side has grown by a fifth'),
  B23: named('Two rounds of revision'),
  B24: named('Forty-eight hours for a review'),
  B25: named('A rhythm of check-ins and reviews', setting('Review rhythm'), formula('PARTNER_NEXT_REVIEW')),
  B26: named('At least six of eight', list('Decide: six of eight'), formula('PARTNER_CHECKLIST')),
  B27: named('Any no pauses', list('Decide: five musts', 'Decide: eight musts'), formula('PARTNER_CHECKLIST')),
  B28: named('Thirty days of notice', setting('Days of notice', 'Notice given on')),
  B29: named('A promise in figures, and how much of it is kept'),
  B30: named('A yes of every side for what matters', menu('Answer entries')),
  B31: named('One joint item a month'),
  B32: named('The least that each side puts in'),
  B33: named('Not too many promotions'),
  B34: named('What to do when a partner goes silent'),
  B35: named('Fair is in proportion', scorecard('Effort and reward'), formula('PARTNER_FAIRNESS', 'PARTNER_BALANCE')),
  B36: named(
    'An imbalance that stays is talked about, and paid off',
    scorecard('Gap at the last two reviews'),
    formula('REVSHARE_TRUEUP'),
  ),
  B37: named('Exclusive and endless rights cost more', deal('rights')),
  B38: named('A partnership to look at, with all that goes right and wrong', menu('Set up this sheet')),

  C1: named('Ready to partner? Six questions', list('Ready to partner?')),
  C2: named('Five musts', list('Decide: five musts')),
  C3: named('Six things to have in hand', list('Selection')),
  C4: named('Eight musts for content and its makers', list('Decide: eight musts')),
  C5: named('Six of eight', list('Decide: six of eight')),
  C6: named('A pilot to learn from', list('Pilot')),
  C7: named('What a contract should settle'),
  C8: named('What is done about each risk'),

  D1: named('The log of contributions', menu('Log a contribution'), tab('contributions')),
  D2: named(
    'Time from the program in which it is tracked, seen by both',
    menu('Import'),
    tab('contributions', 'commitments'),
    scorecard('Effort and reward'),
  ),
  D3: named('The log of decisions and lessons'),
  D4: named('Change orders: days, money, and a yes of every side'),
  D5: named('A charter of one page'),
  D6: named('A memorandum that is kept up to date'),
  D7: named('A vision that both sides share'),
  D8: named('Hopes and fears, said before the other side has spoken', menu('What we want')),
  D9: named('What was agreed, where it is written, and until when'),
  D10: named('What each side needs and can give, before anything is signed'),
  D11: named('A brief'),
  D12: named('A playbook for newcomers'),
  D13: named('A calendar with days to spare', menu('Export'), setting('Buffer days')),
  D14: named('Candidates from found to ended'),
  D15: named(
    'KPIs with baseline, target and actual',
    tab('kpis', 'readings'),
    menu('Add a KPI', 'Record a KPI'),
    formula('KPI_ATTAINMENT', 'KPI_PACE', 'KPI_STATUS'),
  ),
  D16: named('A balanced score', scorecard('Balanced score')),
  D17: named('How healthy each side finds it', scorecard('How each side rates it'), menu('Review')),
  D18: named('One page that both sides see', tab('scorecard'), menu('Share with partner')),
  D19: named('A budget that looks ahead'),
  D20: named('When it breaks even', formula('PARTNER_BREAKEVEN')),
  D21: named('Who decides what, and who is asked next'),
  D22: named('Norms of working together'),
  D23: named('The first meeting of both teams', list('Kick-off')),
  D24: named('What worked, what did not, what is next', menu('Review')),
  D25: named('A way out that both can live with', list('Ending well')),
  D26: named('All partnerships beside one another'),
  D27: named('Hours promised beside hours there are'),
  D28: named('What each side says about it, again and again', menu('Review'), tab('reviews')),
  D29: named('What to look at before a partner is taken on'),
  D30: named('Links, and what they earn'),
  D31: named('One person to turn to on each side', tab('settings'), menu('Set up this sheet')),
  D32: named('Who may use what, where and until when'),
  D33: named('What goes on earning, and what can be used again'),
  D34: named('What people say, learn and come up with', menu('Review')),
};
