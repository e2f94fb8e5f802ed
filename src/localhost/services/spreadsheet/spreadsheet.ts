import { FinderService, MetadataService, addMetadata } from '../rules/metadata';
import { MetadataStore } from '../../workbook/metadata-store';
import { isLocale } from '../../notation/localized-formulas';
import { requireEdit } from '../base/permission';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, type ServiceDefinition } from '../base/service';
import { SheetService } from '../sheet/sheet';
import { SpreadsheetSheets, sheetCalls } from './spreadsheet-sheets';
import { SpreadsheetCells, cellCalls } from './spreadsheet-cells';
import { SpreadsheetPeople, peopleCalls } from './spreadsheet-people';
import { SpreadsheetBase } from './spreadsheet-base';
import { joined } from '../base/joined';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const calls = {
  ...sheetCalls,
  ...cellCalls,
  ...peopleCalls,
  addDeveloperMetadata: 'write',
  addMenu: 'other',
  createDeveloperMetadataFinder: 'handle',
  getDeveloperMetadata: 'read',
  getId: 'handle',
  getName: 'handle',
  getSpreadsheetLocale: 'read',
  getSpreadsheetTimeZone: 'read',
  getUrl: 'handle',
  rename: 'write',
  setSpreadsheetLocale: 'write',
  setSpreadsheetTimeZone: 'write',
  toast: 'other',
} as const satisfies CallTable<Spreadsheet>;

const definition: ServiceDefinition = { name: 'Spreadsheet', calls };

/** All that can be done with the workbook, a part for each concern. */
const Parts = joined(SpreadsheetBase, SpreadsheetSheets, SpreadsheetCells, SpreadsheetPeople);

/** The one workbook. */
export class SpreadsheetService extends Parts implements Pick<Spreadsheet, keyof typeof calls> {
  readonly definition = definition;

  override beforeWrite(member: string, args: readonly unknown[]): void {
    const [sheet] = args;
    if (member === 'deleteSheet' && sheet instanceof SheetService)
      requireEdit(this.environment, sheet.id, 'everything');
    if (/^(move|delete|rename)ActiveSheet$/.test(member)) {
      requireEdit(this.environment, this.activeId, member === 'deleteActiveSheet' ? 'everything' : 'sheet');
    }
  }

  getId(): string {
    return String(this.environment.workbook.state.get('spreadsheetId'));
  }

  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.getId()}/edit`;
  }

  getName(): string {
    return (this.environment.workbook.state.get('name') as string | undefined) ?? 'Untitled spreadsheet';
  }

  rename(name: string): void {
    this.environment.workbook.state.set('name', String(name));
  }

  /** The older way to put up a menu; null in the list is a line. */
  addMenu(name: string, items: ({ name: string; functionName: string } | null)[]): void {
    const shown = items.map((item) =>
      item ? { caption: String(item.name), functionName: String(item.functionName) } : { caption: '' },
    );
    this.environment.showMenu({ place: 'custom', name: String(name), items: shown });
  }

  toast(message: string, title = '', timeoutSeconds: number | null = 5): void {
    // Null at Google's: until it is dismissed.
    const seconds = timeoutSeconds ?? Number.MAX_SAFE_INTEGER;
    this.environment.tell({ type: 'toast', message: String(message), title, seconds });
  }

  getSpreadsheetLocale(): string {
    return this.environment.workbook.locale;
  }

  setSpreadsheetLocale(locale: string): void {
    if (!isLocale(locale)) throw new ServiceError(`Invalid argument: locale`);
    this.environment.workbook.state.set('locale', locale);
  }

  getSpreadsheetTimeZone(): string {
    return this.environment.workbook.timeZone.name;
  }

  setSpreadsheetTimeZone(timezone: string): void {
    this.environment.workbook.setTimeZone(timezone);
  }

  addDeveloperMetadata(...args: unknown[]): Spreadsheet {
    addMetadata(this.environment, { type: 'SPREADSHEET' }, args);
    return this.api;
  }

  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return new MetadataStore(this.environment.workbook)
      .all()
      .filter(({ place }) => place.type === 'SPREADSHEET')
      .map((item) => new MetadataService(this.environment, item).asGoogle);
  }

  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
    return new FinderService(this.environment).asGoogle;
  }
}
