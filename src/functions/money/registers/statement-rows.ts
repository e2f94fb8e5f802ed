import { defineFunction } from '../../runner/definition';
import { refuseArgument } from '../../runner/grid';
import { asOfArgument, paymentsArgument, revenueArgument, termsArgument } from '../deal/arguments';
import { readDeal } from '../deal/deal';
import { decimalsArgument } from '../money';
import { statementTable } from '../revshare-statement';

const NAME = 'REVSHARE_STATEMENT_ROWS';

/** REVSHARE_STATEMENT without the rows that cannot be counted; its headings alone where nothing can be. */
export const definition = defineFunction({
  name: NAME,
  rows: 'all together',
  arguments: [revenueArgument, termsArgument, asOfArgument, paymentsArgument, decimalsArgument],
  compute(revenue, terms, asOf, payments, decimals) {
    const { agreement } = readDeal({ revenue, terms, payments }, asOf, decimals);
    return statementTable(agreement, (complaint) =>
      refuseArgument({ functionName: NAME, argumentName: 'revenue' }, complaint),
    );
  },
});
