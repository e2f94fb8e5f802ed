import { readA1 } from '../a1';
import type { Environment } from './environment';
import { FinderService, MetadataService, addMetadata } from './metadata';
import { MetadataStore } from '../metadata-store';
import { namedRanges, setNamedRange } from './named-ranges';
import { enums } from './enums';
import { ProtectionService } from './protection';
import { RangeBase } from './range-base';
import { type CallTable, Service, type ServiceDefinition, ServiceError, own } from './service';
import { SheetService } from './sheet';
import { newSheetId, sheetNumber } from './sheet-id';
import { UserService } from './session';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const calls = {
  addDeveloperMetadata: 'write',
  createDeveloperMetadataFinder: 'handle',
  deleteSheet: 'write',
  getActiveCell: 'other',
  getActiveRange: 'other',
  getActiveSheet: 'other',
  getDeveloperMetadata: 'read',
  getEditors: 'read',
  getId: 'handle',
  getName: 'handle',
  getNamedRanges: 'read',
  getNumSheets: 'handle',
  getOwner: 'read',
  getProtections: 'read',
  getRange: 'handle',
  getRangeByName: 'read',
  getSheetById: 'handle',
  getSheetByName: 'handle',
  getSheets: 'handle',
  getSpreadsheetLocale: 'read',
  getSpreadsheetTimeZone: 'read',
  getUrl: 'handle',
  getViewers: 'read',
  insertSheet: 'write',
  moveActiveSheet: 'write',
  removeNamedRange: 'write',
  rename: 'write',
  setActiveRange: 'other',
  setActiveSheet: 'other',
  setNamedRange: 'write',
  setSpreadsheetLocale: 'write',
  setSpreadsheetTimeZone: 'write',
  toast: 'other',
} as const satisfies CallTable<Spreadsheet>;

const definition: ServiceDefinition = { name: 'Spreadsheet', calls };

/** Rows and columns of a new sheet, as in Sheets. */
const NEW_SHEET = { rowCount: 1000, columnCount: 26 };

/** The one workbook. */
export class SpreadsheetService extends Service<Spreadsheet> implements Pick<Spreadsheet, keyof typeof calls> {
  readonly definition = definition;

  constructor(private readonly environment: Environment) {
    super();
  }

  get asGoogle(): Spreadsheet {
    return this.api;
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

  getSheets(): Sheet[] {
    return this.environment.workbook.sheets().map((sheet) => this.sheet(sheet.id).asGoogle);
  }

  getNumSheets(): number {
    return this.environment.workbook.sheets().length;
  }

  getSheetByName(name: string): Sheet | null {
    const found = this.environment.workbook.sheets().find((sheet) => sheet.name === name);
    return found ? this.sheet(found.id).asGoogle : null;
  }

  getSheetById(id: number): Sheet | null {
    const found = this.environment.workbook.sheets().find((sheet) => sheetNumber(sheet.id) === id);
    return found ? this.sheet(found.id).asGoogle : null;
  }

  insertSheet(...args: unknown[]): Sheet {
    const { workbook } = this.environment;
    const sheets = workbook.sheets();
    const name = args.find((arg) => typeof arg === 'string') as string | undefined;
    const index = args.find((arg) => typeof arg === 'number') as number | undefined;
    if (name !== undefined && sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
      throw new ServiceError(`A sheet with the name "${name}" already exists. Please enter another name.`);
    }
    if (args.some((arg) => typeof arg === 'object')) {
      throw new ServiceError('not supported by the local host: Spreadsheet.insertSheet with a template');
    }
    const id = newSheetId((candidate) => sheets.some((sheet) => sheet.id === candidate));
    workbook.execute('sheet.command.insert-sheet', {
      index: index ?? this.activeIndex + 1,
      sheet: { id, name: name ?? this.unusedSheetName(), ...NEW_SHEET },
    });
    const sheet = this.sheet(id);
    sheet.activate();
    return sheet.asGoogle;
  }

  deleteSheet(sheet: unknown): void {
    const { id } = own(SheetService, sheet, 'SpreadsheetApp.Spreadsheet.deleteSheet');
    const { workbook } = this.environment;
    if (workbook.sheets().length === 1) throw new ServiceError("You can't remove all the sheets in a document.");
    const neighbour = workbook.sheets().find((other) => other.id !== id)!;
    workbook.move(neighbour.id, (engine) => {
      engine.execute('sheet.command.remove-sheet', { unitId: engine.workbookId(), subUnitId: id });
    });
  }

  getActiveSheet(): Sheet {
    return this.sheet(this.activeId).asGoogle;
  }

  setActiveSheet(sheet: unknown): Sheet {
    return own(SheetService, sheet, 'SpreadsheetApp.Spreadsheet.setActiveSheet').activate();
  }

  moveActiveSheet(position: number): void {
    const { workbook } = this.environment;
    workbook.execute('sheet.command.set-worksheet-order', { subUnitId: this.activeId, order: position - 1 });
  }

  getActiveRange(): Range {
    const selection = this.environment.selection();
    const sheet = this.sheet(this.activeId);
    return sheet.getRange(selection && selection.sheetId === sheet.id ? selection.a1 : 'A1');
  }

  getActiveCell(): Range {
    return this.getActiveRange().getCell(1, 1);
  }

  setActiveRange(range: unknown): Range {
    const { sheetId, asGoogle } = own(RangeBase, range, 'SpreadsheetApp.Spreadsheet.setActiveRange');
    this.environment.select({ sheetId, a1: asGoogle.getA1Notation() });
    return asGoogle;
  }

  getRange(name: string): Range {
    const area = readA1(name);
    if (!area) {
      const named = this.getRangeByName(name);
      if (named) return named;
      throw new ServiceError('Range not found');
    }
    const sheet = area.sheetName === undefined ? this.getActiveSheet() : this.getSheetByName(area.sheetName);
    if (!sheet) throw new ServiceError('Range not found');
    return sheet.getRange(name.slice(name.lastIndexOf('!') + 1));
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
    if (!/^[a-z]{2}(_[A-Z]{2})?$/.test(locale)) throw new ServiceError(`Invalid argument: locale`);
    this.environment.workbook.state.set('locale', locale);
  }

  getSpreadsheetTimeZone(): string {
    return this.environment.workbook.timeZone.name;
  }

  setSpreadsheetTimeZone(timezone: string): void {
    this.environment.workbook.setTimeZone(timezone);
  }

  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return namedRanges(this.environment).map((range) => range.asGoogle);
  }

