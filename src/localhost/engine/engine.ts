import { CommandType, ICommandService, type IWorkbookData, type Injector, type Workbook } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import {
  FormulaDataModel,
  IDefinedNamesService,
  IFormulaDependencyGenerator,
  IFunctionService,
  LexerTreeBuilder,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import { SetRangeValuesMutation, SetWorksheetActiveOperation } from '@univerjs/sheets';
import type { FWorkbook } from '@univerjs/sheets/facade';
import { closed, opened as reopened } from './univer/open-range-moves';
import { readTyped } from './univer/typed-text';
import { Annotations } from './annotations';
import { areaAfter } from './area-moves';
import { Cells } from './cells';
import { CircularCells } from './circular';
import { ConditionalFormats } from './conditional-formats';
import type {
  Area,
  CellAddress,
  CellNote,
  CellStyle,
  CellValue,
  ConditionalFormat,
  CustomData,
  DefinedName,
  Engine,
  EngineCallbacks,
  Line,
  PatchMatrix,
  PlacedArea,
  RichText,
  SheetFilter,
  SheetInfo,
  SortRule,
  SpillData,
  StylePatch,
  TypedText,
  ValidationRule,
} from '../contract/engine';
import { CustomDataAccess } from './custom-data';
import { ProjectFunction } from './custom-functions';
import { nameErrorsLikeSheets } from './error-names';
import { Filters } from './filters';
import { installFunctions } from './functions/install';
import type { VolatileCells } from './functions/volatile-cells';
import { forgetInferredFormats } from './inferred-formats';
import { supportOpenRanges } from './open-ranges';
import { readReferencesLikeSheets } from './reference-reader';
import { orderBySpills } from './spill-order';
import { formulasAfterSort } from './sorted-formulas';
import { Spills } from './spills';
import { Structure } from './structure';
import { createUniver } from './create-univer';

/** The command that only changes how cells look: the engine then recalculates nothing. */
const STYLE_COMMAND = 'sheet.command.set-style';

/** Mutations that a page may make. */
const EDITS = /^(sheet|data-validation)\.mutation\.|^formula\.mutation\.(set|remove)-defined-name$/;

const EMPTY_WORKBOOK = {
  id: 'workbook',
  name: 'Untitled spreadsheet',
  sheetOrder: ['0'],
  sheets: { 0: { id: '0', name: 'Sheet1', rowCount: 1000, columnCount: 26 } },
};

interface Opened {
  facade: FWorkbook;
  workbook: Workbook;
  cells: Cells;
  spills: Spills;
  structure: Structure;
  annotations: Annotations;
  customData: CustomDataAccess;
  formats: ConditionalFormats;
  filters: Filters;
}

/** Univer behind the narrow interface that the host uses. */
export class UniverEngine implements Engine {
  private readonly api: FUniver;
  private readonly injector: Injector;
  private readonly commands: ICommandService;
  private opened: Opened | undefined;
  private circular: CircularCells | undefined;
  private volatile: VolatileCells | undefined;
  private calculateAll = false;

  constructor(private readonly callbacks: EngineCallbacks) {
    const { api, injector } = createUniver();
    this.api = api;
    this.injector = injector;
    this.commands = injector.get(ICommandService);
  }

  open(saved: unknown, functionNames: string[]): void {
    const book = this.api.createWorkbook((saved ?? EMPTY_WORKBOOK) as Partial<IWorkbookData>);
    const workbook = book.getWorkbook();
    const id = workbook.getUnitId();
    const spills = new Spills(this.injector, id);
    this.opened = {
      facade: book,
      workbook,
      spills,
      cells: new Cells(workbook, spills),
      structure: new Structure(this.api, this.injector, id),
      annotations: new Annotations(this.injector, id),
      customData: new CustomDataAccess(this.injector, workbook),
      formats: new ConditionalFormats(this.injector, id),
      filters: new Filters(this.injector, id),
    };
    // The formula services exist only once there is a workbook, and a function that is registered after the first
    // calculation leaves #NAME? behind.
    readReferencesLikeSheets();
    supportOpenRanges(this.injector);
    this.circular = new CircularCells(this.injector, orderBySpills(this.injector));
    nameErrorsLikeSheets(this.injector);
    forgetInferredFormats(this.injector, workbook);
    this.volatile = installFunctions(this.injector);
    const functions = this.injector.get(IFunctionService);
    // A function of the project that has the name of a built-in one is not called from cells.
    const own = functionNames.filter((name) => !functions.hasExecutor(name.toUpperCase()));
    functions.registerExecutors(...own.map((name) => new ProjectFunction(name, this.callbacks)));
    this.commands.beforeCommandExecuted((command) => {
      // The recalculation that an edit has started anyway does the whole work: one of its own would be a second one.
      if (command.id !== SetFormulaCalculationStartMutation.id || !this.calculateAll) return;
      (command.params as { forceCalculation?: boolean }).forceCalculation = true;
      this.calculateAll = false;
    });
    this.commands.onCommandExecuted((command, options) => {
      if (command.type !== CommandType.MUTATION) return;
      const { onlyLocal, fromFormula, applyFormulaCalculationResult } = (options ?? {}) as Record<string, boolean>;
      this.callbacks.onMutation({
        id: command.id,
        params: command.params,
        options: { ...(onlyLocal && { onlyLocal }), ...(fromFormula && { fromFormula }) },
        isResult: applyFormulaCalculationResult ?? false,
      });
    });
  }

  save(): unknown {
    return this.book.facade.save();
  }

  spilled(): SpillData {
    return this.book.spills.all();
  }

  execute(id: string, params: object, options: Record<string, boolean> = {}): boolean {
    return this.commands.syncExecuteCommand(id, params, options);
  }

  isEdit(id: string): boolean {
    return EDITS.test(id) && this.commands.hasCommand(id);
  }

  workbookId(): string {
    return this.book.workbook.getUnitId();
  }

  sheets(): SheetInfo[] {
    return this.book.workbook.getSheets().map((sheet) => ({
      id: sheet.getSheetId(),
      name: sheet.getName(),
      hidden: sheet.isSheetHidden() === 1,
      rows: sheet.getRowCount(),
      columns: sheet.getColumnCount(),
      frozenRows: Math.max(0, sheet.getFreeze().ySplit),
      frozenColumns: Math.max(0, sheet.getFreeze().xSplit),
      gridlinesHidden: sheet.getConfig().showGridlines === 0,
    }));
  }

  activeSheetId(): string {
    return this.book.workbook.getActiveSheet().getSheetId();
  }

  activate(sheetId: string): void {
    if (this.activeSheetId() === sheetId) return;
    this.execute(SetWorksheetActiveOperation.id, { unitId: this.workbookId(), subUnitId: sheetId });
  }

  read(sheetId: string, area: Area): CellValue[][] {
    return this.book.cells.values(sheetId, area);
  }

  displayed(sheetId: string, area: Area, locale: string): string[][] {
    return this.book.cells.displayed(sheetId, area, locale);
  }

  formulas(sheetId: string, area: Area): string[][] {
    const model = this.injector.get(FormulaDataModel);
    return this.book.cells.formulas(
      sheetId,
      area,
      (row, column) => model.getFormulaStringByCell(row, column, sheetId, this.workbookId()) ?? null,
    );
  }

  styles(sheetId: string, area: Area): CellStyle[][] {
    return this.book.cells.styles(sheetId, area);
  }

  richTexts(sheetId: string, area: Area): (RichText | undefined)[][] {
    return this.book.cells.richTexts(sheetId, area);
  }

  merges(sheetId: string): Area[] {
    return this.book.structure.merges(sheetId);
  }

  columnWidth(sheetId: string, column: number): number {
    return this.book.structure.columnWidth(sheetId, column);
  }

  rowHeight(sheetId: string, row: number): number {
    return this.book.structure.rowHeight(sheetId, row);
  }

  tabColor(sheetId: string): string | undefined {
    return this.book.structure.tabColor(sheetId);
  }

  patterns(sheetId: string, area: Area): string[][] {
    return this.book.cells.patterns(sheetId, area);
  }

  cellsWithStyle(sheetId: string, area: Area): [number, number][] {
    return this.book.cells.withStyle(sheetId, area);
  }

  lineStyle(sheetId: string, line: Line, index: number): StylePatch {
    return this.book.cells.lineStyle(sheetId, line, index);
  }

  styleById(id: string): StylePatch | undefined {
    return (this.book.workbook.getStyles().get(id) as StylePatch | null | undefined) ?? undefined;
  }

  write(sheetId: string, patches: PatchMatrix): void {
    const contents = Object.values(patches).flatMap((row) => Object.values(row));
    const onlyStyles = contents.every((patch) => patch.value === undefined && patch.formula === undefined);
    this.execute(SetRangeValuesMutation.id, {
      unitId: this.workbookId(),
      subUnitId: sheetId,
      cellValue: this.book.cells.toCellData(sheetId, patches),
      ...(onlyStyles && { trigger: STYLE_COMMAND }),
    });
  }

  circularCells(): CellAddress[] {
    return this.circular?.all() ?? [];
  }

  extent(sheetId: string): { rows: number; columns: number } {
    return this.book.cells.extent(sheetId);
  }

  isLineHidden(sheetId: string, line: Line, index: number): boolean {
    return this.book.structure.isLineHidden(sheetId, line, index);
  }

  insertLines(sheetId: string, line: Line, before: number, count: number): void {
    this.book.structure.insertLines(sheetId, line, before, count);
  }

  deleteLines(sheetId: string, line: Line, first: number, count: number): void {
    this.book.structure.deleteLines(sheetId, line, first, count);
  }

  moveLines(sheetId: string, line: Line, first: number, count: number, before: number): void {
    this.book.structure.moveLines(sheetId, line, first, count, before);
  }

  sort(sheetId: string, area: Area, rules: SortRule[]): void {
    const sorted: { id: string; params: unknown }[] = [];
    const listener = this.commands.onCommandExecuted(({ id, params }) => sorted.push({ id, params }));
    this.book.structure.sort(sheetId, area, rules);
    listener.dispose();
    sorted.forEach((mutation) => this.followSort(mutation));
  }

  followSort(mutation: { id: string; params: unknown }): void {
    const moved = formulasAfterSort(this.book.workbook, mutation, (formula, rows) =>
      this.shiftedFormula(formula, rows, 0),
    );
    if (!moved) return;
    const { sheetId, cells } = moved;
    this.execute(SetRangeValuesMutation.id, { unitId: this.workbookId(), subUnitId: sheetId, cellValue: cells });
  }

  copySheet(sheetId: string): boolean {
    return this.book.structure.copySheet(sheetId);
  }

  moveArea(sheetId: string, from: Area, to: Area): void {
    this.book.structure.moveArea(sheetId, from, to);
  }

  areaAfter(mutation: { id: string; params: unknown }, place: PlacedArea): PlacedArea | undefined {
    return areaAfter(mutation, place);
  }

  shiftedFormula(formula: string, rows: number, columns: number): string {
    return reopened(this.injector.get(LexerTreeBuilder).moveFormulaRefOffset(closed(formula), columns, rows));
  }

  definedNames(): DefinedName[] {
    const names = this.injector.get(IDefinedNamesService).getDefinedNameMap(this.workbookId()) ?? {};
    return Object.values(names).map(({ id, name, formulaOrRefString }) => ({
      id,
      name,
      reference: formulaOrRefString,
    }));
  }

  sheetCustomData(sheetId: string): CustomData | undefined {
    return this.book.customData.ofSheet(sheetId);
  }

  setSheetCustomData(sheetId: string, custom: CustomData | null): void {
    this.book.customData.setOfSheet(sheetId, custom);
  }

  lineCustomData(sheetId: string, line: Line): [number, CustomData][] {
    return this.book.customData.ofLines(sheetId, line);
  }

  note(sheetId: string, row: number, column: number): CellNote | undefined {
    return this.book.annotations.note(sheetId, row, column);
  }

  validationRule(sheetId: string, row: number, column: number): ValidationRule | undefined {
    return this.book.annotations.validationRule(sheetId, row, column);
  }

  conditionalFormats(sheetId: string): ConditionalFormat[] {
    return this.book.formats.ofSheet(sheetId);
  }

  conditionalFormatAnswers(sheetId: string, id: string): (row: number, column: number) => unknown {
    return this.book.formats.answers(sheetId, id);
  }

  filter(sheetId: string): SheetFilter | undefined {
    return this.book.filters.ofSheet(sheetId);
  }

  isRowFiltered(sheetId: string, row: number): boolean {
    return this.book.filters.isRowFiltered(sheetId, row);
  }

  forgetPositions(): void {
    const generator = this.injector.get(IFormulaDependencyGenerator) as unknown as {
      _disposeByUnitId(unitId: string): void;
    };
    generator._disposeByUnitId(this.workbookId());
    this.injector.get(LexerTreeBuilder).dispose();
    // Spilled values stay behind when their formula moves, and would then stand in its way.
    this.book.spills.forget();
    this.circular?.forget();
    this.volatile?.forget();
    this.calculateAll = true;
  }

  recalculateIfForgotten(): boolean {
    if (!this.calculateAll) return false;
    return this.execute(SetFormulaCalculationStartMutation.id, { commands: [] }, { onlyLocal: true });
  }

  parseTyped(text: string, locale: string): TypedText {
    return readTyped(text, locale);
  }

  private get book(): Opened {
    if (!this.opened) throw new Error('No workbook is open.');
    return this.opened;
  }
}
