/** A worked example that somebody published, with its source. */
export interface PublishedCase {
  id: string;
  topic: string;
  source: string;
  inputs: Record<string, unknown>;
  expected: unknown;
  note: string;
  tolerance: number;
  /** Does the published answer follow from the published inputs? */
  consistent: boolean;
  /** Where it does not: the answer that does. */
  recomputed?: unknown;
  default_convention: boolean;
}

/** How the cases of a topic are put to the functions, and which are not, and why. */
export interface Topic {
  /** By the id of a case: the functions' answer in the shape of the published one. */
  answers: Record<string, (inputs: never) => unknown>;
  /** By the id of a case: the reason. */
  leftOut: Record<string, string>;
}

/** Several cases put the same way. */
export function alike<I>(ids: string, answer: (inputs: I) => unknown): Record<string, (inputs: I) => unknown> {
  return Object.fromEntries(ids.split(/\s+/).map((id) => [id, answer]));
}

/** Several cases left out for the same reason. */
export function omitted(ids: string, reason: string): Record<string, string> {
  return Object.fromEntries(ids.split(/\s+/).map((id) => [id, reason]));
}
