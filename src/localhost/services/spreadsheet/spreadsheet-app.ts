import { ConditionalFormatRuleBuilderService } from '../rules/conditional-format';
import { ColorBuilderService } from '../base/color-objects';
import type { BookEnvironment, Environment, OpenedBook } from '../base/environment';
import { SheetService } from '../sheet/sheet';
import { enums } from '../base/enums';
import { FilterCriteriaBuilderService } from '../rules/filter-criteria';
import { RichTextBuilderService } from '../range/rich-text';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';
import { SpreadsheetService } from './spreadsheet';
import { TextStyleBuilderService } from '../range/text-style';
import { UiService } from '../script/ui';
import { DataValidationBuilderService } from '../rules/validation';

/** What the execution must have for this. */
type Needs = Pick<
  Environment,
  'workbook' | 'title' | 'contents' | 'hasUi' | 'tell' | 'ask' | 'showMenu' | 'spreadsheet' | 'others' | 'user'
> &
  BookEnvironment;

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const calls = {
  create: 'write',
  flush: 'handle',
  getCurrentCell: 'other',
  getActive: 'handle',
  getActiveRange: 'other',
  getActiveRangeList: 'other',
  getActiveSheet: 'other',
  getActiveSpreadsheet: 'handle',
  getSelection: 'handle',
  getUi: 'handle',
  newColor: 'handle',
  newConditionalFormatRule: 'handle',
  newDataValidation: 'handle',
  newFilterCriteria: 'handle',
  newRichTextValue: 'handle',
  newTextStyle: 'handle',
  openById: 'handle',
  openByUrl: 'handle',
  setActiveRange: 'other',
  setActiveRangeList: 'other',
  setActiveSheet: 'other',
  setCurrentCell: 'other',
} as const satisfies CallTable<App>;

const definition: ServiceDefinition = { name: 'SpreadsheetApp', calls, constants: Object.keys(enums) };

export class SpreadsheetAppService extends Service<App> implements Pick<App, keyof typeof calls> {
  readonly definition = definition;
  private readonly opened = new Map<string, SpreadsheetService>();
  readonly AutoFillSeries = enums.AutoFillSeries;
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

  getActiveRangeList(): GoogleAppsScript.Spreadsheet.RangeList {
    return this.spreadsheet.getActiveRangeList();
  }

  setActiveRangeList(list: GoogleAppsScript.Spreadsheet.RangeList): GoogleAppsScript.Spreadsheet.RangeList {
    return this.spreadsheet.setActiveRangeList(list);
  }

  getSelection(): GoogleAppsScript.Spreadsheet.Selection {
    return this.spreadsheet.getSelection();
  }

  setCurrentCell(cell: unknown): GoogleAppsScript.Spreadsheet.Range {
    return this.spreadsheet.setCurrentCell(cell);
  }

  newColor(): GoogleAppsScript.Spreadsheet.ColorBuilder {
    return new ColorBuilderService().asGoogle;
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

  /** This spreadsheet, or another that is kept in the same folder. */
  openById(id: string): Spreadsheet {
    if (id === this.spreadsheet.getId()) return this.spreadsheet.asGoogle;
    return this.serviceOf(String(id), () => this.environment.others.open(String(id)));
  }

  openByUrl(url: string): Spreadsheet {
    const [, id] = /\/spreadsheets\/d\/([^/?#]+)/.exec(String(url)) ?? [];
    if (id === undefined) throw new ServiceError(`Invalid argument: url`);
    return this.openById(id);
  }

  /** Makes a spreadsheet in the same folder; its one sheet may be given a size. */
  create(name: string, rows?: number, columns?: number): Spreadsheet {
    const { id, book } = this.environment.others.create(String(name), this.environment.user);
    const spreadsheet = this.serviceOf(id, () => book);
    const [sheet] = spreadsheet.getSheets();
    if (rows !== undefined && sheet) resize(sheet, rows, columns ?? sheet.getMaxColumns());
    return spreadsheet;
  }

  /** One object for each spreadsheet, as long as the execution runs. */
  private serviceOf(id: string, open: () => OpenedBook): Spreadsheet {
    let service = this.opened.get(id);
    if (!service) {
      const { workbook, people, protections } = open();
      const environment: BookEnvironment = {
        ...this.environment,
        workbook,
        people,
        protections,
        // Nobody looks at it.
        selection: () => undefined,
        select: () => undefined,
        tell: () => undefined,
        showMenu: () => undefined,
        spreadsheet: () => service!.asGoogle,
        sheet: (sheetId) => new SheetService(environment, sheetId).asGoogle,
      };
      service = new SpreadsheetService(environment);
      this.opened.set(id, service);
    }
    return service.asGoogle;
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

function resize(sheet: GoogleAppsScript.Spreadsheet.Sheet, rows: number, columns: number): void {
  const [height, width] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows > height) sheet.insertRowsAfter(height, rows - height);
  else if (rows < height) sheet.deleteRows(rows + 1, height - rows);
  if (columns > width) sheet.insertColumnsAfter(width, columns - width);
  else if (columns < width) sheet.deleteColumns(columns + 1, width - columns);
}
