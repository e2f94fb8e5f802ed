import { ICommandService, type IRange, type Injector } from '@univerjs/core';
import { ConditionalFormattingRuleModel, SetConditionalRuleMutation } from '@univerjs/sheets-conditional-formatting';
import { SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import type { Line } from '../contract/engine';

const UPDATE_VALIDATION = 'data-validation.mutation.updateRule';

/** Tells the engine that only the ranges of a validation rule change. */
const RANGES = 1;

/** Lines that are put in front of the line `before`. */
interface Insertion {
  line: Line;
  before: number;
  count: number;
}

/**
 * Validation rules and conditional formats when a script inserts rows or columns: their ranges grow within and end where they
 * ended. The engine lets a range grow by what is inserted right behind it, too, and before the first line of the sheet.
 */
export class BoundedRules {
  constructor(
    private readonly injector: Injector,
    private readonly workbookId: string,
  ) {}

  /** Inserts lines and puts right the ranges that have grown at their end. */
  around(sheetId: string, insertion: Insertion, insert: () => void): void {
    const isTouched = ({ ranges }: { ranges: IRange[] }): boolean =>
      ranges.some((range) => {
        const [start, end] = [range[START[insertion.line]], range[END[insertion.line]]];
        return end === insertion.before - 1 || (insertion.before === 0 && start === 0);
      });
    const at = { unitId: this.workbookId, subUnitId: sheetId };
    const commands = this.injector.get(ICommandService);
    const validation = this.injector.get(SheetDataValidationModel);
    const formats = this.injector.get(ConditionalFormattingRuleModel);
    const rules = validation.getRules(this.workbookId, sheetId).filter(isTouched);
    const touched = rules.map(({ uid, ranges }) => ({ uid, ranges: after(ranges, insertion) }));
    const styles = (formats.getSubunitRules(this.workbookId, sheetId) ?? []).filter(isTouched);
    const highlighted = styles.map(({ cfId, ranges }) => ({ cfId, ranges: after(ranges, insertion) }));
    insert();
    for (const { uid, ranges } of touched) {
      const payload = { type: RANGES, payload: ranges };
      commands.syncExecuteCommand(UPDATE_VALIDATION, { ...at, ruleId: uid, payload });
    }
    for (const { cfId, ranges } of highlighted) {
      const rule = formats.getRule(this.workbookId, sheetId, cfId);
      if (rule) commands.syncExecuteCommand(SetConditionalRuleMutation.id, { ...at, cfId, rule: { ...rule, ranges } });
    }
  }
}

const START = { row: 'startRow', column: 'startColumn' } as const;
const END = { row: 'endRow', column: 'endColumn' } as const;

function after(ranges: IRange[], { line, before, count }: Insertion): IRange[] {
  return ranges.map((range) => ({
    ...range,
    [START[line]]: range[START[line]] + (before <= range[START[line]] ? count : 0),
    [END[line]]: range[END[line]] + (before <= range[END[line]] ? count : 0),
  }));
}
