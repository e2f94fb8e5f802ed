import type { Environment } from './environment';
import { enums } from './enums';
import { type CallTable, Service, type ServiceDefinition, ServiceError } from './service';
import type { SpreadsheetService } from './spreadsheet';
import { UiService } from './ui';
import { DataValidationBuilderService } from './validation';

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const calls = {
  flush: 'handle',
  getActive: 'handle',
  getActiveRange: 'other',
  getActiveSheet: 'other',
  getActiveSpreadsheet: 'handle',
  getUi: 'handle',
  newDataValidation: 'handle',
  setActiveSheet: 'other',
} as const satisfies CallTable<App>;

const definition: ServiceDefinition = { name: 'SpreadsheetApp', calls, constants: Object.keys(enums) };

export class SpreadsheetAppService extends Service<App> implements Pick<App, keyof typeof calls> {
  readonly definition = definition;
  readonly DataValidationCriteria = enums.DataValidationCriteria;
  readonly DeveloperMetadataLocationType = enums.DeveloperMetadataLocationType;
  readonly DeveloperMetadataVisibility = enums.DeveloperMetadataVisibility;
  readonly Dimension = enums.Dimension;
  readonly ProtectionType = enums.ProtectionType;
  readonly WrapStrategy = enums.WrapStrategy;

  constructor(
    private readonly environment: Environment,
    private readonly spreadsheet: SpreadsheetService,
    private readonly hasUi: boolean,
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
    if (!this.hasUi) throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
    return new UiService(this.environment).asGoogle;
  }

  flush(): void {
    this.environment.workbook.settle();
  }

  newDataValidation(): GoogleAppsScript.Spreadsheet.DataValidationBuilder {
    return new DataValidationBuilderService(this.environment).asGoogle;
  }
}
