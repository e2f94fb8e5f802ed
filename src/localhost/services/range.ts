import { addMetadata, lineOfRange } from './metadata';
import { noteAt, setNote } from './notes';
import { ProtectionService } from './protection';
import { RangeFormats } from './range-formats';
import { type CallTable, type ServiceDefinition, ServiceError, own } from './service';
import { sortRules } from './sort';
import { DataValidationService } from './validation';
import { equalAreas } from './equal-areas';
import { clearValidation, setValidation, validationAt } from './validation-rules';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

const calls = {
  activate: 'other',
  addDeveloperMetadata: 'write',
  clear: 'write',
  clearContent: 'write',
  clearDataValidations: 'write',
  clearFormat: 'write',
  clearNote: 'write',
  copyTo: 'write',
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
  insertCheckboxes: 'write',
  isBlank: 'read',
  merge: 'write',
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
  setFontStyle: 'write',
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
  setWrap: 'write',
  sort: 'write',
} as const satisfies CallTable<Range>;

const definition: ServiceDefinition = { name: 'Range', calls };

type ClearOptions = Partial<
  Record<'contentsOnly' | 'formatOnly' | 'validationsOnly' | 'commentsOnly', boolean | undefined>
>;

/** A block of cells. */
export class RangeService extends RangeFormats implements Pick<Range, keyof typeof calls> {
  readonly definition = definition;

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

  merge(): Range {
    const { row, column, rows, columns } = this.area;
    this.environment.workbook.execute('sheet.mutation.add-worksheet-merge', {
      subUnitId: this.sheetId,
      ranges: [{ startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 }],
    });
    return this.api;
  }

  /** Only whole rows and columns can carry metadata. */
  addDeveloperMetadata(...args: unknown[]): Range {
    addMetadata(this.environment, lineOfRange(this, this.sheet.info), args);
    return this.api;
  }

  protect(): GoogleAppsScript.Spreadsheet.Protection {
    return ProtectionService.create(this.environment, this.sheetId, this.area).asGoogle;
  }

  sort(specification: unknown): Range {
    const rules = sortRules(specification, this.column, this.columns);
    this.environment.workbook.move(this.sheetId, (engine) => engine.sort(this.sheetId, this.area, rules));
    return this.api;
  }

  /** Formulas move with the copy; a destination of several cells is filled by repeating the source. */
  copyTo(destination: Range, options?: unknown): void {
    const target = own(RangeService, destination, 'SpreadsheetApp.Range.copyTo');
    const contentsOnly = (options as { contentsOnly?: boolean } | undefined)?.contentsOnly ?? false;
    if (options !== undefined && typeof options !== 'object') {
      throw new ServiceError('not supported by the local host: Range.copyTo with a paste type');
    }
    const { workbook } = this.environment;
    const values = workbook.read(this.sheetId, this.area);
    const formulas = workbook.flushed().formulas(this.sheetId, this.area);
    const styles = workbook.styles(this.sheetId, this.area);
    const [rows, columns] = [Math.max(target.rows, this.rows), Math.max(target.columns, this.columns)];
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        const [fromRow, fromColumn] = [i % this.rows, j % this.columns];
        const to = { row: target.area.row + i, column: target.area.column + j };
        const formula = contentsOnly ? '' : formulas[fromRow]?.[fromColumn];
        const shift = [to.row - this.area.row - fromRow, to.column - this.area.column - fromColumn] as const;
        workbook.patch(target.sheetId, to.row, to.column, {
          ...(formula
            ? { formula: workbook.flushed().shiftedFormula(formula, ...shift) }
            : { value: values[fromRow]?.[fromColumn] ?? null }),
          ...(!contentsOnly && { style: styles[fromRow]?.[fromColumn]?.style ?? {} }),
        });
      }
    }
  }
}
