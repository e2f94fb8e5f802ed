import type { IRange, Injector, Nullable, ObjectMatrix } from '@univerjs/core';
import {
  type BaseReferenceObject,
  FORMULA_REF_TO_ARRAY_CACHE,
  FormulaDependencyTree,
  type FunctionVariantType,
  ICalculateFormulaService,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
} from '@univerjs/engine-formula';
import { scalarOf } from './functions/values';
import { SpillGuesses } from './spill-guesses';

/** Ranges of spilled formulas by workbook, sheet, row and column of the formula. */
type Spilled = Record<
  string,
  Nullable<Record<string, Nullable<Record<number, Nullable<Record<number, Nullable<IRange>>>>>>>
>;

interface UnitRange {
  unitId: string;
  sheetId: string;
  range: IRange;
}

interface CalculationSteps {
  _executeStep(): Promise<true | undefined>;
  _apply(again?: boolean): Promise<unknown>;
}

/** Whether everything is calculated, or only what reads changed cells. */
interface Extent {
  _forceCalculate: boolean;
}

/** Rounds of calculation before formulas that feed on one another are left as they are. */
const MOST_ROUNDS = 30;

/**
 * Calculates formulas that read what other formulas have spilled after those, however long the chain is. The engine
 * orders formulas by their own cells alone and looks at spilled cells only once.
 * Answers what a formula fills as far as the running calculation has shown: its cell, or the cells it has spilled into.
 */
export function orderBySpills(injector: Injector): (tree: FormulaDependencyTree) => UnitRange[] {
  const config = injector.get(IFormulaCurrentConfigService);
  const runtime = injector.get(IFormulaRuntimeService);
  /** What each formula has spilled into as far as known or guessed: in the last calculation, or already in this one. */
  let known = new Map<string, UnitRange>();
  let spilledNow = new Map<string, UnitRange>();
  const guesses = new SpillGuesses();
  const guessed = new Set<string>();
  const trees = new Map<string, FormulaDependencyTree>();

  const ownItem = FormulaDependencyTree.prototype.toRTreeItem;
  FormulaDependencyTree.prototype.toRTreeItem = function (this: FormulaDependencyTree) {
    if ((this.featureId ?? null) !== null) return ownItem.call(this);
    const key = keyOf(this.unitId, this.subUnitId, this.row, this.column);
    trees.set(key, this);
    const guess = config.isForceCalculate() && !known.has(key) ? guesses.guess(this) : undefined;
    if (guess) {
      known.set(key, { unitId: this.unitId, sheetId: this.subUnitId, range: guess });
      guessed.add(key);
    }
    const spilled = known.get(key);
    return spilled ? [spilled] : ownItem.call(this);
  };

  /** What was not where it was expected: cells whose readers may have been calculated too early. */
  const unexpected = (): UnitRange[] => {
    const dirty: UnitRange[] = [];
    for (const [key, now] of spilledNow) {
      const expected = known.get(key);
      if (isSame(expected, now)) continue;
      // A guess that claimed too much may have spoiled the order as well.
      dirty.push(now, ...(expected && guessed.has(key) ? [expected] : []));
      known.set(key, now);
    }
    for (const key of guessed) {
      if (spilledNow.has(key)) continue;
      dirty.push(known.get(key)!);
      known.delete(key);
    }
    guessed.clear();
    return dirty;
  };

  const steps = injector.get(ICalculateFormulaService) as unknown as CalculationSteps;
  steps._executeStep = async () => {
    known = new Map(listed(config.getArrayFormulaRange() as Spilled));
    spilledNow = new Map();
    trees.clear();
    guessed.clear();
    const all = config.isForceCalculate();
    if (!(await steps._apply())) return undefined;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      spilledNow = new Map(listed(runtime.getUnitArrayFormula() as Spilled));
      const dirty = unexpected();
      if (dirty.length === 0) break;
      FORMULA_REF_TO_ARRAY_CACHE.clear();
      config.loadDirtyRangesAndExcludedCell(dirty, {});
      // Even where everything was to be calculated: it has been, and now only what reads the unexpected is left.
      (config as unknown as Extent)._forceCalculate = false;
      await steps._apply(true);
    }
    if (all) guesses.forget();
    for (const [key, { range }] of spilledNow) if (trees.has(key)) guesses.remember(trees.get(key)!, range);
    trees.clear();
    return true;
  };

  clearSpillBeforeEach(injector, config);
  return (tree) => {
    const spilled = spilledNow.get(keyOf(tree.unitId, tree.subUnitId, tree.row, tree.column));
    return spilled ? [spilled] : ownItem.call(tree);
  };
}

/**
 * A formula that is calculated again may spill less than before, in this calculation or since the last one: the rest must
 * not stay, or those who read a whole column read it on.
 */
function clearSpillBeforeEach(injector: Injector, config: IFormulaCurrentConfigService): void {
  const runtime = injector.get(IFormulaRuntimeService);
  const setRuntimeData = runtime.setRuntimeData.bind(runtime);
  runtime.setRuntimeData = (value) => {
    const { currentUnitId: unitId, currentSubUnitId: sheetId, currentRow: row, currentColumn: column } = runtime;
    const sheet = (runtime.getUnitArrayFormula() as Spilled)[unitId]?.[sheetId];
    const range = sheet?.[row]?.[column];
    const before = (config.getArrayFormulaRange() as Spilled)[unitId]?.[sheetId]?.[row]?.[column];
    if (before && !range) deleteCells(config.getArrayFormulaCellData()[unitId]?.[sheetId], before);
    if (range) {
      deleteCells(runtime.getRuntimeArrayFormulaCellData()[unitId]?.[sheetId], range);
      Reflect.deleteProperty(sheet[row]!, column);
    }
    setRuntimeData(singleValue(value));
  };
}

function deleteCells(cells: Nullable<Pick<ObjectMatrix<unknown>, 'realDeleteValue'>>, range: IRange): void {
  for (let r = range.startRow; r <= range.endRow; r++) {
    for (let c = range.startColumn; c <= range.endColumn; c++) cells?.realDeleteValue(r, c);
  }
}

/** A reference to one blank cell shows nothing; the engine would show 0. */
function singleValue(value: FunctionVariantType): FunctionVariantType {
  return value.isReferenceObject() && (value as BaseReferenceObject).isCell() ? (scalarOf(value) ?? value) : value;
}

function listed(spilled: Spilled): [string, UnitRange][] {
  const all: [string, UnitRange][] = [];
  for (const [unitId, sheets] of Object.entries(spilled)) {
    for (const [sheetId, rows] of Object.entries(sheets ?? {})) {
      for (const [row, cells] of Object.entries(rows ?? {})) {
        for (const [column, range] of Object.entries(cells ?? {})) {
          if (range) all.push([keyOf(unitId, sheetId, Number(row), Number(column)), { unitId, sheetId, range }]);
        }
      }
    }
  }
  return all;
}

function keyOf(unitId: string, sheetId: string, row: number, column: number): string {
  return `${unitId} ${sheetId} ${row} ${column}`;
}

function isSame(known: UnitRange | undefined, { range }: UnitRange): boolean {
  return known?.range.endRow === range.endRow && known.range.endColumn === range.endColumn;
}
