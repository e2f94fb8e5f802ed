import type { Injector } from '@univerjs/core';
import {
  type BaseAstNode,
  ErrorValueObject,
  FORMULA_REF_TO_ARRAY_CACHE,
  type FormulaDependencyTree,
  IDependencyManagerService,
  IFormulaDependencyGenerator,
  IFormulaRuntimeService,
} from '@univerjs/engine-formula';
import type { CellAddress } from '../contract/engine';
import { POSITIONS } from './functions/positions';

type Tree = FormulaDependencyTree;

type Items = ReturnType<Tree['toRTreeItem']>;

interface Generator {
  _checkIsCycleDependency(trees: Tree[]): boolean;
  _nodeTraversalRef(node: BaseAstNode, found: BaseAstNode[]): void;
}

/** `=ROW(A1)` may stand in A1. */
const ASK_POSITIONS: ReadonlySet<string> = new Set(POSITIONS);
const REFERENCE_NODES = new Set([1, 10]);

/** Cells whose formulas depend on themselves show a broken reference, as in Sheets, instead of 0. */
export class CircularCells {
  private readonly cells = new Map<string, CellAddress>();

  /** @param own what a formula fills for certain: its cell and what it has spilled into in this calculation */
  constructor(injector: Injector, own: (tree: Tree) => Items) {
    const dependencies = injector.get(IDependencyManagerService);
    const generator = injector.get(IFormulaDependencyGenerator) as unknown as Generator;
    const traverse = generator._nodeTraversalRef.bind(generator);
    generator._nodeTraversalRef = (node, found) => {
      const children = node.getChildren();
      const asksPosition = ASK_POSITIONS.has(node.getToken().toUpperCase());
      if (!asksPosition || !children.every((child) => REFERENCE_NODES.has(child.nodeType))) traverse(node, found);
    };
    generator._checkIsCycleDependency = (trees) => {
      const byId = new Map(trees.map((tree) => [tree.treeId, tree]));
      const readers = (tree: Tree): Tree[] =>
        isCell(tree) ? [...dependencies.searchDependency(own(tree))].flatMap((id) => byId.get(id) ?? []) : [];
      for (const tree of trees.filter(isCell)) this.cells.delete(keyOf(tree.subUnitId, tree.row, tree.column));
      const members = membersOfCycles(trees, readers);
      for (const { subUnitId: sheetId, row, column } of members) {
        this.cells.set(keyOf(sheetId, row, column), { sheetId, row, column });
      }
      // The last one is calculated first; what reads a member has to find its error.
      if (members.length > 0) {
        const isMember = new Set(members);
        trees.sort((a, b) => Number(isMember.has(a)) - Number(isMember.has(b)));
      }
      return false;
    };
    const runtime = injector.get(IFormulaRuntimeService);
    const setRuntimeData = runtime.setRuntimeData.bind(runtime);
    runtime.setRuntimeData = (value) => {
      const { currentSubUnitId: sheetId, currentRow: row, currentColumn: column } = runtime;
      const isCircular = this.cells.size > 0 && this.cells.has(keyOf(sheetId, row, column));
      // Another member may have read this cell before it was calculated.
      if (isCircular) FORMULA_REF_TO_ARRAY_CACHE.clear();
      setRuntimeData(isCircular ? ErrorValueObject.create('#REF!' as never) : value);
    };
  }

  all(): CellAddress[] {
    return [...this.cells.values()];
  }

  restore(cells: readonly CellAddress[]): void {
    for (const cell of cells) this.cells.set(keyOf(cell.sheetId, cell.row, cell.column), cell);
  }

  /** After cells have moved: the next calculation of everything finds them again. */
  forget(): void {
    this.cells.clear();
  }
}

/** Conditional formats, validation rules and the like have ids of their own; no cell can read them. */
function isCell({ formulaId, featureId }: Tree): boolean {
  return (formulaId ?? null) === null && (featureId ?? null) === null;
}

function keyOf(sheetId: string, row: number, column: number): string {
  return `${sheetId} ${row} ${column}`;
}

/** The strongly connected parts of more than one node, and nodes that read themselves (Tarjan, without recursion). */
function membersOfCycles(trees: Tree[], readersOf: (tree: Tree) => Tree[]): Tree[] {
  const order = new Map<Tree, number>();
  const lowest = new Map<Tree, number>();
  const open: Tree[] = [];
  const isOpen = new Set<Tree>();
  const members: Tree[] = [];
  const enter = (tree: Tree): { tree: Tree; readers: Tree[]; next: number } => {
    order.set(tree, order.size);
    lowest.set(tree, order.size - 1);
    open.push(tree);
    isOpen.add(tree);
    return { tree, readers: readersOf(tree), next: 0 };
  };
  for (const root of trees) {
    if (order.has(root)) continue;
    const path = [enter(root)];
    while (path.length > 0) {
      const step = path.at(-1)!;
      const { tree, readers } = step;
      const reader = readers[step.next++];
      if (reader) {
        if (!order.has(reader)) path.push(enter(reader));
        else if (isOpen.has(reader)) lowest.set(tree, Math.min(lowest.get(tree)!, order.get(reader)!));
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.tree;
      if (parent) lowest.set(parent, Math.min(lowest.get(parent)!, lowest.get(tree)!));
      if (lowest.get(tree) !== order.get(tree)) continue;
      const part = open.splice(open.indexOf(tree));
      for (const member of part) isOpen.delete(member);
      if (part.length > 1 || readers.includes(tree)) members.push(...part);
    }
  }
  return members;
}
