import { optional } from '../../runner/argument';
import { dayKind } from '../../runner/cell-kind';
import { optionalTable, tableArgument } from '../../runner/table';
import { PAYMENT_HEADINGS } from './read-payments';
import { REVENUE } from './read-revenue';
import { TERM_HEADINGS } from './read-terms';

const expected = (headings: readonly string[]): string => `a table with the headings ${headings.join(', ')}`;

export const revenueArgument = tableArgument('revenue', expected(REVENUE.needed), ({ range }) => range);
export const termsArgument = tableArgument('terms', expected(TERM_HEADINGS.needed), ({ range }) => range);
export const paymentsArgument = optionalTable('payments', expected(PAYMENT_HEADINGS.needed), ({ range }) => range);
export const asOfArgument = optional('as_of', dayKind);
