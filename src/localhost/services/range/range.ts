import { addMetadata, lineOfRange } from '../rules/metadata';
import { noteAt, setNote } from './notes';
import { requireEdit } from '../base/permission';
import { ProtectionService } from '../rules/protection';
import { copyCalls } from './range-copies';
import { formulaCalls } from './range-formulas';
import { type OlderNames, lookCalls } from './range-looks';
import { mergeCalls } from './range-merges';
import { RangeRichText, richTextCalls } from './range-rich-text';
import { outlineCalls } from './range-outline';
import { tidyingCalls } from './range-tidying';
import { type CallTable, type ServiceDefinition, own } from '../base/service';
import { sortArea, sortRules } from '../rules/sort';
import { DataValidationService } from '../rules/validation';
import { equalAreas } from './equal-areas';
import { TextFinderService } from './text-finder';
import { clearValidation, setValidation, validationAt } from '../rules/validation-rules';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

const calls = {
  ...formulaCalls,
  ...lookCalls,
  ...tidyingCalls,
  ...mergeCalls,
  ...outlineCalls,
  ...copyCalls,
  ...richTextCalls,
  activate: 'other',
  canEdit: 'read',
  check: 'write',
  createTextFinder: 'handle',
  isChecked: 'read',
  removeCheckboxes: 'write',
  uncheck: 'write',
  addDeveloperMetadata: 'write',
  clear: 'write',
  clearContent: 'write',
  clearDataValidations: 'write',
  clearFormat: 'write',
  clearNote: 'write',
  getA1Notation: 'handle',
  getBackground: 'read',
  getBackgrounds: 'read',
  getCell: 'handle',
  getColumn: 'handle',
  getDataValidation: 'read',
  getDataValidations: 'read',
  getDisplayValue: 'read',
  getDisplayValues: 'read',
  getFontColors: 'read',
  getFontSize: 'read',
  getFontSizes: 'read',
  getFontWeights: 'read',
  getFormula: 'read',
  getFormulas: 'read',
  getGridId: 'handle',
  getHeight: 'handle',
  getLastColumn: 'handle',
  getLastRow: 'handle',
  getNote: 'read',
  getNotes: 'read',
  getNumColumns: 'handle',
  getNumRows: 'handle',
  getNumberFormat: 'read',
  getNumberFormats: 'read',
  getRow: 'handle',
  getRowIndex: 'handle',
  getSheet: 'handle',
  getValue: 'read',
  getValues: 'read',
  getWidth: 'handle',
  getWrap: 'read',
  getWrapStrategies: 'read',
  getWrapStrategy: 'read',
  getWraps: 'read',
  insertCheckboxes: 'write',
  isBlank: 'read',
  offset: 'handle',
  protect: 'write',
  setBackground: 'write',
  setBackgrounds: 'write',
  setDataValidation: 'write',
  setDataValidations: 'write',
  setFontColor: 'write',
  setFontColors: 'write',
  setFontFamily: 'write',
  setFontSize: 'write',
  setFontSizes: 'write',
  setFontStyle: 'write',
  setFontStyles: 'write',
  setFontWeight: 'write',
  setFontWeights: 'write',
  setFormula: 'write',
  setFormulas: 'write',
  setHorizontalAlignment: 'write',
  setHorizontalAlignments: 'write',
  setNote: 'write',
  setNotes: 'write',
  setNumberFormat: 'write',
  setNumberFormats: 'write',
  setValue: 'write',
  setValues: 'write',
  setVerticalAlignment: 'write',
  setVerticalAlignments: 'write',
  setWrap: 'write',
  setWrapStrategies: 'write',
  setWrapStrategy: 'write',
  setWraps: 'write',
  sort: 'write',
  getColumnIndex: 'handle',
} as const satisfies CallTable<Range & OlderNames>;

const definition: ServiceDefinition = {
  name: 'Range',
  calls,
  constants: ['rowStart', 'rowEnd', 'columnStart', 'columnEnd'],
};

type ClearOptions = Partial<
  Record<'contentsOnly' | 'formatOnly' | 'validationsOnly' | 'commentsOnly', boolean | undefined>
>;

/** A block of cells. */
export class RangeService extends RangeRichText implements Pick<Range & OlderNames, keyof typeof calls> {
  readonly definition = definition;

  override beforeWrite(member: string, args: readonly unknown[]): void {
    if (member !== 'copyTo') requireEdit(this.environment, this.sheetId, { cells: [this.area] });
    const [target] = args;
    if (/^(copy|move)To$/.test(member) && target instanceof RangeService) {
      const { area } = target;
      const size = { rows: Math.max(area.rows, this.rows), columns: Math.max(area.columns, this.columns) };
      requireEdit(this.environment, target.sheetId, { cells: [{ ...area, ...size }] });
    }
  }

  activate(): Range {
    this.environment.select({ sheetId: this.sheetId, a1: this.getA1Notation() });
    return this.api;
  }

  clear(options?: ClearOptions): Range {
    const { contentsOnly, formatOnly, validationsOnly, commentsOnly } = options ?? {};
    const everything = !contentsOnly && !formatOnly && !validationsOnly && !commentsOnly;
    if (everything || contentsOnly) this.clearContent();
    if (everything || formatOnly) this.clearFormat();
    if (everything || validationsOnly) this.clearDataValidations();
    if (commentsOnly) this.clearNote();
    return this.api;
  }

