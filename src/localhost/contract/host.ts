import type { Answer, FromPage, PageRole, Question, RunReply, ToPage } from './protocol';
import type { StateValue } from './state';
import type { StoredTrigger } from './triggers';
import type { CallKind } from './service-error';

/** Texts by key, of all users. */
export interface UserProperties {
  get(key: string): StateValue | undefined;
  /** Undefined removes the key. */
  set(key: string, value: StateValue | undefined): void;
  /** Keys with this beginning, and their values. */
  entries(beginning: string): [string, StateValue][];
}

/** Writes some of the bytes from `offset` on and answers how many, as node's own `writeSync` does. */
export type WriteBytes = (descriptor: number, bytes: Uint8Array, offset: number) => number;

/** How a workbook and a project are opened. */
export interface HostOptions {
  /** Folder of a compiled Apps Script project: `.js` or `.gs` files, `.html` files, `appsscript.json`. */
  project: string;
  /** The one file that holds the workbook; made when absent. Null keeps everything in memory. */
  file: string | null;
  /** Where nothing is kept: a file as whose copy the workbook begins. It is only read. */
  copyOf?: string;
  /** Locale of a workbook that is made, such as `de_DE`; `en_US` by default. One that exists keeps its own. */
  locale?: string;
  /** Title of the project: what an add-on's menu is called under Extensions. */
  title: string;
  /** How the project comes to the workbook; `bound` where nothing is said. */
  installed?: Installation;
  /**
   * Holds everybody's user properties, which at Google's are one store for all files; absent, they are kept with the
   * workbook. Handed to several hosts, it is theirs together.
   */
  userProperties?: UserProperties;
  /**
   * Custom functions answer late, as they often do at Google's: their cells show "Loading..." until `answerFunctions` is
   * called.
   */
  slowFunctions?: boolean;
  /** For tests: other time limits than Google's, in milliseconds. */
  limits?: Partial<Record<ExecutionKind, number>>;
  /** Opens a damaged file as it was before the damage; the rest is kept beside it. */
  upToDamage?: boolean;
  /** Told in a sentence for a person what was left out of the file when it was opened. */
  onNotice?: (sentence: string) => void;
  /** For tests: writes into the workbook's file, and fails as a disk does. */
  writeBytes?: WriteBytes;
  /** Told of every execution when it has ended. */
  onExecution?: (record: ExecutionRecord) => void;
  /**
   * For tests: answers alerts and prompts of executions for which nobody is there to answer, those of `run` and `evaluate`.
   * Undefined, or no function at all: the question is closed without an answer, OK where only OK is asked.
   */
  answer?: (question: Question, user: string) => Answer | undefined;
}

/**
 * `bound`: a script of this one file. `add-on`: installed by people, so that `onOpen` may only show the menu until somebody
 * uses it in the file. `standalone`: a script without a file of its own, which has no document lock, cache or properties
 * (it is still given the workbook as the active one).
 */
export type Installation = 'bound' | 'add-on' | 'standalone';

/** What one execution asked of the services; handles and builders are counted apart because they are cheap. */
export interface CallCounts {
  reads: number;
  writes: number;
  /** How often the execution went from writing to reading or back: each costs a flush at Google's. */
  turns: number;
  /** Properties, locks, session, user interface. */
  other: number;
  handles: number;
}

/**
 * What has started an execution, much as Google's list of executions names it. `Add-on`: a menu item or
 * `google.script.run`; `Trigger`: an installable one for an opening, an edit or a change; `Editor`: code that is run by hand.
 */
export type ExecutionKind = 'Add-on' | 'Editor' | 'Simple trigger' | 'Trigger' | 'Time-driven' | 'Custom function';

export interface ExecutionRecord {
  functionName: string;
  kind: ExecutionKind;
  /** Who it ran as; "" for a cell and for whoever is not visible. */
  user: string;
  /** Milliseconds since 1970. */
  started: number;
  milliseconds: number;
  calls: CallCounts;
  status: 'Completed' | 'Failed' | 'Timed out';
  /** The message of what the script threw. */
  error?: string;
  /** The line of the project's source that it was thrown at, where it is known. */
  line?: number;
  /** What the execution wrote to `console` and `Logger`, if anything. */
  log?: string[];
}

