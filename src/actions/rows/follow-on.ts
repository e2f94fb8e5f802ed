import { ENTRY_REGISTERS } from '../../registers';
import type { Cell } from '../../schema/column';
import { minorUnits } from '../../schema/currency';
import { filledIn, nameOf, type EntryRegister } from '../../schema/register';
import { dealErrors } from '../forms/deal-check';
import { readWhenAsked } from '../forms/choices';
import type { ReadyTabs } from '../tabs';
import type { Workbook } from '../workbook';
import { appendRow } from './append-row';
import { completing } from './completing';

/**
 * Writes the row that another register gets when this one is complete: the fee of an item that was accepted. It is named
 * after the row that it follows from, so that it is written once, however often that is saved; what was cut short after
 * the row itself is written when the row is saved again. One read and one block more, and only then.
 * @param name of the row that it follows from
 * @returns what to say of it; empty where nothing follows, or the sheet has no such tab
 */
export function writeFollowOn(
  { followOn }: EntryRegister,
  workbook: Workbook,
  ready: ReadyTabs,
  name: string,
  row: Record<string, Cell | undefined>,
): string {
  if (!followOn || followOn.when.some((key) => (row[key] ?? '') === '' || row[key] === 0)) return '';
  const into = ENTRY_REGISTERS.find(({ id }) => id === followOn.register)!;
  if (!ready.has(into)) return '';
  const tab = ready(into);
  const cells = Object.entries(followOn.cells).map(([key, from]) => [
    key,
    'column' in from ? (row[from.column] ?? '') : filledIn(from.text, (of) => row[of] ?? ''),
  ]);
  const record = completing(
    into,
    workbook,
    readWhenAsked((id) => ready(id).read()),
  )({ ...(Object.fromEntries(cells) as Record<string, Cell>), [into.named.column]: nameOf(into, name) });
  const appended = appendRow(tab, into, into.named.column, record, (lines, positions) =>
    dealErrors(into, lines, positions, record, null, minorUnits(tab.currency ?? '')),
  );
  if ('errors' in appended) return ` Not written to ${tab.name}: ${Object.values(appended.errors).join(' ')}`;
  if ('taken' in appended || appended.repeated) return '';
  return ` ${into.row.one.charAt(0).toUpperCase()}${into.row.one.slice(1)} written to ${tab.name}, row ${appended.row}.`;
}
