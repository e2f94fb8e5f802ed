import { isEntryRegister, tablesOf, type EntryRegister, type Register } from '../schema/register';
import type { Table } from '../schema/table';
import { closedPeriods } from './closed-periods';
import { closedRows } from './closed-rows';
import { agreement } from './agreement';
import { candidates } from './candidates';
import { checklists } from './checklists';
import { answers } from './answers';
import { commitments } from './commitments';
import { contributions } from './contributions';
import { decisions } from './decisions';
import { exchange } from './exchange';
import { items } from './items';
import { kept } from './kept';
import { readings } from './kpi-log';
import { kpis } from './kpis';
import { links } from './links';
import { models } from './models';
import { opportunities } from './opportunities';
import { payments } from './payments';
import { plan } from './plan';
import { portfolio } from './portfolio';
import { positions } from './positions';
import { revenue } from './revenue';
import { reviews } from './reviews';
import { rights } from './rights';
import { risks } from './risks';
import { sealed } from './sealed';
import { settings } from './settings';
import { terms } from './terms';

/** The tabs of a partnership's workbook, in the order in which they stand. */
export const REGISTERS: readonly Register[] = [
  contributions,
  kpis,
  readings,
  reviews,
  revenue,
  terms,
  payments,
  closedPeriods,
  candidates,
  opportunities,
  checklists,
  exchange,
  agreement,
  positions,
  sealed,
  models,
  items,
  links,
  commitments,
  decisions,
  risks,
  rights,
  plan,
  portfolio,
  settings,
  closedRows,
  answers,
  kept,
];

/** Those with a form that writes a row. */
export const ENTRY_REGISTERS: readonly EntryRegister[] = REGISTERS.filter(isEntryRegister);

/** The register in whose tab a table stands. */
export function registerOf(tableId: string): Register {
  const register = REGISTERS.find((one) => tablesOf(one).some(({ id }) => id === tableId));
  if (!register) throw new Error(`No register holds a table ${tableId}.`);
  return register;
}

export const tableNamed = (tableId: string): Table => tablesOf(registerOf(tableId)).find(({ id }) => id === tableId)!;
