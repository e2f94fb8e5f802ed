/** Deeper than any form or edit nests what it sends, and far from what would exhaust the stack of whoever walks through it. */
const DEEPEST = 200;

/** Whether plain data is nested so deeply that it was made to do harm. */
export function isTooDeep(value: unknown): boolean {
  let level: object[] = isObject(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) => Object.values(one).filter(isObject));
  }
  return false;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
