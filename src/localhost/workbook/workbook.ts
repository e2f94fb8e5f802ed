import type {
  Area,
  CellAddress,
  Calculated,
  CellPatch,
  CellStyle,
  CellValue,
  Engine,
  EngineMutation,
  RichText,
  SheetInfo,
  TypedText,
} from '../contract/engine';
import type { EngineRealm } from '../engine/realm/engine-realm';
import { toLocalFormula } from '../notation/localized-formulas';
import type { LocalState } from './local-state';
import { TimeZone } from '../notation/time-zones';
import { WriteBuffer } from './write-buffer';

/** Mutations after which formulas have to be read anew, because cells, sheets or names are not where they were. */
const MOVING =
  /^sheet\.mutation\.(insert-row|insert-col|remove-rows|remove-col|move-rows|move-columns|move-range|reorder-range|insert-sheet|remove-sheet|set-worksheet-name|set-worksheet-row-count|set-worksheet-column-count)$|^formula\.mutation\.(set|remove)-defined-name$/;

/** Those of them that concern no formula as long as their sheet is apart from all others. */
const WITHIN =
  /^sheet\.mutation\.(insert-row|insert-col|remove-rows|remove-col|insert-sheet|set-worksheet-row-count|set-worksheet-column-count)$/;

/**
 * The one workbook: the engine, the writes it has not been told yet, and when it has to recalculate.
 * Rows and columns count from 0.
 */
export class Workbook {
  private readonly buffer = new WriteBuffer();
  private zone: TimeZone | undefined;
  private stale = false;
  private moved = false;
  private settling = false;

  constructor(
    private readonly realm: EngineRealm,
    readonly state: LocalState,
    private readonly defaultTimeZone: string,
  ) {}

  /** To be told of every mutation, so that the next reader finds the workbook recalculated. */
  noteMutation({ id, params, options }: EngineMutation): void {
    const moving = MOVING.test(id);
    if (options.fromFormula || (id.startsWith('formula.') && !moving)) return;
    this.stale = true;
    if (!moving || this.moved) return;
    const { subUnitId, sheet } = params as { subUnitId?: string; sheet?: { id: string } };
    this.moved = !WITHIN.test(id) || !this.engine.isApart(subUnitId ?? sheet?.id ?? '');
  }

  get locale(): string {
    return (this.state.get('locale') as string | undefined) ?? 'en_US';
  }

  get timeZone(): TimeZone {
    const name = (this.state.get('timeZone') as string | undefined) ?? this.defaultTimeZone;
    if (this.zone?.name !== name) this.zone = new TimeZone(name);
    return this.zone;
  }

  /** @throws Error when there is no such time zone. */
  setTimeZone(name: string): void {
    this.zone = new TimeZone(name);
    this.state.set('timeZone', name);
  }

  /** Hands buffered writes to the engine and recalculates if anything has changed since. */
  settle(): void {
    // A custom function that reads runs in the middle of a recalculation.
    if (this.settling) return;
    this.flush();
    if (!this.stale) return;
    this.settling = true;
    try {
      if (this.moved) this.engine.forgetPositions();
      this.stale = this.moved = false;
      this.realm.settle();
      if (this.engine.recalculateIfForgotten()) this.realm.settle();
    } finally {
      this.settling = false;
    }
  }

  /** Calculates every formula anew: once after the workbook is opened. */
  recalculate(): void {
    this.stale = this.moved = true;
    this.settle();
    this.filterAnew();
  }

  /** Instead of `recalculate`, where what formulas have answered is known. */
  trust(calculated: Calculated): void {
    this.stale = this.moved = false;
    this.engine.trust(calculated);
    this.realm.settle();
    this.filterAnew();
  }

  /** Has the formulas of some cells calculated again although nothing they read has changed. */
  calculateAgain(cells: readonly CellAddress[]): void {
    this.settle();
    this.engine.recalculate(cells);
    this.realm.settle();
  }

  /** Filters compare what formulas answer. */
  private filterAnew(): void {
    for (const { id } of this.sheets()) {
      if (this.engine.filter(id)) this.execute('sheet.mutation.re-calc-filter', { subUnitId: id });
    }
    this.settle();
  }

  patch(sheetId: string, row: number, column: number, patch: CellPatch): void {
    this.buffer.add(sheetId, row, column, patch);
  }

  /**
   * A command or a mutation of the engine that neither reads nor moves cells: writes before it may stay in the buffer.
   */
  execute(id: string, params: Record<string, unknown>, options?: Record<string, boolean>): boolean {
    return this.apply(id, { unitId: this.engine.workbookId(), ...params }, options);
  }

  /** A mutation that was made elsewhere or earlier, as it is. */
  apply(id: string, params: object, options?: Record<string, boolean>): boolean {
    const done = this.engine.execute(id, params, options);
    this.realm.idle();
    return done;
  }

  sheets(): SheetInfo[] {
    return this.engine.sheets();
  }

  findSheet(sheetId: string): SheetInfo | undefined {
    return this.engine.sheets().find((sheet) => sheet.id === sheetId);
  }

  read(sheetId: string, area: Area): CellValue[][] {
    this.settle();
    return this.engine.read(sheetId, area);
  }

  displayed(sheetId: string, area: Area): string[][] {
    this.settle();
    return this.engine.displayed(sheetId, area, this.locale);
  }

  /** As the workbook's locale writes them. */
  formulas(sheetId: string, area: Area): string[][] {
    this.flush();
    const { locale } = this;
    return this.engine.formulas(sheetId, area).map((row) => row.map((formula) => toLocalFormula(formula, locale)));
  }

  /** Number formats; "" is automatic. Formats that are still in the buffer count. */
  patterns(sheetId: string, area: Area): string[][] {
    return this.engine
      .patterns(sheetId, area)
      .map((row, i) =>
        row.map((known, j) => this.buffer.pendingPattern(sheetId, area.row + i, area.column + j) ?? known),
      );
  }

  styles(sheetId: string, area: Area): CellStyle[][] {
    this.flush();
    return this.engine.styles(sheetId, area);
  }

  richTexts(sheetId: string, area: Area): (RichText | undefined)[][] {
    this.settle();
    return this.engine.richTexts(sheetId, area);
  }

  extent(sheetId: string): { rows: number; columns: number } {
    this.settle();
    return this.engine.extent(sheetId);
  }

  parseTyped(text: string): TypedText {
    return this.engine.parseTyped(text, this.locale);
  }

  /** A change that moves cells: the sheet is made active first, since the engine spoils formulas otherwise. */
  move(sheetId: string, change: (engine: Engine) => void): void {
    this.flush();
    this.activate(sheetId);
    change(this.engine);
    this.realm.idle();
  }

  activate(sheetId: string): void {
    if (this.engine.activeSheetId() === sheetId || !this.findSheet(sheetId)) return;
    this.engine.activate(sheetId);
    this.realm.idle();
  }

  /** The engine with all writes to cells in it. */
  flushed(): Engine {
    this.flush();
    return this.engine;
  }

  private flush(): void {
    this.buffer.drain((sheetId, cells) => this.engine.write(sheetId, cells));
  }

  /** The engine itself, for what has no meaning of its own here; it may not yet know the last writes to cells. */
  get engine(): Engine {
    return this.realm.engine;
  }
}
