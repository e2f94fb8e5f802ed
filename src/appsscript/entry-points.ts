import type { Completed, Opened } from '../actions/forms/forms';
import type { Refused } from '../actions/answering';
import type { ExampleBlock, Inserted } from '../actions/forms/insert-formula';
import type { Outcome } from '../actions/asking/outcome';
import type { Place } from '../actions/rows/append-rows';
import type { FilledDocument, OpenedDocuments } from '../actions/documents/documents';
import type { PutDocument } from '../actions/documents/put-document';
import type { ExportedRows } from '../actions/export/export-rows';
import type { OpenedExport } from '../actions/export/open-export';
import type { WrittenBlock } from '../actions/import/import-block';
import type { OpenedImport } from '../actions/import/open-import';
import type { StandingRows } from '../actions/import/standing-imports';
import type { TakenBack } from '../actions/import/take-back';
import type { RowBlock } from '../import/blocks';
import type { Submission } from '../schema/checks';
import type { FormValues, ItemPage } from '../schema/form';
import type { Chosen } from '../documents/fill';
import type { Changed, Gallery } from '../actions/gallery/gallery';
import * as documents from './documents';
import * as exporting from './export';
import * as forms from './forms';
import * as functionHelp from './function-help';
import * as gallery from './gallery';
import { htmlPage } from './html-page';
import * as importing from './import';
import { FORM_ITEMS, SUBMENUS } from './menu';
import * as opening from './opening';
import { toldStep } from './told-steps';

/**
 * What Google calls: triggers, menu items, and the sidebar through `google.script.run`. The build makes one top-level
 * function of each; nothing else of the add-on is visible to the sheet, except the custom functions.
 */

export function onOpen(event?: GoogleAppsScript.Events.SheetsOnOpen): void {
  // Before the add-on was used in this file nothing but the menu is allowed: it shows what every sheet has.
  const isAllowed = event !== undefined && event.authMode !== ScriptApp.AuthMode.NONE;
  showMenu(isAllowed ? opening.tabIds() : []);
  if (isAllowed) opening.refreshOnOpen();
}

/** The menu of a sheet that has these tabs of ours. */
function showMenu(tabs: readonly string[]): void {
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createAddonMenu();
  const items = FORM_ITEMS.filter(({ tab }) => tab === undefined || tabs.includes(tab));
  const fill = (into: GoogleAppsScript.Base.Menu, of: string | undefined): GoogleAppsScript.Base.Menu =>
    items.filter(({ chapter }) => chapter === of).reduce((all, { title, show }) => all.addItem(title, show), into);
  fill(menu, undefined);
  for (const { chapter: of, title } of SUBMENUS) {
    if (items.some(({ chapter }) => chapter === of)) menu.addSubMenu(fill(ui.createMenu(title), of));
  }
  menu
    .addItem('Pages', 'showPages')
    .addItem('Documents', 'showDocuments')
    .addItem('Import', 'showImport')
    .addItem('Export', 'showExport')
    .addItem('Functions', 'showFunctions')
    .addToUi();
}

export function onInstall(event?: GoogleAppsScript.Events.SheetsOnOpen): void {
  onOpen(event);
}

/** Shows a form; the functions that the menu calls by name are made by the build, one for each form. */
export function showForm(formId: string): void {
  const item = FORM_ITEMS.find(({ form }) => form === formId);
  if (item) showSidebar(item.title, formId);
}

function showSidebar(title: string, start: string): void {
  const page = htmlPage('sidebar').setTitle(title).append(`<div id="start" data-form="${start}"></div>`);
  SpreadsheetApp.getUi().showSidebar(page);
}

export function showPages(): void {
  showSidebar('Pages', 'pages');
}

export function openGallery(): Gallery | Refused {
  return gallery.openGallery();
}

export function addPage(id: string): Changed | Refused {
  return withMenu(gallery.addPage(id));
}

