import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { ChangeKeeper } from './file/change-keeper';
import { ChartStore } from './workbook/chart-store';
import { ChangeLog } from './file/change-log';
import { CustomFunctionCalls } from './script/custom-function-calls';
import type { EngineMutation } from './contract/engine';
import { type EngineRealm, openEngine } from './engine/realm/engine-realm';
import { Executions } from './script/executions';
import { HostClock } from './clock/host-clock';
import type {
  ControlledHost,
  ExecutionRecord,
  HostOptions,
  OpenHost,
  PageConnection,
  PageSession,
  ServiceCallHook,
} from './contract/host';
import { InstalledTriggers } from './triggers/installed-triggers';
import { LocalState } from './workbook/local-state';
import { followMoves } from './workbook/moving-areas';
import { hasAddOnMenu, onlyHelp } from './pages/only-help';
import { PageEdits } from './pages/page-edits';
import { type Page, PageHub } from './pages/page-hub';
import { PageNews } from './pages/page-news';
import { People } from './access/people';
import { plainCopy } from './services/base/plain-copy';
import { type Project, readProject } from './project/project';
import { ProtectionNews } from './pages/protection-news';
import { Protections } from './access/protections';
import { Questions } from './script/questions';
import type { FromPage, RunReply, Snapshot, ToPage } from './contract/protocol';
import { resultForClient } from './script/script-run-values';
import { Triggers } from './triggers/triggers';
import type { StoredTrigger } from './contract/triggers';
import { Workbook } from './workbook/workbook';
import { stateOfCopy } from './file/workbook-copy';
import { WorkbookFile } from './file/workbook-file';
import type { StoredEdit } from './file/workbook-lines';
import { spillText } from './workbook/spill-text';

/** Google's words to whoever has not authorised the project. */
const NOT_AUTHORISED: RunReply = {
  error: { name: 'ScriptError', message: 'Authorization is required to perform that action.' },
};

/** Opens a workbook and a project. @throws Error with a sentence for a person */
export const openHost: OpenHost = async (options) => {
  const project = readProject(options.project);
  const file =
    options.file === null ? undefined : new WorkbookFile(options.file, options.writeBytes, options.upToDamage);
  try {
    return await LocalHost.open(options, project, file);
  } catch (error) {
    file?.close();
    throw error;
  }
};

class LocalHost implements ControlledHost {
  readonly title: string;
  private readonly workbook: Workbook;
  private readonly hub: PageHub;
  private readonly people: People;
  private readonly allExecutions: Executions;
  private readonly installedTriggers: InstalledTriggers;
  private readonly triggers: Triggers;
  private readonly edits: PageEdits;
  private readonly calls: CustomFunctionCalls;
  /** What scripts want to tell pages, once the pages know what the scripts have changed. */
  private readonly outbox: { user: string; message: ToPage }[] = [];
  private readonly log: ChangeLog;
  private readonly keeper: ChangeKeeper;
  private readonly news: PageNews;
  private readonly protectionNews: ProtectionNews;
  private readonly clock = new HostClock();
  private readonly charts: ChartStore;
  private readonly questions = new Questions((user, message) => this.hub.tell(user, message));
  private loaded = false;
  private closed = false;

  static async open(options: HostOptions, project: Project, file: WorkbookFile | undefined): Promise<LocalHost> {
    // The engine calls back from the moment it exists, the host only exists once there is an engine.
    const made: { host?: LocalHost } = {};
    const realm = await openEngine({
      callFunction: (name, args, at, isVolatile) =>
        made.host?.calls.call(name, args, at, isVolatile) ?? { error: 'The workbook is still being opened.' },
      onMutation: (mutation) => made.host?.noteMutation(mutation),
    });
    const host = (made.host = new LocalHost(options, project, file, realm));
    host.load(options);
    return host;
  }

