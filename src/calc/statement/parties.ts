import type { Name, Term } from './deal';

/** The parties of a deal in the order in which its terms first name them. */
export interface Parties {
  readonly names: readonly Name[];
  /** Where the payer stands among them; -1 where there is none. */
  readonly payer: number;
  /** Where a name stands among them; undefined where no term names it. */
  indexOf(name: Name): number | undefined;
}

export function partiesOf(terms: readonly Term[]): Parties {
  const places = new Map<string, number>();
  const names: Name[] = [];
  for (const { party } of terms) {
    if (!party || places.has(party.key)) continue;
    places.set(party.key, names.length);
    names.push(party);
  }
  const payer = terms.find(({ term }) => term === 'payer')?.party;
  return { names, payer: payer ? places.get(payer.key)! : -1, indexOf: ({ key }) => places.get(key) };
}
