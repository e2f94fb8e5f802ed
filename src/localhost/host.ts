import { isThrown } from './workbook/thrown';
import type { CellMessage } from './contract/engine';
import type { StoredSnapshot } from './file/workbook-lines';
import { onlyRead } from './file/only-read';
import { fillWorkbook } from './file/opening';
import { Outbox, Turns } from './pages/turns';
import { Visits } from './pages/visits';
import { NOT_AUTHORISED, Runs } from './triggers/runs';
import { existsSync } from 'node:fs';
import { ChangeKeeper } from './file/change-keeper';
import { ChartStore } from './workbook/chart-store';
import { ChangeLog } from './file/change-log';
import { downloadOf } from './exports/downloads';
import { CustomFunctionCalls } from './script/custom-function-calls';
import type { EngineMutation } from './contract/engine';
import { type EngineRealm, openEngine } from './engine/realm/engine-realm';
import { Executions } from './script/executions';
import { HostClock } from './clock/host-clock';
import type {
  ControlledHost,
  Download,
  DownloadRequest,
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
import { Folder } from './neighbours/folder';
import { Imports } from './neighbours/imports';
import { Neighbours } from './neighbours/neighbours';
import { PageEdits } from './pages/page-edits';
import { PageHub } from './pages/page-hub';
import { PageNews } from './pages/page-news';
import { People } from './access/people';
import type { Surroundings } from './neighbours/neighbour-book';
import { type Project, readProject } from './project/project';
import { ProtectionNews } from './pages/protection-news';
import { Protections } from './access/protections';
import { Questions } from './script/questions';
import type { RunReply, Snapshot } from './contract/protocol';
import { Triggers } from './triggers/triggers';
import type { StoredTrigger } from './contract/triggers';
import { Workbook } from './workbook/workbook';
import { stateOfCopy } from './file/workbook-copy';
import { WorkbookFile } from './file/workbook-file';
import { spillText } from './workbook/spill-text';

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
  private readonly clock = new HostClock();
  private readonly hub: PageHub;
  private readonly people: People;
  private readonly allExecutions: Executions;
  private readonly installedTriggers: InstalledTriggers;
  private readonly triggers: Triggers;
  private readonly calls: CustomFunctionCalls;
  private readonly imports: Imports;
  /** Functions that cells may call. */
  private readonly functionNames: string[];
  private readonly log: ChangeLog;
  private readonly keeper: ChangeKeeper;
  private readonly news: PageNews;
  private readonly charts: ChartStore;
  private readonly runs: Runs;
  private readonly turns: Turns;
  private readonly visits: Visits;
  private readonly questions: Questions;
  private loaded = false;
  private closed = false;

  static async open(options: HostOptions, project: Project, file: WorkbookFile | undefined): Promise<LocalHost> {
    // The engine calls back from the moment it exists, the host only exists once there is an engine.
    const made: { host?: LocalHost } = {};
    const realm = await openEngine({
      now: () => made.host?.now() ?? 0,
      locale: () => made.host?.workbook.locale ?? 'en_US',
      callFunction: (name, args, at, isVolatile) =>
        made.host?.calls.call(name, args, at, isVolatile) ?? { error: 'The workbook is still being opened.' },
      importRange: (address, range, at) =>
        made.host?.imports.call(address, range, at) ?? { error: 'The workbook is still being opened.' },
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
    const { title } = options;
    const { clock } = this;
    const outbox = new Outbox();
    const hub = new PageHub(
      () => this.snapshot(),
      title,
      () => this.workbook.locale,
    );
    const log = new ChangeLog(
      () => this.loaded && (file !== undefined || !hub.isEmpty),
      (id) => realm.engine.styleById(id),
    );
    const keeper = new ChangeKeeper(log, file);
    const state = new LocalState((key, value) => log.noteState(key, value));
    const workbook = new Workbook(realm, state, project.timeZone);
    const people = new People(state);
    const protections = new Protections(state, people);
    const questions = new Questions((user, message) => hub.tell(user, message));
    const folder = options.file === null ? undefined : new Folder(options.file);
    const beside: Surroundings = {
      clock,
      timeZone: project.timeZone,
      functionNames: [],
      by: (engine) => `${project.fingerprint} ${project.timeZone} ${engine}`,
      run: (name, use) => executions.runForCell(name, use),
    };
    const imports = new Imports(folder, state, beside);
    const executions: Executions = new Executions(
      project,
      options,
      workbook,
      people,
      protections,
      clock,
      (user, message) => outbox.add(user, message),
      new Neighbours(folder, beside, options.writeBytes),
    );
    beside.functionNames = executions.functionsAmong(project.functionNames);
    const calls = new CustomFunctionCalls(
      (name, use) => executions.runForCell(name, use),
      () => workbook.timeZone,
      options.slowFunctions,
    );
    const installed = new InstalledTriggers(executions, workbook, clock);
    const triggers = new Triggers(executions, installed, people, workbook, options.installed ?? 'bound');
    const news = new PageNews(workbook, hub, calls, imports);
    const protectionNews = new ProtectionNews(protections, hub);
    const turns = new Turns(workbook, executions, keeper, hub, news, protectionNews, outbox);
    const edits = new PageEdits(
      workbook,
      hub,
      triggers,
      (user) => ({ mayEdit: people.mayEdit(user), against: protections.against.bind(protections, user) }),
      () => keeper.keep(),
    );
    this.title = title;
    this.workbook = workbook;
    this.hub = hub;
    this.people = people;
    this.allExecutions = executions;
    this.installedTriggers = installed;
    this.triggers = triggers;
    this.calls = calls;
    this.imports = imports;
    this.functionNames = beside.functionNames;
    this.log = log;
    this.keeper = keeper;
    this.news = news;
    this.charts = new ChartStore(workbook);
    this.runs = new Runs(executions, people, triggers);
    this.turns = turns;
    this.questions = questions;
    this.visits = new Visits({
      title,
      project,
      workbook,
      people,
      executions,
      triggers,
      questions,
      imports,
      hub,
      log,
      news,
      protectionNews,
      edits,
      turns,
    });
  }

  get executions(): readonly ExecutionRecord[] {
    return this.allExecutions.records.all;
  }

  get onServiceCall(): ServiceCallHook | undefined {
    return this.allExecutions.onServiceCall;
  }

  set onServiceCall(hook: ServiceCallHook | undefined) {
    this.allExecutions.onServiceCall = hook;
  }

  run(functionName: string, args: unknown[], user: string): RunReply {
    return this.turns.take(() => this.runs.run(functionName, args, user), user);
  }

  async runForPerson(functionName: string, args: unknown[], user: string): Promise<RunReply> {
    // Without a page nobody can be asked, and nobody else waits meanwhile.
    if (!this.hub.hasPage(user)) return this.run(functionName, args, user);
    if (!this.turns.take(() => this.runs.admit(user))) return NOT_AUTHORISED;
    try {
      return await this.allExecutions.runOnThread(
        { functionName, kind: 'Add-on', user },
        args,
        (question, time) => {
          // What the script has written so far is seen before it asks.
          this.turns.pass();
          return this.questions.ask(user, question, time);
        },
        () => {
          if (!this.closed && !this.allExecutions.spoiled) this.turns.pass();
        },
      );
    } finally {
      if (!this.closed) this.turns.pass();
    }
  }

  evaluate(code: string, user = ''): unknown {
    return this.turns.take(() => this.runs.evaluate(code, user));
  }

  install(user: string): void {
    this.turns.take(() => {
      this.people.note(user);
      this.triggers.installed(user);
    });
  }

  triggersInstalled(): readonly StoredTrigger[] {
    return this.installedTriggers.all();
  }

  runTrigger(id: string): void {
    this.turns.take(() => this.installedTriggers.runNow(id));
  }

  passTime(milliseconds: number): void {
    const outdated = this.imports.outdated();
    // A turn calculates: while a long execution writes, nothing that is not due has it calculate what is half written.
    if (outdated.length === 0 && !this.keeper.isBehind && !this.installedTriggers.isDue(milliseconds)) {
      this.installedTriggers.pass(milliseconds);
      return;
    }
    this.turns.take(() => {
      this.installedTriggers.pass(milliseconds);
      if (outdated.length > 0) this.workbook.calculateAgain(outdated);
    });
  }

  makeCopy(path: string, user: string): void {
    this.turns.pass();
    if (existsSync(path)) throw new Error(`${path} exists already: choose another name for the copy.`);
    const copy = new WorkbookFile(path);
    try {
      const stored = this.stored();
      copy.compact({ ...stored, state: stateOfCopy(stored.state, user) });
    } finally {
      copy.close();
    }
  }

  answerFunctions(): boolean {
    if (!this.calls.isLoading) return false;
    this.turns.take(() => this.workbook.calculateAgain(this.calls.answer()));
    return true;
  }

  tidy(): void {
    this.turns.pass();
    this.file?.compact(this.stored());
  }

  setAuthorised(user: string, authorised: boolean): void {
    this.people.setAuthorised(user, authorised);
  }

  connect(connection: PageConnection): PageSession {
    return this.visits.begin(connection);
  }

  download(request: DownloadRequest): Promise<Download | undefined> {
    this.turns.pass();
    return downloadOf(this.workbook, this.title, request);
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

  private load(options: HostOptions): void {
    const opener = {
      functionNames: this.functionNames,
      by: this.answeredBy,
      restoreErrors: (errors: readonly CellMessage[]) => this.calls.restore(errors),
      snapshot: () => this.stored(),
    };
    const { copyOf, locale } = options;
    const kept = this.file ?? (copyOf === undefined ? undefined : onlyRead(copyOf));
    const notice = fillWorkbook(this.realm, this.workbook, kept, opener, locale);
    if (notice !== undefined) options.onNotice?.(notice);
    this.loaded = true;
  }

  /** Everything as the file keeps it, with what formulas have answered. */
  private stored(): StoredSnapshot {
    const { engine } = this.realm;
    const errors = this.calls.errors((at) => isThrown(engine, at));
    const answers = { by: this.answeredBy, calculated: engine.calculated(), errors };
    const stored = { workbook: engine.save(), state: this.workbook.state.toJSON() };
    return this.calls.isLoading ? stored : { ...stored, answers };
  }

  private get answeredBy(): string {
    return `${this.project.fingerprint} ${this.project.timeZone} ${this.realm.version}`;
  }

  /** The time in the workbook's zone. */
  private now(): number {
    return this.workbook.timeZone.serialOf(this.clock.now());
  }

  private noteMutation(mutation: EngineMutation): void {
    this.workbook.noteMutation(mutation);
    this.log.noteMutation(mutation);
    this.news.note();
    // What the file holds is already where it belongs.
    if (!this.loaded) return;
    this.charts.follow(mutation);
    followMoves(this.workbook, mutation);
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
