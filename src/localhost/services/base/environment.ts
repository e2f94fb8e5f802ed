import type { ContentStore } from '../../stores/content-store';
import type { HostClock } from '../../clock/host-clock';
import type { LocalStores } from '../../stores/local-stores';
import type { Project } from '../../project/project';
import type { People } from '../../access/people';
import type { Protections } from '../../access/protections';
import type { Menu, Selection, ToPage, Answer, Question } from '../../contract/protocol';
import type { Installation, UserProperties } from '../../contract/host';
import type { AuthModeName } from '../../access/authorization';
import type { Workbook } from '../../workbook/workbook';
import type { Pending } from './pending';

/** Another workbook that a script has opened. */
export interface OpenedBook {
  readonly workbook: Workbook;
  readonly people: People;
  readonly protections: Protections;
}

/** The workbooks beside the open one. */
export interface OtherBooks {
  /** @throws ServiceError in words where there is none with this id, or somebody else has it open */
  open(id: string): OpenedBook;
  /** @param user owns it */
  create(name: string, user: string): { id: string; book: OpenedBook };
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
  readonly userProperties: UserProperties;
  readonly clock: HostClock;
  readonly people: People;
  readonly protections: Protections;
  readonly authMode: AuthModeName;
  readonly installed: Installation;
  /** Whether the user has authorised the project. */
  readonly isAuthorised: boolean;
  /** Whether there is a page that can show something. */
  readonly hasUi: boolean;
  /** Milliseconds until the execution's time is up. */
  timeLeft(): number;
  /** Where the user stands; undefined until a page has said so. */
  selection(): Selection | undefined;
  select(selection: Selection): void;
  /** Tells the user's pages something. */
  tell(message: ToPage): void;
  /** Puts a question to the user. Only executions on a thread of their own can wait; others are answered at once. */
  ask(question: Question): Answer | Pending<Answer>;
  /** Puts a menu into the user's pages; one of the same name gives way. */
  showMenu(menu: Menu): void;
  readonly log: (text: string) => void;
  readonly others: OtherBooks;
  spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet;
  sheet(sheetId: string): GoogleAppsScript.Spreadsheet.Sheet;
}

/** What a spreadsheet, its sheets and their ranges work on. */
export type BookEnvironment = Pick<
  Environment,
  | 'workbook'
  | 'user'
  | 'people'
  | 'protections'
  | 'clock'
  | 'selection'
  | 'select'
  | 'tell'
  | 'showMenu'
  | 'spreadsheet'
  | 'sheet'
>;
