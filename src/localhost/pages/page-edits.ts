import { Bandings } from '../workbook/banding';
import type { Changes } from '../file/change-log';
import { changeTypeOf } from '../triggers/change-types';
import { ChartStore } from '../workbook/chart-store';
import { MetadataStore } from '../workbook/metadata-store';
import { adoptOutlines } from '../workbook/outline';
import { changesOf, isMeasured } from './page-changes';
import { type Page, type PageHub, isRepeatable, namesCellsOf } from './page-hub';
import { type Change, PROTECTED } from '../access/protections';
import type { FromPage, Mutation } from '../contract/protocol';
import type { EditedRange, Triggers } from '../triggers/triggers';
import type { Workbook } from '../workbook/workbook';

type Edit = Extract<FromPage, { type: 'edit' }>;

interface CellParams {
  unitId?: string;
  subUnitId?: string;
  cellValue?: Record<string, Record<string, { v?: unknown; f?: unknown; p?: unknown } | null> | null>;
  sheet?: { id?: string; name?: string };
}

const MOVED_MEANWHILE =
  'Somebody else moved rows or columns at the same moment. Your last entry was not written: please look where it belongs and enter it again.';

const ONLY_LOOKING = 'You may look at this spreadsheet, but not edit it.';

const WARNED = 'You have edited a part of this sheet that should not be changed by accident.';

const NOT_FITTING = 'Your last change did not fit the workbook and was not written.';

const INSERT_SHEET = 'sheet.mutation.insert-sheet';

interface Rights {
  mayEdit: boolean;
  /** What stands against a change of a sheet. */
  against(sheetId: string, change: Change): 'refused' | 'warned' | undefined;
}

/** Takes what people do in the pages into the workbook, in the order in which it arrives. */
export class PageEdits {
  /**
   * @param rightsOf what somebody may do
   * @param store puts what has changed into the file, and answers it
   */
  constructor(
    private readonly workbook: Workbook,
    private readonly hub: PageHub,
    private readonly triggers: Triggers,
    private readonly rightsOf: (user: string) => Rights,
    private readonly store: () => Changes,
  ) {}

  receive(page: Page, { edit, base, mutations }: Edit): void {
    if (page.refused) return;
    const unseen = page.unseen(base);
    const repeatable = mutations.every(isRepeatable);
    const hasMoved = unseen !== undefined && namesCellsOf(mutations, unseen);
    if (hasMoved || !this.areAcceptable(mutations)) {
      if (mutations.every(isMeasured)) return this.letMeasureAgain(page, edit);
      return refuse(page, hasMoved ? MOVED_MEANWHILE : NOT_FITTING);
    }

    const { mayEdit, against } = this.rightsOf(page.user);
    if (!mayEdit && !mutations.every(isMeasured)) return refuse(page, ONLY_LOOKING);
    const obstacles = mutations.flatMap(changesOf).map(([sheetId, change]) => against(sheetId, change));
    if (obstacles.includes('refused')) return refuse(page, PROTECTED);

    const edited = this.triggers.hearsEdits || this.triggers.hearsChanges ? this.editedRange(mutations) : undefined;
    const applied = this.apply(mutations, !repeatable);
    const { made } = this.store();
    const sequence = this.hub.broadcast(made, page);
    if (!applied) return refuse(page, NOT_FITTING);
    page.send({ type: 'taken', edit, sequence });
    if (obstacles.includes('warned')) page.send({ type: 'toast', message: WARNED, title: 'Heads up', seconds: 5 });
    if (unseen && !repeatable) this.hub.sendSnapshot(page);
    else {
      const missing = unseen ? made : notAmong(mutations, made);
      if (missing.length > 0) page.deliver(sequence, missing);
    }
    if (edited) this.triggers.edited(page.user, edited);
    this.triggers.changed(page.user, changeTypeOf(mutations, edited !== undefined));
  }

