/**
 * What the spreadsheet engine, which runs in a vm context of its own, and the host process say to each other. Nothing of
 * the engine is loaded by importing this. Rows and columns count from 0.
 */

/** What a cell shows whose custom function threw; the message travels beside it. */
export const THROWN = '#ERROR!';

/** What a cell shows whose custom function has not answered yet. Formulas take it for an error, scripts for a text. */
export const LOADING = 'Loading...';

/** A number that its cell shows as a date or a time: days since 30 December 1899, in the workbook's wall time. */
export interface SerialDate {
  readonly serial: number;
}

/** What a cell holds. Null is an empty cell, "" a text of no length. */
export type CellValue = string | number | boolean | null | SerialDate;

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Cells of one sheet. */
export interface PlacedArea {
  sheetId: string;
  area: Area;
}

/** A part of a text that looks alike, in the engine's words; the end is not part of it. */
export interface RichTextRun {
  start: number;
  end: number;
  style: Record<string, unknown>;
  link?: string;
}

/** A text whose parts may look different; without runs all of it looks like its cell. */
export interface RichText {
  text: string;
  runs: RichTextRun[];
}

export interface CellAddress {
  sheetId: string;
  row: number;
  column: number;
}

/** The message of an error at a cell. */
export interface CellMessage {
  at: CellAddress;
  message: string;
}

/** A custom function's answer: one value, a table of equal rows, an error shown as `#ERROR!`, or none yet. */
export type FunctionResult = { value: CellValue | CellValue[][] } | { error: string } | { loading: true };

/** What the engine asks of the host. */
/** The cells of another spreadsheet, or why there are none. */
export type ImportResult = { values: CellValue[][] } | { error: string };

export interface EngineCallbacks {
  /** The time in the workbook's zone: days since 30 December 1899. */
  now(): number;
  /** The workbook's locale, such as `de_DE`. */
  locale(): string;
  /**
   * `args` hold one value for a cell and a table for a range; an omitted argument is undefined. `isVolatile`: one of them
   * depends on a function that answers anew at each calculation.
   */
  callFunction(
    name: string,
    args: (CellValue | CellValue[][] | undefined)[],
    at: CellAddress,
    isVolatile: boolean,
  ): FunctionResult;
  /** A range of another spreadsheet, for the formula in a cell. */
  importRange(address: string, range: string, at: CellAddress): ImportResult;
  /** Every mutation, as it has been executed. The objects belong to the engine and may change afterwards. */
  onMutation(mutation: EngineMutation): void;
}

export interface EngineMutation {
  id: string;
  params: unknown;
  options: { onlyLocal?: boolean; fromFormula?: boolean };
  /** What formulas have answered, and nothing else. */
  isResult: boolean;
}

/** A style's properties in the engine's words; null removes one. */
export type StylePatch = Record<string, unknown>;

/** What is written to one cell; a property that is absent stays as it is. */
export interface CellPatch {
  value?: CellValue;
  /** With the leading "="; it replaces the value. */
  formula?: string;
  /** Keep a text that looks like a number as a text. */
  forceText?: boolean;
  style?: StylePatch | null;
  /** A text with parts that look different; it replaces the value. */
  rich?: RichText;
}

/** Cells by row and column. */
export type PatchMatrix = Record<number, Record<number, CellPatch>>;

export interface SheetInfo {
  id: string;
  name: string;
  hidden: boolean;
  rows: number;
  columns: number;
  frozenRows: number;
  frozenColumns: number;
  gridlinesHidden: boolean;
}

export interface TypedText {
  value: string | number | boolean;
  /** Number format that comes with the text, such as `m/d/yyyy`; absent when it has none. */
  pattern?: string;
}

export interface CellStyle {
  /** Number format; "" is automatic. */
  pattern: string;
  /** The composed style in the engine's words. */
  style: Record<string, unknown>;
}

export type Line = 'row' | 'column';

/** Free data of ours that the engine keeps with a sheet, a row or a column. */
export type CustomData = Record<string, unknown>;

export interface SortRule {
  column: number;
  ascending: boolean;
}

export interface CellNote {
  id: string;
  text: string;
}

/** A validation rule in the engine's words; `bizInfo` may carry more. */
export interface ValidationRule {
  type: string;
  operator?: string;
  formula1?: string;
  formula2?: string;
  errorStyle?: number;
  prompt?: string;
  bizInfo?: object;
}

/** The filter of a sheet; the first row of its area is the header. */
export interface SheetFilter {
  area: Area;
  /** By column, in the engine's words: `filters` for values, `customFilters` for conditions; ours beside them. */
  criteria: [column: number, criteria: Record<string, unknown>][];
}

/** A conditional format. */
export interface ConditionalFormat {
  id: string;
  ranges: Area[];
  /** In the engine's words: `type`, and for a highlight `subType`, `operator`, `value`, `style`; ours beside them. */
  rule: Record<string, unknown>;
}

export interface DefinedName {
  id: string;
  name: string;
  /** A reference such as `Log!$A$1:$B$9`. */
  reference: string;
}

export interface SpillData {
  arrayFormulaRange: unknown;
  arrayFormulaCellData: unknown;
}

/** What formulas have answered, beside the values that a saved workbook holds at their cells. Plain JSON. */
export interface Calculated {
  spilled: SpillData;
  circular: CellAddress[];
}