  private constructor(
    options: HostOptions,
    private readonly project: Project,
    private readonly file: WorkbookFile | undefined,
    private readonly realm: EngineRealm,
  ) {
    this.title = options.title;
    this.hub = new PageHub(
      () => this.snapshot(),
      this.title,
      () => this.workbook.locale,
    );
    this.log = new ChangeLog(
      () => this.loaded && (file !== undefined || !this.hub.isEmpty),
      (id) => realm.engine.styleById(id),
    );
    this.keeper = new ChangeKeeper(this.log, file);
    const state = new LocalState((key, value) => this.log.noteState(key, value));
    this.workbook = new Workbook(realm, state, project.timeZone);
    this.charts = new ChartStore(this.workbook);
    this.people = new People(state);
    const protections = new Protections(state, this.people);
    this.allExecutions = new Executions(
      project,
      options,
      this.workbook,
      this.people,
      protections,
      this.clock,
      (user, message) => this.outbox.push({ user, message }),
    );
    this.calls = new CustomFunctionCalls(
      (name, use) => this.allExecutions.runForCell(name, use),
      () => this.workbook.timeZone,
    );
    this.installedTriggers = new InstalledTriggers(this.allExecutions, this.workbook, this.clock);
    this.triggers = new Triggers(
      this.allExecutions,
      this.installedTriggers,
      this.people,
      this.workbook,
      options.installed ?? 'bound',
    );
    this.news = new PageNews(this.workbook, this.hub, this.calls);
    this.protectionNews = new ProtectionNews(protections, this.hub);
    this.edits = new PageEdits(
      this.workbook,
      this.hub,
      this.triggers,
      (user) => ({ mayEdit: this.people.mayEdit(user), against: protections.against.bind(protections, user) }),
      () => this.keeper.keep(),
    );
  }

  get executions(): readonly ExecutionRecord[] {
    return this.allExecutions.records;
  }

  get onServiceCall(): ServiceCallHook | undefined {
    return this.allExecutions.onServiceCall;
  }

  set onServiceCall(hook: ServiceCallHook | undefined) {
    this.allExecutions.onServiceCall = hook;
  }

  run(functionName: string, args: unknown[], user: string): RunReply {
    return this.turn(() => {
      if (!this.admit(user)) return NOT_AUTHORISED;
      const fromMenu = this.people.isInMenu(user, functionName);
      return this.allExecutions.run({ functionName, kind: 'Add-on', user }, (execution): RunReply => {
        try {
          return { value: resultForClient(execution.call(functionName, args, fromMenu)) };
        } catch (thrown) {
          const { name, message } = execution.fail(thrown);
          return { error: { name, message } };
        }
      });
    });
  }

  async runForPerson(functionName: string, args: unknown[], user: string): Promise<RunReply> {
    // Without a page nobody can be asked, and nobody else waits meanwhile.
    if (!this.hub.hasPage(user)) return this.run(functionName, args, user);
    if (!this.turn(() => this.admit(user))) return NOT_AUTHORISED;
    try {
      return await this.allExecutions.runOnThread({ functionName, kind: 'Add-on', user }, args, (question, time) => {
        // What the script has written so far is seen before it asks.
        this.turn(() => undefined);
        return this.questions.ask(user, question, time);
      });
    } finally {
      if (!this.closed) this.turn(() => undefined);
    }
  }

  /** Whether the person may run anything; if so, the add-on is in use from now on. */
  private admit(user: string): boolean {
    this.people.note(user);
    if (!this.people.hasAuthorised(user)) return false;
    this.triggers.enable();
    return true;
  }

  evaluate(code: string, user = ''): unknown {
    return this.turn(() => {
      this.people.note(user);
      return this.allExecutions.run({ functionName: '(evaluate)', kind: 'Editor', user }, (execution) => {
        try {
          return plainCopy(execution.evaluate(code));
        } catch (thrown) {
          const { name, message } = execution.fail(thrown);
          throw Object.assign(new Error(message), { name });
        }
      });
    });
  }

  install(user: string): void {
    this.turn(() => {
      this.people.note(user);
      this.triggers.installed(user);
    });
  }

  triggersInstalled(): readonly StoredTrigger[] {
    return this.installedTriggers.all();
  }

  runTrigger(id: string): void {
    this.turn(() => this.installedTriggers.runNow(id));
  }

  passTime(milliseconds: number): void {
    this.turn(() => this.installedTriggers.pass(milliseconds));
  }

  makeCopy(path: string, user: string): void {
    this.turn(() => undefined);
    if (existsSync(path)) throw new Error(`${path} exists already: choose another name for the copy.`);
    const copy = new WorkbookFile(path);
    try {
      copy.compact({ workbook: this.realm.engine.save(), state: stateOfCopy(this.workbook.state.toJSON(), user) });
    } finally {
      copy.close();
    }
  }

