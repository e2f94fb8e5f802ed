import type { FromPage, RunReply, ToPage } from './protocol';

/** How a workbook and a project are opened. */
export interface HostOptions {
  /** Folder of a compiled Apps Script project: `.js` or `.gs` files, `.html` files, `appsscript.json`. */
  project: string;
  /** The one file that holds the workbook; made when absent. Null keeps everything in memory. */
  file: string | null;
  /** Title of the project: what an add-on's menu is called under Extensions. */
  title: string;
}

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

export interface ExecutionRecord {
  functionName: string;
  user: string;
  milliseconds: number;
  calls: CallCounts;
  error?: string;
  /** What the execution wrote to `console` and `Logger`, if anything. */
  log?: string[];
}

/** One page that shows the workbook to one person. */
export interface PageConnection {
  user: string;
  send(message: ToPage): void;
}

export interface PageSession {
  receive(message: FromPage): void;
  close(): void;
}

/** The running spreadsheet: one workbook, one project, any number of pages. Everything is synchronous but opening. */
export interface Host {
  readonly title: string;
  /** The last executions, newest last. */
  readonly executions: readonly ExecutionRecord[];
  /** A menu click or a call of `google.script.run`; values cross by Google's rules. */
  run(functionName: string, args: unknown[], user: string): RunReply;
  /**
   * Runs `code`, the body of a function, as one execution in the project's scope, and answers what it returns (as
   * plain values of the caller's realm). Throws what the code throws. For tests and scripts.
   */
  evaluate(code: string, user?: string): unknown;
  /** A page joins: it is sent the snapshot, and `onOpen` runs for its user. */
  connect(page: PageConnection): PageSession;
  /** The HTML of a sidebar or dialog, complete with the client side of `google.script.run`. */
  content(contentId: string): string | undefined;
  close(): void;
}

export type OpenHost = (options: HostOptions) => Promise<Host>;
