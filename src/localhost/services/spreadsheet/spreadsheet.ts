import { readA1 } from '../../notation/a1';
import type { Environment } from '../base/environment';
import { checkCellQuota } from '../sheet/cell-quota';
import { FinderService, MetadataService, addMetadata } from '../rules/metadata';
import { MetadataStore } from '../../workbook/metadata-store';
import { isLocale } from '../../notation/localized-formulas';
import { namedRanges, setNamedRange } from '../range/named-ranges';
import { requireEdit } from '../base/permission';
import { ProtectionService, addressOf } from '../rules/protection';
import { RangeBase } from '../base/range-base';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition, own } from '../base/service';
import { SheetService } from '../sheet/sheet';
import { newSheetId, sheetNumber } from '../sheet/sheet-id';
import { UserService } from '../script/session';
import { TextFinderService } from '../range/text-finder';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const calls = {
  addMenu: 'other',
  appendRow: 'write',
  createTextFinder: 'handle',
  deleteActiveSheet: 'write',
  duplicateActiveSheet: 'write',
  getCurrentCell: 'other',
  getDataRange: 'read',
  getLastColumn: 'read',
  getLastRow: 'read',
  renameActiveSheet: 'write',
  addDeveloperMetadata: 'write',
  addEditor: 'write',
  addEditors: 'write',
  addViewer: 'write',
  addViewers: 'write',
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
  removeEditor: 'write',
  removeNamedRange: 'write',
  removeViewer: 'write',
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
      throw new ServiceError('Spreadsheet.insertSheet with a template is not part of this local spreadsheet.');
    }
    checkCellQuota(workbook, NEW_SHEET.rowCount * NEW_SHEET.columnCount);
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

  /** The copy stands behind the active sheet and becomes the active one. */
  duplicateActiveSheet(): Sheet {
    const position = this.activeIndex + 2;
    const copy = this.getActiveSheet().copyTo(this.api).activate();
    this.moveActiveSheet(position);
    return copy;
  }

  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.sheet(this.activeId));
    return this.getActiveSheet();
  }

  renameActiveSheet(newName: string): void {
    this.getActiveSheet().setName(newName);
  }

  appendRow(values: unknown[]): Sheet {
    return this.getActiveSheet().appendRow(values);
  }

  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }

  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }

  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }

  createTextFinder(findText: string): GoogleAppsScript.Spreadsheet.TextFinder {
    const searched = this.environment.workbook.sheets().map(({ id }) => {
      const { rows, columns } = this.environment.workbook.extent(id);
      return this.sheet(id).range(1, 1, Math.max(1, rows), Math.max(1, columns));
    });
    return new TextFinderService(this.environment, searched, String(findText)).asGoogle;
  }

  /** The older way to put up a menu; null in the list is a line. */
  addMenu(name: string, items: ({ name: string; functionName: string } | null)[]): void {
    const shown = items.map((item) =>
      item ? { caption: String(item.name), functionName: String(item.functionName) } : { caption: '' },
    );
    this.environment.showMenu({ place: 'custom', name: String(name), items: shown });
  }

  getCurrentCell(): Range {
    return this.getActiveCell();
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
    if (!isLocale(locale)) throw new ServiceError(`Invalid argument: locale`);
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
    return this.environment.workbook
      .sheets()
      .flatMap((sheet) => ProtectionService.ofSheet(this.environment, sheet.id, type));
  }

  /** Whoever opened the workbook first. */
  getOwner(): GoogleAppsScript.Base.User | null {
    const owner = this.environment.people.owner();
    return owner === undefined ? null : new UserService(owner).asGoogle;
  }

  getEditors(): GoogleAppsScript.Base.User[] {
    return this.environment.people.editors().map((address) => new UserService(address).asGoogle);
  }

  getViewers(): GoogleAppsScript.Base.User[] {
    return this.environment.people.viewers().map((address) => new UserService(address).asGoogle);
  }

  addEditor(editor: unknown): Spreadsheet {
    return this.addEditors([editor]);
  }

  addEditors(editors: unknown[]): Spreadsheet {
    for (const editor of editors) this.environment.people.addEditor(addressOf(editor));
    return this.api;
  }

  /** Who may not edit any more can still look, as in a file that is shared by its link. */
  removeEditor(editor: unknown): Spreadsheet {
    this.environment.people.addViewer(addressOf(editor));
    return this.api;
  }

  addViewer(viewer: unknown): Spreadsheet {
    return this.addViewers([viewer]);
  }

  addViewers(viewers: unknown[]): Spreadsheet {
    for (const viewer of viewers) this.environment.people.addViewer(addressOf(viewer));
    return this.api;
  }

  removeViewer(viewer: unknown): Spreadsheet {
    this.environment.people.removeViewer(addressOf(viewer));
    return this.api;
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