  setAuthorised(user: string, authorised: boolean): void {
    this.people.setAuthorised(user, authorised);
  }

  connect(connection: PageConnection): PageSession {
    const { user, role } = connection;
    this.allExecutions.prepareThread();
    const page = this.turn(() => {
      if (role === 'viewer') this.people.addViewer(user);
      else this.people.note(user);
      if (role === 'newcomer') this.people.setAuthorised(user, false);
      this.workbook.settle();
      this.publish();
      const joined = this.hub.join(connection);
      this.log.forgetSpill();
      this.news.join();
      return joined;
    });
    this.turn(() => {
      this.people.clearMenus(user);
      const failure = this.triggers.opened(user);
      if (failure && hasAddOnMenu(this.project) && this.people.menusOf(user).length === 0) {
        this.people.showMenu(user, onlyHelp(this.title, failure));
      }
      this.hub.tell(user, { type: 'menus', menus: this.people.menusOf(user) });
    });
    this.news.welcome(page);
    this.protectionNews.welcome(page);
    for (const question of this.questions.of(user)) page.send(question);
    return {
      receive: (message) => this.turn(() => this.receive(page, message)),
      close: () => this.hub.leave(page),
    };
  }

  content(contentId: string): string | undefined {
    return this.allExecutions.contents.get(contentId);
  }

  close(): void {
    this.closed = true;
    this.questions.close();
    this.allExecutions.close();
    this.keeper.close();
  }

  private receive(page: Page, message: FromPage): void {
    if (!this.hub.has(page)) return;
    // What an execution on a thread has written so far counts as done before.
    if (this.allExecutions.hasThreads) this.turn(() => undefined);
    switch (message.type) {
      case 'edit':
        this.edits.receive(page, message);
        break;
      case 'selection':
        this.people.select(page.user, { sheetId: message.sheetId, a1: message.a1 });
        this.triggers.selected(page.user, { sheetId: message.sheetId, a1: message.a1 });
        break;
      case 'answer':
        this.questions.answer(page.user, message.id, message);
        break;
      case 'refresh':
        page.refused = false;
        this.hub.sendSnapshot(page);
        this.log.forgetSpill();
    }
  }

  /** One thing after the other: whatever was changed by `work` is in the file and with the pages when this returns. */
  private turn<T>(work: () => T): T {
    const { spoiled } = this.allExecutions;
    if (spoiled) throw spoiled;
    if (this.keeper.isBehind) this.publish();
    try {
      return work();
    } finally {
      // What was stopped in the middle reaches neither the file nor the pages.
      if (!this.allExecutions.spoiled) {
        this.workbook.settle();
        this.publish();
      }
    }
  }

  private load(options: HostOptions): void {
    const { engine } = this.realm;
    const { state } = this.workbook;
    const found = this.file?.found;
    try {
      engine.open(found?.snapshot.workbook ?? null, this.allExecutions.functionsAmong(this.project.functionNames));
    } catch (cause) {
      throw this.file && found ? this.file.damage(2, cause) : cause;
    }
    for (const [key, value] of Object.entries(found?.snapshot.state ?? {})) state.restore(key, value);
    for (const edit of found?.edits ?? []) this.replay(edit);
    if (!found && options.locale !== undefined) state.restore('locale', options.locale);
    if (state.get('spreadsheetId') === undefined) state.restore('spreadsheetId', randomUUID());
    this.workbook.recalculate();
    // The formulas of conditional formats are asked for once the cells have been calculated.
    this.realm.settle();
    const notice = this.file?.mend();
    if (!found?.isCompact) this.file?.compact({ workbook: engine.save(), state: state.toJSON() });
    if (notice !== undefined) options.onNotice?.(notice);
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
    this.news.note();
    // What the file holds is already where it belongs.
    if (!this.loaded) return;
    this.charts.follow(mutation);
    followMoves(this.workbook, mutation);
  }

  /** Puts what has changed into the file and hands it on. */
  private publish(): void {
    const { made, calculated } = this.keeper.keep();
    this.hub.broadcast(made);
    this.hub.broadcast(calculated);
    for (const { user, message } of this.outbox.splice(0)) this.hub.tell(user, message);
    this.news.publish();
    this.protectionNews.publish();
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
