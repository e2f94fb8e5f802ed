/** What `google.script.run` lets through: primitives, plain objects and arrays, as JSON would carry them. */

/**
 * The result of a server function as the client gets it. A Date anywhere makes the whole answer null, as at Google's;
 * functions and cycles fail.
 */
export function resultForClient(result: unknown): unknown {
  const seen = new Set<object>();
  let hasDate = false;

  const copy = (value: unknown): unknown => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (typeof value !== 'object')
      throw new Error(`The script completed but the returned value is not a supported return type.`);
    if (Object.prototype.toString.call(value) === '[object Date]') {
      hasDate = true;
      return null;
    }
    if (seen.has(value)) throw new Error('The script completed but the returned value is not a supported return type.');
    seen.add(value);
    const copied = Array.isArray(value)
      ? value.map(copy)
      : Object.fromEntries(
          Object.entries(value)
            .filter(([, member]) => member !== undefined)
            .map(([key, member]) => [key, copy(member)]),
        );
    seen.delete(value);
    return copied;
  };

  const copied = copy(result);
  return hasDate ? null : copied;
}
