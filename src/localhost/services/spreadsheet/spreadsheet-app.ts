import { ConditionalFormatRuleBuilderService } from '../rules/conditional-format';
import type { Environment } from '../base/environment';
import { enums } from '../base/enums';
import { FilterCriteriaBuilderService } from '../rules/filter-criteria';
import { RichTextBuilderService } from '../range/rich-text';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';
import type { SpreadsheetService } from './spreadsheet';
import { TextStyleBuilderService } from '../range/text-style';
import { UiService } from '../script/ui';
import { DataValidationBuilderService } from '../rules/validation';

/** What the execution must have for this. */
type Needs = Pick<
  Environment,
  'workbook' | 'title' | 'contents' | 'hasUi' | 'tell' | 'ask' | 'showMenu' | 'spreadsheet'
>;

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const calls = {
  flush: 'handle',
  getCurrentCell: 'other',
  getActive: 'handle',
  getActiveRange: 'other',
  getActiveSheet: 'other',
  getActiveSpreadsheet: 'handle',
  getUi: 'handle',
  newConditionalFormatRule: 'handle',
  newDataValidation: 'handle',
  newFilterCriteria: 'handle',
  newRichTextValue: 'handle',
  newTextStyle: 'handle',
  openById: 'handle',
  setActiveRange: 'other',
  setActiveSheet: 'other',
} as const satisfies CallTable<App>;

const definition: ServiceDefinition = { name: 'SpreadsheetApp', calls, constants: Object.keys(enums) };

export class SpreadsheetAppService extends Service<App> implements Pick<App, keyof typeof calls> {
  readonly definition = definition;
  readonly BandingTheme = enums.BandingTheme;
  readonly BooleanCriteria = enums.BooleanCriteria;
  readonly BorderStyle = enums.BorderStyle;
  readonly CopyPasteType = enums.CopyPasteType;
  readonly DataValidationCriteria = enums.DataValidationCriteria;
  readonly DeveloperMetadataLocationType = enums.DeveloperMetadataLocationType;
  readonly DeveloperMetadataVisibility = enums.DeveloperMetadataVisibility;
  readonly Direction = enums.Direction;
  readonly Dimension = enums.Dimension;
  readonly GroupControlTogglePosition = enums.GroupControlTogglePosition;
  readonly InterpolationType = enums.InterpolationType;
  readonly ProtectionType = enums.ProtectionType;
  readonly RelativeDate = enums.RelativeDate;
  readonly SheetType = enums.SheetType;
  readonly TextToColumnsDelimiter = enums.TextToColumnsDelimiter;
  readonly WrapStrategy = enums.WrapStrategy;

  constructor(
    private readonly environment: Needs,
    private readonly spreadsheet: SpreadsheetService,
  ) {
    super();
  }

  getActive(): Spreadsheet {
    return this.spreadsheet.asGoogle;
  }

  getActiveSpreadsheet(): Spreadsheet {
    return this.spreadsheet.asGoogle;
  }

  getActiveSheet(): GoogleAppsScript.Spreadsheet.Sheet {
    return this.spreadsheet.getActiveSheet();
  }

  setActiveSheet(sheet: unknown): GoogleAppsScript.Spreadsheet.Sheet {
    return this.spreadsheet.setActiveSheet(sheet);
  }

  getActiveRange(): GoogleAppsScript.Spreadsheet.Range {
    return this.spreadsheet.getActiveRange();
  }

  getUi(): GoogleAppsScript.Base.Ui {
    if (!this.environment.hasUi) throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
    return new UiService(this.environment).asGoogle;
  }

  flush(): void {
    this.environment.workbook.settle();
  }

  newConditionalFormatRule(): GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilderService(this.environment).asGoogle;
  }

  newFilterCriteria(): GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder {
    return new FilterCriteriaBuilderService(this.environment).asGoogle;
  }

  newRichTextValue(): GoogleAppsScript.Spreadsheet.RichTextValueBuilder {
    return new RichTextBuilderService().asGoogle;
  }

  newTextStyle(): GoogleAppsScript.Spreadsheet.TextStyleBuilder {
    return new TextStyleBuilderService().asGoogle;
  }

  /** There is only this one spreadsheet. */
  openById(id: string): Spreadsheet {
    if (id === this.spreadsheet.getId()) return this.spreadsheet.asGoogle;
    throw new ServiceError('SpreadsheetApp.openById of another file is not part of this local spreadsheet.');
  }

  getCurrentCell(): GoogleAppsScript.Spreadsheet.Range {
    return this.spreadsheet.getActiveCell();
  }

  setActiveRange(range: unknown): GoogleAppsScript.Spreadsheet.Range {
    return this.spreadsheet.setActiveRange(range);
  }

  newDataValidation(): GoogleAppsScript.Spreadsheet.DataValidationBuilder {
    return new DataValidationBuilderService(this.environment).asGoogle;
  }
}
