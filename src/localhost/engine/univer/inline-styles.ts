/** Looks up a style by its id. */
type FindStyle = (id: string) => unknown;

/**
 * A replacer for `JSON.stringify` that writes styles out instead of their ids. Each engine makes up its own ids, so
 * that an id of the host means nothing to a page, to the file, or the other way round.
 */
export function inlineStyles(find: FindStyle): (key: string, value: unknown) => unknown {
  return (key, value) => (key === 's' && typeof value === 'string' ? (find(value) ?? value) : value);
}
