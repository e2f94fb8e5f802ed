import type { IRange, Injector, Nullable } from '@univerjs/core';
import {
  type BaseAstNode,
  type BaseReferenceObject,
  type FunctionVariantType,
  IFormulaCurrentConfigService,
  IFormulaDependencyGenerator,
  IFormulaRuntimeService,
  RangeReferenceObject,
  deserializeRangeWithSheet,
} from '@univerjs/engine-formula';
import { remembered } from './known-parts';

interface UnitRange {
  unitId: string;
  sheetId: string;
  range: IRange;
}

/** A reference of a part of a formula, without what a calculation has answered; its sheet is that of the formula unless named. */
interface Known {
  range: IRange;
  sheetName: string;
  sheetId: Nullable<string>;
  unitId: string;
}

interface Placed {
  node: BaseAstNode | null;
  refOffsetX: number;
  refOffsetY: number;
}

interface Generator {
  generate(model?: boolean): Promise<unknown>;
  _nodeTraversalRef(node: BaseAstNode, found: BaseAstNode[]): void;
  _getRangeListByNode(placed: Placed): Promise<UnitRange[]>;
}

const REFERENCE_NODE = 1;
const VALUE_NODE = 2;
const FUNCTION_NODE = 4;
const UNION_NODE = 10;

/**
 * The ranges that formulas name, such as `INDEX(A1:A,2):INDEX(A1:A,ROWS(A1:A))`: they stay what they are until a sheet is called
 * otherwise or has more rows or columns. At each edit the engine works out all of them for every formula of the workbook, to
 * see which ones the edit concerns, and again for those that it calculates.
 */
export class KnownRanges {
  private readonly config: IFormulaCurrentConfigService;
  private readonly runtime: IFormulaRuntimeService;
  /** What a part of a formula stands for, by the sheet of the formula. */
  private parts = new WeakMap<BaseAstNode, Map<string, Known>>();
  /** All that a formula names, by its sheet. */
  private formulas = new WeakMap<BaseAstNode, Map<string, UnitRange[]>>();
  /** What sheets were called and how large they were, by their ids. */
  private sheets: ReadonlyMap<string, string> = new Map();

  constructor(injector: Injector) {
    this.config = injector.get(IFormulaCurrentConfigService);
    this.runtime = injector.get(IFormulaRuntimeService);
    const generator = injector.get(IFormulaDependencyGenerator) as unknown as Generator;
    const generate = generator.generate.bind(generator);
    generator.generate = (model) => {
      this.forgetWhatHasMoved();
      return generate(model);
    };
    const fixedNamesOf = remembered((node) => {
      const found: BaseAstNode[] = [];
      generator._nodeTraversalRef(node, found);
      return found.every(isFixed) ? found.flatMap(sheetsNamed) : undefined;
    });
    const rangesOf = generator._getRangeListByNode.bind(generator);
    generator._getRangeListByNode = async (placed) => {
      const { node, refOffsetX, refOffsetY } = placed;
      const names = node && refOffsetX === 0 && refOffsetY === 0 ? fixedNamesOf(node) : undefined;
      if (!node || !names?.every((name) => this.isThere(name))) return rangesOf(placed);
      const known = this.bySheet(this.formulas, node);
      const sheetId = this.runtime.currentSubUnitId;
      const ranges = known.get(sheetId) ?? (await rangesOf(placed));
      known.set(sheetId, ranges);
      return ranges;
    };
  }

  /** What a part of a formula that joins references stands for, where that is known without calculating it. */
  at(node: BaseAstNode, context: { x: number; y: number }): BaseReferenceObject | undefined {
    if (!isKept(node, context)) return undefined;
    const known = this.parts.get(node)?.get(this.runtime.currentSubUnitId);
    return known && this.placed(known);
  }

  /** To be told of what has been calculated. */
  note(node: BaseAstNode, context: { x: number; y: number }): void {
    const value = node.getValue() as FunctionVariantType | null;
    if (!isKept(node, context) || !value?.isReferenceObject()) return;
    const reference = value as BaseReferenceObject;
    const name = reference.getForcedSheetName();
    if (!reference.isRange() || (name !== '' && !this.isThere(name))) return;
    // Not the reference itself: it holds on to everything that this calculation has answered.
    this.bySheet(this.parts, node).set(this.runtime.currentSubUnitId, {
      range: { ...reference.getRangeData() },
      sheetName: name,
      sheetId: reference.getForcedSheetId(),
      unitId: reference.getForcedUnitId(),
    });
  }

