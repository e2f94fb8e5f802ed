import { decimalOf } from '../../../calc/decimal';
import type { Name, Term, TierOptions } from '../../../calc/statement/deal';
import type { Problem } from '../../../calc/statement/problem';
import { TERM_NAMES, TERMS, type TermRule } from '../../../calc/statement/terms';
import {
  complain,
  dayKind,
  nameKey,
  nameKind,
  numberKind,
  percentKind,
  wordKind,
  type CellKind,
} from '../../runner/cell-kind';
import type { RawRange } from '../../runner/grid';
import { Amounts } from './amounts';
import { readRows, type HeadedTable } from './headed-table';

const needed = ['Party', 'Term', 'Value', 'Effective from'] as const;
const optional = ['Item', 'Threshold', 'Mode', 'Per'] as const;

type Heading = (typeof needed)[number] | (typeof optional)[number];
type TermsTable = HeadedTable<Heading>;

export const TERM_HEADINGS = { needed, known: [...needed, ...optional] };

const termKind = wordKind(TERM_NAMES);
const rateKind = percentKind({ min: 0, max: 1 });
const marginKind = numberKind({ min: 0 });
const daysKind = numberKind({ whole: true, min: 0 });
const modeKind = wordKind(['marginal', 'cliff']);
const perKind = wordKind(['month', 'contract']);
const monthsKind = numberKind({ whole: true, min: 1 });
/** Reads whatever stands there, to ask whether it is the word `none`. */
const anyKind: CellKind<unknown> = { ...nameKind, read: (value) => value };

const ZERO = decimalOf(0);

/** The rows of a table of terms, each checked by itself. */
export function readTerms(range: RawRange, decimals: number, names: Map<string, Name>) {
  const terms: Term[] = [];
  const problems: Problem[] = readRows('terms', range, TERM_HEADINGS, names, (table, row) => {
    terms.push(readTerm(table, row, decimals));
  });
  return { terms, problems };
}

function readTerm(table: TermsTable, row: number, decimals: number): Term {
  const term = table.required(row, 'Term', termKind);
  const rule = TERMS[term];
  const unused = (heading: Heading) => {
    table.mustBeBlank(row, heading, `stands beside the term ${term}, which has no ${heading}`);
    return null;
  };
  const party = rule.party === false ? unused('Party') : table.requiredName(row, 'Party');
  const item = rule.item ? table.name(row, 'Item') : unused('Item');
  const day = readDay(table, row, rule, unused);
  const value = table.at(row, 'Value', anyKind);
  const ends = rule.holds === 'standing' && typeof value === 'string' && nameKey(value) === 'none';
  const nothing = { rate: ZERO, amount: 0, tier: null, months: 0 };
  if (ends) return { row, term, party, item, day, ends, ...nothing };
  const read = { row, term, party, item, day, ends, ...nothing, ...readAmount(table, row, rule, decimals, unused) };
  if (term === 'tier') return { ...read, tier: readTier(table, row, decimals) };
  unused('Threshold');
  unused('Mode');
  if (term === 'reserve') return { ...read, months: table.required(row, 'Per', monthsKind) };
  unused('Per');
  return read;
}

type Unused = (heading: Heading) => null;

function readDay(table: TermsTable, row: number, { holds, dateNeeded }: TermRule, unused: Unused): number | null {
  if (holds === 'once') return unused('Effective from');
  return dateNeeded ? table.required(row, 'Effective from', dayKind) : table.at(row, 'Effective from', dayKind);
}

function readAmount(
  table: TermsTable,
  row: number,
  { value }: TermRule,
  decimals: number,
  unused: Unused,
): Partial<Pick<Term, 'rate' | 'amount'>> {
  const amounts = new Amounts(table, decimals);
  switch (value) {
    case 'blank':
      unused('Value');
      return {};
    case 'rate':
      return { rate: decimalOf(table.required(row, 'Value', rateKind)) };
    case 'margin':
      return { rate: decimalOf(table.required(row, 'Value', marginKind)) };
    case 'days':
      return { amount: table.required(row, 'Value', daysKind) };
    case 'amount':
      return { amount: amounts.required(row, 'Value', 'a number of 0 or more') };
    case 'balance':
      return { amount: amounts.required(row, 'Value') };
  }
}

function readTier(table: TermsTable, row: number, decimals: number): TierOptions {
  const threshold = new Amounts(table, decimals).required(row, 'Threshold', 'a number above 0');
  const mode = table.at(row, 'Mode', modeKind) ?? 'marginal';
  const per = table.at(row, 'Per', perKind) ?? 'month';
  if (mode === 'cliff' && per === 'contract') {
    table.refuse(row, 'Per', `${complain(per, 'month')}, which is the only one that the mode cliff has`);
  }
  return { threshold, mode, per };
}
