import type { IMutationInfo, IUndoRedoItem, IUndoRedoService, Nullable } from '@univerjs/core';
import type { Mutation } from '../contract/protocol';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';
import { isShared, movesCells } from './mutations';

interface CellContent {
  v?: unknown;
  f?: unknown;
  p?: unknown;
}

type Cells = Record<string, Record<string, CellContent | null> | null>;

interface CellParams {
  unitId: string;
  subUnitId: string;
  cellValue?: Cells;
}

/** Parts of the grid's own memory that it does not show. */
interface Stacks {
  _undoStacks: Map<string, IUndoRedoItem[]>;
  _redoStacks: Map<string, IUndoRedoItem[]>;
  _updateStatus(): void;
}

const SET_CELLS = 'sheet.mutation.set-range-values';

/** What nobody takes for a change: heights that follow from what is in the cells. */
const IN_PASSING = /row-(is-)?auto-height|mark-dirty/;

/** What a cell holds in the page now. */
type CellReader = (sheetId: string, row: number, column: number) => Nullable<CellContent>;

/**
 * What the person can undo and redo: their own doings and what scripts did for them, last things first, as far as nobody
 * has changed the same cells since. The grid itself would put back what stood there before, over what somebody else has typed or a script has written.
 */
export class UndoMemory {
  private readonly stacks: Stacks;
  /** The step of a script of which nothing can be undone. */
  private blocked: string | undefined;

  constructor(
    private readonly service: IUndoRedoService,
    private readonly read: CellReader,
    private readonly undoOf: (params: ISetRangeValuesMutationParams) => object,
  ) {
    this.stacks = service as unknown as Stacks;
  }

  forget(unitId: string): void {
    this.service.clearUndoRedo(unitId);
  }

  /** To be told of each change of the host before it is made in the page. */
  othersDo({ id, params, options }: Mutation): void {
    // Results of formulas stand in the way of nothing.
    if (options?.fromFormula || options?.onlyLocal) return;
    const { unitId, subUnitId, cellValue } = (params ?? {}) as Partial<CellParams>;
    if (unitId === undefined) return;
    // What an undo would put back was read at places that no longer are where they were.
    if (movesCells(id)) this.forget(unitId);
    if (id !== SET_CELLS || subUnitId === undefined) return;
    const taken = this.changedCells(subUnitId, cellValue ?? {});
    if (taken.length === 0) return;
    for (const stacks of [this.stacks._undoStacks, this.stacks._redoStacks]) {
      const stack = stacks.get(unitId);
      if (stack) stack.splice(0, stack.length, ...stack.filter((item) => remains(item, subUnitId, taken)));
    }
    this.stacks._updateStatus();
  }

  /**
   * To be told of each change that a script made for this person before it is made in the page. Together the changes of a
   * step are undone at once. One that only puts contents and looks into cells can be undone; of any other nothing can, nor
   * of what was done before: it would be undone in the script's place.
   */
  scriptDoes({ id, params, options }: Mutation, step: string): void {
    if (options?.fromFormula || options?.onlyLocal || !isShared(id) || IN_PASSING.test(id)) return;
    const { unitId } = (params ?? {}) as Partial<CellParams>;
    if (unitId === undefined) return;
    if (id !== SET_CELLS) {
      this.forget(unitId);
      this.blocked = step;
      return;
    }
    if (step === this.blocked) return;
    const redo: IMutationInfo = { id, params: structuredClone(params as object) };
    const undo: IMutationInfo = {
      id,
      params: structuredClone(this.undoOf(params as ISetRangeValuesMutationParams)),
    };
    const last = this.stacks._undoStacks.get(unitId)?.at(-1);
    if (last?.id === step) {
      last.undoMutations = [undo, ...last.undoMutations];
      last.redoMutations = [...last.redoMutations, redo];
    } else this.service.pushUndoRedo({ unitID: unitId, id: step, undoMutations: [undo], redoMutations: [redo] });
  }

  /** Cells whose contents become others; an edit of this page that comes back to it changes none. */
  private changedCells(sheetId: string, cells: Cells): [row: string, column: string][] {
    return Object.entries(cells).flatMap(([row, line]) =>
      Object.entries(line ?? {})
        .filter(([column, cell]) => {
          if (cell && !('v' in cell) && !('f' in cell) && !('p' in cell)) return false;
          const now = this.read(sheetId, Number(row), Number(column));
          return textOf(cell) !== textOf(now);
        })
        .map(([column]): [string, string] => [row, column]),
    );
  }
}

function textOf(cell: Nullable<CellContent>): string {
  return JSON.stringify([cell?.v ?? null, cell?.f ?? null, cell?.p ?? null]);
}

/** Takes cells out of what can be undone; answers whether anything is left of it. */
function remains(item: IUndoRedoItem, sheetId: string, taken: readonly [string, string][]): boolean {
  const concerned = [...item.undoMutations, ...item.redoMutations].filter(
    (mutation) => isOf(mutation, sheetId) && has(mutation, taken),
  );
  if (concerned.length === 0) return true;
  for (const mutation of concerned) remove(mutation, taken);
  return item.undoMutations.some(({ id, params }) => id === SET_CELLS && !isEmpty(params as CellParams));
}

function isOf({ id, params }: IMutationInfo, sheetId: string): boolean {
  return id === SET_CELLS && (params as CellParams).subUnitId === sheetId;
}

function has({ params }: IMutationInfo, taken: readonly [string, string][]): boolean {
  const { cellValue } = params as CellParams;
  return taken.some(([row, column]) => cellValue?.[row]?.[column] !== undefined);
}

/** On a copy: the grid may share what it keeps with what it has just executed. */
function remove(mutation: IMutationInfo, taken: readonly [string, string][]): void {
  const { cellValue, ...params } = mutation.params as CellParams;
  const left: Cells = Object.fromEntries(Object.entries(cellValue ?? {}).map(([row, line]) => [row, { ...line }]));
  for (const [row, column] of taken) Reflect.deleteProperty(left[row] ?? {}, column);
  mutation.params = { ...params, cellValue: left };
}

function isEmpty({ cellValue }: CellParams): boolean {
  return Object.values(cellValue ?? {}).every((line) => Object.keys(line ?? {}).length === 0);
}
