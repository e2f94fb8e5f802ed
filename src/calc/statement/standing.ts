import type { Name, Term } from './deal';
import { TERMS, type TermName } from './terms';

/** Terms of one party, kind, item and date: they hold together, until the next set replaces them. */
export interface TermSet {
  /** The day they hold from; BEGINNING where none is given. */
  readonly from: number;
  readonly terms: readonly Term[];
}

/** Before every day that a sheet knows. */
export const BEGINNING = -1;

const NONE: readonly Term[] = [];

/** Standing terms by kind and party, then by item ('' for the general ones), each list in order of its days. */
type Timelines = Map<string, Map<string, TermSet[]>>;

const keyOf = (term: TermName, party: Name | null): string => `${term}\n${party?.key ?? ''}`;

/** The terms that replace each other: which of them are in force on a day. */
export class StandingTerms {
  private readonly timelines: Timelines = new Map();

  constructor(terms: readonly Term[]) {
    for (const term of terms) if (TERMS[term.term].holds === 'standing') this.add(term);
    for (const items of this.timelines.values())
      for (const sets of items.values()) sets.sort((a, b) => a.from - b.from);
  }

  /** All sets, also those that others replaced. */
  sets(): TermSet[] {
    return [...this.timelines.values()].flatMap((items) => [...items.values()].flat());
  }

  /** The rows in force on a day for an item alone (null: those that name no item); none where they were ended. */
  at(term: TermName, party: Name | null, item: Name | null, day: number): readonly Term[] {
    const sets = this.timelines.get(keyOf(term, party))?.get(item?.key ?? '');
    if (!sets) return NONE;
    let i = sets.length - 1;
    while (i >= 0 && sets[i]!.from > day) i--;
    return i < 0 || sets[i]!.terms[0]!.ends ? NONE : sets[i]!.terms;
  }

  /** The row in force of a term that has one at a time. */
  one(term: TermName, party: Name | null, item: Name | null, day: number): Term | null {
    return this.at(term, party, item, day)[0] ?? null;
  }

  /** The rows in force for an item: its own where it has any, else the general ones. */
  forItem(term: TermName, party: Name | null, item: Name | null, day: number): readonly Term[] {
    const own = item ? this.at(term, party, item, day) : NONE;
    return own.length > 0 ? own : this.at(term, party, null, day);
  }

  private add(term: Term): void {
    const key = keyOf(term.term, term.party);
    const items = this.timelines.get(key) ?? new Map<string, TermSet[]>();
    this.timelines.set(key, items);
    const item = term.item?.key ?? '';
    const sets = items.get(item) ?? [];
    items.set(item, sets);
    const from = term.day ?? BEGINNING;
    const same = sets.find((set) => set.from === from);
    if (same) (same.terms as Term[]).push(term);
    else sets.push({ from, terms: [term] });
  }
}
