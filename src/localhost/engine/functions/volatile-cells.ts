import type { IRange, Injector, Nullable } from '@univerjs/core';
import {
  type BaseAstNode,
  type BaseReferenceObject,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
} from '@univerjs/engine-formula';

/** Something by workbook, sheet, row and column. */
type ByCell<T> = Record<
  string,
  Nullable<Record<string, Nullable<Record<number, Nullable<Record<number, Nullable<T>>>>>>>
>;

interface Cell {
  unitId: string;
  sheetId: string;
  row: number;
  column: number;
}

const FUNCTION_NODE = 4;

/** Functions that answer anew at each calculation. */
const VOLATILE = new Set(['NOW', 'TODAY', 'RAND', 'RANDBETWEEN', 'RANDARRAY']);

const CALLS_ONE = new RegExp(`\\b(${[...VOLATILE].join('|')})\\s*\\(`, 'i');

/**
 * Whether a formula may answer otherwise when the workbook is opened: such a function, or one that reads another spreadsheet.
 * Its text is looked at, texts within it included.
 */
export function mayBeVolatile(formula: string): boolean {
  return CALLS_ONE.test(formula) || /\bIMPORTRANGE\s*\(/i.test(formula);
}

/**
 * Knows the cells whose formulas answer anew at each calculation, because of such a function in them or in a cell that they
 * read, however long the chain is.
 */
export class VolatileCells {
  private readonly cells = new Map<string, Cell>();
  private readonly mentions = new WeakMap<BaseAstNode, boolean>();
  private readonly config: IFormulaCurrentConfigService;
  private readonly runtime: IFormulaRuntimeService;

  constructor(injector: Injector) {
    this.config = injector.get(IFormulaCurrentConfigService);
    this.runtime = injector.get(IFormulaRuntimeService);
  }

  /** To be told of each formula that was calculated. */
  note(cell: Cell, isVolatile: boolean): void {
    if (!isVolatile && this.cells.size === 0) return;
    const key = `${cell.unitId} ${cell.sheetId} ${cell.row} ${cell.column}`;
    if (isVolatile) this.cells.set(key, cell);
    else this.cells.delete(key);
  }

  /** To be called when cells have moved; everything is calculated anew then. */
  forget(): void {
    this.cells.clear();
  }

  /** Whether a node calls such a function itself or answers a reference to such a cell. Its children are not asked. */
  isVolatile(node: BaseAstNode): boolean {
    if (isVolatileCall(node)) return true;
    if (this.cells.size === 0) return false;
    const value = node.getValue();
    return value?.isReferenceObject() === true && this.reads(value as BaseReferenceObject);
  }

  /** Whether such a function stands anywhere in a part of a formula, even where it has not been calculated. */
  isMentionedIn(node: BaseAstNode): boolean {
    let is = this.mentions.get(node);
    if (is === undefined) {
      is = isVolatileCall(node) || node.getChildren().some((child) => this.isMentionedIn(child));
      this.mentions.set(node, is);
    }
    return is;
  }

  private reads(reference: BaseReferenceObject): boolean {
    const { unitId, sheetId, range } = reference.toUnitRange();
    for (const [key, cell] of this.cells) {
      if (cell.sheetId !== sheetId || cell.unitId !== unitId || !meet(this.filledBy(cell), range)) continue;
      // Where the formula has been replaced by a value, nothing is calculated that would tell.
      if (at(this.config.getFormulaData() as ByCell<unknown>, cell)) return true;
      this.cells.delete(key);
    }
    return false;
  }

  /** The cell, or the cells that its formula spills into. */
  private filledBy(cell: Cell): IRange {
    const now = at(this.runtime.getUnitArrayFormula() as ByCell<IRange>, cell);
    const { row, column } = cell;
    return (
      now ??
      at(this.config.getArrayFormulaRange() as ByCell<IRange>, cell) ?? {
        ...{ startRow: row, endRow: row, startColumn: column, endColumn: column },
      }
    );
  }
}

function isVolatileCall(node: BaseAstNode): boolean {
  return node.nodeType === FUNCTION_NODE && VOLATILE.has(node.getToken().toUpperCase());
}

function at<T>(byCell: ByCell<T>, { unitId, sheetId, row, column }: Cell): Nullable<T> {
  return byCell[unitId]?.[sheetId]?.[row]?.[column];
}

/** A whole row or column has no number at its open ends. */
function meet(a: IRange, b: IRange): boolean {
  return !(
    a.endRow < b.startRow ||
    a.startRow > b.endRow ||
    a.endColumn < b.startColumn ||
    a.startColumn > b.endColumn
  );
}
