import { type IUniverInstanceService, type IRange, UniverInstanceType, type Workbook } from '@univerjs/core';
import {
  ErrorType,
  type LexerTreeBuilder,
  deserializeRangeWithSheetWithCache,
  generateStringWithSequence,
  sequenceNodeType,
  serializeRange,
  serializeRangeWithSheet,
} from '@univerjs/engine-formula';
import { type EffectRefRangeParams, handleDefaultRangeChangeWithEffectRefCommands } from '@univerjs/sheets';
import { FormulaRefRangeService } from '@univerjs/sheets-formula';
import { closed, opened } from './open-range-moves';

interface Rewriting {
  _lexerTreeBuilder: LexerTreeBuilder;
  _univerInstanceService: IUniverInstanceService;
  transformFormulaByEffectCommand(
    workbookId: string,
    sheetId: string,
    formula: string,
    move: EffectRefRangeParams,
  ): string;
}

/**
 * Lets the formulas of conditional formats and validation rules follow when rows and columns move. The engine leaves
 * references with a dollar sign where they were, as if the formula were copied, and knows no open ranges. Host and page
 * need it both: each rewrites the formulas of the moves that begin there.
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
}

/** The reference where its cells are now, with the dollar signs it had. */
function tokenOf(sheetName: string, before: IRange, now: IRange | null | undefined): string {
  if (!now) return ErrorType.REF;
  const { startRow, endRow, startColumn, endColumn } = now;
  const range = { ...before, startRow, endRow, startColumn, endColumn };
  return sheetName === '' ? serializeRange(range) : serializeRangeWithSheet(sheetName, range);
}
