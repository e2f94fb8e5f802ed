import type { ExecutionKind } from '../contract/host';
import type { AuthModeName } from '../access/authorization';

/** How Google treats an execution, by what has started it. */
interface Treatment {
  /** A simple trigger may have less: see triggers.ts. */
  authMode: AuthModeName;
  /** Milliseconds. */
  limit: number;
  /** Whether somebody sits before a page that can show something. */
  hasUi: boolean;
}

const SHORT = 30_000;
const LONG = 360_000;

export const TREATMENT: Readonly<Record<ExecutionKind, Treatment>> = {
  'Add-on': { authMode: 'FULL', limit: LONG, hasUi: true },
  Editor: { authMode: 'FULL', limit: LONG, hasUi: true },
  'Simple trigger': { authMode: 'LIMITED', limit: SHORT, hasUi: true },
  Trigger: { authMode: 'FULL', limit: LONG, hasUi: true },
  'Time-driven': { authMode: 'FULL', limit: LONG, hasUi: false },
  'Custom function': { authMode: 'CUSTOM_FUNCTION', limit: SHORT, hasUi: false },
};

/**
 * How long after its limit a script is stopped that calls no service any more. Until then a call of a service that began
 * in time may come to its end; stopped in the middle of one, the workbook would be spoiled.
 */
const GRACE = 60_000;

/** Of the time that a script has left, what custom functions must leave to the recalculation that calls them. */
export const KEPT_FOR_RECALCULATION = 0.5;

/** Milliseconds after which a script is stopped wherever it is. What runs for a cell changes nothing and needs no grace. */
export function lastMoment(kind: ExecutionKind, limit: number): number {
  return kind === 'Custom function' ? limit : limit + Math.min(GRACE, 10 * limit);
}
