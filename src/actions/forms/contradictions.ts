import { dayOfInstant, isoOfDay } from '../../calc/day';
import type { FieldErrors } from '../../schema/checks';
import type { Cell } from '../../schema/column';
import { sameText } from '../../schema/same-text';
import { isBlank, type Columns } from '../../schema/table';
import type { Workbook } from '../workbook';

/**
 * What a day and today, or two cells of one row, cannot say: in words, by field.
 * @param entry the row as it would stand
 * @param changed the keys that were filled in or changed: a row that says so already may still be changed elsewhere
 */
export function contradictionsIn(
  columns: Columns,
  workbook: Workbook,
  entry: Record<string, Cell | undefined>,
  changed: readonly string[],
): FieldErrors | null {
  const errors: FieldErrors = {};
  for (const [key, { past, notBefore, differsFrom }] of Object.entries(columns)) {
    const day = entry[key];
    const isSame = differsFrom && !isBlank(day) && sameText(day, entry[differsFrom.column]);
    if (isSame && [key, differsFrom.column].some((one) => changed.includes(one))) errors[key] = differsFrom.say;
    if (typeof day !== 'number') continue;
    if (past !== undefined && changed.includes(key) && isToCome(workbook, day)) {
      errors[key] = `${isoOfDay(day)} ${past} ${isoOfDay(workbook.today())}.`;
    }
    const earliest = notBefore === undefined ? undefined : entry[notBefore.column];
    if (
      typeof earliest === 'number' &&
      day < earliest &&
      [key, notBefore!.column].some((one) => changed.includes(one))
    ) {
      errors[key] = `${notBefore!.say} Choose ${isoOfDay(earliest)} or a later day.`;
    }
  }
  return Object.keys(errors).length > 0 ? errors : null;
}

/** Of `dayOfInstant`, which looks 13 hours ahead, from the zone that is last to begin a day: UTC−12. */
const LAST_ZONE = 25 * 3_600_000;

/**
 * Whether a day is more than one ahead; one may be today where the other side is. The sheet's time zone costs a read, so
 * it is asked for only where the day is ahead somewhere.
 */
const isToCome = (workbook: Workbook, day: number): boolean =>
  day > dayOfInstant(new Date(workbook.now().getTime() - LAST_ZONE)) + 1 && day > workbook.today() + 1;
