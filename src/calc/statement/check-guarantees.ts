import { isoOfMonth } from '../day';
import type { Calendar } from './calendar';
import type { Term } from './deal';
import type { Parties } from './parties';
import { rowProblem, type Problem } from './problem';
import type { StandingTerms } from './standing';
import { amountInWords } from './words';

/** Guarantees that a cap in force in the same month would break. */
export function checkGuarantees(
  standing: StandingTerms,
  parties: Parties,
  calendar: Calendar,
  decimals: number,
): Problem[] {
  const problems = new Map<Term, Problem>();
  for (let month = 0; month < calendar.count; month++) {
    const day = calendar.asked(month);
    for (const party of parties.names) {
      const guarantee = standing.one('guarantee', party, null, day);
      if (!guarantee || problems.has(guarantee)) continue;
      const cap = standing.one('monthly cap', party, null, day);
      const totalCap = standing.one('total cap', party, null, day);
      const what = `a guarantee of ${amountInWords(guarantee.amount, decimals)}`;
      const when = isoOfMonth(day);
      const refuse = (complaint: string) =>
        problems.set(guarantee, rowProblem('terms', guarantee.row, complaint, 'Value'));
      if (cap && guarantee.amount > cap.amount) {
        const limit = amountInWords(cap.amount, decimals);
        refuse(`${what} in ${when} is above the monthly cap of ${limit} (row ${cap.row + 1}) that holds then`);
      } else if (totalCap) {
        refuse(`${what} in ${when} stands beside a total cap (row ${totalCap.row + 1}); only one of them can hold`);
      }
    }
  }
  return [...problems.values()];
}