  /** Rows that have moved meanwhile are of another height there: nobody has entered anything that could be lost. */
  private letMeasureAgain(page: Page, edit: number): void {
    page.send({ type: 'taken', edit, sequence: this.hub.lastSequence });
    this.hub.sendSnapshot(page);
  }

  private areAcceptable(mutations: Mutation[]): boolean {
    const engine = this.workbook.flushed();
    const sheetIds = new Set(this.workbook.sheets().map(({ id }) => id));
    return mutations.every(({ id, params }) => {
      const { unitId, subUnitId, sheet } = (params ?? {}) as CellParams;
      // A duplicated sheet comes with its cells and notes in one edit.
      if (id === INSERT_SHEET && sheet?.id !== undefined) sheetIds.add(sheet.id);
      const hasSheet = subUnitId === undefined || sheetIds.has(subUnitId);
      return engine.isEdit(id) && unitId === engine.workbookId() && hasSheet;
    });
  }

  /** Answers whether everything could be applied. */
  private apply(mutations: Mutation[], mayMove: boolean): boolean {
    const engine = this.workbook.flushed();
    try {
      for (const { id, params } of mutations) {
        const { subUnitId, sheet } = params as CellParams;
        if (mayMove && subUnitId !== undefined) this.workbook.activate(subUnitId);
        if (!this.workbook.apply(id, params as object)) return false;
        engine.followSort({ id, params });
        if (id === INSERT_SHEET && sheet) this.adopt(sheet);
      }
      return true;
    } catch {
      return false;
    }
  }

  /** A page that duplicates a sheet names the copy after it, and does not know the sheet's metadata and charts. */
  private adopt({ id, name }: { id?: string; name?: string }): void {
    const [, sourceName] = /^(.*) \(Copy\d*\)$/s.exec(name ?? '') ?? [];
    const source = this.workbook.sheets().find((sheet) => sheet.name === sourceName && sheet.id !== id);
    if (!source || id === undefined) return;
    new MetadataStore(this.workbook).adopt(id, source.id);
    new ChartStore(this.workbook).adopt(id, source.id);
    adoptOutlines(this.workbook, id, source.id);
    new Bandings(this.workbook).adopt(id, source.id);
  }

  /** The cells whose contents the mutations change, with what a single cell held before. */
  private editedRange(mutations: Mutation[]): EditedRange | undefined {
    for (const { id, params } of mutations) {
      const { subUnitId, cellValue } = params as CellParams;
      if (id !== 'sheet.mutation.set-range-values' || subUnitId === undefined) continue;
      // What comes with a new sheet is no edit.
      if (!this.workbook.findSheet(subUnitId)) continue;
      const cells = Object.entries(cellValue ?? {}).flatMap(([row, line]) =>
        Object.entries(line ?? {})
          .filter(([, cell]) => cell === null || 'v' in cell || 'f' in cell || 'p' in cell)
          .map(([column]) => [Number(row), Number(column)] as const),
      );
      if (cells.length === 0) continue;
      const [top, bottom] = ends(cells.map(([row]) => row));
      const [left, right] = ends(cells.map(([, column]) => column));
      const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
      const oldValue = cells.length === 1 ? this.workbook.read(subUnitId, area)[0]?.[0] : undefined;
      return { ...area, row: top + 1, column: left + 1, sheetId: subUnitId, oldValue };
    }
    return undefined;
  }
}

/** What the page had entered is not written; it takes the workbook anew. */
function refuse(page: Page, reason: string): void {
  page.refused = true;
  page.send({ type: 'reload', reason });
}

/** What the engine did besides the page's own mutations. */
function notAmong(own: Mutation[], made: Mutation[]): Mutation[] {
  const known = new Set(own.map(textOf));
  return made.filter((mutation) => !known.has(textOf(mutation)));
}

function textOf({ id, params }: Mutation): string {
  return JSON.stringify([id, params]);
}

function ends(values: number[]): [number, number] {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}
