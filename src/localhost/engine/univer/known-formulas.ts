import type { ICellData, Injector, IObjectMatrixPrimitiveType, Nullable, ObjectMatrix } from '@univerjs/core';
import { IUniverInstanceService, UniverInstanceType, type Workbook } from '@univerjs/core';
import { FormulaDataModel, type IFormulaDataItem } from '@univerjs/engine-formula';

type Cells = ObjectMatrix<Nullable<ICellData>>;
type Formulas = IObjectMatrixPrimitiveType<Nullable<IFormulaDataItem>>;

/** What changes a table of cells in another way than cell by cell. */
const REARRANGING = [
  'swapRow',
  'reset',
  'setRow',
  'moveRows',
  'moveColumns',
  'insertRows',
  'insertColumns',
  'removeRows',
  'removeColumns',
] as const;

/**
 * Has the engine remember which cells hold formulas. It looks through all cells of all sheets for them, several times at
 * each edit: most of the time that an edit of a large workbook took.
 */
export function rememberFormulas(injector: Injector): void {
  const model = injector.get(FormulaDataModel);
  const instances = injector.get(IUniverInstanceService);
  const known = new WeakMap<Cells, Formulas>();

  const formulasOf = (unitId: string, sheetId: string, cells: Cells): Formulas => {
    let formulas = known.get(cells);
    if (!formulas) {
      watch(cells);
      known.set(cells, (formulas = model.getSheetFormulaData(unitId, sheetId) as Formulas));
    }
    return copyOf(formulas);
  };

  const watched = new WeakSet<Cells>();
  const watch = (cells: Cells): void => {
    if (watched.has(cells)) return;
    watched.add(cells);
    const forget = (): void => void known.delete(cells);
    for (const name of REARRANGING) before(cells, name, forget);
    before(cells, 'setValue', (row, column, value) => {
      const had = known.get(cells)?.[row]?.[column];
      const { f, si } = (value ?? {}) as ICellData;
      if (had ? had.f !== f || had.si !== (si ?? undefined) : f || si) forget();
    });
    for (const name of ['deleteValue', 'realDeleteValue'] as const) {
      before(cells, name, (row, column) => {
        if (known.get(cells)?.[row]?.[column]) forget();
      });
    }
  };

  model.getFormulaData = () =>
    Object.fromEntries(
      instances
        .getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET)
        .map((workbook) => [
          workbook.getUnitId(),
          Object.fromEntries(
            workbook
              .getSheets()
              .map((sheet) => [
                sheet.getSheetId(),
                formulasOf(workbook.getUnitId(), sheet.getSheetId(), sheet.getCellMatrix()),
              ]),
          ),
        ]),
    );
}

/** Has something done before each call of a method. */
function before(cells: Cells, name: keyof Cells, act: (...args: [number, number, unknown]) => void): void {
  const object = cells as unknown as Record<string, (...args: unknown[]) => unknown>;
  const method = object[name]!.bind(cells);
  object[name] = (...args) => {
    act(...(args as [number, number, unknown]));
    return method(...args);
  };
}

/** Who asks may change what it gets. */
const copyOf = (formulas: Formulas): Formulas =>
  Object.fromEntries(Object.entries(formulas).map(([row, cells]) => [row, { ...cells }])) as Formulas;
