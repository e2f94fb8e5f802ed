import { dayOfIso } from '../calc/day';
import {
  Busy,
  NotReady,
  type Memory,
  type Place,
  type SelectedCells,
  type Workbook,
  type WorkbookTab,
} from '../actions/workbook';
import type { Cell } from '../schema/column';
import { columnLetters } from '../schema/formula';
import { pageText } from './html-page';
import { SpreadsheetSelection } from './spreadsheet-selection';
import { COPY_KEY, SpreadsheetCopy } from './spreadsheet-copy';
import { SpreadsheetTab, TAB_KEY } from './spreadsheet-tab';
import { tellStep } from './told-steps';

const LOCK_MILLISECONDS = 10_000;

/** The workbook as Google Sheets has it. */
export class SpreadsheetWorkbook implements Workbook {
  /** As far as it was asked for, or a tab has noted it for whoever relies on that. */
  private place: Partial<Place> = {};

  constructor(
    private readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
    private readonly relies = false,
  ) {}

  get id(): string {
    return this.spreadsheet.getId();
  }

  get locale(): string {
    return (this.place.locale ??= this.spreadsheet.getSpreadsheetLocale());
  }

  get zone(): string {
    return (this.place.zone ??= this.spreadsheet.getSpreadsheetTimeZone());
  }

  relying(): SpreadsheetWorkbook {
    return new SpreadsheetWorkbook(this.spreadsheet, true);
  }

  get user(): string {
    return Session.getEffectiveUser().getEmail() || Session.getActiveUser().getEmail();
  }

  people(): string[] {
    try {
      return [...this.spreadsheet.getEditors(), ...this.spreadsheet.getViewers()].map((user) => user.getEmail());
    } catch {
      // Whoever may only look is not told.
      return [];
    }
  }

  today(): number {
    return dayOfIso(Utilities.formatDate(this.now(), this.zone, 'yyyy-MM-dd'))!;
  }

  now(): Date {
    return new Date();
  }

  uuid(): string {
    return Utilities.getUuid();
  }

