import { randomUUID } from 'node:crypto';
import { ExecutionRecords, type Outcome } from './execution-records';
import { Environments } from './environments';
import type { Start } from './start';
import { CallGuard, type CallOfExecution } from './call-guard';
import { ContentStore } from '../stores/content-store';
import { Execution, type Spoiled } from './execution';
import { KEPT_FOR_RECALCULATION, TREATMENT, lastMoment } from './execution-kinds';
import type { HostClock } from '../clock/host-clock';
import type { ExecutionKind, HostOptions, ServiceCallHook } from '../contract/host';
import { LocalStores } from '../stores/local-stores';
import type { People } from '../access/people';
import type { Protections } from '../access/protections';
import type { Project } from '../project/project';
import type { RunReply, ToPage, Answer, Question } from '../contract/protocol';
import type { Environment, OtherBooks } from '../services/base/environment';
import { Pending } from '../services/base/pending';
import { Authorization } from '../access/authorization';
import { servicesFor } from '../services/services';
import { ScriptThread } from './thread/script-thread';
import { SpareThread } from './thread/spare-thread';
import type { Workbook } from '../workbook/workbook';

type AskPerson = (question: Question, milliseconds: number) => Promise<Answer>;

/** What is known of an execution wherever its script runs. */
interface Begun {
  start: Start;
  started: number;
  elapsed: () => number;
  /** Milliseconds after which the script is stopped wherever it is. */
  stop: number;
  guard: CallGuard;
  environment: Environment;
}

interface Prepared extends Begun {
  execution: Execution;
}

/** Starts executions and remembers what they did. */
export class Executions {
  readonly records: ExecutionRecords;
  readonly contents = new ContentStore();
  onServiceCall: ServiceCallHook | undefined;
  /** Set when an execution was stopped in the middle of a change: nothing may run any more. */
  spoiled: Spoiled | undefined;
  private inHook = false;
  private readonly threads = new Map<ScriptThread, { user: string; id: string }>();
  private readonly spare = new SpareThread();
  private closed = false;
  /** By the clock's `elapsed`: when the scripts that are running now will be stopped. */
  private readonly stops: number[] = [];
  private readonly stores = new LocalStores();
  private readonly environments: Environments;
  private readonly defined = new Map<string, boolean>();

  constructor(
    private readonly project: Project,
    private readonly options: HostOptions,
    private readonly workbook: Workbook,
    private readonly people: People,
    protections: Protections,
    private readonly clock: HostClock,
    tell: (user: string, message: ToPage) => void,
    private readonly others: OtherBooks & { letGo(): void },
  ) {
    this.records = new ExecutionRecords(options.onExecution);
    const { contents, stores } = this;
    this.environments = new Environments(
      { workbook, project, contents, stores, people, protections, clock, others },
      options,
      tell,
    );
  }

  /** Those of the names that are global functions of the project, which cells may call. */
  functionsAmong(names: readonly string[]): string[] {
    const { execution } = this.prepare({ functionName: '', kind: 'Custom function', user: '' });
    try {
      return names.filter((name) => execution.has(name));
    } catch {
      return [...names];
    }
  }

  /** Whether the project defines a function, such as a simple trigger. The files do not change while the host runs. */
  projectHas(name: string): boolean {
    let has = this.defined.get(name);
    if (has === undefined) {
      const { execution } = this.prepare({ functionName: name, kind: 'Custom function', user: '' });
      try {
        has = execution.has(name);
      } catch {
        // A project that fails while it is loaded fails where it is run, and is seen to.
        has = true;
      }
      this.defined.set(name, has);
    }
    return has;
  }

  /** What `use` did is in the workbook, recalculated, when this returns or throws. */
  run<T>(start: Start, use: (execution: Execution, environment: Environment) => T): T {
    const prepared = this.prepare(start);
    const { environment, execution } = prepared;
    this.stops.push(this.clock.elapsed() + prepared.stop);
    try {
      return use(execution, environment);
    } finally {
      this.stops.pop();
      this.spoiled ??= execution.spoiled;
      if (!this.spoiled) this.workbook.settle();
      this.stores.locks.releaseAll(environment);
      this.remember(prepared, execution);
      if (this.stops.length === 0 && this.threads.size === 0) this.others.letGo();
    }
  }

