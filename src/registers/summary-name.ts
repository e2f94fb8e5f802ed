/** What a Scorecard says of itself to a sheet over several partnerships stands in a cell of this name. */
export const SUMMARY_NAME = 'PartnerLedgerSummary';

/** Its parts, a bar between them: the version, then these, then of each side its name, its hours a month and its income a year. */
export const SUMMARY = { version: 1, asOf: 2, stage: 3, health: 4, nextReview: 5, lastContact: 6, sides: 7 } as const;
