/**
 * In the one file that people paste, the pages stand in the script, in a function of this name: their texts are made only
 * when a page is asked for. Elsewhere they are files of the project.
 */
declare const partnerLedgerPages_: ((name: string) => string) | undefined;

/** A page of the project, by the name of its file without the suffix. */
export const htmlPage = (name: string): GoogleAppsScript.HTML.HtmlOutput =>
  typeof partnerLedgerPages_ === 'undefined'
    ? HtmlService.createHtmlOutputFromFile(name)
    : HtmlService.createHtmlOutput(partnerLedgerPages_(name));

/** What such a page holds. */
export const pageText = (name: string): string =>
  typeof partnerLedgerPages_ === 'undefined' ? htmlPage(name).getContent() : partnerLedgerPages_(name);
