import { call } from '../server';

/**
 * All rows of a tab, a part a call.
 * @param seen told how many rows have come
 * @throws Error in words for the person at work
 */
export async function tabRows(tab: string, seen: (rows: number) => void): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  for (let first: number | null = 1; first !== null;) {
    const answer: Awaited<ReturnType<typeof part>> = await part(tab, first);
    rows.push(...answer.rows);
    seen(rows.length);
    first = answer.next;
  }
  return rows;
}

async function part(tab: string, first: number) {
  const answer = await call('exportRows', tab, first);
  if (answer.kind === 'refused') throw new Error(answer.message);
  return answer;
}
