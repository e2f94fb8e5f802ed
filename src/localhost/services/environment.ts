import type { ContentStore } from '../content-store';
import type { LocalStores } from '../local-stores';
import type { Project } from '../project';
import type { Menu, ToPage } from '../protocol';
import type { Workbook } from '../workbook';

/** What a user has selected in the page. */
export interface Selection {
  sheetId: string;
  a1: string;
}

/** Everything the services of one execution work on. */
export interface Environment {
  readonly workbook: Workbook;
  readonly project: Project;
  /** The e-mail address of whoever started the execution; "" where none is visible. */
  readonly user: string;
  /** The project's title. */
  readonly title: string;
  readonly contents: ContentStore;
  readonly stores: LocalStores;
  /** Where the user stands; undefined until a page has said so. */
  selection(): Selection | undefined;
  select(selection: Selection): void;
  /** Tells the user's pages something. */
  tell(message: ToPage): void;
  /** Puts a menu into the user's pages; one of the same name gives way. */
  showMenu(menu: Menu): void;
  readonly log: (text: string) => void;
  spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet;
  sheet(sheetId: string): GoogleAppsScript.Spreadsheet.Sheet;
}
