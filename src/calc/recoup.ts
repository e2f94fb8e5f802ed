import { portion, type Decimal } from './decimal';
import { add, subtract, type Integer } from './integer';

/** What becomes of the earnings of one period, in units. */
export interface Recouped {
  readonly recouped: Integer;
  readonly paid: Integer;
  /** What of the advances is still to be earned. */
  readonly balance: Integer;
}

/**
 * One period: the advance adds to the balance, then the earnings × rate, rounded to whole units, go against it, and the
 * rest is paid. Negative earnings add to the balance, and nothing is paid. All amounts in the same units.
 */
export function recoup(balance: Integer, advance: Integer, earnings: Integer, rate: Decimal): Recouped {
  const open = add(balance, advance);
  if (earnings < 0) return { recouped: 0, paid: 0, balance: subtract(open, earnings) };
  const usable = portion(earnings, rate);
  const recouped = usable < open ? usable : open;
  return { recouped, paid: subtract(earnings, recouped), balance: subtract(open, recouped) };
}