  sha256(text: string): string {
    return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8)
      .map((byte) => (byte & 0xff).toString(16).padStart(2, '0'))
      .join('');
  }

  tabs(): WorkbookTab[] {
    const tabs = this.spreadsheet
      .createDeveloperMetadataFinder()
      .withKey(TAB_KEY)
      .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.SHEET)
      .find()
      .flatMap((mark) => SpreadsheetTab.marked(mark, this.zoneOf) ?? []);
    if (this.relies) this.place = { ...tabs.find(({ place }) => place !== undefined)?.place };
    return tabs;
  }

  addTab(id: string, name: string, first: boolean): WorkbookTab {
    const leftover = this.spreadsheet.getSheetByName(name) ?? this.onlySheet();
    if (leftover && leftover.getLastRow() === 0) return SpreadsheetTab.mark(leftover.setName(name), id, this.zoneOf);
    const free = this.freeName(name);
    const { spreadsheet } = this;
    const added = first ? spreadsheet.insertSheet(free, 0) : spreadsheet.insertSheet(free);
    return SpreadsheetTab.mark(added, id, this.zoneOf);
  }

  adopt(sheetName: string, id: string, version: number, computed: readonly number[] | null): void {
    const sheet = this.spreadsheet.getSheetByName(sheetName);
    if (!sheet) return;
    if (computed === null) sheet.clearContents();
    const columns = (computed ?? []).map((column) => columnLetters(column + 1));
    if (columns.length > 0) sheet.getRangeList(columns.map((letters) => `${letters}2:${letters}`)).clearContent();
    SpreadsheetTab.mark(sheet, id, this.zoneOf, version);
  }

  copies(document: string): SpreadsheetCopy[] {
    return this.spreadsheet
      .createDeveloperMetadataFinder()
      .withKey(COPY_KEY)
      .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.SHEET)
      .find()
      .flatMap((mark) => SpreadsheetCopy.marked(mark) ?? [])
      .filter((copy) => copy.document === document);
  }

  addCopy(document: string, name: string): SpreadsheetCopy {
    const { spreadsheet } = this;
    return SpreadsheetCopy.mark(spreadsheet.insertSheet(this.freeName(name), spreadsheet.getNumSheets()), document);
  }

  exclusively<T>(work: () => T): T {
    // A script that is bound to no document has no document lock: then there is nobody to exclude.
    const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
    if (!lock) return work();
    if (!lock.tryLock(LOCK_MILLISECONDS)) throw new Busy();
    try {
      const result = work();
      SpreadsheetApp.flush();
      return result;
    } finally {
      lock.releaseLock();
    }
  }

  tell(step: string): void {
    tellStep(this.id, step);
  }

  sheetNames(): string[] {
    return this.spreadsheet.getSheets().map((sheet) => sheet.getName());
  }

  shownRows(sheetName: string, first: number, count: number): Cell[][] | null {
    const sheet = this.spreadsheet.getSheetByName(sheetName);
    if (!sheet) return null;
    const rows = Math.min(count, sheet.getLastRow() - first + 1);
    if (rows < 1) return [];
    const range = sheet.getRange(first, 1, rows, sheet.getLastColumn());
    const shown = range.getDisplayValues();
    const isPlain = (cell: unknown): cell is Cell => typeof cell === 'number' || typeof cell === 'boolean';
    return range.getValues().map((row, at) => row.map((cell, column) => (isPlain(cell) ? cell : shown[at]![column]!)));
  }

  projectFile(name: string): string {
    return pageText(name);
  }

  selected(): SelectedCells {
    // Nothing is selected where the person looks at a chart or has never been in a cell.
    const range = this.spreadsheet.getActiveRange() as GoogleAppsScript.Spreadsheet.Range | null;
    if (!range) throw new NotReady('Choose a cell of the sheet first, then try again.');
    return new SpreadsheetSelection(range);
  }

  share(address: string, role: 'editor' | 'viewer'): void {
    if (role === 'editor') this.spreadsheet.addEditor(address);
    else this.spreadsheet.addViewer(address);
  }

  roleOf(address: string): 'owner' | 'editor' | 'viewer' | null {
    const has = (user: GoogleAppsScript.Base.User | null): boolean =>
      user?.getEmail().toLowerCase() === address.toLowerCase();
    try {
      // A file of a shared drive has no owner.
      if (has(this.spreadsheet.getOwner() as GoogleAppsScript.Base.User | null)) return 'owner';
      if (this.spreadsheet.getEditors().some(has)) return 'editor';
      return this.spreadsheet.getViewers().some(has) ? 'viewer' : null;
    } catch {
      return null;
    }
  }

  get memory(): Memory {
    return memoryIn(PropertiesService.getUserProperties());
  }

  get sharedMemory(): Memory {
    return memoryIn(PropertiesService.getDocumentProperties());
  }

  private readonly zoneOf = (): string => this.zone;

  /** A new spreadsheet has one sheet, which nobody needs once ours are there. */
  private onlySheet(): GoogleAppsScript.Spreadsheet.Sheet | null {
    const [only, more] = this.spreadsheet.getSheets();
    return only && !more && this.tabs().length === 0 ? only : null;
  }

  private freeName(name: string): string {
    const names = this.spreadsheet.getSheets().map((sheet) => sheet.getName().toLowerCase());
    let free = name;
    for (let count = 2; names.includes(free.toLowerCase()); count++) free = `${name} ${count}`;
    return free;
  }
}

const memoryIn = (store: GoogleAppsScript.Properties.Properties): Memory => ({
  read: () => store.getProperties(),
  change: (set, remove) => {
    for (const name of remove) store.deleteProperty(name);
    if (Object.keys(set).length > 0) store.setProperties(set);
  },
});
