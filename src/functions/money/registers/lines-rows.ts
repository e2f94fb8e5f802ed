import { defineFunction } from '../../runner/definition';
import { refuseArgument } from '../../runner/grid';
import { asOfArgument, revenueArgument, termsArgument } from '../deal/arguments';
import { readDeal } from '../deal/deal';
import { decimalsArgument } from '../money';
import { linesTable } from '../revshare-lines';

const NAME = 'REVSHARE_LINES_ROWS';

/** REVSHARE_LINES without the rows that cannot be counted; its headings alone where nothing can be. */
export const definition = defineFunction({
  name: NAME,
  rows: 'all together',
  arguments: [revenueArgument, termsArgument, asOfArgument, decimalsArgument],
  compute(revenue, terms, asOf, decimals) {
    const { agreement } = readDeal({ revenue, terms, payments: null }, asOf, decimals);
    return linesTable(agreement, (complaint) =>
      refuseArgument({ functionName: NAME, argumentName: 'revenue' }, complaint),
    );
  },
});
