import type { IWorkbookData, Injector, Workbook } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { IFunctionService } from '@univerjs/engine-formula';
import type { FWorkbook } from '@univerjs/sheets/facade';
import type { EngineCallbacks } from '../contract/engine';
import { Annotations } from './annotations';
import { Cells } from './cells';
import { CircularCells } from './circular';
import { ConditionalFormats } from './conditional-formats';
import { CustomDataAccess } from './custom-data';
import { ProjectFunction } from './custom-functions';
import { ImportRange } from './import-range';
import { answerLikeSheets } from './answers';
import { Filters } from './filters';
import { rememberFormulas } from './univer/known-formulas';
import { rememberParts } from './univer/known-parts';
import { followRenames } from './renamed-lists';
import { installFunctions } from './functions/install';
import type { CallLimit } from './functions/call-limit';
import type { VolatileCells } from './functions/volatile-cells';
import { keepColumns } from './functions/columns/kept-columns';
import { forgetInferredFormats } from './inferred-formats';
import { supportOpenRanges } from './open-ranges';
import { readReferencesLikeSheets } from './reference-reader';
import { findBlockersOfSpills } from './spill-blockers';
import { orderBySpills } from './spill-order';
import { Spills } from './spills';
import { Structure } from './structure';

const EMPTY_WORKBOOK = {
  id: 'workbook',
  name: 'Untitled spreadsheet',
  sheetOrder: ['0'],
  sheets: { 0: { id: '0', name: 'Sheet1', rowCount: 1000, columnCount: 26 } },
};

/** The open workbook, by what is done with it. */
export interface Book {
  facade: FWorkbook;
  workbook: Workbook;
  cells: Cells;
  spills: Spills;
  structure: Structure;
  annotations: Annotations;
  customData: CustomDataAccess;
  formats: ConditionalFormats;
  filters: Filters;
  circular: CircularCells;
  volatile: VolatileCells;
  limit: CallLimit;
}

/** Opens a saved workbook, or an empty one, and teaches Univer to calculate as Sheets does. */
export function openBook(
  api: FUniver,
  injector: Injector,
  callbacks: EngineCallbacks,
  saved: unknown,
  functionNames: string[],
): Book {
  const facade = api.createWorkbook((saved ?? EMPTY_WORKBOOK) as Partial<IWorkbookData>);
  const workbook = facade.getWorkbook();
  const id = workbook.getUnitId();
  const spills = new Spills(injector, id);
  const parts = {
    facade,
    workbook,
    spills,
    cells: new Cells(workbook, spills),
    structure: new Structure(api, injector, id),
    annotations: new Annotations(injector, id),
    customData: new CustomDataAccess(injector, workbook),
    formats: new ConditionalFormats(injector, id),
    filters: new Filters(injector, id),
  };
  // The formula services exist only once there is a workbook, and a function that is registered after the first
  // calculation leaves #NAME? behind.
  readReferencesLikeSheets();
  keepColumns();
  supportOpenRanges(injector);
  findBlockersOfSpills(injector);
  const circular = new CircularCells(injector, orderBySpills(injector));
  answerLikeSheets(injector, callbacks);
  forgetInferredFormats(injector, workbook);
  rememberFormulas(injector);
  followRenames(injector, workbook);
  const { volatile, limit } = installFunctions(injector, callbacks);
  rememberParts(injector);
  const functions = injector.get(IFunctionService);
  functions.registerExecutors(new ImportRange(callbacks));
  // A function of the project that has the name of a built-in one is not called from cells.
  const own = functionNames.filter((name) => !functions.hasExecutor(name.toUpperCase()));
  functions.registerExecutors(...own.map((name) => new ProjectFunction(name, callbacks)));
  return { ...parts, circular, volatile, limit };
}