/** The engine as the host sees it. Nothing is recalculated before `recalculate` is pumped through (see engine-realm). */
export interface Engine {
  /** Loads a saved workbook, or makes an empty one of one sheet. To be called once, before anything else. */
  open(saved: unknown, functionNames: string[]): void;
  /** The workbook as it is saved and sent to pages. */
  save(): unknown;
  spilled(): SpillData;
  calculated(): Calculated;
  /**
   * To be called after `open`, with what was calculated when the workbook was saved: nothing is calculated then but what
   * answers anew at each calculation, and what reads it.
   */
  trust(calculated: Calculated): void;
  /** Has the formulas of these cells calculated again, and those that read them. */
  recalculate(cells: readonly CellAddress[]): void;
  /** Executes a command or a mutation by its id; answers whether it succeeded. */
  execute(id: string, params: object, options?: Record<string, boolean>): boolean;
  /** Whether `id` is a mutation that a page may make. */
  isEdit(id: string): boolean;
  workbookId(): string;

  sheets(): SheetInfo[];
  activeSheetId(): string;
  activate(sheetId: string): void;

  read(sheetId: string, area: Area): CellValue[][];
  displayed(sheetId: string, area: Area, locale: string): string[][];
  /** Formulas with their "="; "" where there is none. */
  formulas(sheetId: string, area: Area): string[][];
  styles(sheetId: string, area: Area): CellStyle[][];
  /** Texts with their parts; undefined where a cell holds no text. */
  richTexts(sheetId: string, area: Area): (RichText | undefined)[][];
  merges(sheetId: string): Area[];
  columnWidth(sheetId: string, column: number): number;
  rowHeight(sheetId: string, row: number): number;
  tabColor(sheetId: string): string | undefined;
  /** Number formats alone; "" is automatic. */
  patterns(sheetId: string, area: Area): string[][];
  /** The cells of an area that have a style of their own, as [row, column]. */
  cellsWithStyle(sheetId: string, area: Area): [number, number][];
  /** A whole column's or row's own style. */
  lineStyle(sheetId: string, line: Line, index: number): StylePatch;
  /** The style that this engine knows by an id, in cells and mutations. */
  styleById(id: string): StylePatch | undefined;
  write(sheetId: string, cells: PatchMatrix): void;
  /** Cells whose formulas depend on themselves; they show `#REF!`. */
  /** The cells whose formulas would have calculated more than Sheets lets them. */
  limitedCells(): CellAddress[];
  circularCells(): CellAddress[];
  /** One more than the last row and column that hold a value, a formula or a spilled value, "" included; 0 if empty. */
  extent(sheetId: string): { rows: number; columns: number };

  isLineHidden(sheetId: string, line: Line, index: number): boolean;
  insertLines(sheetId: string, line: Line, before: number, count: number): void;
  deleteLines(sheetId: string, line: Line, first: number, count: number): void;
  moveLines(sheetId: string, line: Line, first: number, count: number, before: number): void;
  /** Columns count from 0 at the area's left edge. */
  sort(sheetId: string, area: Area, rules: SortRule[]): void;
  /** Moves the references of formulas that rows took along when `mutation` sorted them; others are left alone. */
  followSort(mutation: { id: string; params: unknown }): void;
  copySheet(sheetId: string): boolean;
  /** Cuts cells of the active sheet and pastes them elsewhere on it; references follow. */
  moveArea(sheetId: string, from: Area, to: Area): void;
  /** Where cells stand after a mutation that may have moved them; undefined when it has deleted them all. */
  areaAfter(mutation: { id: string; params: unknown }, place: PlacedArea): PlacedArea | undefined;
  /** A formula as it reads when it is copied that many rows and columns away. */
  shiftedFormula(formula: string, rows: number, columns: number): string;

  definedNames(): DefinedName[];
  sheetCustomData(sheetId: string): CustomData | undefined;
  setSheetCustomData(sheetId: string, custom: CustomData | null): void;
  /** Every row or column that has data, with its index. To be set with the engine's own row and column mutations. */
  lineCustomData(sheetId: string, line: Line): [number, CustomData][];

  note(sheetId: string, row: number, column: number): CellNote | undefined;
  /** The rules whose cells take nothing that does not fit, with their areas. */
  rejectingRules(sheetId: string): { areas: Area[]; rule: ValidationRule }[];
  validationRule(sheetId: string, row: number, column: number): ValidationRule | undefined;
  /** The conditional formats of a sheet, the first to be tried first. */
  conditionalFormats(sheetId: string): ConditionalFormat[];
  /** What the formula of a conditional format answers in each cell; undefined where it is not known. */
  conditionalFormatAnswers(sheetId: string, id: string): (row: number, column: number) => unknown;

  filter(sheetId: string): SheetFilter | undefined;
  isRowFiltered(sheetId: string, row: number): boolean;

  /** Whether a sheet holds nothing and no formula speaks of it. */
  isApart(sheetId: string): boolean;
  /**
   * Forgets what was derived from positions and has the next recalculation calculate everything. Needed after rows,
   * columns, sheets or names moved.
   */
  forgetPositions(): void;
  /** Starts a recalculation of everything if one is still wanted; answers whether it did. */
  recalculateIfForgotten(): boolean;
  parseTyped(text: string, locale: string): TypedText;
}
