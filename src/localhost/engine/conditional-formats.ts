import { type IMutationInfo, type IRange, type Injector, Tools } from '@univerjs/core';
import { RegisterOtherFormulaService } from '@univerjs/engine-formula';
import {
  AddConditionalRuleMutation,
  ConditionalFormattingFormulaService,
  ConditionalFormattingRuleModel,
  ConditionalFormattingViewModel,
  DeleteConditionalRuleMutation,
  type IConditionFormattingRule,
  SetConditionalRuleMutation,
  createCfId,
} from '@univerjs/sheets-conditional-formatting';
import { FormulaRefRangeService } from '@univerjs/sheets-formula';
import type { Area, ConditionalFormat } from '../contract/engine';

/** Conditional formats without a page, where nobody but us moves their ranges or asks for their formulas. */
export class ConditionalFormats {
  private readonly rules: ConditionalFormattingRuleModel;
  private readonly formulas: ConditionalFormattingFormulaService;
  private readonly moves = new Map<string, { dispose(): void }>();

  /** To be made once the workbook is loaded: the engine's services do not exist before. */
  constructor(
    private readonly injector: Injector,
    private readonly workbookId: string,
  ) {
    this.rules = injector.get(ConditionalFormattingRuleModel);
    this.formulas = injector.get(ConditionalFormattingFormulaService);
    // The engine's view forgets the formulas of a rule that changes: it has to do so before they are asked for anew.
    injector.get(ConditionalFormattingViewModel);
    this.forgetFormulasWhole();
    this.rules.getUnitRules(workbookId)?.forEach((rules, sheetId) => {
      for (const rule of rules) this.follow(sheetId, rule);
    });
    this.rules.$ruleChange.subscribe(({ type, subUnitId, rule }) => {
      if (type === 'sort') return;
      if (type === 'set') this.askFormula(subUnitId, rule);
      const key = keyOf(subUnitId, rule);
      this.moves.get(key)?.dispose();
      this.moves.delete(key);
      if (type !== 'delete') this.follow(subUnitId, rule);
    });
  }

  /** The rules of a sheet, the first to be tried first. */
  ofSheet(sheetId: string): ConditionalFormat[] {
    const rules = this.rules.getSubunitRules(this.workbookId, sheetId) ?? [];
    return rules.map(({ cfId, ranges, rule }) => ({ id: cfId, ranges: ranges.map(areaOf), rule: { ...rule } }));
  }

  /** What the formula of a rule answers in a cell; undefined while it is not known. */
  answers(sheetId: string, id: string): (row: number, column: number) => unknown {
    const rule = this.rules.getRule(this.workbookId, sheetId, id);
    const formula = rule && formulaOf(rule);
    if (!formula) return () => undefined;
    const first = firstCell(rule.ranges);
    const { result } = this.formulas.getFormulaMatrix(this.workbookId, sheetId, id, formula);
    return (row, column) => result?.getValue(row - first.startRow, column - first.startColumn);
  }

  private askFormula(sheetId: string, rule: IConditionFormattingRule): void {
    const formula = formulaOf(rule);
    if (formula) this.formulas.registerFormulaWithRange(this.workbookId, sheetId, rule.cfId, formula, rule.ranges);
  }

  /** The engine forgets the formulas of a changed rule, yet goes on calculating them. */
  private forgetFormulasWhole(): void {
    const { formulas } = this;
    const calculated = this.injector.get(RegisterOtherFormulaService);
    const forget = formulas.deleteCache.bind(formulas);
    formulas.deleteCache = (workbookId, sheetId, id, formula) => {
      const forgotten = forget(workbookId, sheetId, id, formula);
      calculated.deleteFormula(
        workbookId,
        sheetId,
        forgotten.map(({ formulaId }) => formulaId),
      );
      return forgotten;
    };
  }

  /** Has the rule's ranges and formula move with the cells. */
  private follow(subUnitId: string, rule: IConditionFormattingRule): void {
    const formula = formulaOf(rule);
    const at = { unitId: this.workbookId, subUnitId };
    const onMove = (parts: { ranges: IRange[]; formulas: string[] }[]) => {
      const [first, ...others] = parts.map(({ ranges, formulas }) => moved(rule, ranges, formulas[0]));
      const added = others.map((other) => ({ ...other, cfId: createCfId() }));
      const redos: IMutationInfo[] = [
        first
          ? { id: SetConditionalRuleMutation.id, params: { ...at, cfId: rule.cfId, rule: first } }
          : { id: DeleteConditionalRuleMutation.id, params: { ...at, cfId: rule.cfId } },
        ...added.map((one) => ({ id: AddConditionalRuleMutation.id, params: { ...at, rule: one } })),
      ];
      // Nothing is ever undone here: that is the pages' affair.
      return { redos, undos: [] };
    };
    const movement = this.injector
      .get(FormulaRefRangeService)
      .registerRangeFormula(this.workbookId, subUnitId, rule.ranges, formula ? [formula] : [], onMove);
    this.moves.set(keyOf(subUnitId, rule), movement);
  }
}

function keyOf(sheetId: string, { cfId }: IConditionFormattingRule): string {
  return `${sheetId}/${cfId}`;
}

function moved(
  rule: IConditionFormattingRule,
  ranges: IRange[],
  formula: string | undefined,
): IConditionFormattingRule {
  const copy = Tools.deepClone(rule);
  copy.ranges = ranges;
  if (formula !== undefined) Object.assign(copy.rule, { value: formula });
  return copy;
}

function formulaOf({ rule }: IConditionFormattingRule): string | undefined {
  const { subType, value } = rule as { subType?: string; value?: unknown };
  return rule.type === 'highlightCell' && subType === 'formula' && typeof value === 'string' && value !== ''
    ? value
    : undefined;
}

/** Formulas of a rule are written for the first cell of the topmost range. */
function firstCell(ranges: IRange[]): IRange {
  const isBefore = (a: IRange, b: IRange): boolean =>
    a.startRow === b.startRow ? a.startColumn < b.startColumn : a.startRow < b.startRow;
  return ranges.reduce((first, range) => (isBefore(range, first) ? range : first));
}

function areaOf({ startRow, endRow, startColumn, endColumn }: IRange): Area {
  return { row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 };
}