  private isThere(sheetName: string): boolean {
    return this.config.getSheetNameMap()[this.runtime.currentUnitId]?.[sheetName] !== undefined;
  }

  private bySheet<T>(known: WeakMap<BaseAstNode, Map<string, T>>, node: BaseAstNode): Map<string, T> {
    let places = known.get(node);
    if (!places) known.set(node, (places = new Map()));
    return places;
  }

  /** The same reference as this calculation finds it: whoever is given one may change it. */
  private placed({ range, sheetName, sheetId, unitId }: Known): BaseReferenceObject {
    const { config, runtime } = this;
    const reference = new RangeReferenceObject({ ...range }, sheetId, unitId);
    reference.setForcedSheetName(sheetName);
    reference.setDefaultUnitId(runtime.currentUnitId);
    reference.setDefaultSheetId(runtime.currentSubUnitId);
    reference.setUnitData(config.getUnitData());
    reference.setUnitStylesData(config.getUnitStylesData());
    reference.setArrayFormulaCellData(config.getArrayFormulaCellData());
    reference.setArrayFormulaRange(config.getArrayFormulaRange());
    reference.setRuntimeData(runtime.getUnitData());
    reference.setRuntimeArrayFormulaCellData(runtime.getRuntimeArrayFormulaCellData());
    reference.setRuntimeArrayFormulaRange(runtime.getUnitArrayFormula());
    reference.setRuntimeFeatureCellData(runtime.getRuntimeFeatureCellData());
    reference.setRefOffset(0, 0);
    return reference;
  }

  /** What is known of the others stays when a sheet is added: nothing is kept that names one that is not there. */
  private forgetWhatHasMoved(): void {
    const names = Object.values(this.config.getSheetNameMap()).flatMap((ids) =>
      Object.entries(ids ?? {}).map(([name, id]) => [id, name] as const),
    );
    const nameOf = new Map(names);
    const now = new Map(
      Object.values(this.config.getUnitData()).flatMap((sheets) =>
        Object.entries(sheets ?? {}).map(([id, sheet]) => [
          id,
          JSON.stringify([nameOf.get(id), sheet?.rowCount, sheet?.columnCount]),
        ]),
      ),
    );
    const stays = [...this.sheets].every(([id, sheet]) => now.get(id) === sheet);
    this.sheets = now;
    if (stays) return;
    this.parts = new WeakMap();
    this.formulas = new WeakMap();
  }
}

/** Whether a part of a formula is worth keeping: a single reference is found as quickly as it is remembered. */
const isKept = (node: BaseAstNode, { x, y }: { x: number; y: number }): boolean =>
  node.nodeType === UNION_NODE && x === 0 && y === 0 && isFixed(node);

/** Whether a part of a formula stands for the same range whatever the cells hold. */
export const isFixed: (node: BaseAstNode) => boolean = remembered((node) => {
  const children = node.getChildren();
  if (node.nodeType === REFERENCE_NODE) return true;
  if (node.nodeType === UNION_NODE) return children.every(isFixed);
  const [range, ...positions] = children;
  return isCallOf(node, 'INDEX') && range !== undefined && isFixed(range) && positions.every(isFixedNumber);
});

/** The sheets that references name, in a part of a formula. */
const sheetsNamed = (node: BaseAstNode): string[] => {
  const name = node.nodeType === REFERENCE_NODE ? deserializeRangeWithSheet(node.getToken()).sheetName : '';
  return [...(name === '' ? [] : [name]), ...node.getChildren().flatMap(sheetsNamed)];
};

const isFixedNumber = (node: BaseAstNode): boolean =>
  node.nodeType === VALUE_NODE ||
  ((isCallOf(node, 'ROWS') || isCallOf(node, 'COLUMNS')) && node.getChildren().every(isFixed));

const isCallOf = (node: BaseAstNode, name: string): boolean =>
  node.nodeType === FUNCTION_NODE && node.getToken().toUpperCase() === name;
