import { randomUUID } from 'node:crypto';
import { ChangeLog, type Changes } from './change-log';
import { CustomFunctionCalls } from './custom-function-calls';
import { type CellAddress, type EngineMutation, THROWN } from './engine/contract';
import { type EngineRealm, openEngine } from './engine-realm';
import { Executions } from './executions';
import type { ExecutionRecord, Host, HostOptions, OpenHost, PageConnection, PageSession } from './host-contract';
import { LocalState } from './local-state';
import { PageEdits } from './page-edits';
import { type Page, PageHub } from './page-hub';
import { People } from './people';
import { plainCopy } from './plain-copy';
import { type Project, readProject } from './project';
import type { FromPage, RunReply, Snapshot, ToPage } from './protocol';
import { resultForClient } from './script-run-values';
import { runOnOpen } from './triggers';
import { Workbook } from './workbook';
import { type StoredEdit, WorkbookFile } from './workbook-file';
import { spillText } from './spill-text';

/** Opens a workbook and a project. @throws Error with a sentence for a person */
export const openHost: OpenHost = async (options) => {
  const project = readProject(options.project);
  const file = options.file === null ? undefined : new WorkbookFile(options.file);
  try {
    return await LocalHost.open(options, project, file);
  } catch (error) {
    file?.close();
    throw error;
  }
};

class LocalHost implements Host {
  readonly title: string;
  private readonly workbook: Workbook;
  private readonly hub: PageHub;
  private readonly people: People;
  private readonly allExecutions: Executions;
  private readonly edits: PageEdits;
  private readonly calls: CustomFunctionCalls;
  /** What scripts want to tell pages, once the pages know what the scripts have changed. */
  private readonly outbox: { user: string; message: ToPage }[] = [];
  private readonly log: ChangeLog;
  private loaded = false;
  private lastErrors = '[]';

  static async open(options: HostOptions, project: Project, file: WorkbookFile | undefined): Promise<LocalHost> {
    // The engine calls back from the moment it exists, the host only exists once there is an engine.
    const made: { host?: LocalHost } = {};
    const realm = await openEngine({
      callFunction: (name, args, at) =>
        made.host?.calls.call(name, args, at) ?? { error: 'The workbook is still being opened.' },
      onMutation: (mutation) => made.host?.noteMutation(mutation),
    });
    const host = (made.host = new LocalHost(options, project, file, realm));
    host.load();
    return host;
  }

  private constructor(
    options: HostOptions,
    private readonly project: Project,
    private readonly file: WorkbookFile | undefined,
    private readonly realm: EngineRealm,
  ) {
    this.title = options.title;
    this.hub = new PageHub(() => this.snapshot(), this.title);
    this.log = new ChangeLog(
      () => this.loaded && (file !== undefined || !this.hub.isEmpty),
      (id) => realm.engine.styleById(id),
    );
    const state = new LocalState((key, value) => this.log.noteState(key, value));
    this.workbook = new Workbook(realm, state, project.timeZone);
    this.people = new People(state);
    this.allExecutions = new Executions(project, this.title, this.workbook, this.people, (user, message) =>
      this.outbox.push({ user, message }),
    );
    this.calls = new CustomFunctionCalls(
      (name, use) => this.allExecutions.runForCell(name, use),
      () => this.workbook.timeZone,
    );
    this.edits = new PageEdits(this.workbook, this.hub, this.allExecutions, () => this.store());
  }

  get executions(): readonly ExecutionRecord[] {
    return this.allExecutions.records;
  }

  run(functionName: string, args: unknown[], user: string): RunReply {
    return this.turn(() => {
      this.people.note(user);
      return this.allExecutions.run(functionName, user, (execution): RunReply => {
        try {
          return { value: resultForClient(execution.call(functionName, args)) };
        } catch (thrown) {
          const { name, message } = execution.fail(thrown);
          return { error: { name, message } };
        }
      });
    });
  }

  evaluate(code: string, user = ''): unknown {
    return this.turn(() =>
      this.allExecutions.run('(evaluate)', user, (execution) => {
        try {
          return plainCopy(execution.evaluate(code));
        } catch (thrown) {
          const { name, message } = execution.fail(thrown);
          throw Object.assign(new Error(message), { name });
        }
      }),
    );
  }

