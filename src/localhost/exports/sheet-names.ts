/** Characters of a sheet's name in Excel. */
const LONGEST = 31;

/** Names of sheets as Excel takes them, by their own: shorter, without some signs, and no two alike. */
export function excelNames(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const found = new Map<string, string>();
  for (const name of names) {
    const clean = name
      .replace(/[[\]:*?/\\]/g, '-')
      .replace(/^'|'$/g, '-')
      .slice(0, LONGEST)
      .trimEnd();
    let known = clean;
    for (let number = 2; taken.has(known.toLowerCase()); number++) {
      const end = ` (${number})`;
      known = clean.slice(0, LONGEST - end.length) + end;
    }
    taken.add(known.toLowerCase());
    found.set(name, known);
  }
  return found;
}
