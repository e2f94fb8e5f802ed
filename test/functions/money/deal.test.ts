import { dayOfIso } from '../../../src/calc/day';
import { statementOf } from '../../../src/calc/statement/account';
import { ledgerOf } from '../../../src/calc/statement/ledger';
import { readDeal, type DealTables } from '../../../src/functions/money/deal/deal';
import { toRange } from '../../../src/functions/runner/grid';
import { arriving, type TypedTable } from '../support/deals';

const HEADING = ['ID', 'Date', 'Gross', 'Refunds', 'Refund of', 'Collected by'];
const GOOD: TypedTable = [
  ['A', '2026-01-10', 1000, '', '', ''],
  ['', '2026-02-01', '', 400, 'A', ''],
];
const TERMS: TypedTable = [
  ['Party', 'Term', 'Value', 'Effective from'],
  ['Studio', 'payer', '', ''],
  ['Partner', 'share', 0.5, ''],
];
const range = (table: TypedTable) => toRange(arriving(table));
const tables = (revenue: TypedTable, terms: TypedTable = TERMS, payments: TypedTable | null = null): DealTables => ({
  revenue: range(revenue),
  terms: range(terms),
  payments: payments && range(payments),
});
const AS_OF = dayOfIso('2026-02-28');

/** As a register asks: which rows cannot be counted, and the account of all the others. */
function examined(of: DealTables) {
  const { agreement, problems } = readDeal(of, AS_OF, 2);
  return { problems, rows: agreement && statementOf(agreement, ledgerOf(agreement)) };
}

describe('a deal with rows that cannot be counted', () => {
  it('is the deal without them, and says which they are and why', () => {
    const bad: TypedTable = [
      ['', '2026-01-11', 'abc', '', '', ''],
      ['B', '2026-01-12', 500, '', '', 'Nobody'],
      ['', '2026-01-13', '', 5, 'C', ''],
      ['', '2026-02-02', '', 700, 'A', ''],
      ['', '2026-02-03', '', 5, 'B', ''],
    ];
    const { problems, rows } = examined(tables([HEADING, ...bad, ...GOOD]));
    expect(problems.map(({ table, row, column, fatal }) => [table, row, column, fatal])).toEqual([
      ['revenue', 1, 'Gross', false],
      ['revenue', 2, 'Collected by', false],
      ['revenue', 3, 'Refund of', false],
      ['revenue', 5, 'Refund of', false],
      ['revenue', 4, null, false],
    ]);
    expect(rows).toEqual(examined(tables([HEADING, ...GOOD])).rows);
    expect(rows).toHaveLength(4);
  });

  it('leaves payments out that nobody made', () => {
    const heading = ['Date', 'Party', 'Amount', 'From'];
    const good: TypedTable = [['2026-02-20', 'Partner', 100, '']];
    const bad: TypedTable = [
      ['2026-02-20', 'Nobody', 100, ''],
      ['2026-02-20', 'Partner', 0, ''],
      ['2026-02-20', 'Studio', 100, ''],
    ];
    const { problems, rows } = examined(tables([HEADING, ...GOOD], TERMS, [heading, ...bad, ...good]));
    expect(problems.map(({ table, row, column }) => [table, row, column])).toEqual([
      ['payments', 2, 'Amount'],
      ['payments', 1, 'Party'],
      ['payments', 3, 'Party'],
    ]);
    expect(rows).toEqual(examined(tables([HEADING, ...GOOD], TERMS, [heading, ...good])).rows);
  });

  it('leaves a sale out with its refunds where an opening balance holds it already', () => {
    const terms: TypedTable = [...TERMS, ['Partner', 'opening balance', 0, '2026-01-31']];
    const sale: TypedTable = [['D', '2026-02-10', 80, '', '', '']];
    const { problems, rows } = examined(tables([HEADING, ...GOOD, ...sale], terms));
    expect(problems.map(({ row, column }) => [row, column])).toEqual([[1, 'Date'], [2, 'Refund of']]); // prettier-ignore
    expect(rows).toEqual(examined(tables([HEADING, ...sale], terms)).rows);
  });

  it('has no account where a term or a column is wrong', () => {
    for (const of of [
      tables([HEADING, ...GOOD], [...TERMS, ['Writer', 'royalty', 0.1, '']]),
      tables([HEADING, ...GOOD], [...TERMS, ['Writer', 'share', 0.6, '']]),
      tables([HEADING.slice(0, 2), ...GOOD]),
      tables([HEADING, ...GOOD], TERMS.slice(0, 1)),
    ]) {
      const { problems, rows } = examined(of);
      expect(rows).toBeNull();
      expect(problems.filter(({ fatal }) => fatal)).toHaveLength(1);
    }
  });
});
