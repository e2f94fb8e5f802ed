import {
  DisposableCollection,
  type IDisposable,
  type IRange,
  type IUniverInstanceService,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import {
  ErrorType,
  type LexerTreeBuilder,
  deserializeRangeWithSheetWithCache,
  generateStringWithSequence,
  sequenceNodeType,
  serializeRange,
  serializeRangeWithSheet,
} from '@univerjs/engine-formula';
import {
  type EffectRefRangeParams,
  type RefRangeService,
  handleDefaultRangeChangeWithEffectRefCommands,
} from '@univerjs/sheets';
import { FormulaRefRangeService } from '@univerjs/sheets-formula';
import { closed, opened } from './open-range-moves';

type OnMove = (formula: string) => ReturnType<Parameters<RefRangeService['registerRefRange']>[1]>;

interface Rewriting {
  _lexerTreeBuilder: LexerTreeBuilder;
  _refRangeService: RefRangeService;
  _univerInstanceService: IUniverInstanceService;
  registerFormula(workbookId: string, sheetId: string, formula: string, onMove: OnMove): IDisposable;
  transformFormulaByEffectCommand(
    workbookId: string,
    sheetId: string,
    formula: string,
    move: EffectRefRangeParams,
  ): string;
}

/**
 * Lets the formulas of conditional formats and validation rules follow when rows and columns move. The engine leaves
 * references with a dollar sign where they were, as if the formula were copied, knows no open ranges, and takes the range of
 * a list along without letting it grow. Host and page need it both: each rewrites the formulas of the moves that begin there.
 */
export function moveReferencesOfRules(): void {
  const prototype = FormulaRefRangeService.prototype as unknown as Rewriting & { movesReferences?: true };
  if (prototype.movesReferences) return;
  prototype.movesReferences = true;
  prototype.transformFormulaByEffectCommand = function (this: Rewriting, _workbookId, sheetId, formula, move) {
    const workbook = this._univerInstanceService.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    const nodes = this._lexerTreeBuilder.sequenceNodesBuilder(closed(formula));
    if (!workbook || !nodes) return formula;
    const moving = workbook.getActiveSheet()?.getSheetId();
    const rewritten = nodes.map((node) => {
      if (typeof node !== 'object' || node.nodeType !== sequenceNodeType.REFERENCE) return node;
      const { range, sheetName } = deserializeRangeWithSheetWithCache(node.token);
      const sheet = sheetName === '' ? sheetId : workbook.getSheetBySheetName(sheetName)?.getSheetId();
      if (sheet !== moving) return node;
      return { ...node, token: tokenOf(sheetName, range, handleDefaultRangeChangeWithEffectRefCommands(range, move)) };
    });
    return opened(`=${generateStringWithSequence(rewritten)}`);
  };
  prototype.registerFormula = function (this: Rewriting, workbookId, sheetId, formula, onMove) {
    const workbook = this._univerInstanceService.getUnit<Workbook>(workbookId);
    const follows = new DisposableCollection();
    for (const node of this._lexerTreeBuilder.sequenceNodesBuilder(closed(formula)) ?? []) {
      if (typeof node !== 'object' || node.nodeType !== sequenceNodeType.REFERENCE) continue;
      const { range, sheetName } = deserializeRangeWithSheetWithCache(node.token);
      const sheet = sheetName === '' ? sheetId : workbook?.getSheetBySheetName(sheetName)?.getSheetId();
      if (sheet === undefined) continue;
      const moved = (move: EffectRefRangeParams) =>
        onMove(this.transformFormulaByEffectCommand(workbookId, sheetId, formula, move));
      follows.add(this._refRangeService.registerRefRange(range, moved, workbookId, sheet));
    }
    return follows;
  };
}

/** The reference where its cells are now, with the dollar signs it had. */
function tokenOf(sheetName: string, before: IRange, now: IRange | null | undefined): string {
  if (!now) return ErrorType.REF;
  const { startRow, endRow, startColumn, endColumn } = now;
  const range = { ...before, startRow, endRow, startColumn, endColumn };
  return sheetName === '' ? serializeRange(range) : serializeRangeWithSheet(sheetName, range);
}