export function removePage(id: string, evenWithRows: boolean): Changed | Refused {
  return withMenu(gallery.removePage(id, evenWithRows));
}

/** The menu shows what the sheet has now. */
function withMenu(changed: Changed | Refused): Changed | Refused {
  if (changed.kind === 'changed') showMenu(opening.tabIds());
  return changed;
}

export function openForm(formId: string): Opened {
  return forms.openForm(formId);
}

/** The form that is shown, whole: called a moment later. */
export function completeForm(formId: string): Completed {
  return forms.completeForm(formId);
}

export function submitForm(formId: string, submission: Submission): Outcome {
  const outcome = forms.submitForm(formId, submission);
  // A set-up may have added what the menu is to show.
  if (formId === 'set-up' && outcome.kind === 'written') showMenu(opening.tabIds());
  return outcome;
}

export function answerPage(side: string, from: number): ItemPage | Refused {
  return forms.answerPage(side, from);
}

export function keepDraft(formId: string, values: FormValues, key: string): void {
  forms.keepDraft(formId, values, key);
}

/** What came of a submission whose answer did not arrive; null as long as nobody knows. */
export function outcomeOf(formId: string, key: string): Outcome | null {
  return forms.outcomeOf(formId, key);
}

/** The person has seen what came of a submission. */
export function outcomeSeen(formId: string, key: string): void {
  forms.outcomeSeen(formId, key);
}

export function undoEntry(formId: string, name: string, sum: string): Outcome {
  return forms.undoEntry(formId, name, sum);
}

export function currentStep(): string {
  return toldStep(SpreadsheetApp.getActiveSpreadsheet().getId());
}

export function makeRoom(): void {
  forms.makeRoom();
}

/** Keeps what the pages show now: called when figures have changed, as the opening of the sheet does. */
export function keepShown(): void {
  opening.keepShown();
}

export function showRow(tabId: string, row: number): void {
  forms.showRow(tabId, row);
}

export function showImport(): void {
  importing.showImport();
}

export function openImport(): OpenedImport | Refused {
  return importing.openImport();
}

export function standingImports(registerId: string): StandingRows | Refused {
  return importing.standingImports(registerId);
}

export function beginImport(begun: unknown): void {
  importing.beginImport(begun);
}

export function endImport(importId: string): void {
  importing.endImport(importId);
}

export function importBlock(
  registerId: string,
  importId: string,
  block: RowBlock,
  after: Place | null,
): WrittenBlock | Refused {
  return importing.importBlock(registerId, importId, block, after);
}

export function takeImportBack(registerId: string, importId: string): TakenBack | Refused {
  return importing.takeImportBack(registerId, importId);
}

export function keepImportPlan(signature: string, plan: unknown): void {
  importing.keepImportPlan(signature, plan);
}

export function showExport(): void {
  exporting.showExport();
}

export function openExport(): OpenedExport | Refused {
  return exporting.openExport();
}

export function exportRows(tabName: string, first: number): ExportedRows | Refused {
  return exporting.exportRows(tabName, first);
}

export function showDocuments(): void {
  documents.showDocuments();
}

export function openDocuments(): OpenedDocuments | Refused {
  return documents.openDocuments();
}

export function fillDocument(id: string, chosen: Chosen): FilledDocument | Refused {
  return documents.fillDocument(id, chosen);
}

export function printDocument(id: string, chosen: Chosen): void {
  documents.printDocument(id, chosen);
}

export function putDocument(id: string, chosen: Chosen): PutDocument | Refused {
  return documents.putDocument(id, chosen);
}

export function showFunctions(): void {
  functionHelp.showFunctions();
}

export function selectedReference(): string {
  return functionHelp.selectedReference();
}

export function insertExample(block: ExampleBlock): Inserted | Refused {
  return functionHelp.insertExample(block);
}

export function insertFormula(formula: string): Inserted | Refused {
  return functionHelp.insertFormula(formula);
}
