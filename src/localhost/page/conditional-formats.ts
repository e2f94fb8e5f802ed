import type { IStyleBase } from '@univerjs/core';
import { ConditionalFormattingViewModel, type IConditionFormattingRule } from '@univerjs/sheets-conditional-formatting';
import type { FormatMatch } from '../contract/protocol';
import type { Grid } from './grid';

/** What the grid asks about one rule. */
interface RuleUnit {
  _rule: IConditionFormattingRule;
  getCell(row: number, column: number): unknown;
}

interface RuleUnits {
  _createRuleCalculateUnitInstance(
    workbookId: string,
    sheetId: string,
    rule: IConditionFormattingRule,
  ): RuleUnit | undefined;
}

/** Shows conditional formats as the host has evaluated them: the grid knows neither formulas nor spilled values. */
export class ConditionalFormats {
  /** Of each rule the rows it highlights, by column. */
  private readonly matches = new Map<string, Map<number, Set<number>>>();

  /** To be made before the grid shows a workbook, whose rules are taken up at once. */
  constructor(private readonly grid: Grid) {
    const { matches } = this;
    const prototype = ConditionalFormattingViewModel.prototype as unknown as RuleUnits;
    const create = prototype._createRuleCalculateUnitInstance;
    prototype._createRuleCalculateUnitInstance = function (this: RuleUnits, workbookId, sheetId, rule) {
      const unit = create.call(this, workbookId, sheetId, rule);
      if (!unit) return unit;
      const ask = unit.getCell.bind(unit);
      unit.getCell = (row, column) => {
        const highlighted = matches.get(unit._rule.cfId);
        if (!highlighted) return ask(row, column);
        return highlighted.get(column)?.has(row) ? (unit._rule.rule as { style: IStyleBase }).style : {};
      };
      return unit;
    };
  }

  /** What the host says of some rules, in place of what it said of them before. */
  take(matches: FormatMatch[]): void {
    const workbookId = this.grid.api.getActiveWorkbook()?.getId();
    for (const { sheetId, id, runs } of matches) {
      this.matches.set(id, rowsByColumn(runs));
      if (workbookId === undefined) continue;
      this.grid.univer.__getInjector().get(ConditionalFormattingViewModel).markRuleDirty(workbookId, sheetId, id);
    }
  }
}

function rowsByColumn(runs: number[]): Map<number, Set<number>> {
  const columns = new Map<number, Set<number>>();
  for (let at = 0; at < runs.length; at += 3) {
    const [column, first, count] = runs.slice(at, at + 3) as [number, number, number];
    const rows = columns.get(column) ?? new Set();
    columns.set(column, rows);
    for (let row = first; row < first + count; row++) rows.add(row);
  }
  return columns;
}
