import { isEntryRegister, tablesOf, type EntryRegister, type Register } from '../schema/register';
import type { Table } from '../schema/table';
import { commitments } from './commitments';
import { contributions } from './contributions';
import { decisions } from './decisions';
import { items } from './items';
import { readings } from './kpi-log';
import { kpis } from './kpis';
import { links } from './links';
import { payments } from './payments';
import { plan } from './plan';
import { portfolio } from './portfolio';
import { revenue } from './revenue';
import { reviews } from './reviews';
import { rights } from './rights';
import { risks } from './risks';
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
  items,
  links,
  commitments,
  decisions,
  risks,
  rights,
  plan,
  portfolio,
  settings,
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