  getNote(): string {
    return noteAt(this.environment.workbook, this.sheetId, this.area.row, this.area.column);
  }

  getNotes(): string[][] {
    const notes = this.table('');
    this.eachCell((row, column, i, j) => {
      notes[i]![j] = noteAt(this.environment.workbook, this.sheetId, row, column);
    });
    return notes;
  }

  setNote(note: string | null): Range {
    return this.setNotes(this.table(note ?? ''));
  }

  setNotes(notes: (string | null)[][]): Range {
    this.checkSize(notes);
    this.eachCell((row, column, i, j) => {
      setNote(this.environment.workbook, this.sheetId, row, column, String(notes[i]?.[j] ?? ''));
    });
    return this.api;
  }

  clearNote(): Range {
    return this.setNote(null);
  }

  setDataValidation(rule: Rule | null): Range {
    const { workbook } = this.environment;
    if (rule === null) clearValidation(workbook, this.sheetId, this.area);
    else
      setValidation(
        workbook,
        this.sheetId,
        [this.area],
        own(DataValidationService, rule, 'SpreadsheetApp.Range.setDataValidation'),
      );
    return this.api;
  }

  setDataValidations(rules: (Rule | null)[][]): Range {
    this.checkSize(rules);
    const { workbook } = this.environment;
    clearValidation(workbook, this.sheetId, this.area);
    for (const [rule, areas] of equalAreas(rules, this.area)) {
      setValidation(
        workbook,
        this.sheetId,
        areas,
        own(DataValidationService, rule, 'SpreadsheetApp.Range.setDataValidations'),
      );
    }
    return this.api;
  }

  clearDataValidations(): Range {
    return this.setDataValidation(null);
  }

  getDataValidation(): Rule | null {
    return validationAt(this.environment, this.sheetId, this.area.row, this.area.column)?.asGoogle ?? null;
  }

  getDataValidations(): (Rule | null)[][] {
    const rules = this.table<Rule | null>(null);
    this.eachCell((row, column, i, j) => {
      rules[i]![j] = validationAt(this.environment, this.sheetId, row, column)?.asGoogle ?? null;
    });
    return rules;
  }

  /** Unticked boxes: cells that hold something keep it if it is TRUE or FALSE. */
  insertCheckboxes(): Range {
    const { workbook } = this.environment;
    const values = workbook.read(this.sheetId, this.area);
    setValidation(
      workbook,
      this.sheetId,
      [this.area],
      new DataValidationService({ criteria: 'CHECKBOX', values: [] }, this.environment),
    );
    this.eachCell((row, column, i, j) => {
      if (typeof values[i]?.[j] !== 'boolean') workbook.patch(this.sheetId, row, column, { value: false });
    });
    return this.api;
  }

  removeCheckboxes(): Range {
    const { workbook } = this.environment;
    const values = workbook.read(this.sheetId, this.area);
    this.eachCell((row, column, i, j) => {
      if (!this.isCheckbox(row, column)) return;
      clearValidation(workbook, this.sheetId, { row, column, rows: 1, columns: 1 });
      if (typeof values[i]?.[j] === 'boolean') workbook.patch(this.sheetId, row, column, { value: null });
    });
    return this.api;
  }

  check(): Range {
    return this.tick(true);
  }

  uncheck(): Range {
    return this.tick(false);
  }

  /** Null when some are ticked and some are not, or where there is no box. */
  isChecked(): boolean | null {
    const values = this.environment.workbook.read(this.sheetId, this.area).flat();
    const [first = null] = values;
    return typeof first === 'boolean' && values.every((value) => value === first) ? first : null;
  }

  createTextFinder(findText: string): GoogleAppsScript.Spreadsheet.TextFinder {
    return new TextFinderService(this.environment, [this], String(findText)).asGoogle;
  }

  canEdit(): boolean {
    const { protections, people, user } = this.environment;
    return people.mayEdit(user) && protections.against(user, this.sheetId, { cells: [this.area] }) !== 'refused';
  }

  /** Only whole rows and columns can carry metadata. */
  addDeveloperMetadata(...args: unknown[]): Range {
    addMetadata(this.environment, lineOfRange(this, this.sheet.info), args);
    return this.api;
  }

  protect(): GoogleAppsScript.Spreadsheet.Protection {
    const key = this.environment.protections.add({ sheetId: this.sheetId, area: this.area });
    return new ProtectionService(this.environment, key).asGoogle;
  }

  sort(specification: unknown): Range {
    const rules = sortRules(specification, this.column, this.columns);
    sortArea(this.environment, this.sheetId, this.area, rules);
    return this.api;
  }

  private tick(value: boolean): Range {
    this.eachCell((row, column) => {
      if (this.isCheckbox(row, column)) this.environment.workbook.patch(this.sheetId, row, column, { value });
    });
    return this.api;
  }

  private isCheckbox(row: number, column: number): boolean {
    return this.environment.workbook.engine.validationRule(this.sheetId, row, column)?.type === 'checkbox';
  }
}
