import { numberOf } from '../../calc/decimal';
import type { Integer } from '../../calc/integer';
import { withDefault } from '../runner/argument';
import { numberKind } from '../runner/cell-kind';

export const decimalsKind = numberKind({ whole: true, min: 0, max: 6 });

/** To how many decimals amounts are rounded. */
export const decimalsArgument = withDefault('decimals', decimalsKind, 2);

/** A cell of money; `refuse` says that it has more digits than a cell can hold. */
export function moneyCell(units: Integer, decimals: number, refuse: (complaint: string) => never): number {
  const value = numberOf(units, decimals);
  return value === value ? value : refuse(`too large to be exact to ${decimals} decimals`);
}
