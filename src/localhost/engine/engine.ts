import { type Book, openBook } from './book';
import { Recalculation } from './recalculation';
import { CommandType, ICommandService, type Injector } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { FormulaDataModel, IDefinedNamesService, LexerTreeBuilder } from '@univerjs/engine-formula';
import { SetRangeValuesMutation, SetWorksheetActiveOperation } from '@univerjs/sheets';
import { closed, opened as reopened } from './univer/open-range-moves';
import { markSheetNames } from './univer/sheet-name-marks';
import { readTyped } from './univer/typed-text';
import { plainSheetName, plainSheetNames } from '../notation/sheet-names';
import { isApart } from './apart-sheets';
import { areaAfter } from './area-moves';
import type {
  Area,
  Calculated,
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
import { formulasAfterSort } from './sorted-formulas';
import { createUniver } from './create-univer';

/** The command that only changes how cells look: the engine then recalculates nothing. */
const STYLE_COMMAND = 'sheet.command.set-style';

/** Mutations that a page may make. */
const EDITS = /^(sheet|data-validation)\.mutation\.|^formula\.mutation\.(set|remove)-defined-name$/;

/** Univer behind the narrow interface that the host uses. */
export class UniverEngine implements Engine {
  private readonly api: FUniver;
  private readonly injector: Injector;
  private readonly commands: ICommandService;
  private opened: Book | undefined;
  private recalculation: Recalculation | undefined;

  constructor(private readonly callbacks: EngineCallbacks) {
    const { api, injector } = createUniver();
    this.api = api;
    this.injector = injector;
    this.commands = injector.get(ICommandService);
  }

  open(saved: unknown, functionNames: string[]): void {
    this.opened = openBook(this.api, this.injector, this.callbacks, saved, functionNames);
    this.recalculation = new Recalculation(this.injector, this.opened);
    this.commands.beforeCommandExecuted(markSheetNames);
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

  recalculate(cells: readonly CellAddress[]): void {
    this.recalculation?.start(cells);
  }

  calculated(): Calculated {
    return { spilled: this.spilled(), circular: this.circularCells() };
  }

  trust({ spilled, circular }: Calculated): void {
    this.book.spills.restore(spilled);
    this.book.circular.restore(circular);
    this.recalculation?.startVolatile();
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
      name: plainSheetName(sheet.getName()),
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
    return this.opened?.circular.all() ?? [];
  }

  limitedCells(): CellAddress[] {
    return this.opened?.limit.all() ?? [];
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
      reference: plainSheetNames(formulaOrRefString),
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

  rejectingRules(sheetId: string): { areas: Area[]; rule: ValidationRule }[] {
    return this.book.annotations.rejectingRules(sheetId);
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

  isApart(sheetId: string): boolean {
    return isApart(this.injector, this.book, sheetId);
  }

  forgetPositions(): void {
    this.recalculation?.forgetPositions();
  }

  recalculateIfForgotten(): boolean {
    return this.recalculation?.ifForgotten() ?? false;
  }

  parseTyped(text: string, locale: string): TypedText {
    return readTyped(text, locale);
  }

  private get book(): Book {
    if (!this.opened) throw new Error('No workbook is open.');
    return this.opened;
  }
}