  getRangeByName(name: string): Range | null {
    const found = namedRanges(this.environment).find((range) => range.getName().toLowerCase() === name.toLowerCase());
    return found ? found.getRange() : null;
  }

  setNamedRange(name: string, range: unknown): void {
    setNamedRange(this.environment, name, own(RangeBase, range, 'SpreadsheetApp.Spreadsheet.setNamedRange').reference);
  }

  removeNamedRange(name: string): void {
    const found = namedRanges(this.environment).find((range) => range.getName() === name);
    if (!found) throw new ServiceError(`The named range ${name} does not exist`);
    found.remove();
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

  getProtections(type: unknown): GoogleAppsScript.Spreadsheet.Protection[] {
    const wholeSheet = enums.ProtectionType.labelOf(type) === 'SHEET';
    return this.environment.workbook
      .sheets()
      .flatMap((sheet) => ProtectionService.ofSheet(this.environment, sheet.id, wholeSheet))
      .map((protection) => protection.asGoogle);
  }

  /** Whoever opened the workbook first. */
  getOwner(): GoogleAppsScript.Base.User | null {
    const [owner] = this.people;
    return owner === undefined ? null : new UserService(owner).asGoogle;
  }

  getEditors(): GoogleAppsScript.Base.User[] {
    return this.people.map((address) => new UserService(address).asGoogle);
  }

  getViewers(): GoogleAppsScript.Base.User[] {
    return this.getEditors();
  }

  private get people(): string[] {
    return (this.environment.workbook.state.get('people') as string[] | undefined) ?? [];
  }

  private sheet(id: string): SheetService {
    return new SheetService(this.environment, id);
  }

  private get activeId(): string {
    const sheets = this.environment.workbook.sheets();
    const selected = this.environment.selection()?.sheetId;
    const active = sheets.find((sheet) => sheet.id === selected) ?? sheets.find((sheet) => !sheet.hidden) ?? sheets[0];
    return active!.id;
  }

  private get activeIndex(): number {
    return this.environment.workbook.sheets().findIndex((sheet) => sheet.id === this.activeId);
  }

  private unusedSheetName(): string {
    const names = this.environment.workbook.sheets().map((sheet) => sheet.name);
    let number = names.length;
    while (names.includes(`Sheet${number}`)) number++;
    return `Sheet${number}`;
  }
}
