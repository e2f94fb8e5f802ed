import { headingMadeBy } from '../../schema/formula';
import { tablesOf, type Register } from '../../schema/register';
import { whereAllowed } from '../forbidden';
import { NotReady, type Workbook, type WorkbookTab } from '../workbook';
import { prepareTabs } from './prepare-tabs';

/**
 * Puts the computed columns of a register right before its form is used, where one of their formulas is gone or points
 * nowhere. One read; the writes of a set-up where something is wrong. Whoever may not write there works on: the columns
 * are computed, no form fills them.
 */
export function mendHeadings(workbook: Workbook, register: Register, tab: WorkbookTab): void {
  if (isBroken(register, tab.headingFormulas())) putRight(workbook);
}

/**
 * Gives pages a row for each of what they show, after rows were added that they count. Reads every tab; writes where a
 * page has another size than it needs.
 */
export const makeRoom = (workbook: Workbook): void => putRight(workbook);

/** A set-up of what stands. Whoever may not write there works on. */
function putRight(workbook: Workbook): void {
  try {
    whereAllowed(() =>
      workbook.exclusively(() => prepareTabs(workbook, workbook.tabs(), { currency: null, firstRows: {}, packs: [] })),
    );
  } catch (error) {
    if (!(error instanceof NotReady)) throw error;
  }
}

function isBroken(register: Register, formulas: readonly string[]): boolean {
  const standing = new Map(formulas.map((formula) => [headingMadeBy(formula), formula]));
  return tablesOf(register).some(({ columns }) =>
    Object.values(columns).some(
      ({ header, filled }) => filled === 'by formula' && (standing.get(header) ?? '#REF!').includes('#REF!'),
    ),
  );
}