  /**
   * Calls one of the project's functions on a thread of its own. What it writes is in the workbook at once; it is
   * recalculated for whoever reads it, and when this resolves.
   * @param ask puts a question to the person, for at most the given milliseconds
   * @param ended called when the script has ended and its writes are still its own
   */
  async runOnThread(start: Start, args: unknown[], ask: AskPerson, ended: () => void): Promise<RunReply> {
    const begun = this.begin(start);
    const { environment, guard, stop } = begun;
    const log: string[] = [];
    Object.assign(environment, {
      log: (text: string) => log.push(text),
      ask: (question: Question) => new Pending(ask(question, environment.timeLeft())),
    } satisfies Partial<Environment>);
    const thread = new ScriptThread(this.project, guard, servicesFor(environment), this.spare);
    this.threads.set(thread, { user: start.user, id: randomUUID() });
    const { reply, failure } = await thread.run(start.functionName, args, {
      lastMoment: stop,
      ahead: this.clock.ahead,
      fromMenu: this.people.isInMenu(start.user, start.functionName),
    });
    if (!this.closed) this.spare.prepare();
    if (!this.spoiled) this.workbook.settle();
    try {
      ended();
    } finally {
      this.threads.delete(thread);
      this.stores.locks.releaseAll(environment);
      this.remember(begun, { failure, log });
      if (this.threads.size === 0) this.others.letGo();
    }
    return reply;
  }

  /** Whether an execution is running between whose service calls something else may happen. */
  get hasThreads(): boolean {
    return this.threads.size > 0;
  }

  /** For whom what was written meanwhile was written; undefined where several executions may have. */
  get threadStep(): { user: string; id: string } | undefined {
    const [step, ...others] = this.threads.values();
    return others.length > 0 ? undefined : step;
  }

  /** Has a thread ready before somebody at a page runs something. */
  prepareThread(): void {
    this.spare.prepare();
  }

  /** Stops what is still running on threads. */
  close(): void {
    this.closed = true;
    this.spare.close();
    for (const thread of this.threads.keys()) thread.kill();
  }

  /** An execution for a cell: nobody's, and it may only read. It may run in the middle of a recalculation. */
  runForCell<T>(functionName: string, use: (execution: Execution) => T): T {
    const prepared = this.prepare({ functionName, kind: 'Custom function', user: '' });
    try {
      return use(prepared.execution);
    } finally {
      this.remember(prepared, prepared.execution);
    }
  }

  private begin(start: Start): Begun {
    const { kind, user } = start;
    const started = this.clock.now();
    const before = this.clock.elapsed();
    const elapsed = (): number => this.clock.elapsed() - before;
    const limit = this.limitOf(kind);
    const stop = lastMoment(kind, limit);
    const timeLeft = (): number => limit - elapsed();
    const authMode = start.authMode ?? TREATMENT[kind].authMode;
    const guard = new CallGuard(
      new Authorization(authMode, this.project.oauthScopes, this.people.mayEdit(user)),
      () => timeLeft() < 0,
      (call) => (kind === 'Custom function' ? undefined : this.interrupt(call, start)),
    );
    const environment = this.environments.of(start, authMode, timeLeft);
    return { start, started, elapsed, stop, guard, environment };
  }

  private prepare(start: Start): Prepared {
    const begun = this.begin(start);
    const { guard, environment, stop } = begun;
    const execution = new Execution(this.project, guard, (log) => servicesFor(Object.assign(environment, { log })), {
      lastMoment: stop,
      readOnly: start.kind === 'Custom function',
      now: this.clock.isAhead ? () => this.clock.now() : undefined,
    });
    return { ...begun, execution };
  }

  /**
   * Cells are calculated while a script waits for its service: what they may take together ends well before that script
   * is stopped.
   */
  private limitOf(kind: ExecutionKind): number {
    const usual = this.options.limits?.[kind] ?? TREATMENT[kind].limit;
    if (kind !== 'Custom function' || this.stops.length === 0) return usual;
    const left = Math.min(...this.stops) - this.clock.elapsed();
    return Math.max(1, Math.min(usual, Math.floor(left * KEPT_FOR_RECALCULATION)));
  }

  /** What the hook does is not interrupted by the hook. */
  private interrupt(call: CallOfExecution, { functionName, user }: Start): unknown {
    if (!this.onServiceCall || this.inHook) return undefined;
    this.inHook = true;
    try {
      return this.onServiceCall({ ...call, functionName, user });
    } finally {
      this.inHook = false;
    }
  }

  private remember({ start, started, elapsed, guard }: Begun, outcome: Outcome): void {
    this.records.add(start, { started, milliseconds: elapsed() }, guard, outcome);
  }
}
