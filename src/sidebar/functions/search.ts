import type { DescribedFunction } from '../../build/function-help';

/** The functions in which every word of the query occurs, those first that it names best. */
export function searchFunctions(functions: readonly DescribedFunction[], query: string): DescribedFunction[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return functions
    .map((described) => ({ described, rank: rankOf(described, words) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map(({ described }) => described);
}

/** Smaller is better; infinite where a word occurs nowhere. */
function rankOf(described: DescribedFunction, words: readonly string[]): number {
  const places = placesOf(described);
  const rank = (word: string): number => {
    if (places[0]!.startsWith(word)) return 0;
    const place = places.findIndex((text) => text.includes(word));
    return place < 0 ? Infinity : place + 1;
  };
  return words.reduce((sum, word) => sum + rank(word), 0);
}

/** What is looked through, from the most telling to the least. */
function placesOf({ name, group, summary, arguments: taken, returns, notes, examples }: DescribedFunction): string[] {
  const details = [
    returns,
    ...taken.flatMap((argument) => [argument.name, argument.text]),
    ...notes,
    ...examples.map(({ title }) => title),
  ];
  return [name, `${summary} ${group}`, details.join(' ')].map((text) => text.toLowerCase());
}
