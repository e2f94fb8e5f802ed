import { call, refusal } from './support/call';
import {
  asDate,
  columns,
  inWords,
  linesArguments,
  refusedDeals,
  statementArguments,
  workedDeals,
} from './support/deals';

const LINE_COLUMNS = ['Month', 'Party', 'Line', 'Of', 'Amount'];

describe('deals that two references worked out', () => {
  const deals = workedDeals();

  it('are three hundred', () => {
    expect(deals).toHaveLength(300);
  });

  it.each(deals.map((deal) => [deal.id, deal] as const))(
    '%s: the statement, to the cent',
    (_, { input, statement }) => {
      expect(inWords(call('REVSHARE_STATEMENT', ...statementArguments(input)), input.decimals)).toEqual(statement);
    },
  );

  it.each(deals.map((deal) => [deal.id, deal] as const))('%s: the lines, to the cent', (_, { input, lines }) => {
    const answer = inWords(call('REVSHARE_LINES', ...linesArguments(input, asDate)), input.decimals);
    expect(columns(answer, ...LINE_COLUMNS)).toEqual(lines);
  });
});

describe('deals that are refused', () => {
  const deals = refusedDeals();

  it('are fifty', () => {
    expect(deals).toHaveLength(50);
  });

  it.each(deals.map((deal) => [deal.id, deal] as const))('%s, at the place', (_, { input, about }) => {
    const message = refusal('REVSHARE_STATEMENT', ...statementArguments(input));
    const place = /^\w+(, row \d+)?/.exec(about)![0];
    expect(message).toMatch(new RegExp(`^REVSHARE_STATEMENT: ${place}(, [A-Z][A-Za-z ]+)?: \\S.{10,300}$`));
    if (!about.startsWith('payments')) expect(refusal('REVSHARE_LINES', ...linesArguments(input))).toContain(place);
  });
});
