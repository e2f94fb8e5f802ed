import type { Opened } from '../actions/forms';
import type { Refused } from '../actions/answering';
import type { ExampleBlock, Inserted } from '../actions/insert-formula';
import type { Outcome } from '../actions/outcome';
import type { Submission } from '../tables/checks';
import type { FormValues } from '../tables/form';
import type * as FormsModule from './forms';
import type * as FunctionHelpModule from './function-help';
import type * as OpeningModule from './opening';

/**
 * What Google calls: triggers, menu items, and the sidebar through `google.script.run`. The build makes one top-level
 * function of each; nothing else of the add-on is visible to the sheet, except the custom functions.
 */

/** Bundled so that a module is run only when it is needed: a formula loads neither tables nor zod. */
declare function require(module: './forms'): typeof FormsModule;
declare function require(module: './function-help'): typeof FunctionHelpModule;
declare function require(module: './opening'): typeof OpeningModule;
const forms = (): typeof FormsModule => require('./forms');

export function onOpen(event?: GoogleAppsScript.Events.SheetsOnOpen): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem('Set up this sheet', 'showSetUp')
    .addItem('Log a contribution', 'showLog')
    .addItem('Edit the selected row', 'showEdit')
    .addItem('Add a KPI', 'showKpi')
    .addItem('Record a KPI', 'showReading')
    .addItem('Answer entries', 'showAnswers')
    .addItem('Review', 'showReview')
    .addItem('Functions', 'showFunctions')
    .addItem('Remove the sample', 'showRemoveSample')
    .addToUi();
  // Before the add-on was used in this file nothing but the menu is allowed.
  if (!event || event.authMode === ScriptApp.AuthMode.NONE) return;
  require('./opening').refreshOnOpen();
}

export function onInstall(event?: GoogleAppsScript.Events.SheetsOnOpen): void {
  onOpen(event);
}

export function showSetUp(): void {
  showSidebar('Set up this sheet', 'set-up');
}

export function showLog(): void {
  showSidebar('Log a contribution', 'log');
}

export function showEdit(): void {
  showSidebar('Edit the selected row', 'edit');
}

export function showKpi(): void {
  showSidebar('Add a KPI', 'kpi');
}

export function showReading(): void {
  showSidebar('Record a KPI', 'reading');
}

export function showAnswers(): void {
  showSidebar('Answer entries', 'answer');
}

export function showReview(): void {
  showSidebar('Review', 'review');
}

export function showRemoveSample(): void {
  showSidebar('Remove the sample', 'remove-sample');
}

export function openForm(formId: string): Opened {
  return forms().openForm(formId);
}

export function submitForm(formId: string, submission: Submission): Outcome {
  return forms().submitForm(formId, submission);
}

export function keepDraft(formId: string, values: FormValues): void {
  forms().keepDraft(formId, values);
}

export function showRow(tabId: string, row: number): void {
  forms().showRow(tabId, row);
}

export function showFunctions(): void {
  require('./function-help').showFunctions();
}

export function selectedReference(): string {
  return require('./function-help').selectedReference();
}

export function insertExample(block: ExampleBlock): Inserted | Refused {
  return require('./function-help').insertExample(block);
}

export function insertFormula(formula: string): Inserted | Refused {
  return require('./function-help').insertFormula(formula);
}

function showSidebar(title: string, formId: string): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar')
    .setTitle(title)
    .append(`<div id="start" data-form="${formId}"></div>`);
  SpreadsheetApp.getUi().showSidebar(page);
}
