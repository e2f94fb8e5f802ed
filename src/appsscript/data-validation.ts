import type { Validation } from '../schema/layout';

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;
type RangeAt = (reference: string) => GoogleAppsScript.Spreadsheet.Range;

/**
 * A rule as Google Sheets has it. It warns and does not reject: what somebody typed or pasted is never thrown away.
 * Building is local, but a tab has thousands of cells and a dozen rules: each is built once.
 */
export function dataValidation(validation: Validation, rangeAt: RangeAt): Rule {
  const key = JSON.stringify(validation);
  const known = built.get(key);
  if (known) return known;
  const rule = build(validation, rangeAt);
  built.set(key, rule);
  return rule;
}

const built = new Map<string, Rule>();

function build(validation: Validation, rangeAt: RangeAt): Rule {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(true).setHelpText(validation.help);
  switch (validation.kind) {
    case 'list':
      return builder.requireValueInList([...validation.values], true).build();
    case 'column':
      return builder.requireValueInRange(rangeAt(validation.reference), true).build();
    case 'day':
      return builder.requireDate().build();
    case 'number': {
      const { least, most } = validation;
      if (least && most !== undefined) return builder.requireNumberBetween(least.value, most).build();
      if (!least) return builder.requireNumberLessThanOrEqualTo(most ?? Number.MAX_SAFE_INTEGER).build();
      return (
        least.above
          ? builder.requireNumberGreaterThan(least.value)
          : builder.requireNumberGreaterThanOrEqualTo(least.value)
      ).build();
    }
  }
}

type Range = GoogleAppsScript.Spreadsheet.Range;

/** Where the choices of a rule stand; null for a rule of another kind, which somebody has put there. */
export function listRange(rule: Rule | null | undefined): Range | null {
  if (!rule || rule.getCriteriaType() !== SpreadsheetApp.DataValidationCriteria.VALUE_IN_RANGE) return null;
  try {
    return (rule.getCriteriaValues() as [Range?])[0] ?? null;
  } catch {
    // The tab that the list was taken from is gone, or is called otherwise where the rule does not follow.
    return null;
  }
}

/** Whether two ranges begin at the same cell. */
export const isSameRange = (a: Range, b: Range): boolean =>
  a.getRow() === b.getRow() &&
  a.getColumn() === b.getColumn() &&
  a.getSheet().getSheetId() === b.getSheet().getSheetId();
