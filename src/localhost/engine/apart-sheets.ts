import type { Injector, IObjectMatrixPrimitiveType, Nullable } from '@univerjs/core';
import { FormulaDataModel, IDefinedNamesService, type IFormulaDataItem } from '@univerjs/engine-formula';
import type { Book } from './book';

/** Such a formula may read any sheet, whatever its text names. */
const READS_ANYTHING = /\bINDIRECT\s*\(/i;

/**
 * Whether a sheet holds nothing and no formula or name speaks of it: then no formula answers otherwise when it comes, or when
 * its rows and columns move.
 */
export function isApart(
  injector: Injector,
  { workbook, cells }: Pick<Book, 'workbook' | 'cells'>,
  sheetId: string,
): boolean {
  const name = workbook.getSheetBySheetId(sheetId)?.getName();
  if (name === undefined || cells.extent(sheetId).rows > 0) return false;
  // In a reference an apostrophe of the name is doubled.
  const spoken = name.replaceAll("'", "''").toLowerCase();
  const isSpokenOf = (text: string): boolean =>
    [`${spoken}!`, `${spoken}'!`].some((reference) => text.toLowerCase().includes(reference));
  const unitId = workbook.getUnitId();
  const names = Object.values(injector.get(IDefinedNamesService).getDefinedNameMap(unitId) ?? {});
  if (names.some(({ formulaOrRefString }) => isSpokenOf(formulaOrRefString))) return false;
  const formulas = injector.get(FormulaDataModel).getFormulaData()[unitId] ?? {};
  return !Object.values(formulas).some((sheet) =>
    someFormula(sheet, (formula) => isSpokenOf(formula) || READS_ANYTHING.test(formula)),
  );
}

function someFormula(
  rows: Nullable<IObjectMatrixPrimitiveType<Nullable<IFormulaDataItem>>>,
  is: (formula: string) => boolean,
): boolean {
  const formulas = (cells: object): Nullable<IFormulaDataItem>[] => Object.values(cells);
  return Object.values(rows ?? {}).some((cells) => formulas(cells ?? {}).some((cell) => is(cell?.f ?? '')));
}
