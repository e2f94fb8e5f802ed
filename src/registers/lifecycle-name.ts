/** The list of Checklists whose stage stands on the Scorecard. */
export const LIFECYCLE_NAME = 'Lifecycle';
