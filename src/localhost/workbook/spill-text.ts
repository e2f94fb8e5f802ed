/**
 * What formulas have spilled, as JSON for the pages, without the cells that stay blank: a page would show a blank cell
 * that has a number format as 0, and a column formula has a thousand of them.
 */
export const spillText = (spilled: unknown): string =>
  JSON.stringify(spilled, (_, value: unknown) => (isBlank(value) ? undefined : value));

const isBlank = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'v' in value && value.v === null;
