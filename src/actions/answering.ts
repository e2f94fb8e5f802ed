import { inWords, isForbidden } from './forbidden';
import { Busy, NotReady, Unsettled } from './workbook';

/** Nothing was written; what stands in the way. */
export interface Refused {
  kind: 'refused';
  message: string;
}

/** What stands in a person's way is an answer, not a fault; anything else is thrown on. */
export function answering<T>(work: () => T): T | Refused {
  try {
    return work();
  } catch (error) {
    const expected = [Busy, NotReady, Unsettled].some((kind) => error instanceof kind);
    if (expected) return { kind: 'refused', message: (error as Error).message };
    if (isForbidden(error)) return { kind: 'refused', message: inWords(error as Error) };
    throw error;
  }
}
