import { ICommandService, type Injector, type Workbook } from '@univerjs/core';
import {
  LexerTreeBuilder,
  deserializeRangeWithSheetWithCache,
  generateStringWithSequence,
  sequenceNodeType,
  serializeRangeWithSheet,
} from '@univerjs/engine-formula';
import { SetWorksheetNameMutation } from '@univerjs/sheets';
import { SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import { closed, opened } from './univer/open-range-moves';

const UPDATE_VALIDATION = 'data-validation.mutation.updateRule';

/** Tells the engine that what a validation rule asks for changes, and not its ranges. */
const SETTING = 0;

/** Lets validation rules speak of a sheet by its new name; the engine has only formulas of cells and names follow. */
export function followRenames(injector: Injector, workbook: Workbook): void {
  const commands = injector.get(ICommandService);
  const unitId = workbook.getUnitId();
  let before: string | undefined;
  commands.beforeCommandExecuted(({ id, params }) => {
    if (id === SetWorksheetNameMutation.id) before = workbook.getSheetBySheetId(sheetOf(params))?.getName();
  });
  commands.onCommandExecuted(({ id, params }) => {
    if (id !== SetWorksheetNameMutation.id || before === undefined) return;
    const now = workbook.getSheetBySheetId(sheetOf(params))?.getName() ?? before;
    const renamed = (formula: string | undefined): string | undefined =>
      formula?.startsWith('=') ? speakingOf(injector.get(LexerTreeBuilder), formula, before!, now) : formula;
    for (const [subUnitId, rules] of injector.get(SheetDataValidationModel).getUnitRules(unitId)) {
      for (const { uid, type, operator, formula1, formula2 } of rules) {
        const [first, second] = [renamed(formula1), renamed(formula2)];
        if (first === formula1 && second === formula2) continue;
        const payload = { type: SETTING, payload: { type, operator, formula1: first, formula2: second } };
        commands.syncExecuteCommand(UPDATE_VALIDATION, { unitId, subUnitId, ruleId: uid, payload });
      }
    }
  });
}

const sheetOf = (params: unknown): string => (params as { subUnitId: string }).subUnitId;

function speakingOf(lexer: LexerTreeBuilder, formula: string, before: string, now: string): string {
  // In a reference an apostrophe of the name is doubled.
  if (!formula.toLowerCase().includes(before.replaceAll("'", "''").toLowerCase())) return formula;
  let changes = false;
  const nodes = (lexer.sequenceNodesBuilder(closed(formula)) ?? []).map((node) => {
    if (typeof node !== 'object' || node.nodeType !== sequenceNodeType.REFERENCE) return node;
    const { range, sheetName } = deserializeRangeWithSheetWithCache(node.token);
    if (sheetName.toLowerCase() !== before.toLowerCase()) return node;
    changes = true;
    return { ...node, token: serializeRangeWithSheet(now, range) };
  });
  return changes ? opened(`=${generateStringWithSequence(nodes)}`) : formula;
}