  connect(connection: PageConnection): PageSession {
    const { user } = connection;
    const page = this.turn(() => {
      this.people.note(user);
      this.workbook.settle();
      this.publish();
      const joined = this.hub.join(connection);
      this.log.forgetSpill();
      return joined;
    });
    this.turn(() => {
      this.people.clearMenus(user);
      runOnOpen(this.allExecutions, user);
      this.hub.tell(user, { type: 'menus', menus: this.people.menusOf(user) });
    });
    if (this.lastErrors !== '[]') page.send({ type: 'cellErrors', errors: this.cellErrors() });
    return {
      receive: (message) => this.turn(() => this.receive(page, message)),
      close: () => this.hub.leave(page),
    };
  }

  content(contentId: string): string | undefined {
    return this.allExecutions.contents.get(contentId);
  }

  close(): void {
    this.file?.close();
  }

  private receive(page: Page, message: FromPage): void {
    if (!this.hub.has(page)) return;
    switch (message.type) {
      case 'edit':
        this.edits.receive(page, message);
        break;
      case 'selection':
        this.people.select(page.user, { sheetId: message.sheetId, a1: message.a1 });
        break;
      case 'refresh':
        page.refused = false;
        this.hub.sendSnapshot(page);
        this.log.forgetSpill();
    }
  }

  /** One thing after the other: whatever was changed by `work` is in the file and with the pages when this returns. */
  private turn<T>(work: () => T): T {
    try {
      return work();
    } finally {
      this.workbook.settle();
      this.publish();
    }
  }

  private load(): void {
    const { engine } = this.realm;
    const { state } = this.workbook;
    const found = this.file?.found;
    try {
      engine.open(found?.snapshot.workbook ?? null, this.project.customFunctions);
    } catch (cause) {
      throw this.file && found ? this.file.damage(2, cause) : cause;
    }
    for (const [key, value] of Object.entries(found?.snapshot.state ?? {})) state.restore(key, value);
    for (const edit of found?.edits ?? []) this.replay(edit);
    if (state.get('spreadsheetId') === undefined) state.restore('spreadsheetId', randomUUID());
    this.workbook.recalculate();
    if (!found || found.edits.length > 0) this.file?.compact({ workbook: engine.save(), state: state.toJSON() });
    this.loaded = true;
  }

  private replay({ line, changes }: StoredEdit): void {
    try {
      for (const change of changes) {
        if ('state' in change) this.workbook.state.restore(change.state.key, change.state.value);
        else if (!this.workbook.apply(change.mutation.id, change.mutation.params as object))
          throw this.file?.damage(line);
      }
    } catch (cause) {
      throw this.file?.damage(line, cause);
    }
  }

  private noteMutation(mutation: EngineMutation): void {
    this.workbook.noteMutation(mutation.id, mutation.options.fromFormula ?? false);
    this.log.noteMutation(mutation);
  }

  /** Puts what has changed into the file and hands it on. */
  private store(): Changes {
    const changes = this.log.take();
    if (changes.stored.length > 0) this.file?.append(changes.stored);
    return changes;
  }

  private publish(): void {
    const { made, calculated } = this.store();
    this.hub.broadcast(made);
    this.hub.broadcast(calculated);
    for (const { user, message } of this.outbox.splice(0)) this.hub.tell(user, message);
    const errors = this.cellErrors();
    const text = JSON.stringify(errors);
    if (text !== this.lastErrors) this.hub.tellAll({ type: 'cellErrors', errors });
    this.lastErrors = text;
  }

  private cellErrors(): (CellAddress & { message: string })[] {
    const { engine } = this.realm;
    const sheets = new Set(engine.sheets().map((sheet) => sheet.id));
    const isError = ({ sheetId, row, column }: CellAddress): boolean =>
      sheets.has(sheetId) && engine.read(sheetId, { row, column, rows: 1, columns: 1 })[0]?.[0] === THROWN;
    return this.calls.errors(isError).map(({ at, message }) => ({ ...at, message }));
  }

  private snapshot(): Snapshot {
    // A copy: the engine goes on using the objects.
    const { engine } = this.realm;
    return {
      workbook: JSON.parse(JSON.stringify(engine.save())) as unknown,
      spilled: JSON.parse(spillText(engine.spilled())) as unknown,
    };
  }
}
