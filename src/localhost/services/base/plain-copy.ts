import { isDate } from '../../workbook/typed-values';

/** A copy of plain data in the caller's realm: arrays, plain objects, Dates and primitives. */
export function plainCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isDate(value)) return new Date(value.getTime());
  if (Array.isArray(value)) return value.map(plainCopy);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainCopy(member)]));
}
