import vm from 'node:vm';
import type { CallCounts, ExecutionRecord } from './host-contract';
import type { Project } from './project';
import { ScriptRealm } from './script-realm';
import { type CallKind, type Service, ServiceError } from './services/service';

type ScriptFunction = (...args: unknown[]) => unknown;

/** What a script threw, in plain words, and the line of the project's source it was thrown at. */
export interface ScriptFailure {
  name: string;
  message: string;
  line?: number;
}

/** One run of a script: a fresh global scope with the project's files and Google's services. */
export class Execution {
  private readonly calls: CallCounts = { reads: 0, writes: 0, turns: 0, other: 0, handles: 0 };
  private readonly log: string[] = [];
  private readonly started = performance.now();
  private readonly realm: ScriptRealm;
  private loaded = false;
  private failure: ScriptFailure | undefined;
  private lastTurn: 'read' | 'write' | undefined;

  /** @param readOnly as for a custom function, which may write nothing */
  constructor(
    private readonly project: Project,
    services: (log: (text: string) => void) => Record<string, Service<unknown>>,
    private readonly readOnly: boolean,
  ) {
    this.realm = new ScriptRealm((kind, service, member) => this.note(kind, service, member));
    for (const [name, service] of Object.entries(services((text) => this.log.push(text)))) {
      this.realm.define(name, service);
    }
  }

  /** Calls one of the project's functions. The answer is a value of the script's realm. */
  call(functionName: string, args: unknown[]): unknown {
    return this.inScriptTimeZone(() => {
      const callee = this.find(functionName);
      if (!callee) throw new ServiceError(`Script function not found: ${functionName}`);
      return callee(...args.map((arg) => this.realm.toScript(arg)));
    });
  }

  /** Whether the project has a function of that name that may be called from outside. */
  has(functionName: string): boolean {
    return this.inScriptTimeZone(() => this.find(functionName) !== undefined);
  }

  /** Runs the body of a function in the project's scope. */
  evaluate(code: string): unknown {
    return this.inScriptTimeZone(() => {
      this.load();
      const script = new vm.Script(`(() => {${code}\n})()`, { filename: 'evaluate.js' });
      return script.runInContext(this.realm.context) as unknown;
    });
  }

  /** Takes down what was thrown, whatever realm it came from, as the execution's failure. */
  fail(thrown: unknown): ScriptFailure {
    const { name, message, stack } = (typeof thrown === 'object' && thrown ? thrown : {}) as Partial<Error>;
    const line = this.lineOf(String(stack ?? ''));
    this.failure = {
      name: String(name ?? 'Error'),
      message: String(message ?? thrown),
      ...(line !== undefined && { line }),
    };
    return this.failure;
  }

  record(functionName: string, user: string): ExecutionRecord {
    return {
      functionName,
      user,
      milliseconds: performance.now() - this.started,
      calls: this.calls,
      ...(this.failure && { error: this.failure.message }),
      ...(this.log.length > 0 && { log: this.log }),
    };
  }

  private load(): void {
    if (this.loaded) return;
    this.loaded = true;
    for (const script of this.project.scripts) script.runInContext(this.realm.context);
  }

  private find(name: string): ScriptFunction | undefined {
    this.load();
    if (!/^[\p{L}$_][\p{L}\p{N}$_]*$/u.test(name) || name.endsWith('_') || this.realm.isBuiltIn(name)) return undefined;
    // What is declared with const or class is in the scope, but not on the global object.
    const value = vm.runInContext(`typeof ${name} === 'function' ? ${name} : undefined`, this.realm.context) as unknown;
    return value as ScriptFunction | undefined;
  }

  private note(kind: CallKind, service: string, member: string): void {
    if (kind === 'write' && this.readOnly) {
      throw new ServiceError(`You do not have permission to call ${service}.${member}`);
    }
    if (kind === 'handle') this.calls.handles++;
    else if (kind === 'other') this.calls.other++;
    else {
      if (kind === 'read') this.calls.reads++;
      else this.calls.writes++;
      if (this.lastTurn !== undefined && this.lastTurn !== kind) this.calls.turns++;
      this.lastTurn = kind;
    }
  }

  /** Local times of `Date` follow the process; a script's own time zone is its manifest's. */
  private inScriptTimeZone<T>(run: () => T): T {
    const before = process.env.TZ;
    process.env.TZ = this.project.timeZone;
    try {
      return run();
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  }

  private lineOf(stack: string): number | undefined {
    for (const [, file = '', line] of stack.matchAll(/(?:\(|at )([^()\s][^()\n]*?):(\d+):\d+\)?$/gm)) {
      if (this.project.scriptNames.includes(file)) return Number(line);
    }
    return undefined;
  }
}
