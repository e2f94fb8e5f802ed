import { type OlderNames } from '../base/range-base';
import type { CallTable, ServiceDefinition } from '../base/service';
import { addMetadata, lineOfRange } from '../rules/metadata';
import { requireEdit } from '../base/permission';
import { ProtectionService } from '../rules/protection';
import { sortArea, sortRules } from '../rules/sort';
import { TextFinderService } from './text-finder';
import { RangeValues, valueCalls } from './range-values';
import { RangeFormulas, formulaCalls } from './range-formulas';
import { RangeNumberFormats, numberFormatCalls } from './range-number-formats';
import { RangeFonts, fontCalls } from './range-fonts';
import { RangeFills, fillCalls } from './range-fills';
import { RangeAlignment, alignmentCalls } from './range-alignment';
import { RangeRichText, richTextCalls } from './range-rich-text';
import { RangeNotes, noteCalls } from './range-notes';
import { RangeValidation, validationCalls } from './range-validation';
import { RangeMerges, mergeCalls } from './range-merges';
import { RangeCopies, copyCalls } from './range-copies';
import { RangeTidying, tidyingCalls } from './range-tidying';
import { RangeOutline, outlineCalls } from './range-outline';
import { RangeColors, colorCalls } from './range-colors';
import { RangeFilling, fillingCalls } from './range-filling';
import { RangeShifting, shiftingCalls } from './range-shifting';
import { StyledRange } from './styled-range';
import { joined } from '../base/joined';

type Range = GoogleAppsScript.Spreadsheet.Range;

const calls = {
  ...valueCalls,
  ...formulaCalls,
  ...numberFormatCalls,
  ...fontCalls,
  ...fillCalls,
  ...alignmentCalls,
  ...richTextCalls,
  ...noteCalls,
  ...validationCalls,
  ...mergeCalls,
  ...copyCalls,
  ...tidyingCalls,
  ...outlineCalls,
  ...colorCalls,
  ...fillingCalls,
  ...shiftingCalls,
  activate: 'other',
  addDeveloperMetadata: 'write',
  canEdit: 'read',
  clear: 'write',
  createTextFinder: 'handle',
  getA1Notation: 'handle',
  getCell: 'handle',
  getColumn: 'handle',
  getColumnIndex: 'handle',
  getGridId: 'handle',
  getHeight: 'handle',
  getLastColumn: 'handle',
  getLastRow: 'handle',
  getNumColumns: 'handle',
  getNumRows: 'handle',
  getRow: 'handle',
  getRowIndex: 'handle',
  getSheet: 'handle',
  getWidth: 'handle',
  offset: 'handle',
  protect: 'write',
  sort: 'write',
} as const satisfies CallTable<Range & OlderNames>;

const definition: ServiceDefinition = {
  name: 'Range',
  calls,
  constants: ['rowStart', 'rowEnd', 'columnStart', 'columnEnd'],
};

type ClearOptions = Partial<
  Record<'contentsOnly' | 'formatOnly' | 'validationsOnly' | 'commentsOnly', boolean | undefined>
>;

/** All that can be done with a block of cells, a part for each concern. */
const Parts = joined(
  StyledRange,
  RangeValues,
  RangeFormulas,
  RangeNumberFormats,
  RangeFonts,
  RangeFills,
  RangeAlignment,
  RangeRichText,
  RangeNotes,
  RangeValidation,
  RangeMerges,
  RangeCopies,
  RangeTidying,
  RangeOutline,
  RangeColors,
  RangeFilling,
  RangeShifting,
);

/** A block of cells. */
export class RangeService extends Parts implements Pick<Range & OlderNames, keyof typeof calls> {
  readonly definition = definition;

  override beforeWrite(member: string, args: readonly unknown[]): void {
    if (member !== 'copyTo') requireEdit(this.environment, this.sheetId, { cells: [this.area] });
    const [target] = args;
    if (/^((copy|move)To|autoFill)$/.test(member) && target instanceof RangeService) {
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
}
