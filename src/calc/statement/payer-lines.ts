import { subtract, sum, type Integer } from '../integer';
import type { Name } from './deal';
import { LINE_KINDS, type Line, type LineKind } from './line';
import { listInWords } from './words';

/** What the payer shares with the others: the pool of the month, and what late refunds changed of earlier ones. */
export type ToShare = Partial<Record<LineKind, Integer>>;

/** The payer's lines of a month: the rest of what is shared, and the opposite of everything else that the others have. */
export function payerLines(
  others: readonly { readonly party: Name; readonly sums: Readonly<Record<LineKind, Integer>> }[],
  shared: ToShare,
  money: (units: Integer) => string,
): Line[] {
  return LINE_KINDS.flatMap((kind): Line[] => {
    const parts = others.flatMap(({ party, sums }) => (sums[kind] ? [{ party, amount: sums[kind] }] : []));
    const whole = shared[kind];
    const amount = subtract(whole ?? 0, sum(parts.map((part) => part.amount)));
    if (!amount) return [];
    const why = () => {
      const list = listInWords(parts.map((part) => `${money(part.amount)} for ${part.party.text}`));
      if (whole === undefined) return `the other side of ${list}`;
      const what = kind === 'share' ? money(whole) : `late refunds of ${money(whole)}`;
      return parts.length > 0 ? `${what} less ${list}` : `all of ${what}`;
    };
    return [{ kind, of: '', base: null, rate: null, amount, why }];
  });
}
