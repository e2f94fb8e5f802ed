import { numberOf } from '../../calc/decimal';
import type { Name } from '../../calc/statement/deal';
import { StandingTerms } from '../../calc/statement/standing';
import { readTerms } from '../../functions/money/deal/read-terms';
import { terms as register } from '../../registers/terms';
import type { Cell } from '../../schema/column';
import { minorUnits } from '../../schema/currency';
import type { SharesModel } from '../../schema/form';
import { dealRange, holding } from './standing-deal';

/**
 * The shares of what comes in that hold on a day, of whatever item, and who pays and has what is left. Rows that cannot be
 * read are passed over: they say so themselves.
 * @param cells of the tab Terms
 */
export function standingShares(
  cells: readonly (readonly Cell[])[],
  currency: string | null | undefined,
  day: number,
): Pick<SharesModel, 'restOf' | 'standing'> {
  const { terms } = readTerms(dealRange(register, holding(cells)), minorUnits(currency ?? ''), new Map());
  const payer = terms.find(({ term }) => term === 'payer')?.party ?? null;
  const sides = new Map<string, Name>(terms.flatMap(({ party }) => (party ? [[party.key, party]] : [])));
  const inForce = new StandingTerms(terms);
  const shares = [...sides.values()].flatMap((party): [string, number][] => {
    const rate = party.key === payer?.key ? undefined : inForce.one('share', party, null, day)?.rate;
    return rate ? [[party.text, numberOf(rate.units, rate.places)]] : [];
  });
  return { restOf: payer?.text ?? '', standing: Object.fromEntries(shares) };
}