/** A call that a script is about to make of one of Google's services, or the end of its execution. */
export interface ServiceCall {
  /** Counts 1, 2, 3 … within the execution; the end counts, too. */
  number: number;
  /** `end`: the function has returned, but nobody has been told what. */
  kind: CallKind | 'end';
  /** Google's name of the interface, such as `Range`; "" at the end. */
  service: string;
  method: string;
  /** The execution's function, such as `submitForm`. */
  functionName: string;
  user: string;
}

/**
 * Stands between any two service calls of an execution: it may do anything with the host, as if another execution or a
 * person had come in between. The answer `kill` ends the execution as Google's time limit does:
 * the calls before this one stay, no `catch` or `finally` of the script has any effect any more, its locks are freed, and
 * its caller gets an error.
 */
export type ServiceCallHook = (call: ServiceCall) => unknown;

/** One page that shows the workbook to one person. */
export interface PageConnection {
  user: string;
  /** What is said of the person when they join; the owner stays the owner. */
  role?: PageRole;
  send(message: ToPage): void;
}

export interface PageSession {
  receive(message: FromPage): void;
  close(): void;
}

/** A file for a person to keep. */
export interface Download {
  name: string;
  /** Its media type. */
  type: string;
  content: Uint8Array;
}

/** What a person may download: the whole workbook for Excel, or one sheet. */
export type DownloadRequest = { kind: 'xlsx' } | { kind: 'csv'; sheetId: string };

/** The running spreadsheet: one workbook, one project, any number of pages. Everything is synchronous but opening and waiting for people. */
export interface Host {
  readonly title: string;
  /** The last executions, newest last. */
  readonly executions: readonly ExecutionRecord[];
  /**
   * For tests: called before each service call of each execution, except those of cells and those that the hook itself
   * starts.
   */
  onServiceCall?: ServiceCallHook | undefined;
  /** A menu click or a call of `google.script.run`; values cross by Google's rules. */
  run(functionName: string, args: unknown[], user: string): RunReply;
  /**
   * The same for a person at a page: an alert or a prompt waits for their answer, and others go on working meanwhile. A
   * script that does wait runs on a thread of its own, so that others come in between any two of its service calls.
   */
  runForPerson(functionName: string, args: unknown[], user: string): Promise<RunReply>;
  /**
   * Runs `code`, the body of a function, as one execution in the project's scope, and answers what it returns (as
   * plain values of the caller's realm). Throws what the code throws. For tests and scripts.
   */
  evaluate(code: string, user?: string): unknown;
  /** A page joins: it is sent the snapshot, and `onOpen` runs for its user. */
  connect(page: PageConnection): PageSession;
  /** The HTML of a sidebar or dialog, complete with the client side of `google.script.run`. */
  content(contentId: string): string | undefined;
  /** *File › Download*. Undefined where there is no such sheet. */
  download(request: DownloadRequest): Promise<Download | undefined>;
  close(): void;
}

/** A host with what Google decides elsewhere: in its dialogs, in its settings, and as time passes. */
export interface ControlledHost extends Host {
  /** The person gets the add-on from the store while they look at the file: `onInstall` runs. */
  install(user: string): void;
  /** The triggers that scripts have installed, of everybody. */
  triggersInstalled(): readonly StoredTrigger[];
  /** Runs an installed trigger by hand, as its creator. @throws Error when there is none with that id */
  runTrigger(id: string): void;
  /** Lets time pass for scripts, caches and triggers: time-driven triggers that are due meanwhile run at their time. */
  passTime(milliseconds: number): void;
  /**
   * *File › Make a copy* by a person, into a file that does not exist yet: cells, metadata and protections are copied, document
   * and script properties, triggers and other people's access are not. @throws Error when there is such a file
   */
  makeCopy(file: string, user: string): void;
  /**
   * Makes the file short again and keeps with it what formulas have answered, so that it opens quickly.
   * @throws NotWritten when there is no room for it; the file stays as it is
   */
  tidy(): void;
  /**
   * Where custom functions are slow: those that have been called by now answer. What they answer may make cells call others.
   * @returns whether any had been called
   */
  answerFunctions(): boolean;
  /** Says whether a person has authorised the project. Where they have not, menu items and `google.script.run` fail. */
  setAuthorised(user: string, authorised: boolean): void;
}

export type OpenHost = (options: HostOptions) => Promise<ControlledHost>;
